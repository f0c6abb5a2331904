"""A month on six weeks, with ISO weeks, holidays and meetings."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kkr_desktop.model.dates import WEEKDAYS, clock, weekday_date
from kkr_desktop.model.meetings import MeetingState
from kkr_desktop.services.calendar_days import CalendarDay
from kkr_desktop.services.planning import MeetingRow

_WEEK_WIDTH = 44
_HEADER_HEIGHT = 26
_PADDING = 5
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthView(QWidget):
    """Shows `CalendarDay`s; the chosen day moves by mouse and arrow keys."""

    day_chosen = Signal(object)  # date
    day_activated = Signal(object)  # date
    meeting_chosen = Signal(int)
    meeting_dropped = Signal(int, object)  # meeting id, date

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._days: tuple[CalendarDay, ...] = ()
        self._day = date.today()  # noqa: DTZ011
        self._body_id: int | None = None
        self._meeting_id: int | None = None
        self._dragged: int | None = None
        self._pressed_at = QPoint()

    def show_days(
        self, days: tuple[CalendarDay, ...], body_id: int | None, meeting_id: int | None
    ) -> None:
        """Show a month; the meetings of `body_id` stand out, and `meeting_id` most."""
        self._days = days
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
        chosen = next((shown for shown in self._days if shown.day == day), None)
        if chosen is not None:
            self.setAccessibleDescription(_spoken(chosen))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 440)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 320)

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
        self._pressed_at = position
        meeting = self._meeting_at(position)
        self._dragged = meeting.id if meeting is not None else None
        if meeting is not None and meeting.body_id == self._body_id:
            self.meeting_chosen.emit(meeting.id)
        day = self._day_at(position)
        if day is not None:
            self._go_to(day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop a meeting that was dragged to another day."""
        position = event.position().toPoint()
        day = self._day_at(position)
        moved = (position - self._pressed_at).manhattanLength() > 20
        if self._dragged is not None and moved and day is not None:
            held_on = self._day_at(self._pressed_at)
            if day != held_on:
                self.meeting_dropped.emit(self._dragged, day)
        self._dragged = None
        self.unsetCursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self.day_activated.emit(day)

    def event(self, event: QEvent) -> bool:
        """Tell in a tip what a day holds that its cell has no room for."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(event.pos())
            shown = next((one for one in self._days if one.day == day), None)
            QToolTip.showText(event.globalPos(), _spoken(shown) if shown is not None else "", self)
            return True
        return super().event(event)

    def _go_to(self, day: date) -> None:
        self.choose(day)
        self.day_chosen.emit(day)

    def _cell(self, index: int) -> QRect:
        row, column = divmod(index, 7)
        width = (self.width() - _WEEK_WIDTH - 1) / 7
        height = (self.height() - _HEADER_HEIGHT - 1) / 6
        left = _WEEK_WIDTH + round(column * width)
        top = _HEADER_HEIGHT + round(row * height)
        return QRect(
            left,
            top,
            _WEEK_WIDTH + round((column + 1) * width) - left,
            _HEADER_HEIGHT + round((row + 1) * height) - top,
        )

    def _day_at(self, position: QPoint) -> date | None:
        for index, shown in enumerate(self._days):
            if self._cell(index).contains(position):
                return shown.day
        return None

    def _chip(self, cell: QRect, position: int) -> QRect:
        height = self.fontMetrics().height() + 4
        top = cell.top() + height + 2 + position * (height + 2)
        return QRect(cell.left() + 3, top, cell.width() - 6, height)

    def _meeting_at(self, position: QPoint) -> MeetingRow | None:
        for index, shown in enumerate(self._days):
            for place, meeting in enumerate(shown.meetings):
                if self._chip(self._cell(index), place).contains(position):
                    return meeting
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().brush(QPalette.ColorRole.Base))
        self._paint_header(painter)
        for index, shown in enumerate(self._days):
            self._paint_day(painter, self._cell(index), shown)
        painter.end()

    def _paint_header(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        height = _HEADER_HEIGHT
        painter.drawText(
            QRect(0, 0, _WEEK_WIDTH, height), Qt.AlignmentFlag.AlignCenter, self.tr("Week")
        )
        for column, name in enumerate(WEEKDAYS):
            cell = self._cell(column)
            room = QRect(cell.left() + _PADDING, 0, cell.width(), height)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        for row in range(len(self._days) // 7):
            cell = self._cell(row * 7)
            room = QRect(0, cell.top(), _WEEK_WIDTH, self.fontMetrics().height() + 6)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(self._days[row * 7].week))

    def _paint_day(self, painter: QPainter, cell: QRect, shown: CalendarDay) -> None:
        role = QPalette.ColorRole
        is_free = bool(shown.holiday) or shown.day.weekday() >= 5
        if is_free:
            painter.fillRect(cell, self.palette().brush(role.Window))
        painter.setPen(self.palette().color(role.Midlight))
        painter.drawRect(cell)
        font = QFont(self.font())
        font.setBold(shown.day == date.today())  # noqa: DTZ011
        painter.setFont(font)
        painter.setPen(self.palette().color(role.Text if shown.in_month else role.PlaceholderText))
        line = self.fontMetrics().height() + 4
        top = QRect(cell.left() + _PADDING, cell.top() + 1, cell.width() - 2 * _PADDING, line)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, str(shown.day.day))
        self._paint_notes(painter, top, shown)
        for place, meeting in enumerate(shown.meetings):
            self._paint_meeting(painter, self._chip(cell, place), meeting)
        if shown.day == self._day:
            pen = painter.pen()
            pen.setColor(self.palette().color(role.Accent))
            pen.setWidth(2 if self.hasFocus() else 1)
            painter.setPen(pen)
            painter.drawRect(cell.adjusted(1, 1, -1, -1))

    def _paint_notes(self, painter: QPainter, line: QRect, shown: CalendarDay) -> None:
        """Write the holiday, or what else the day is, beside its number."""
        words = shown.holiday or (shown.notes[0] if shown.notes else "")
        if not words:
            return
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        room = line.adjusted(22, 0, 0, 0)
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, short)

    def _paint_meeting(self, painter: QPainter, chip: QRect, meeting: MeetingRow) -> None:
        role = QPalette.ColorRole
        is_own = meeting.body_id == self._body_id
        ground = role.Highlight if is_own else role.Midlight
        ink = role.HighlightedText if is_own else role.Text
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().brush(ground))
        painter.drawRoundedRect(chip, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        font = QFont(self.font())
        font.setStrikeOut(meeting.state is MeetingState.CANCELLED)
        font.setBold(meeting.id == self._meeting_id)
        painter.setFont(font)
        painter.setPen(self.palette().color(ink))
        words = f"{clock(meeting.starts_at)} {meeting.body_name.removeprefix('KKR ')}"
        room = chip.adjusted(4, 0, -3, 0)
        metrics = painter.fontMetrics()
        short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)


def months_later(day: date, months: int) -> date:
    """Return the same day of another month, or its last when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _spoken(shown: CalendarDay) -> str:
    meetings = [f"kl. {clock(meeting.starts_at)} {meeting.body_name}" for meeting in shown.meetings]
    words = [weekday_date(shown.day), shown.holiday, *shown.notes, *meetings]
    return ", ".join(word for word in words if word)
