"""Draws an appendix: its first page, its title, and below that what is to know of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

FACTS = Qt.ItemDataRole.UserRole
PICTURE = Qt.ItemDataRole.UserRole + 1
THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT = 34, 46
_GAP = 8

Index = QModelIndex | QPersistentModelIndex


class AppendixDelegate(QStyledItemDelegate):
    """Keeps the facts apart from the title, which is what is edited."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        title, shown.text = shown.text, ""
        style = shown.widget.style() if shown.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        room = self._text_room(option, index)
        painter.save()
        self._paint_picture(painter, room, index)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, role))
        words = room.adjusted(THUMBNAIL_WIDTH + _GAP, 0, 0, 0)
        line = option.fontMetrics.height() + 2
        top = words.top() + max((words.height() - 2 * line) // 2, 0)
        self._paint_line(painter, QRect(words.left(), top, words.width(), line), title)
        if not is_chosen:
            quiet = QPalette.ColorRole.PlaceholderText
            painter.setPen(option.palette.color(QPalette.ColorGroup.Active, quiet))
        facts = str(index.data(FACTS) or "")
        self._paint_line(painter, QRect(words.left(), top + line, words.width(), line), facts)
        painter.restore()

    def _paint_line(self, painter: QPainter, room: QRect, words: str) -> None:
        fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)

    def _paint_picture(self, painter: QPainter, room: QRect, index: Index) -> None:
        """Draw the first page in a frame, white until it is there."""
        picture = index.data(PICTURE)
        size = QSize(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT)
        if isinstance(picture, QImage) and not picture.isNull():
            size = picture.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        middle = room.left() + THUMBNAIL_WIDTH // 2, room.center().y()
        place.moveCenter(QPoint(*middle))
        painter.fillRect(place, Qt.GlobalColor.white)
        if isinstance(picture, QImage) and not picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, picture)
        painter.setPen(QColor(128, 128, 128))
        painter.drawRect(place)

    def _text_room(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Return where there is room beside the check box."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        style = shown.widget.style() if shown.widget else QApplication.style()
        element = QStyle.SubElement.SE_ItemViewItemText
        return style.subElementRect(element, shown, shown.widget).adjusted(_GAP // 2, 0, -_GAP, 0)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        room = self._text_room(option, index).adjusted(THUMBNAIL_WIDTH + _GAP - 4, 0, 0, 0)
        height = editor.sizeHint().height()
        editor.setGeometry(room.left(), room.center().y() - height // 2, room.width(), height)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(THUMBNAIL_HEIGHT, 2 * option.fontMetrics.height()) + 10)
