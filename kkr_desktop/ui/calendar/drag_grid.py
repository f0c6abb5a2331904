"""Days among which a meeting is dragged to another."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kkr_desktop.services.planning import MeetingRow
from kkr_desktop.ui.calendar.day_grid import DayGrid

_DRAG_DISTANCE = 12


class DragGrid(DayGrid):
    """A grid whose meetings can be dragged; Escape lets go without moving anything."""

    meeting_dropped = Signal(int, object)  # meeting id, date
    drag_moved = Signal(int, object)  # meeting id, the date it is held over

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged: MeetingRow | None = None
        self._target: date | None = None
        self._pressed_at = QPoint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        self._dragged = self.meeting_at(self._pressed_at)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the day that a dragged meeting would be moved to."""
        position = event.position().toPoint()
        if self._dragged is None or not self._is_far(position):
            return
        target = self.day_at(position)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if target != self._target:
            self._target = target
            self.update()
            if target is not None:
                self.drag_moved.emit(self._dragged.id, target)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop a meeting that was dragged to another day."""
        position = event.position().toPoint()
        meeting, day = self._dragged, self.day_at(position)
        self._let_go()
        if meeting is None or day is None or not self._is_far(position):
            return
        if day != meeting.held_on:
            self.meeting_dropped.emit(meeting.id, day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._dragged is not None:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> None:
        self._dragged = self._target = None
        self.unsetCursor()
        self.update()

    def _is_far(self, position: QPoint) -> bool:
        return (position - self._pressed_at).manhattanLength() > _DRAG_DISTANCE
