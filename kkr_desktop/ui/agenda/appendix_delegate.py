"""Draws an appendix: its title, and at the right how long it is and what is to know of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

FACTS = Qt.ItemDataRole.UserRole
_GAP = 12

Index = QModelIndex | QPersistentModelIndex


class AppendixDelegate(QStyledItemDelegate):
    """Keeps the facts apart from the title, which is what is edited."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        facts = str(index.data(FACTS) or "")
        super().paint(painter, option, index)
        if not facts:
            return
        painter.save()
        group = QPalette.ColorGroup.Active
        colour = option.palette.color(group, QPalette.ColorRole.PlaceholderText)
        painter.setPen(colour)
        place = QRect(option.rect).adjusted(0, 0, -_GAP, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, facts)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        facts = str(index.data(FACTS) or "")
        room = option.rect.width() - option.fontMetrics.horizontalAdvance(facts) - 4 * _GAP
        option.text = option.fontMetrics.elidedText(
            option.text, Qt.TextElideMode.ElideRight, max(room - 20, 40)
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), option.fontMetrics.height() + 8))
