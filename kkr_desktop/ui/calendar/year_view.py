"""A year as twelve small months, with ISO weeks, Monday first."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from kkr_desktop.model.dates import MONTHS, WEEKDAYS
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.calendar_days import CalendarDay
from kkr_desktop.services.planning import MeetingRow
from kkr_desktop.ui.calendar.day_marks import Mark, marks_of, number_colour, paint_mark
from kkr_desktop.ui.calendar.drag_grid import DragGrid

_MARGIN = 12.0
_GAP = 18.0
_ROWS = 8  # the month's name, the weekdays, six weeks
_COLUMNS = 8  # the week, seven days
_MOST_CELL = 34.0
_SATURDAY = 5
_BESIDE_MARK, _BETWEEN_MARKS = 6, 20
_LEAST_SEEN, _AROUND = 240, 40


class YearView(DragGrid):
    """Twelve small months, in which a meeting is dragged to another day, and what marks mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def sizeHint(self) -> QSize:
        return QSize(980, 620)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 460)

    def _across(self) -> int:
        """Return how many months stand side by side."""
        return 4 if self.width() >= self.height() * 1.15 else 3

    def _legend_height(self) -> float:
        return len(self._legend_lines()) * (self.fontMetrics().height() + 4.0) + 10.0

    def _legend_lines(self) -> list[list[tuple[Mark, str]]]:
        """Return what marks mean, on as many lines as the width asks for."""
        lines: list[list[tuple[Mark, str]]] = [[]]
        left = _MARGIN
        for mark, words in self.legend().items():
            width = self._legend_width(words)
            if lines[-1] and left + width > self.width() - _MARGIN:
                lines.append([])
                left = _MARGIN
            lines[-1].append((mark, words))
            left += width + _BETWEEN_MARKS
        return lines

    def _legend_width(self, words: str) -> float:
        metrics = self.fontMetrics()
        return metrics.height() + _BESIDE_MARK + metrics.horizontalAdvance(words) + 2.0

    def _month_room(self, month: int) -> QRectF:
        across = self._across()
        down = 12 // across
        width = (self.width() - 2 * _MARGIN - (across - 1) * _GAP) / across
        height = (
            self.height() - 2 * _MARGIN - self._legend_height() - (down - 1) * _GAP * 0.6
        ) / down
        row, column = divmod(month - 1, across)
        return QRectF(
            _MARGIN + column * (width + _GAP), _MARGIN + row * (height + _GAP * 0.6), width, height
        )

    def _cell(self, month: int, row: int, column: int) -> QRectF:
        """Return a cell of a month; row 0 has its name, row 1 the weekdays, column 0 the weeks."""
        room = self._month_room(month)
        width = min(room.width() / _COLUMNS, _MOST_CELL * 1.5)
        height = min(room.height() / _ROWS, _MOST_CELL)
        left = room.left() + (room.width() - width * _COLUMNS) / 2
        return QRectF(left + column * width, room.top() + row * height, width, height)

    def _cell_of(self, day: date) -> QRectF:
        before = date(day.year, day.month, 1).weekday()
        week, weekday = divmod(before + day.day - 1, 7)
        return self._cell(day.month, week + 2, weekday + 1)

    def place_of(self, day: date) -> QPoint:
        """Return the middle of where a day of the year is drawn."""
        return self._cell_of(day).center().toPoint()

    def day_at(self, position: QPoint) -> date | None:
        for month in range(1, 13) if self._days else ():
            first = self._cell(month, 2, 1)
            column = int((position.x() - first.left()) // first.width())
            row = int((position.y() - first.top()) // first.height())
            if 0 <= column < 7 and 0 <= row < _ROWS - 2:
                opening = date(self._days[0].day.year, month, 1)
                day = opening + timedelta(days=7 * row + column - opening.weekday())
                return day if day.month == month and day in self._by_day else None
        return None

    def meeting_at(self, position: QPoint) -> MeetingRow | None:
        day = self.day_at(position)
        return self.own_meeting(day) if day is not None else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_frame(painter, month)
        for shown in self._days:
            self._paint_day(painter, shown)
        self._paint_legend(painter)
        painter.end()

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.85, 7.0))
        return font

    def _paint_frame(self, painter: QPainter, month: int) -> None:
        """Write the month's name and its weekdays."""
        role = QPalette.ColorRole
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.palette().color(role.Text))
        name = self._cell(month, 0, 1)
        name.setWidth(name.width() * 7)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, MONTHS[month - 1].capitalize())
        painter.setFont(self._small())
        painter.setPen(self.palette().color(role.PlaceholderText))
        for column, weekday in enumerate(WEEKDAYS, 1):
            cell = self._cell(month, 1, column)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, weekday[0].upper())

    def _paint_day(self, painter: QPainter, shown: CalendarDay) -> None:
        role, cell = QPalette.ColorRole, self._cell_of(shown.day)
        if shown.day.weekday() == 0 or shown.day.day == 1:
            first = QRectF(
                self._cell(shown.day.month, 0, 0).left(), cell.top(), cell.width(), cell.height()
            )
            painter.setFont(self._small())
            painter.setPen(self.palette().color(role.PlaceholderText))
            painter.drawText(first, Qt.AlignmentFlag.AlignCenter, str(shown.week))
        if shown.day == self._target:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().brush(role.Mid))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 3, 3)
        marks = set(marks_of(shown, self._body_id))
        for mark in sorted(marks):
            paint_mark(painter, mark, cell, self.palette())
        font = QFont(self.font())
        is_today = shown.day == date.today()  # noqa: DTZ011
        font.setBold(is_today or bool(marks & {Mark.MEETING, Mark.HOLIDAY}))
        font.setUnderline(is_today)
        font.setStrikeOut(
            bool(shown.meetings)
            and all(row.state is MeetingState.CANCELLED for row in shown.meetings)
        )
        painter.setFont(font)
        is_weekend = shown.day.weekday() >= _SATURDAY
        painter.setPen(number_colour(marks, self.palette(), is_weekend=is_weekend))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(shown.day.day))
        if shown.day == self._day:
            width = 2.0 if self.hasFocus() else 1.0
            painter.setPen(QPen(self.palette().color(role.Accent), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 3, 3)

    def legend(self) -> dict[Mark, str]:
        """Return what each mark means."""
        return {
            Mark.MEETING: self.tr("Meeting"),
            Mark.OTHER_MEETING: self.tr("Meeting of another body"),
            Mark.DISPATCH: self.tr("Agenda goes out"),
            Mark.HOLIDAY: self.tr("Public holiday"),
            Mark.SCHOOL_HOLIDAY: self.tr("School holiday"),
            Mark.EVENT: self.tr("Event or outside deadline"),
        }

    def _paint_legend(self, painter: QPainter) -> None:
        """Say at the foot what the marks mean."""
        side = float(self.fontMetrics().height())
        top = self.height() - self._legend_height() + 2
        painter.setFont(self.font())
        for line in self._legend_lines():
            left = _MARGIN
            for mark, words in line:
                paint_mark(painter, mark, QRectF(left, top, side, side), self.palette())
                painter.setPen(self.palette().color(QPalette.ColorRole.Text))
                width = self._legend_width(words)
                room = QRectF(left + side + _BESIDE_MARK, top, width, side)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
                left += width + _BETWEEN_MARKS
            top += side + 4


class YearArea(QScrollArea):
    """Holds a year where there may be too little room for it, and keeps the chosen day in sight."""

    def __init__(self, year: YearView) -> None:
        super().__init__()
        self._year = year
        self.setWidget(year)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(_LEAST_SEEN)
        year.day_chosen.connect(self.keep_in_sight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen day in sight."""
        super().resizeEvent(event)
        self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Scroll as little as brings the chosen day into sight."""
        place = self._year.place_of(self._year.day)
        self.ensureVisible(place.x(), place.y(), _AROUND, _AROUND)
