"""The year wheel on the screen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kkr_desktop.documents.wheel_shapes import (
    Anchor,
    Dot,
    Ink,
    Label,
    Line,
    Point,
    Ring,
    Sector,
    Shape,
)
from kkr_desktop.documents.year_content import YearContent
from kkr_desktop.documents.year_wheel import year_wheel
from kkr_desktop.ui.inks import colour_of

_MARGIN = 10
_LEGIBLE = 0.8
"""How high letters are at the least if there is room, as a share of those of the window."""
_TURNS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
}


class WheelView(QWidget):
    """Shows a year as a wheel; the list beside it, or the poster, tells the same in words."""

    year_turned = Signal(int)  # by how many years

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._content: YearContent | None = None
        self._shapes: tuple[Shape, ...] = ()

    def show_year(self, content: YearContent) -> None:
        """Show a year."""
        self._content = content
        self.setAccessibleDescription(". ".join(meeting.when for meeting in content.meetings))
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 300)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn to another year with the arrow keys, or Page Up and Page Down."""
        years = _TURNS.get(Qt.Key(event.key()))
        if years is None:
            super().keyPressEvent(event)
        else:
            self.year_turned.emit(years)

    def _arrange(self) -> None:
        if self._content is not None:
            width, height = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
            legible = QFontInfo(self.font()).pixelSize() * _LEGIBLE
            self._shapes = year_wheel(self._content, width, height, self._measure, legible)
        self.update()

    def _font(self, size: float, *, is_strong: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(round(size), 1))
        font.setBold(is_strong)
        return font

    def _measure(self, text: str, size: float, is_strong: bool) -> float:  # noqa: FBT001
        return QFontMetricsF(self._font(size, is_strong=is_strong)).horizontalAdvance(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_MARGIN, _MARGIN)
        for shape in self._shapes:
            self._paint(painter, shape)
        painter.end()

    def _paint(self, painter: QPainter, shape: Shape) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        match shape:
            case Sector():
                painter.fillPath(_path(shape), colour_of(shape.ink))
            case Line(points, width, ink):
                painter.setPen(_pen(ink, width))
                painter.drawPolyline([QPointF(*point) for point in points])
            case Ring(centre, radius, width, ink):
                painter.setPen(_pen(ink, width))
                painter.drawEllipse(QPointF(*centre), radius, radius)
            case Dot(centre, radius, ink, is_hollow):
                colour = self.palette().color(QPalette.ColorRole.Base)
                painter.setBrush(colour if is_hollow else colour_of(ink))
                if is_hollow:
                    painter.setPen(_pen(ink, radius * 0.4))
                painter.drawEllipse(QPointF(*centre), radius, radius)
            case Label():
                self._write(painter, shape)

    def _write(self, painter: QPainter, label: Label) -> None:
        font = self._font(label.size, is_strong=label.is_strong)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(label.text)
        left = {Anchor.LEFT: 0.0, Anchor.MIDDLE: -width / 2, Anchor.RIGHT: -width}[label.anchor]
        painter.save()
        painter.setFont(font)
        painter.setPen(colour_of(label.ink))
        painter.translate(QPointF(*label.point))
        painter.rotate(label.turn)
        painter.drawText(QPointF(left, metrics.capHeight() / 2), label.text)
        painter.restore()


def _pen(ink: Ink, width: float) -> QPen:
    return QPen(colour_of(ink), max(width, 0.8))


def _path(sector: Sector) -> QPainterPath:
    """Return the outline of a sector; Qt counts angles from the right, against the clock."""
    outer, inner = (_around(sector.centre, radius) for radius in (sector.outer, sector.inner))
    start, sweep = 90 - sector.begins, sector.begins - sector.ends
    path = QPainterPath()
    path.arcMoveTo(outer, start)
    path.arcTo(outer, start, sweep)
    path.arcTo(inner, start + sweep, -sweep)
    path.closeSubpath()
    return path


def _around(centre: Point, radius: float) -> QRectF:
    x, y = centre
    return QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
