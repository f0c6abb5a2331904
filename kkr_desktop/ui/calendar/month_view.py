"""A month on six weeks, with ISO weeks, holidays and meetings."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette

from kkr_desktop.model.dates import WEEKDAYS, clock
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.calendar_days import CalendarDay
from kkr_desktop.services.planning import MeetingRow
from kkr_desktop.ui.calendar.cell_layout import Entry, Placed, laid_out
from kkr_desktop.ui.calendar.drag_grid import DragGrid

_WEEK_WIDTH = 40
_WORKING_DAYS = 5
_WEEKEND_SHARE = 0.6
_HEADER_HEIGHT = 26
_PADDING = 5
_NUMBER_WIDTH = 22
_ON_THE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class MonthView(DragGrid):
    """A month in large cells, in which a meeting is dragged to another day."""

    def sizeHint(self) -> QSize:
        return QSize(560, 440)

    def minimumSizeHint(self) -> QSize:
        return QSize(540, 300)

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

    def _placed(self, cell: QRect, entries: Sequence[Entry]) -> tuple[Placed, ...]:
        """Lay out what a day holds below its number."""
        top = cell.top() + self._line_height() + 2
        room = QRect(cell.left() + 3, top, cell.width() - 6, cell.bottom() - top - 2)
        return laid_out(entries, room)

    def _entries(self, cell: QRect, shown: CalendarDay) -> list[Entry]:
        dispatches = (f"◆\N{NO-BREAK SPACE}{words}" for words in shown.dispatches)
        notes = _notes(shown)[1 if self._note_beside(cell, shown) else 0 :]
        metrics = self.fontMetrics()
        return [
            *(self._entry_of(meeting) for meeting in self._held_on(shown)),
            *(Entry(words, metrics) for words in (*notes, *dispatches, *shown.others)),
        ]

    def _entry_of(self, meeting: MeetingRow) -> Entry:
        """Return an entry that is broken alike whether the meeting is the chosen one or not."""
        font = QFont(self.font())
        font.setBold(meeting.body_id == self._body_id)
        words = f"{clock(meeting.starts_at)} {meeting.short_name}"
        return Entry(words, QFontMetrics(font), meeting)

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 4

    def _note_beside(self, cell: QRect, shown: CalendarDay) -> str:
        """Return the holiday, or what else the day is, if it stands beside the number."""
        first = next(iter(_notes(shown)), "")
        width = self.fontMetrics().horizontalAdvance(first)
        return first if width <= self._beside_number(cell).width() else ""

    def _beside_number(self, cell: QRect) -> QRect:
        line = QRect(cell.left(), cell.top() + 1, cell.width(), self._line_height())
        return line.adjusted(_PADDING + _NUMBER_WIDTH, 0, -_PADDING, 0)

    def meeting_at(self, position: QPoint) -> MeetingRow | None:
        for index, shown in enumerate(self._days):
            cell = self._cell(index)
            if cell.contains(position):
                for placed in self._placed(cell, self._entries(cell, shown)):
                    if placed.room.contains(position):
                        return placed.entry.meeting
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
        top = QRect(cell.left() + _PADDING, cell.top() + 1, cell.width(), self._line_height())
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, str(shown.day.day))
        painter.setFont(self.font())
        painter.setPen(self.palette().color(role.PlaceholderText))
        entries = self._entries(cell, shown)
        placed = self._placed(cell, entries)
        left_out = f"+{len(entries) - len(placed)}" if len(placed) < len(entries) else ""
        beside = f"{self._note_beside(cell, shown)} {left_out}".strip()
        painter.drawText(self._beside_number(cell), _ON_THE_RIGHT, beside)
        for one in placed:
            self._paint_entry(painter, one)
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

    def _paint_entry(self, painter: QPainter, placed: Placed) -> None:
        role, meeting = QPalette.ColorRole, placed.entry.meeting
        font, ink = QFont(self.font()), role.PlaceholderText
        if meeting is not None:
            is_own = meeting.body_id == self._body_id
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().brush(role.Highlight if is_own else role.Midlight))
            painter.drawRoundedRect(placed.room, 3, 3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ink = role.HighlightedText if is_own else role.Text
            font.setStrikeOut(meeting.state is MeetingState.CANCELLED)
            font.setBold(meeting.id == self._meeting_id)
        painter.setFont(font)
        painter.setPen(self.palette().color(ink))
        room = placed.room.adjusted(3, 2, 0, -2)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, "\n".join(placed.lines))


def _notes(shown: CalendarDay) -> list[str]:
    return [words for words in (shown.holiday, *shown.notes) if words]
