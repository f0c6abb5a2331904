"""Asks why something is done that is logged with its reason."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from kkr_desktop.ui.widgets.plain_label import PlainLabel

_LETTERS = 60


class ReasonDialog(QDialog):
    """Goes on only when a reason stands there; nothing is done without one."""

    def __init__(self, title: str, question: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        words = PlainLabel(question)
        words.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(question)
        self.reason.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self.reason.textChanged.connect(self._enable)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.accept_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(self.reason)
        column.addWidget(buttons)
        self._enable()

    def text(self) -> str:
        """Return what was typed, without blanks around it."""
        return self.reason.text().strip()

    def _enable(self) -> None:
        self.accept_button.setEnabled(bool(self.text()))
