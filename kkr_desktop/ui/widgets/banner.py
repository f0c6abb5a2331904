"""A calm line at the top of a tab: why something cannot be changed now, and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from kkr_desktop.ui.widgets.plain_label import PlainLabel


class Banner(QFrame):
    """Says something, and offers one way on."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Midlight)
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self._button = QPushButton()
        self._button.clicked.connect(self.accepted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    def tell(self, words: str, way_on: str = "") -> None:
        """Show words, and a button when there is a way on; with no words, hide."""
        self._words.setText(words)
        self._button.setText(way_on)
        self._button.setVisible(bool(way_on))
        self.setVisible(bool(words))
