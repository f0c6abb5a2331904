"""A month on six weeks, with ISO weeks, holidays and meetings."""

from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette

from kkr_desktop.model.dates import WEEKDAYS, clock
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.calendar_days import CalendarDay
from kkr_desktop.services.planning import MeetingRow
from kkr_desktop.ui.calendar.drag_grid import DragGrid

_WEEK_WIDTH = 40
_WORKING_DAYS = 5
_WEEKEND_SHARE = 0.6
_HEADER_HEIGHT = 26
_PADDING = 5


class MonthView(DragGrid):
    """A month in large cells, in which a meeting is dragged to another day."""

    def sizeHint(self) -> QSize:
        return QSize(560, 440)

    def minimumSizeHint(self) -> QSize:
        return QSize(540, 320)

    def _cell(self, index: int) -> QRect:
        row, column = divmod(index, 7)
        height = (self.height() - _HEADER_HEIGHT - 1) / 6
        left, right = self._edge(column), self._edge(column + 1)
        top = _HEADER_HEIGHT + round(row * height)
        return QRect(left, top, right - left, _HEADER_HEIGHT + round((row + 1) * height) - top)

    def _edge(self, column: int) -> int:
        """Return where a day's column begins; those of the weekend are narrow."""
        widths = [1.0] * _WORKING_DAYS + [_WEEKEND_SHARE] * (7 - _WORKING_DAYS)
        room = self.width() - _WEEK_WIDTH - 1
        return _WEEK_WIDTH + round(room * sum(widths[:column]) / sum(widths))

    def day_at(self, position: QPoint) -> date | None:
        for index, shown in enumerate(self._days):
            if self._cell(index).contains(position):
                return shown.day
        return None

    def _chip(self, cell: QRect, position: int) -> QRect:
        height = self.fontMetrics().height() + 4
        top = cell.top() + height + 2 + position * (height + 2)
        return QRect(cell.left() + 3, top, cell.width() - 6, height)

    def meeting_at(self, position: QPoint) -> MeetingRow | None:
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
            room.setRight(cell.right())
            metrics = self.fontMetrics()
            short = name if metrics.horizontalAdvance(name) < room.width() else name[:3]
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)
        for row in range(len(self._days) // 7):
            cell = self._cell(row * 7)
            room = QRect(0, cell.top(), _WEEK_WIDTH, self.fontMetrics().height() + 6)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(self._days[row * 7].week))

    def _paint_day(self, painter: QPainter, cell: QRect, shown: CalendarDay) -> None:
        role = QPalette.ColorRole
        is_free = bool(shown.holiday) or shown.day.weekday() >= 5
        if is_free:
            painter.fillRect(cell, self.palette().brush(role.Window))
        if shown.day == self._target:
            painter.fillRect(cell, self.palette().brush(role.Midlight))
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
        held = self._held_on(shown)
        for place, meeting in enumerate(held):
            self._paint_meeting(painter, self._chip(cell, place), meeting)
        self._paint_lines(painter, cell, shown, len(held))
        if shown.day == self._day:
            pen = painter.pen()
            pen.setColor(self.palette().color(role.Accent))
            pen.setWidth(2 if self.hasFocus() else 1)
            painter.setPen(pen)
            painter.drawRect(cell.adjusted(1, 1, -1, -1))

    def _held_on(self, shown: CalendarDay) -> tuple[MeetingRow, ...]:
        """Return the meetings of a day, and the one that is about to be moved to it."""
        if self._dragged is None or shown.day != self._target:
            return shown.meetings
        rest = (meeting for meeting in shown.meetings if meeting.id != self._dragged.id)
        return (*rest, self._dragged)

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

    def _paint_lines(self, painter: QPainter, cell: QRect, shown: CalendarDay, first: int) -> None:
        """Write below the meetings what else the day holds, as far as there is room."""
        lines = [f"◆ {words}" for words in shown.dispatches]
        lines += shown.others
        rooms = [self._chip(cell, first + place) for place in range(len(lines))]
        fitting = sum(room.bottom() <= cell.bottom() for room in rooms)
        if fitting < len(lines):
            fitting = max(fitting - 1, 0)
            lines[fitting:] = [f"+{len(lines) - fitting}"]
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        for room, words in zip(rooms, lines, strict=False):
            if room.bottom() <= cell.bottom():
                line = room.adjusted(2, 0, -2, 0)
                short = self.fontMetrics().elidedText(
                    words, Qt.TextElideMode.ElideRight, line.width()
                )
                painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, short)

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
        words = f"{clock(meeting.starts_at)} {meeting.short_name}"
        room = chip.adjusted(4, 0, -3, 0)
        metrics = painter.fontMetrics()
        short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)
