"""A calm line at the top of a tab: why something cannot be changed now, and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from kkr_desktop.ui.icons import icon
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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 12, 8)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._button)
        self.hide()

    def let_hide(self, words: str) -> None:
        """Add a cross that puts the line away until the next is told; `words` say so."""
        cross = QToolButton()
        cross.setIcon(icon("x"))
        cross.setAutoRaise(True)
        cross.setToolTip(words)
        cross.setAccessibleName(words)
        cross.clicked.connect(self.hide)
        self._row.addWidget(cross)

    def tell(self, words: str, way_on: str = "") -> None:
        """Show words, and a button when there is a way on; with no words, hide."""
        self._words.setText(words)
        self._button.setText(way_on)
        self._button.setVisible(bool(way_on))
        self.setVisible(bool(words))
