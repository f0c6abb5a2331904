"""Follow-ups as a table."""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from kkr_desktop.model.dates import short_date
from kkr_desktop.model.follow_ups import FOLLOW_UP_NAMES
from kkr_desktop.services.follow_up import FollowUpRow
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.headed_model import HeadedModel, Index
from kkr_desktop.ui.widgets.plain_label import as_typed


class Column(IntEnum):
    """What the columns show."""

    DUE = 0
    TASK = 1
    OWNER = 2
    STATE = 3
    BODY = 4
    MEETING = 5
    ITEM = 6


class FollowUpsModel(HeadedModel):
    """Rows in the order in which the service gives them, narrowed by words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[FollowUpRow, ...] = ()
        self._rows: list[FollowUpRow] = []
        self._words: tuple[str, ...] = ()
        self._today = date.min
        self._bold = QFont()
        self._bold.setBold(True)

    def set_rows(self, rows: Sequence[FollowUpRow], today: date) -> None:
        """Show other follow-ups, as on a day."""
        self._all, self._today = tuple(rows), today
        self._narrow()

    def set_filter(self, text: str) -> None:
        """Show only those in whose row every word of `text` occurs."""
        self._words = tuple(text.casefold().split())
        self._narrow()

    def _narrow(self) -> None:
        self.beginResetModel()
        self._rows = [row for row in self._all if self._matches(row)]
        self.endResetModel()

    def _matches(self, row: FollowUpRow) -> bool:
        cells = [self._cell(row, column) for column in Column]
        haystack = " ".join((*cells, row.draft.note)).casefold()
        return all(word in haystack for word in self._words)

    def row_at(self, row: int) -> FollowUpRow:
        """Return the follow-up in a row."""
        return self._rows[row]

    def row_of(self, follow_up_id: int) -> int | None:
        """Return the row of a follow-up, or None."""
        places = (place for place, row in enumerate(self._rows) if row.id == follow_up_id)
        return next(places, None)

    @property
    def late(self) -> int:
        """How many of those shown are late."""
        return sum(row.is_late(self._today) for row in self._rows)

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Due"),
            self.tr("Task"),
            self.tr("Owner"),
            self.tr("State"),
            self.tr("Council"),
            self.tr("Meeting"),
            self.tr("Item"),
        )

    def count(self) -> int:
        return len(self._rows)

    def _cell(self, row: FollowUpRow, column: Column) -> str:
        match column:
            case Column.DUE:
                return short_date(row.draft.due_on) if row.draft.due_on is not None else "–"
            case Column.TASK:
                return row.draft.text
            case Column.OWNER:
                return row.owner_name or "–"
            case Column.STATE:
                late = row.is_late(self._today)
                return self.tr("Late") if late else FOLLOW_UP_NAMES[row.draft.state]
            case Column.BODY:
                return row.body_name
            case Column.MEETING:
                return short_date(row.held_on)
            case Column.ITEM:
                return f"{row.item_number} {row.item_title}".strip()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        is_late = row.is_late(self._today)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return as_typed(row.draft.note or self._cell(row, column))
            case Qt.ItemDataRole.FontRole if is_late and column in {Column.DUE, Column.STATE}:
                return self._bold
            case Qt.ItemDataRole.DecorationRole if column is Column.STATE:
                closed = "" if row.is_open else "circle-check"
                name = "circle-alert" if is_late else closed
                return icon(name) if name else None
            case _:
                return None
