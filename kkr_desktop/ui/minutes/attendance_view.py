"""Who took part: a table where one key says how."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.dates import clock
from kkr_desktop.model.errors import InvalidValue, KkrError
from kkr_desktop.model.minutes import ATTENDANCE_NAMES, AttendanceStatus
from kkr_desktop.services.attendance import (
    AttendanceRow,
    attendance,
    everybody_present,
    set_row,
    set_status,
    totals,
)
from kkr_desktop.services.written import T, Written
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.row_table import RowTable
from kkr_desktop.ui.workspace import Workspace

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_KEYS = {
    Qt.Key.Key_T: AttendanceStatus.PRESENT,
    Qt.Key.Key_V: AttendanceStatus.ONLINE,
    Qt.Key.Key_A: AttendanceStatus.APOLOGY,
    Qt.Key.Key_U: AttendanceStatus.ABSENT,
    Qt.Key.Key_Delete: None,
}
_CAME = {AttendanceStatus.PRESENT, AttendanceStatus.ONLINE}


class Column(IntEnum):
    """What the columns show."""

    NAME = 0
    PARTY = 1
    MUNICIPALITY = 2
    STATUS = 3
    ARRIVED = 4
    LEFT = 5
    SUBSTITUTE = 6


class AttendanceModel(QAbstractTableModel):
    """The members as on the day of the meeting; edits are told, not done, here."""

    row_edited = Signal(object)  # AttendanceRow
    refused = Signal(object)  # KkrError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AttendanceRow, ...] = ()
        self._can_edit = False

    def set_rows(self, rows: Sequence[AttendanceRow], *, can_edit: bool) -> None:
        """Show rows; the place in the table is kept when they are the same members."""
        same = [row.membership_id for row in rows] == [row.membership_id for row in self._rows]
        self._can_edit = can_edit
        if same and rows:
            self._rows = tuple(rows)
            last = self.index(len(rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> AttendanceRow:
        """Return what a row shows."""
        return self._rows[row]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self._rows[index.row()]
        column = Column(index.column())
        if self._can_edit and column in {Column.ARRIVED, Column.LEFT} and row.status in _CAME:
            return shown | Qt.ItemFlag.ItemIsEditable
        takes_substitute = row.possible_substitute is not None and row.status not in {*_CAME, None}
        if self._can_edit and column is Column.SUBSTITUTE and takes_substitute:
            return shown | Qt.ItemFlag.ItemIsUserCheckable
        return shown

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.SUBSTITUTE:
            if not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
                return None
            came = row.substitute_id is not None
            return Qt.CheckState.Checked if came else Qt.CheckState.Unchecked
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return None
        possible = row.possible_substitute[1] if row.possible_substitute else ""
        cells = {
            Column.NAME: row.name,
            Column.PARTY: row.party_letter,
            Column.MUNICIPALITY: row.municipality,
            Column.STATUS: ATTENDANCE_NAMES[row.status] if row.status else "",
            Column.ARRIVED: clock(row.arrived_at) if row.arrived_at else "",
            Column.LEFT: clock(row.left_at) if row.left_at else "",
            Column.SUBSTITUTE: row.substitute_name or possible,
        }
        return cells[column]

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole:
            possible = row.possible_substitute
            came = Qt.CheckState(value) is Qt.CheckState.Checked
            substitute = possible[0] if came and possible else None
            self.row_edited.emit(replace(row, substitute_id=substitute))
            return True
        try:
            moment = _read_clock(str(value))
        except InvalidValue as error:
            self.refused.emit(error)
            return False
        field = "arrived_at" if column is Column.ARRIVED else "left_at"
        self.row_edited.emit(replace(row, **{field: moment}))
        return True

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
            Column.NAME: self.tr("Name"),
            Column.PARTY: self.tr("Party"),
            Column.MUNICIPALITY: self.tr("Municipality"),
            Column.STATUS: self.tr("Status"),
            Column.ARRIVED: self.tr("Came at"),
            Column.LEFT: self.tr("Left at"),
            Column.SUBSTITUTE: self.tr("Substitute"),
        }[Column(section)]


def _read_clock(text: str) -> time | None:
    """Read "10.15", "10:15", "1015" or "10"; nothing is no time. Raises InvalidValue."""
    digits = text.strip().replace(":", ".").replace(".", " ").split()
    if not digits:
        return None
    joined = "".join(digits)
    if len(digits) == 1 and len(joined) > 2:
        digits = [joined[:-2], joined[-2:]]
    try:
        hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
        return time(hour, minute)
    except ValueError as error:
        raise InvalidValue(
            "Klokkeslæt", f"»{text}« er ikke et klokkeslæt. Skriv fx 10.15."
        ) from error


class _Table(RowTable):
    """A table that tells which key was pressed for the chosen rows."""

    status_typed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and key in _KEYS and self.state() != QAbstractItemView.State.EditingState:
            self.status_typed.emit(_KEYS[key])
            return
        super().keyPressEvent(event)


class AttendanceView(QWidget):
    """Attendance of the chosen meeting. Everything is written at once."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._meeting_id: int | None = None
        self.model = AttendanceModel(self)
        self.table = _Table()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Attendance"))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.totals = QLabel()
        self._buttons: list[QPushButton] = []
        self._lay_out()
        self.table.status_typed.connect(self.set_status)
        self.model.row_edited.connect(self._write_row)
        self.model.refused.connect(self._tell_refusal)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        everybody = QPushButton(self.tr("&Everybody present"))
        everybody.setToolTip(self.tr("Marks as present everybody of whom nothing is noted yet."))
        everybody.clicked.connect(self.mark_everybody)
        row.addWidget(everybody)
        self._buttons.append(everybody)
        for status, words in (
            (AttendanceStatus.PRESENT, self.tr("Present (T)")),
            (AttendanceStatus.ONLINE, self.tr("Online (V)")),
            (AttendanceStatus.APOLOGY, self.tr("Apology (A)")),
            (AttendanceStatus.ABSENT, self.tr("Absent (U)")),
        ):
            button = QPushButton(words)
            button.clicked.connect(self._status_setter(status))
            row.addWidget(button)
            self._buttons.append(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.totals)

    def _status_setter(self, status: AttendanceStatus) -> Callable[[], None]:
        def run() -> None:
            self.set_status(status)

        return run

    def show_meeting(self, meeting_id: int | None, *, can_edit: bool) -> None:
        """Show who took part in a meeting."""
        self._meeting_id = meeting_id
        rows = attendance(self._workspace.database, meeting_id) if meeting_id is not None else ()
        self.model.set_rows(rows, can_edit=can_edit)
        for button in self._buttons:
            button.setEnabled(can_edit and bool(rows))
        counted = totals(rows)
        told = [
            self.tr("{count} present").format(count=counted.present),
            self.tr("{count} online").format(count=counted.online),
            self.tr("{count} apologies").format(count=counted.apologies),
            self.tr("{count} absent").format(count=counted.absent),
        ]
        if counted.unknown:
            told.append(self.tr("{count} not noted").format(count=counted.unknown))
        self.totals.setText(" · ".join(told))

    def set_status(self, status: AttendanceStatus | None) -> None:
        """Note how the chosen members took part, and go on to the next."""
        meeting_id = self._meeting_id
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        if meeting_id is None or not chosen:
            return
        members = [self.model.row_at(row).membership_id for row in chosen]
        database = self._workspace.database
        self._try(lambda: set_status(database, meeting_id, members, status))
        if len(chosen) == 1 and chosen[0] + 1 < self.model.rowCount():
            self.table.selectRow(chosen[0] + 1)

    def mark_everybody(self) -> None:
        """Note everybody of whom nothing is known as present."""
        meeting_id = self._meeting_id
        if meeting_id is not None:
            self._try(lambda: everybody_present(self._workspace.database, meeting_id))

    def _write_row(self, row: AttendanceRow) -> None:
        meeting_id = self._meeting_id
        if meeting_id is not None:
            self._try(lambda: set_row(self._workspace.database, meeting_id, row))

    def _tell_refusal(self, error: KkrError) -> None:
        show_error(self, error)

    def _try(self, write: Callable[[], Written[T]]) -> None:
        try:
            self._workspace.announcer.announce(write())
        except KkrError as error:
            show_error(self, error)
