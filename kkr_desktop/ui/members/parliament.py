"""The party distribution as a small picture: a seat a dot, with the party's letter in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kkr_desktop.documents.wheel_shapes import ink_of_body
from kkr_desktop.services.seat_account import PartySeats
from kkr_desktop.ui.inks import colour_of
from kkr_desktop.ui.members.hemicycle import Hemicycle, hemicycle
from kkr_desktop.ui.widgets.plain_label import as_typed

_LINES_WIDE = 15.0
_LETTER_OF_DOT = 1.15


@dataclass(frozen=True, slots=True)
class _Dot:
    """A seat; `colour` is the party's place, None for a seat that nobody fills."""

    letter: str
    told: str
    colour: int | None


class ParliamentView(QWidget):
    """Draws the seats party by party, the largest to the left, vacant ones last and hollow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: tuple[_Dot, ...] = ()
        self._circle = Hemicycle((), 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Seats by party"))

    def show_seats(self, parties: Sequence[PartySeats], vacant: int) -> None:
        """Show so many seats of each party, and so many that are vacant."""
        dots: list[_Dot] = []
        words: list[str] = []
        for place, party in enumerate(parties):
            name = party.name or self.tr("No party")
            told = self.tr("{party}: {seats}").format(party=name, seats=party.seats)
            words.append(told)
            dots += [_Dot(party.letter, told, place)] * party.seats
        if vacant:
            told = self.tr("Vacant: {seats}").format(seats=vacant)
            words.append(told)
            dots += [_Dot("", told, None)] * vacant
        self._dots = tuple(dots)
        self._circle = hemicycle(len(dots))
        self.setAccessibleDescription(", ".join(words))
        self.update()

    def sizeHint(self) -> QSize:
        wide = round(self.fontMetrics().height() * _LINES_WIDE)
        return QSize(wide, round(wide * 0.56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(max(6, round(self._dot_radius() * _LETTER_OF_DOT)))
        font.setBold(True)
        painter.setFont(font)
        palette = self.palette()
        for dot, middle in zip(self._dots, self._middles(), strict=True):
            box = self._box(middle)
            if dot.colour is None:
                painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText), 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(ink_of_body(dot.colour)))
            painter.drawEllipse(box)
            painter.setPen(palette.color(QPalette.ColorRole.Base))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, dot.letter)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Name the party of the seat under the pointer."""
        if not isinstance(event, QHelpEvent):
            return super().event(event)
        told = self.told_at(QPointF(event.pos()))
        if told:
            QToolTip.showText(event.globalPos(), as_typed(told), self)
        else:
            QToolTip.hideText()
        return True

    def told_at(self, point: QPointF) -> str:
        """Return what is said of the seat at a point, empty beside the seats."""
        for dot, middle in zip(self._dots, self._middles(), strict=True):
            if self._box(middle).contains(point):
                return dot.told
        return ""

    def _scale(self) -> float:
        reach = 1 + self._circle.radius
        return min(self.width() / (2 * reach), self.height() / (reach + self._circle.radius))

    def _dot_radius(self) -> float:
        return self._circle.radius * self._scale()

    def _middles(self) -> list[QPointF]:
        scale = self._scale()
        base = self.height() / 2 + scale / 2
        middle = self.width() / 2
        return [QPointF(middle + x * scale, base - y * scale) for x, y in self._circle.places]

    def _box(self, middle: QPointF) -> QRectF:
        radius = self._dot_radius()
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
