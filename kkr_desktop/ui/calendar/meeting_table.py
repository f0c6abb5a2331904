"""The year's meetings as a table."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from kkr_desktop.model.dates import clock_range, iso_week, listed_date, weekday_date
from kkr_desktop.model.meeting_terms import STATE_NAMES
from kkr_desktop.services.planning import MeetingRow
from kkr_desktop.ui.widgets.plain_label import as_typed
from kkr_desktop.ui.widgets.row_table import RowTable

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What the columns show."""

    DATE = 0
    WEEK = 1
    TIME = 2
    ROUND = 3
    STATE = 4
    PLACE = 5


class MeetingsModel(QAbstractTableModel):
    """Meetings in order of time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MeetingRow, ...] = ()

    def set_rows(self, rows: Sequence[MeetingRow]) -> None:
        """Show other meetings."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> MeetingRow:
        """Return the meeting in a row."""
        return self._rows[row]

    def row_of(self, meeting_id: int | None) -> int | None:
        """Return the row of a meeting, or None."""
        places = (place for place, row in enumerate(self._rows) if row.id == meeting_id)
        return next(places, None)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            told = (weekday_date(row.held_on), row.place, row.cancel_reason)
            return as_typed("\n".join(words for words in told if words))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match Column(index.column()):
            case Column.DATE:
                return listed_date(row.held_on)
            case Column.WEEK:
                return str(iso_week(row.held_on))
            case Column.TIME:
                return clock_range(row.starts_at, row.ends_at).removeprefix("kl. ")
            case Column.ROUND:
                return str(row.round.number) if row.round is not None else ""
            case Column.STATE:
                return STATE_NAMES[row.state].capitalize()
            case Column.PLACE:
                return row.place

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.DATE: self.tr("Date"),
            Column.WEEK: self.tr("Week"),
            Column.TIME: self.tr("Time"),
            Column.ROUND: self.tr("Round"),
            Column.STATE: self.tr("State"),
            Column.PLACE: self.tr("Place"),
        }[Column(section)]


_GIVEN_UP_FIRST = (Column.PLACE, Column.STATE, Column.ROUND, Column.WEEK)
_LEAST_PLACE = 90


class MeetingsTable(RowTable):
    """Shows whole columns: where there is no room, those that matter least are left out."""

    def __init__(self, model: MeetingsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.PLACE, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._show_what_fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        left_out: set[Column] = set()
        for column in _GIVEN_UP_FIRST:
            wanted = sum(self._wanted(one) for one in Column if one not in left_out)
            if wanted > self.viewport().width():
                left_out.add(column)
        for column in _GIVEN_UP_FIRST:
            self.setColumnHidden(column, column in left_out)

    def _wanted(self, column: Column) -> int:
        heading = self.horizontalHeader().sectionSizeHint(column)
        if column is Column.PLACE:
            return max(heading, _LEAST_PLACE)
        is_hidden = self.isColumnHidden(column)
        self.setColumnHidden(column, False)
        width = max(heading, self.sizeHintForColumn(column))
        self.setColumnHidden(column, is_hidden)
        return width
