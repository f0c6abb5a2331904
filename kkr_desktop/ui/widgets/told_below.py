"""Paints rows of a list whose first line says what it is, and the lines below the rest of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

_MARGIN = 2
_BETWEEN_WORDS = Qt.TextFlag.TextWordWrap.value
_ANYWHERE = Qt.TextFlag.TextWrapAnywhere.value
_Index = QModelIndex | QPersistentModelIndex


class ToldBelow(QStyledItemDelegate):
    """Breaks every line where the list ends, so that nothing is cut; the lines below are quiet."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        # Only a list that breaks lines is laid out anew when it becomes wider or narrower.
        view.setWordWrap(True)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._width()
        lines = self._lines(index, QRect(0, 0, width - 2 * _MARGIN, 0))
        return QSize(width, sum(room.height() for room, _, _ in lines) + 2 * _MARGIN)

    def _width(self) -> int:
        """Return the width of a row beside a scroll bar, also while there is none.

        So the height of a row does not depend on whether all rows need one.
        """
        style = self._view.style() or QApplication.style()
        bar = style.pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self._view)
        return self._view.width() - 2 * self._view.frameWidth() - bar - 2 * self._view.spacing()

    def _font(self, index: _Index) -> QFont:
        font = index.data(Qt.ItemDataRole.FontRole)
        return font if isinstance(font, QFont) else self._view.font()

    def _lines(self, index: _Index, room: QRect) -> list[tuple[QRect, int, str]]:
        """Return each line with its place and how it is broken, from the top of `room`."""
        metrics = QFontMetrics(self._font(index))
        placed: list[tuple[QRect, int, str]] = []
        top = room.top()
        for line in str(index.data()).split("\n"):
            widest = max(map(metrics.horizontalAdvance, line.split()), default=0)
            breaks = _BETWEEN_WORDS if widest <= room.width() else _ANYWHERE
            needed = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), breaks, line)
            placed.append((QRect(room.left(), top, room.width(), needed.height()), breaks, line))
            top += needed.height()
        return placed

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        style = self._view.style() or QApplication.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view
        )
        role, palette = QPalette.ColorRole, self._view.palette()
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        first = ink.color() if isinstance(ink, QBrush) else palette.color(role.Text)
        below = palette.color(role.PlaceholderText)
        if option.state & QStyle.StateFlag.State_Selected:
            first = below = palette.color(role.HighlightedText)
        painter.save()
        painter.setFont(self._font(index))
        inside = QRect(option.rect.topLeft(), self.sizeHint(option, index))
        inside.adjust(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        for place, (room, breaks, line) in enumerate(self._lines(index, inside)):
            painter.setPen(below if place else first)
            painter.drawText(room, breaks, line)
        painter.restore()
