"""A text without looks whose words are judged as they are typed."""

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kkr_desktop.ui.spelling.menu import show_editor_menu
from kkr_desktop.ui.spelling.squiggles import Squiggles


class SpelledText(QPlainTextEdit):
    """Takes a note or a letter; Tab goes on to the next field."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.squiggles = Squiggles(self)
        self.setPlainText(words)

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        show_editor_menu(self, self.squiggles, e)
