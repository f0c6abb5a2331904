"""Qt's Fusion style with boxes to tick that are seen in the dark too (WCAG 2.1, 1.4.11)."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

Primitive = QStyle.PrimitiveElement

_BOXES = (
    Primitive.PE_IndicatorCheckBox,
    Primitive.PE_IndicatorItemViewItemCheck,
    Primitive.PE_IndicatorRadioButton,
)


class OutlinedStyle(QProxyStyle):
    """Draws around each box to tick, which Fusion outlines in a darker shade of the window."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: Primitive,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a part of a widget."""
        super().drawPrimitive(element, option, painter, widget)
        if element in _BOXES:
            _outline(element, option, painter)


def _outline(element: Primitive, option: QStyleOption, painter: QPainter) -> None:
    palette: QPalette = option.palette
    box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText), 1))
    if element is Primitive.PE_IndicatorRadioButton:
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box, 2, 2)
    painter.restore()
