"""The table of who took part: letters are pressed for the chosen rows, and columns fit the room."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.participation import Answer
from kkr_desktop.ui.minutes.attendance_model import AttendanceModel, Column
from kkr_desktop.ui.widgets.row_table import RowTable

STATUSES: Mapping[Qt.Key, AttendanceStatus | None] = {
    Qt.Key.Key_T: AttendanceStatus.PRESENT,
    Qt.Key.Key_V: AttendanceStatus.ONLINE,
    Qt.Key.Key_A: AttendanceStatus.APOLOGY,
    Qt.Key.Key_U: AttendanceStatus.ABSENT,
    Qt.Key.Key_Delete: None,
}
ANSWERS: Mapping[Qt.Key, Answer | None] = {
    Qt.Key.Key_J: Answer.COMING,
    Qt.Key.Key_O: Answer.ONLINE,
    Qt.Key.Key_N: Answer.NOT_COMING,
    Qt.Key.Key_Backspace: None,
}

_FEWEST_ROWS = 5
_BEFORE_THE_MEETING = (Column.ANSWER, Column.MUNICIPALITY)
_IN_THE_ROOM = (Column.NAME, Column.STATUS, Column.ARRIVED, Column.LEFT)
_LETTERS_OF_SUBSTITUTE = 14


class AttendanceTable(RowTable):
    """Tells which letter was pressed for the chosen rows.

    `is_narrow` leaves out what is for before the meeting.
    """

    letter_pressed = Signal(object)  # Qt.Key

    def __init__(self, model: AttendanceModel, *, is_narrow: bool) -> None:
        super().__init__()
        self._is_narrow = is_narrow
        self.setModel(model)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in _BEFORE_THE_MEETING:
            self.setColumnHidden(column, is_narrow)

    def fit_type(self) -> None:
        """Make the rows as high as the type asks for, and keep room for some of them."""
        self.fit_rows()
        rows = self.verticalHeader().defaultSectionSize() * _FEWEST_ROWS
        self.setMinimumHeight(rows + self.horizontalHeader().sizeHint().height())
        self.fit_columns()

    def fit_columns(self) -> None:
        """Have all columns in view while there is any room: first the party gives way.

        The totals below tell the party balance.
        """
        if not self._is_narrow:
            return
        substitute = _LETTERS_OF_SUBSTITUTE * self.fontMetrics().averageCharWidth()
        room = self.viewport().width() - substitute - sum(map(self._width_of, _IN_THE_ROOM))
        self.setColumnHidden(Column.PARTY, room < self._width_of(Column.PARTY))
        mode = QHeaderView.ResizeMode
        self.horizontalHeader().setSectionResizeMode(
            Column.SUBSTITUTE, mode.Stretch if room >= 0 else mode.ResizeToContents
        )

    def _width_of(self, column: Column) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_editing = self.state() == QAbstractItemView.State.EditingState
        is_letter = Qt.Key.Key_A <= key <= Qt.Key.Key_Z or key == Qt.Key.Key_Space
        if plain and not is_editing and (is_letter or key in {*STATUSES, *ANSWERS}):
            self.letter_pressed.emit(key)
            return
        super().keyPressEvent(event)
