"""A bar to find words in a document with, as one types."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.pdf.search import PdfSearch
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_PAUSE_MILLISECONDS = 250


class FindBar(QWidget):
    """Tells what is looked for; Enter goes on, Shift+Enter back, Escape closes the bar."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, search: PdfSearch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._asked = ""
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in the document"))
        self.field.setAccessibleName(self.tr("Find in the document"))
        self.field.setClearButtonEnabled(True)
        self.told = PlainLabel()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self.field, 1)
        row.addWidget(self.told)
        for picture, words, run in (
            ("arrow-up", self.tr("Previous (Shift+F3)"), self.go_back),
            ("arrow-down", self.tr("Next (F3)"), self.go_on),
            ("x", self.tr("Close (Esc)"), self.close_bar),
        ):
            button = QToolButton()
            button.setIcon(icon(picture))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setAutoRaise(True)
            button.clicked.connect(run)
            row.addWidget(button)
        self.field.textChanged.connect(self._timer.start)
        search.changed.connect(self._tell)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.field.text()

    def begin(self) -> None:
        """Open the bar, ready to be typed into."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        if self.words and not self._search.hits:
            self._ask()

    def close_bar(self) -> None:
        """Close the bar, and let the marks go."""
        self._timer.stop()
        self._asked = ""
        self.hide()
        self.closed.emit()

    def go_on(self) -> None:
        """Go to the next place; what was typed a moment ago is looked for first."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self.isVisible():
            self.begin()
        elif self.words != self._asked:
            self._ask()
        else:
            self._search.step(by)

    def _ask(self) -> None:
        self._timer.stop()
        self._asked = self.words
        self.wanted.emit(self._asked)

    def _tell(self) -> None:
        count = len(self._search.hits)
        if not self._asked.strip():
            self.told.clear()
        elif count:
            more = "+" if self._search.is_searching else ""
            told = self.tr("{number} of {count}")
            self.told.setText(told.format(number=self._search.number, count=f"{count}{more}"))
        else:
            looking = self._search.is_searching
            self.told.setText(self.tr("Looking…") if looking else self.tr("Not found"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
