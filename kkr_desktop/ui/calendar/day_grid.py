"""What the month and the year have in common: a chosen day among days that tell what they hold."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kkr_desktop.model.dates import clock, weekday_date
from kkr_desktop.services.calendar_days import CalendarDay
from kkr_desktop.services.planning import MeetingRow
from kkr_desktop.ui.widgets.plain_label import as_typed

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class DayGrid(QWidget):
    """Shows `CalendarDay`s; the chosen day moves by mouse and arrow keys."""

    day_chosen = Signal(object)  # date
    day_activated = Signal(object)  # date
    meeting_chosen = Signal(int)
    told = Signal(str)  # what the chosen day holds

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._days: tuple[CalendarDay, ...] = ()
        self._by_day: dict[date, CalendarDay] = {}
        self._day = date.today()  # noqa: DTZ011
        self._body_id: int | None = None
        self._meeting_id: int | None = None

    def show_days(
        self, days: tuple[CalendarDay, ...], body_id: int | None, meeting_id: int | None
    ) -> None:
        """Show days; the meetings of `body_id` stand out, and `meeting_id` most."""
        self._days = days
        self._by_day = {shown.day: shown for shown in days}
        self._body_id = body_id
        self._meeting_id = meeting_id
        self.update()

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    def choose(self, day: date) -> None:
        """Choose a day."""
        self._day = day
        chosen = self._by_day.get(day)
        if chosen is not None:
            self._tell(spoken(chosen))
        self.update()

    def _tell(self, words: str) -> None:
        self.setAccessibleDescription(words)
        self.told.emit(words)

    def day_at(self, position: QPoint) -> date | None:
        """Return the day that is drawn at a place."""
        raise NotImplementedError

    def meeting_at(self, position: QPoint) -> MeetingRow | None:
        """Return the meeting that is drawn at a place."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go_to(self._day + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._go_to(months_later(self._day, 1 if key is Qt.Key.Key_PageDown else -1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.day_activated.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        meeting = self.meeting_at(position)
        if meeting is not None and meeting.body_id == self._body_id:
            self.meeting_chosen.emit(meeting.id)
        day = self.day_at(position)
        if day is not None:
            self._go_to(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.day_activated.emit(day)

    def event(self, event: QEvent) -> bool:
        """Tell in a tip what a day holds that its cell has no room for."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            shown = self._by_day.get(day) if day is not None else None
            words = as_typed(spoken(shown)) if shown is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _go_to(self, day: date) -> None:
        self.choose(day)
        self.day_chosen.emit(day)


def months_later(day: date, months: int) -> date:
    """Return the same day of another month, or its last when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def spoken(shown: CalendarDay) -> str:
    """Return in words what a day holds."""
    meetings = [f"kl. {clock(meeting.starts_at)} {meeting.body_name}" for meeting in shown.meetings]
    words = [
        f"{weekday_date(shown.day)} (uge {shown.week})",
        shown.holiday,
        *shown.notes,
        *meetings,
        *shown.dispatches,
        *shown.others,
    ]
    return ", ".join(word for word in words if word)
