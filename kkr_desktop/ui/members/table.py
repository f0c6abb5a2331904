"""The members as a table: columns, order and filter."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.dates import short_date
from kkr_desktop.services.register import MemberRole, MemberRow

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What the columns show."""

    NAME = 0
    PARTY = 1
    MUNICIPALITY = 2
    TITLE = 3
    ROLE = 4
    TYPE = 5
    EMAIL = 6
    PHONE = 7
    SUBSTITUTE = 8
    FROM = 9
    TO = 10


class MembersModel(QAbstractTableModel):
    """Rows of members, filtered and sorted as Danish registers are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[MemberRow, ...] = ()
        self._shown: list[MemberRow] = []
        self._words: tuple[str, ...] = ()
        self._column = Column.NAME
        self._descending = False
        self._bold = QFont()
        self._bold.setBold(True)

    def set_rows(self, rows: Sequence[MemberRow]) -> None:
        """Show other members."""
        self._all = tuple(rows)
        self._rearrange()

    def set_filter(self, text: str) -> None:
        """Show only those in whose row every word of `text` occurs."""
        self._words = tuple(text.casefold().split())
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, in Danish alphabetical order."""
        self._column = Column(column)
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._rearrange()

    def row_at(self, row: int) -> MemberRow:
        """Return the member in a row of the table."""
        return self._shown[row]

    @property
    def all_rows(self) -> tuple[MemberRow, ...]:
        """All members, those that the filter hides included."""
        return self._all

    @property
    def total(self) -> int:
        """How many there are, those that the filter hides included."""
        return len(self._all)

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._all if self._matches(row)]
        self._shown.sort(key=self._sort_key, reverse=self._descending)
        self.endResetModel()

    def _matches(self, row: MemberRow) -> bool:
        haystack = " ".join(self.words(row, column) for column in Column).casefold()
        return all(word in haystack for word in self._words)

    def _sort_key(self, row: MemberRow) -> Any:  # noqa: ANN401
        match self._column:
            case Column.FROM:
                return row.valid_from
            case Column.TO:
                return (row.last_day is None, row.last_day or row.valid_from)
            case Column.ROLE:
                return [MemberRole.CHAIR, MemberRole.VICE_CHAIR, MemberRole.MEMBER].index(row.role)
            case _:
                return danish_key(self.words(row, self._column))

    def words(self, row: MemberRow, column: Column) -> str:
        """Return what a cell says."""
        cells = {
            Column.NAME: row.name,
            Column.PARTY: row.party_letter,
            Column.MUNICIPALITY: row.municipality,
            Column.TITLE: row.title,
            Column.ROLE: self._role(row.role),
            Column.TYPE: self._type(row.type),
            Column.EMAIL: row.email,
            Column.PHONE: row.phone,
            Column.SUBSTITUTE: row.substitute,
            Column.FROM: short_date(row.valid_from),
            Column.TO: short_date(row.last_day) if row.last_day else "",
        }
        return cells[column]

    def _type(self, kind: PostKind) -> str:
        return {
            PostKind.EX_OFFICIO: self.tr("Ex officio"),
            PostKind.SUPPLEMENTARY: self.tr("Supplementary"),
            PostKind.OBSERVER: self.tr("Observer"),
            PostKind.SECRETARY: self.tr("Secretary"),
        }[kind]

    def _role(self, role: MemberRole) -> str:
        match role:
            case MemberRole.CHAIR:
                return self.tr("Chair")
            case MemberRole.VICE_CHAIR:
                return self.tr("Vice-chair")
            case MemberRole.MEMBER:
                return ""

    def _title(self, column: Column) -> str:
        return {
            Column.NAME: self.tr("Name"),
            Column.PARTY: self.tr("Party"),
            Column.MUNICIPALITY: self.tr("Municipality"),
            Column.TITLE: self.tr("Title"),
            Column.ROLE: self.tr("Role"),
            Column.TYPE: self.tr("Type"),
            Column.EMAIL: self.tr("E-mail"),
            Column.PHONE: self.tr("Phone"),
            Column.SUBSTITUTE: self.tr("Substitute"),
            Column.FROM: self.tr("From"),
            Column.TO: self.tr("Last day"),
        }[column]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.PARTY:
            return row.party_name
        if role == Qt.ItemDataRole.FontRole and row.role is not MemberRole.MEMBER:
            return self._bold if column in {Column.NAME, Column.ROLE} else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._title(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
