"""The proposals of a year as a table in which each can be left out or moved."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QDate,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QDateEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kkr_desktop.model.dates import clock_range, iso_week, weekday_date
from kkr_desktop.services.year_plan import Proposal
from kkr_desktop.ui.widgets.headed_model import HeadedModel, Index


class Column(IntEnum):
    """What the columns show."""

    DATE = 0
    WEEK = 1
    TIME = 2
    BODY = 3
    ROUND = 4
    REMARKS = 5


class ProposalsModel(HeadedModel):
    """Proposals in order of time; the date can be edited and the tick taken away."""

    changed = Signal()

    def __init__(
        self, move: Callable[[Proposal, date], Proposal], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._move = move
        self._rows: list[Proposal] = []
        self._left_out: set[int] = set()

    def set_rows(self, rows: Sequence[Proposal]) -> None:
        """Show other proposals, all of them ticked."""
        self.beginResetModel()
        self._rows = list(rows)
        self._left_out.clear()
        self.endResetModel()
        self.changed.emit()

    def row_at(self, row: int) -> Proposal:
        """Return the proposal in a row."""
        return self._rows[row]

    def ticked(self) -> tuple[Proposal, ...]:
        """Return the proposals that are to be planned."""
        return tuple(one for place, one in enumerate(self._rows) if place not in self._left_out)

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == Column.DATE:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        one, column = self._rows[index.row()], Column(index.column())
        if column is Column.DATE and role == Qt.ItemDataRole.CheckStateRole:
            is_out = index.row() in self._left_out
            return Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked
        if column is Column.DATE and role == Qt.ItemDataRole.EditRole:
            return QDate(one.held_on.year, one.held_on.month, one.held_on.day)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([one.reason, *(warning.text for warning in one.warnings)])
        return _words(one, column) if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        place = index.row()
        if role == Qt.ItemDataRole.CheckStateRole:
            if Qt.CheckState(value) is Qt.CheckState.Checked:
                self._left_out.discard(place)
            else:
                self._left_out.add(place)
        elif role == Qt.ItemDataRole.EditRole and isinstance(value, QDate) and value.isValid():
            day = date(value.year(), value.month(), value.day())
            if day != self._rows[place].held_on:
                self._rows[place] = self._move(self._rows[place], day)
        else:
            return False
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))
        self.changed.emit()
        return True

    def headers(self) -> tuple[str, ...]:
        """Return the titles of the columns."""
        return (
            self.tr("Date"),
            self.tr("Week"),
            self.tr("Time"),
            self.tr("Council"),
            self.tr("Round"),
            self.tr("Why, and what speaks against it"),
        )


def _words(one: Proposal, column: Column) -> str:
    match column:
        case Column.DATE:
            return weekday_date(one.held_on)
        case Column.WEEK:
            return str(iso_week(one.held_on))
        case Column.TIME:
            return clock_range(one.starts_at, one.ends_at).removeprefix("kl. ")
        case Column.BODY:
            return one.body_name
        case Column.ROUND:
            return str(one.round.number)
        case Column.REMARKS:
            grave = [warning.text for warning in one.warnings if warning.is_grave]
            return f"⚠ {grave[0]}" if grave else one.reason


class DateDelegate(QStyledItemDelegate):
    """Edits a date with a calendar to choose from."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QDateEdit(parent)
        editor.setCalendarPopup(True)
        editor.setDisplayFormat("ddd d. MMM yyyy")
        return editor
