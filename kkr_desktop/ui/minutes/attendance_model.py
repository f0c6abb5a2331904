"""The table of who took part: a seat a row, as on the day of the meeting."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette

from kkr_desktop.model.dates import clock
from kkr_desktop.model.minutes_terms import ATTENDANCE_NAMES, AttendanceStatus
from kkr_desktop.model.participation import ANSWER_NAMES
from kkr_desktop.model.presence import Stay
from kkr_desktop.services.attendance import AttendanceRow, AttendanceSheet
from kkr_desktop.ui.widgets.headed_model import HeadedModel, Index

_AWAY = frozenset({AttendanceStatus.APOLOGY, AttendanceStatus.ABSENT})


class Column(IntEnum):
    """What the columns show."""

    NAME = 0
    PARTY = 1
    STATUS = 2
    ARRIVED = 3
    LEFT = 4
    SUBSTITUTE = 5
    ANSWER = 6
    MUNICIPALITY = 7


class AttendanceModel(HeadedModel):
    """Shows the seats that are looked for; edits are told, not done, here."""

    arrival_typed = Signal(int, str)  # membership, words
    departure_typed = Signal(int, str)
    substitute_chosen = Signal(int, object)  # membership, person or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = AttendanceSheet()
        self._rows: tuple[AttendanceRow, ...] = ()
        self._numbers: dict[str, str] = {}
        self._sought = ""
        self._can_edit = False

    def show(self, sheet: AttendanceSheet, *, can_edit: bool) -> None:
        """Show a meeting's attendance; the place is kept when the same seats are shown."""
        self._sheet, self._can_edit = sheet, can_edit
        self._numbers = {item.uid: item.number for item in sheet.items}
        self._show_rows()

    def seek(self, words: str) -> None:
        """Show only whose name, municipality or party begins with these words."""
        self._sought = words.strip().casefold()
        self._show_rows()

    def _show_rows(self) -> None:
        rows = tuple(row for row in self._sheet.rows if self._is_sought(row))
        same = [row.membership_id for row in rows] == [row.membership_id for row in self._rows]
        if same and rows:
            self._rows = rows
            last = self.index(len(rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _is_sought(self, row: AttendanceRow) -> bool:
        words = f"{row.name} {row.municipality} {row.party_letter}".casefold()
        return f" {words}".find(f" {self._sought}") >= 0

    def row_at(self, row: int) -> AttendanceRow:
        """Return what a row shows."""
        return self._rows[row]

    def rows(self) -> Sequence[AttendanceRow]:
        """Return all seats, also those that are not looked for."""
        return self._sheet.rows

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Name"),
            self.tr("Party"),
            self.tr("Status"),
            self.tr("Came"),
            self.tr("Left"),
            self.tr("Substitute"),
            self.tr("Reply"),
            self.tr("Municipality"),
        )

    def count(self) -> int:
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row, column = self._rows[index.row()], Column(index.column())
        if not self._can_edit:
            return shown
        if column in {Column.ARRIVED, Column.LEFT} and _stays(row):
            return shown | Qt.ItemFlag.ItemIsEditable
        takes_substitute = row.substitute is not None or (row.candidates and row.status in _AWAY)
        if column is Column.SUBSTITUTE and takes_substitute:
            return shown | Qt.ItemFlag.ItemIsUserCheckable
        return shown

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.SUBSTITUTE:
            if not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
                return None
            came = row.substitute is not None
            return Qt.CheckState.Checked if came else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.EditRole and column in {Column.ARRIVED, Column.LEFT}:
            return self._moment(_stays(row)[-1:], column, is_edited=True)
        if role == Qt.ItemDataRole.ForegroundRole and column is Column.SUBSTITUTE:
            if row.substitute is None:
                return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
            return None
        return self._cell(row, column) if role == Qt.ItemDataRole.DisplayRole else None

    def _cell(self, row: AttendanceRow, column: Column) -> str:
        match column:
            case Column.NAME if not row.is_member:
                return self.tr("{name} (no member that day)").format(name=row.name)
            case Column.NAME:
                return row.name
            case Column.PARTY:
                return row.party_letter
            case Column.MUNICIPALITY:
                return row.municipality
            case Column.ANSWER:
                return ANSWER_NAMES[row.answer] if row.answer else ""
            case Column.STATUS:
                return ATTENDANCE_NAMES[row.status] if row.status else ""
            case Column.SUBSTITUTE:
                return self._substitute(row)
            case _:
                return self._moment(_stays(row), column)

    def _substitute(self, row: AttendanceRow) -> str:
        if row.substitute is not None:
            return row.substitute.person.name
        if row.status in _AWAY and row.candidates:
            best = row.candidates[0]
            return f"{best.person.name}, {best.why}?"
        return ""

    def _moment(self, stays: Sequence[Stay], column: Column, *, is_edited: bool = False) -> str:
        """Say when someone came or left: the clock and the item of each time."""
        said: list[str] = []
        for stay in stays:
            at, uid = (
                (stay.arrived_at, stay.first)
                if column is Column.ARRIVED
                else (stay.left_at, stay.last)
            )
            number = self._numbers.get(uid or "", "")
            if is_edited:
                said.append(clock(at) if at else number)
            elif at:
                said.append(f"{clock(at)} ({number})" if number else clock(at))
            elif number:
                said.append(self.tr("item {number}").format(number=number))
        return "; ".join(said)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole:
            came = Qt.CheckState(value) is Qt.CheckState.Checked
            person = row.candidates[0].person.id if came and row.candidates else None
            self.substitute_chosen.emit(row.membership_id, person)
            return True
        if str(value) == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        typed = self.arrival_typed if column is Column.ARRIVED else self.departure_typed
        typed.emit(row.membership_id, str(value))
        return True


def _stays(row: AttendanceRow) -> tuple[Stay, ...]:
    if row.came:
        return row.stays
    return row.substitute.stays if row.substitute is not None else ()
