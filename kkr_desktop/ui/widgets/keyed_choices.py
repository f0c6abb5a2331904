"""Choices that stand over a widget: each has a key, and one press of it takes the choice."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kkr_desktop.ui.widgets.overlay import Overlay

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
_WIDEST = 70
"""In letters: longer words go on in the next line."""
_DATA, _KEY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class KeyedChoices(Overlay):
    """Lists choices; a key, Enter or a click takes one and gives the keyboard back."""

    taken = Signal(object)

    def __init__(self, over: QWidget, name: str) -> None:
        super().__init__(over)
        self.list = _List()
        self.list.setAccessibleName(name)
        self.list.setWordWrap(True)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.key_typed.connect(self._take_key)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def offer(self, key: str, words: str, data: object) -> None:
        """Offer a choice, by a key where it has one."""
        entry = QListWidgetItem(f"{key.upper() or ' '}   {words}")
        entry.setData(_DATA, data)
        entry.setData(_KEY, key)
        self.list.addItem(entry)

    def wanted_size(self, room: QSize) -> QSize:
        letters = self.fontMetrics().averageCharWidth()
        edge = 2 * letters + self.list.verticalScrollBar().sizeHint().width()
        entries = [self.list.item(row) for row in range(self.list.count())]
        widest = max(
            (self.fontMetrics().horizontalAdvance(one.text()) for one in entries), default=0
        )
        width = min(widest + edge, _WIDEST * letters, room.width())
        self.list.setFixedWidth(width - 2)
        self.list.doItemsLayout()
        height = sum(self.list.visualItemRect(one).height() for one in entries) + 2
        self.list.setMinimumWidth(0)
        self.list.setMaximumWidth(width)
        return QSize(width, min(height + 2, room.height() * 3 // 5))

    def choose(self) -> None:
        """Give the list the keyboard, with its first choice in reach of Enter."""
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _take_key(self, key: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self._take(self.list.item(row))
                return

    def _take(self, entry: QListWidgetItem) -> None:
        if not self.isVisible():  # a click that also activates is one choice, not two
            return
        data: object = entry.data(_DATA)
        self.leave()
        self.taken.emit(data)


class _List(QListWidget):
    """Tells which letter or number was typed, instead of looking for an entry that begins so."""

    key_typed = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Keep plain letters from what they mean to the window."""
        if event.type() is QEvent.Type.ShortcutOverride and _letter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = _letter(event)
        if letter:
            self.key_typed.emit(letter)
            return
        super().keyPressEvent(event)


def _letter(event: QEvent) -> str:
    if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return ""
    typed = event.text().casefold()
    return typed if typed.isalnum() else ""
