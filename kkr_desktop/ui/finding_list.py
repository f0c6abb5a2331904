"""The places that are hard to read, each with a jump to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.services.readability_check import Finding
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_FINDING = Qt.ItemDataRole.UserRole


class FindingList(QDialog):
    """Lists findings; `chosen` is the one to go to after the dialog was accepted."""

    def __init__(self, findings: Sequence[Finding], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check accessibility"))
        self.chosen: Finding | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What is hard to read"))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        for finding in findings:
            words = f"{finding.place}\n{finding.advice}"
            if finding.words:
                words += f"\n»{finding.words}«"
            entry = QListWidgetItem(icon("circle-alert"), words)
            entry.setData(_FINDING, finding)
            self.list.addItem(entry)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._go)
        said = PlainLabel(self._summary(len(findings)))
        said.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.go_button = buttons.addButton(
            self.tr("&Go to the place"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.go_button.setEnabled(bool(findings))
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.list.setVisible(bool(findings))
        self.resize(620, 460 if findings else self.sizeHint().height())

    def _summary(self, count: int) -> str:
        if count == 0:
            return self.tr("Nothing is hard to read. The document can be published.")
        return self.tr(
            "%n place(s) will be hard for somebody who listens to the document.", "", count
        )

    def _go(self) -> None:
        entry = self.list.currentItem()
        self.chosen = entry.data(_FINDING)
        self.accept()


def choose_finding(findings: Sequence[Finding], parent: QWidget) -> Finding | None:
    """Show findings; return the one to go to, or None."""
    dialog = FindingList(findings, parent)
    dialog.exec()
    return dialog.chosen
