"""What a tab shows while it has nothing: what to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """A title, a sentence, and the button that begins."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self._title.setFont(font)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setMaximumWidth(460)
        self.button = QPushButton()
        self.button.clicked.connect(self.accepted)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for widget in (self._title, self._words, self.button):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
                widget.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(6)
        column.addStretch(2)

    def tell(self, title: str, words: str, button: str = "") -> None:
        """Say what is missing, and what the button begins."""
        self._title.setText(title)
        self._words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
