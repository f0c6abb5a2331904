"""What a tab shows while it has nothing: what to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kkr_desktop.ui.widgets.plain_label import PlainLabel

_WIDTH = 460


class EmptyState(QWidget):
    """A title, a sentence, and the button that begins."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel()
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self._title.setFont(font)
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self.button = QPushButton()
        self.button.clicked.connect(self.accepted)
        # Wrapped words get their height only in a column whose width is known.
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.addStretch(1)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
            column.addSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(middle, _WIDTH)
        row.addStretch(1)

    def tell(self, title: str, words: str, button: str = "") -> None:
        """Say what is missing, and what the button begins."""
        self._title.setText(title)
        self._words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
