"""Everything the window says in a box of its own: errors, questions, reasons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.widgets.plain_label import as_typed
from kkr_desktop.ui.widgets.reason_dialog import ReasonDialog


class PlainBox(QMessageBox):
    """Shows its words as they were typed; a name in them is never taken for mark-up."""

    def __init__(
        self,
        kind: QMessageBox.Icon,
        title: str,
        words: str,
        detail: str = "",
        *,
        parent: QWidget | None,
    ) -> None:
        super().__init__(kind, title, "", parent=parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setInformativeText(as_typed(detail))


def show_error(parent: QWidget | None, error: KkrError) -> None:
    """Show what went wrong and what to do about it."""
    PlainBox(QMessageBox.Icon.Warning, "KKR Desktop", error.explain(), parent=parent).exec()


def ask(parent: QWidget, question: str, detail: str, yes: str) -> bool:
    """Ask before something that cannot simply be undone; `yes` names the action on the button."""
    box = PlainBox(QMessageBox.Icon.Question, "KKR Desktop", question, detail, parent=parent)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is accept


def ask_reason(parent: QWidget, title: str, question: str) -> str | None:
    """Ask for a reason, which is logged; None when it was cancelled."""
    dialog = ReasonDialog(title, question, parent)
    return dialog.text() if dialog.exec() else None
