"""Days among which a meeting is moved to another, by dragging it or with the keys."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from kkr_desktop.model.dates import weekday_date
from kkr_desktop.services.planning import MeetingRow
from kkr_desktop.ui.calendar.day_grid import DayGrid

_DRAG_DISTANCE = 12


class DragGrid(DayGrid):
    """A grid whose meetings are dragged, or picked up with Space and carried by the arrow keys.

    Escape lets go without moving anything.
    """

    meeting_dropped = Signal(int, object)  # meeting id, date
    drag_moved = Signal(int, object)  # meeting id, the date it is held over

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged: MeetingRow | None = None
        self._target: date | None = None
        self._pressed_at = QPoint()
        self._is_carried = False
        pick_up = QAction(self.tr("Pick up the meeting of the day, and put it down"), self)
        pick_up.setShortcut(QKeySequence(Qt.Key.Key_Space))
        pick_up.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        pick_up.triggered.connect(self._pick_up_or_put_down)
        self.addAction(pick_up)

    def own_meeting(self, day: date) -> MeetingRow | None:
        """Return the meeting of the chosen body on a day."""
        shown = self._by_day.get(day)
        rows = shown.meetings if shown is not None else ()
        return next((row for row in rows if row.body_id == self._body_id), None)

    def _pick_up_or_put_down(self) -> None:
        if self._is_carried:
            self._put_down()
            return
        meeting = self.own_meeting(self._day)
        if meeting is not None:
            self._dragged, self._is_carried = meeting, True
            self._carry_to(self._day)

    def _carry_to(self, day: date) -> None:
        """Show, and tell those who do not see it, where the meeting would be put down."""
        self._target = day
        self._tell(
            self.tr("The meeting would move to {day}. Space puts it down, Escape lets go.").format(
                day=weekday_date(day)
            )
        )
        self.update()
        if self._dragged is not None:
            self.drag_moved.emit(self._dragged.id, day)

    def _put_down(self) -> None:
        meeting, day = self._dragged, self._day
        self._let_go()
        self.choose(day)
        if meeting is not None and day != meeting.held_on:
            self.meeting_dropped.emit(meeting.id, day)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of a meeting that was picked up, when the work goes on elsewhere."""
        if self._is_carried:
            self._let_go()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._let_go()
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
        key, meeting = event.key(), self._dragged
        if key == Qt.Key.Key_Escape and meeting is not None:
            was_carried = self._is_carried
            self._let_go()
            if was_carried:
                self._go_to(meeting.held_on)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._is_carried:
            self._put_down()
        else:
            super().keyPressEvent(event)
            if self._is_carried:
                self._carry_to(self._day)

    def _let_go(self) -> None:
        was_elsewhere = self._target is not None
        self._dragged = self._target = None
        self._is_carried = False
        self.unsetCursor()
        self.update()
        if was_elsewhere:
            self.choose(self._day)

    def _is_far(self, position: QPoint) -> bool:
        return (position - self._pressed_at).manhattanLength() > _DRAG_DISTANCE
