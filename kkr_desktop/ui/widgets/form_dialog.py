"""A form in a box of its own."""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.widgets.plain_label import PlainLabel


class FormDialog(QDialog):
    """Stays open, with all that was typed and the reason, when what it holds is refused."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.problem = PlainLabel()
        self.problem.setWordWrap(True)
        self.problem.hide()

    def finish(self, form: QLayout, save: Callable[[], None], width: int, accept: str = "") -> None:
        """Put the buttons below the form; `accept` names the one that saves, if not as usual."""
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        if accept:
            buttons.button(QDialogButtonBox.StandardButton.Save).setText(accept)
        buttons.accepted.connect(lambda: self._try(save))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self.resize(width, self.sizeHint().height())

    def refuse(self, reason: str) -> None:
        """Say why it cannot be saved as it stands."""
        self.problem.setText(reason)
        self.problem.show()

    def _try(self, save: Callable[[], None]) -> None:
        try:
            save()
        except KkrError as error:
            self.refuse(error.explain())
        else:
            self.accept()
