"""The members as a table: columns, order and filter."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.dates import long_date, short_date
from kkr_desktop.services.register import MemberRole, MemberRow
from kkr_desktop.ui.widgets.headed_model import NOWHERE, HeadedModel, Index
from kkr_desktop.ui.widgets.plain_label import as_typed

_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOOL_TIP = Qt.ItemDataRole.ToolTipRole
_FOREGROUND = Qt.ItemDataRole.ForegroundRole
_ROLES = frozenset({int(_TOOL_TIP), int(Qt.ItemDataRole.FontRole), int(_FOREGROUND)})


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


_MARKED = frozenset({Column.NAME, Column.ROLE})
"""The columns that stand in bold for the chair and the vice-chair."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A member, what the cells say, and what the filter searches."""

    row: MemberRow
    cells: tuple[str, ...]
    searched: str


def _folded(text: str) -> str:
    return text.casefold().replace("aa", "å")


def _listed(row: MemberRow, cells: tuple[str, ...]) -> _Listed:
    return _Listed(row, cells, _folded("\n".join(cells)))


class MembersModel(HeadedModel):
    """Rows of members, filtered and sorted as Danish registers are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[MemberRow, ...] = ()
        self._in_order: list[_Listed] = []
        self._shown: list[_Listed] = []
        self._filter = ""
        self._has_types = True
        self._left: Collection[int] = ()
        self._column = Column.NAME
        self._descending = False
        self._bold = QFont()
        self._bold.setBold(True)

    def set_rows(
        self,
        rows: Sequence[MemberRow],
        *,
        left: Collection[int] = (),
        has_types: bool = True,
    ) -> None:
        """Show other members; those of a forum are just members.

        `left` are the memberships of those who have left, who stand there more quietly.
        """
        self._has_types = has_types
        self._left = left
        self._all = tuple(rows)
        types, roles = self._types(), self._roles()
        self._in_order = [_listed(row, self._cells(row, types, roles)) for row in rows]
        self._arrange()

    def set_filter(self, text: str) -> None:
        """Show only those in whose row every word of `text` occurs; å and aa are the same."""
        before, self._filter = self._filter, _folded(text)
        self._show(self._shown if self._filter.startswith(before) else self._in_order)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, in Danish alphabetical order."""
        self._column = Column(column)
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._arrange()

    def row_at(self, row: int) -> MemberRow:
        """Return the member in a row of the table."""
        return self._shown[row].row

    @property
    def all_rows(self) -> tuple[MemberRow, ...]:
        """All members, those that the filter hides included."""
        return self._all

    @property
    def total(self) -> int:
        """How many there are, those that the filter hides included."""
        return len(self._all)

    def _arrange(self) -> None:
        """Put all in order; filtering keeps it."""
        self._in_order.sort(key=self._sort_key, reverse=self._descending)
        self._show(self._in_order)

    def _show(self, among: list[_Listed]) -> None:
        """Show what the filter lets through; one that is typed on only takes away."""
        shown = list(among)
        for word in self._filter.split():
            shown = [listed for listed in shown if word in listed.searched]
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _sort_key(self, listed: _Listed) -> Any:  # noqa: ANN401
        row = listed.row
        match self._column:
            case Column.FROM:
                return row.valid_from
            case Column.TO:
                return (row.last_day is None, row.last_day or row.valid_from)
            case Column.ROLE:
                return [MemberRole.CHAIR, MemberRole.VICE_CHAIR, MemberRole.MEMBER].index(row.role)
            case _:
                return danish_key(listed.cells[self._column])

    def words(self, row: MemberRow, column: Column) -> str:
        """Return what a cell says."""
        return self._cells(row, self._types(), self._roles())[column]

    @staticmethod
    def _cells(
        row: MemberRow, types: Mapping[PostKind, str], roles: Mapping[MemberRole, str]
    ) -> tuple[str, ...]:
        """Return what the cells of a row say, in the order of the columns."""
        return (
            row.name,
            row.party_letter,
            row.municipality,
            row.title,
            roles[row.role],
            types[row.type],
            row.email,
            row.phone,
            row.substitute,
            short_date(row.valid_from),
            short_date(row.last_day) if row.last_day else "",
        )

    def _types(self) -> dict[PostKind, str]:
        return {
            PostKind.EX_OFFICIO: self.tr("Ex officio"),
            PostKind.SUPPLEMENTARY: self.tr("Supplementary")
            if self._has_types
            else self.tr("Member"),
            PostKind.OBSERVER: self.tr("Observer"),
            PostKind.SECRETARY: self.tr("Secretary"),
        }

    def _roles(self) -> dict[MemberRole, str]:
        return {
            MemberRole.CHAIR: self.tr("Chair"),
            MemberRole.VICE_CHAIR: self.tr("Vice-chair"),
            MemberRole.MEMBER: "",
        }

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Name"),
            self.tr("Party"),
            self.tr("Municipality"),
            self.tr("Title"),
            self.tr("Role"),
            self.tr("Type"),
            self.tr("E-mail"),
            self.tr("Phone"),
            self.tr("Substitute"),
            self.tr("From"),
            self.tr("Last day"),
        )

    def count(self) -> int:
        return len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        # Asked for each cell that is painted while many are chosen: the titles would be slow.
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401
        # A table asks for seven roles of each cell that it paints: the usual ones come first.
        if role == _DISPLAY:
            return self._shown[index.row()].cells[index.column()] if index.isValid() else None
        if role not in _ROLES or not index.isValid():
            return None
        row, column = self._shown[index.row()].row, index.column()
        has_left = row.membership_id in self._left
        if role == _FOREGROUND:
            return QGuiApplication.palette().placeholderText() if has_left else None
        if role == _TOOL_TIP and has_left and row.last_day is not None:
            return self.tr("Member to the end of {day}").format(day=long_date(row.last_day))
        if role == _TOOL_TIP:
            return as_typed(row.party_name) if column == Column.PARTY else None
        is_marked = row.role is not MemberRole.MEMBER and column in _MARKED
        return self._bold if is_marked else None
