"""How small days are marked: each mark has a shape and a colour of its own."""

from collections.abc import Iterator
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF

from kkr_desktop.documents.wheel_shapes import Ink
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import CalendarBlockKind
from kkr_desktop.services.calendar_days import CalendarDay
from kkr_desktop.ui.inks import colour_of

_SCHOOL = {CalendarBlockKind.SCHOOL_HOLIDAY, CalendarBlockKind.VACATION}
_EVENTS = {CalendarBlockKind.EVENT, CalendarBlockKind.ELECTION, CalendarBlockKind.DEADLINE}


class Mark(IntEnum):
    """What a small day can show; those with the greater number are drawn upon the others."""

    SCHOOL_HOLIDAY = 0
    HOLIDAY = 1
    EVENT = 2
    DISPATCH = 3
    OTHER_MEETING = 4
    MEETING = 5


def marks_of(shown: CalendarDay, body_id: int | None) -> Iterator[Mark]:
    """Yield the marks of a day, in the order in which they are drawn."""
    meetings = [row for row in shown.meetings if row.state is not MeetingState.CANCELLED]
    is_own = any(row.body_id == body_id for row in meetings)
    if shown.kinds & _SCHOOL:
        yield Mark.SCHOOL_HOLIDAY
    if shown.holiday:
        yield Mark.HOLIDAY
    if shown.kinds & _EVENTS:
        yield Mark.EVENT
    if shown.dispatches:
        yield Mark.DISPATCH
    if meetings:
        yield Mark.MEETING if is_own else Mark.OTHER_MEETING


def paint_mark(painter: QPainter, mark: Mark, cell: QRectF, palette: QPalette) -> None:
    """Draw a mark in the cell of a day, before the day's number."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = min(cell.width(), cell.height())
    middle = cell.center()
    match mark:
        case Mark.SCHOOL_HOLIDAY:
            height = max(side * 0.11, 2.0)
            bar = QRectF(cell.left(), cell.bottom() - height, cell.width(), height)
            painter.fillRect(bar, colour_of(Ink.SCHOOL_HOLIDAY))
        case Mark.HOLIDAY:
            ground = colour_of(Ink.HOLIDAY)
            ground.setAlphaF(0.16)
            painter.fillRect(cell.adjusted(1, 1, -1, -1), ground)
        case Mark.EVENT:
            painter.setBrush(colour_of(Ink.EVENT))
            corner, size = middle + QPointF(side * 0.66, -side * 0.5), side * 0.32
            painter.drawPolygon(
                QPolygonF([corner, corner - QPointF(size, 0), corner + QPointF(0, size)])
            )
        case Mark.DISPATCH:
            painter.setBrush(palette.color(QPalette.ColorRole.Accent))
            size = side * 0.16
            painter.drawPolygon(_diamond(middle + QPointF(-side * 0.56, -side * 0.3), size))
        case Mark.OTHER_MEETING:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 1.5))
            painter.drawEllipse(middle, side * 0.42, side * 0.42)
        case Mark.MEETING:
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawEllipse(middle, side * 0.46, side * 0.46)


def number_colour(marks: set[Mark], palette: QPalette, *, is_weekend: bool) -> QColor:
    """Return the colour of the day's number upon its marks."""
    if Mark.MEETING in marks:
        return palette.color(QPalette.ColorRole.HighlightedText)
    if Mark.HOLIDAY in marks:
        return colour_of(Ink.HOLIDAY)
    role = QPalette.ColorRole
    return palette.color(role.PlaceholderText if is_weekend else role.Text)


def _diamond(middle: QPointF, size: float) -> QPolygonF:
    steps = ((0, -size), (size, 0), (0, size), (-size, 0))
    return QPolygonF([middle + QPointF(*step) for step in steps])
