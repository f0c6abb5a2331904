"""Everything the window says in a box of its own: errors, questions, reasons."""

from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from kkr_desktop.model.errors import KkrError


def show_error(parent: QWidget | None, error: KkrError) -> None:
    """Show what went wrong and what to do about it."""
    box = QMessageBox(QMessageBox.Icon.Warning, "KKR Desktop", error.explain(), parent=parent)
    box.exec()


def ask(parent: QWidget, question: str, detail: str, yes: str) -> bool:
    """Ask before something that cannot simply be undone; `yes` names the action on the button."""
    box = QMessageBox(QMessageBox.Icon.Question, "KKR Desktop", question, parent=parent)
    box.setInformativeText(detail)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is accept


def ask_reason(parent: QWidget, title: str, question: str) -> str | None:
    """Ask for a reason, which is logged; None when it was cancelled or left empty."""
    reason, accepted = QInputDialog.getText(parent, title, question)
    return reason.strip() or None if accepted else None
