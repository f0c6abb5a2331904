"""The proposals of a year as a table in which each can be left out or moved."""

from collections.abc import Callable, Sequence
from datetime import date, time
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QDate,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QDateEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kkr_desktop.model.dates import clock_range, iso_week, listed_date
from kkr_desktop.services.proposals import Proposal
from kkr_desktop.ui.widgets.headed_model import NOWHERE, HeadedModel, Index
from kkr_desktop.ui.widgets.plain_label import as_typed

_Key = tuple[int, date, time]


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
        self,
        move: Callable[[Sequence[Proposal], int, date], tuple[Proposal, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._move = move
        self._rows: tuple[Proposal, ...] = ()
        self._left_out: set[_Key] = set()

    def set_rows(self, rows: Sequence[Proposal]) -> None:
        """Show other proposals, all of them ticked."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._left_out.clear()
        self.endResetModel()
        self.changed.emit()

    def row_at(self, row: int) -> Proposal:
        """Return the proposal in a row."""
        return self._rows[row]

    def rows(self) -> tuple[Proposal, ...]:
        """Return all proposals, in order of time."""
        return self._rows

    def ticked(self) -> tuple[Proposal, ...]:
        """Return the proposals that are to be planned."""
        return tuple(one for one in self._rows if _key(one) not in self._left_out)

    def move(self, place: int, day: date) -> None:
        """Move a proposal to another day; the rows stay in order of time."""
        one = self._rows[place]
        if day == one.held_on:
            return
        rows = self._move(self._rows, place, day)
        target = [_key(other) for other in rows].index(_key(one))
        if target == place:
            self._rows = rows
        else:
            below = target + 1 if target > place else target
            self.beginMoveRows(NOWHERE, place, place, NOWHERE, below)
            self._rows = rows
            self.endMoveRows()
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
        self.changed.emit()

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
            is_out = _key(one) in self._left_out
            return Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked
        if column is Column.DATE and role == Qt.ItemDataRole.EditRole:
            return QDate(one.held_on.year, one.held_on.month, one.held_on.day)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_typed("\n".join([one.why, *(warning.text for warning in one.against)]))
        return _words(one, column) if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role == Qt.ItemDataRole.EditRole and isinstance(value, QDate) and value.isValid():
            self.move(index.row(), date(value.year(), value.month(), value.day()))
            return True
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        key = _key(self._rows[index.row()])
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._left_out.discard(key)
        else:
            self._left_out.add(key)
        self.dataChanged.emit(index, index)
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


def _key(one: Proposal) -> _Key:
    """Return what a proposal stays the same by when it is moved."""
    return one.body_id, one.moved_from or one.held_on, one.starts_at


def _words(one: Proposal, column: Column) -> str:
    match column:
        case Column.DATE:
            return listed_date(one.held_on)
        case Column.WEEK:
            return str(iso_week(one.held_on))
        case Column.TIME:
            return clock_range(one.starts_at, one.ends_at).removeprefix("kl. ")
        case Column.BODY:
            return one.body_name
        case Column.ROUND:
            return str(one.round.number)
        case Column.REMARKS:
            grave = [warning.text for warning in one.against if warning.is_grave]
            return f"⚠ {grave[0]}" if grave else one.why


class DateDelegate(QStyledItemDelegate):
    """Edits a date with a calendar to choose from."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QDateEdit(parent)
        editor.setCalendarPopup(True)
        editor.setDisplayFormat("ddd d. MMM yyyy")
        return editor
