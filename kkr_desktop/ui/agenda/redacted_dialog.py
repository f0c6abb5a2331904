"""The public version of an appendix: the file that the public reads in its place."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.services.agenda_outline import AppendixRow
from kkr_desktop.ui.agenda.appendix_adding import PATTERNS
from kkr_desktop.ui.widgets.elided_label import ElidedLabel
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_WIDTH = 540


class RedactedDialog(QDialog):
    """Asks for a file, or for the removal of the one there is; it writes nothing itself."""

    def __init__(self, row: AppendixRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.file: Path | None = None
        self.is_removed = False
        known = row.redacted
        self.setWindowTitle(self.tr("Public version of »{title}«").format(title=row.title))
        told = PlainLabel(
            self.tr(
                "A file of its own, in which what must not be public is removed. "
                "The public pack holds it in place of the appendix, never both."
            )
        )
        told.setWordWrap(True)
        self._name = ElidedLabel()
        self.title = QLineEdit(known.title if known else row.title)
        self.title.setCursorPosition(0)
        self.title.setEnabled(known is not None)
        self.warning = PlainLabel(
            self.tr(
                "It was made for an earlier file of the appendix. "
                "Until there is a new one, the public reads nothing of the appendix."
            )
        )
        self.warning.setWordWrap(True)
        self.warning.setVisible(known is not None and not known.is_current)
        choose = QPushButton(self.tr("&Choose file…"))
        choose.clicked.connect(self._choose)
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.remove_button.clicked.connect(self._remove)
        self.remove_button.setEnabled(known is not None)
        self._name.tell(known.original_name if known else self.tr("None yet"))
        self._lay_out(told, choose)

    def _lay_out(self, told: QLabel, choose: QPushButton) -> None:
        file = QHBoxLayout()
        file.addWidget(self._name, 1)
        file.addWidget(choose)
        file.addWidget(self.remove_button)
        form = QFormLayout()
        form.addRow(self.tr("File:"), file)
        form.addRow(self.tr("Public &title:"), self.title)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(told)
        column.addWidget(self.warning)
        column.addLayout(form)
        column.addWidget(buttons)
        self.resize(_WIDTH, self.sizeHint().height())

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("The file for the public"),
            "",
            self.tr("Documents and pictures ({patterns})").format(patterns=PATTERNS),
        )
        if chosen:
            self.choose(Path(chosen))

    def choose(self, path: Path) -> None:
        """Let this file be the public version."""
        self.file, self.is_removed = path, False
        self._name.tell(path.name)
        self.remove_button.setEnabled(True)

    def _remove(self) -> None:
        """Let there be no public version; the appendix is then not public."""
        self.file, self.is_removed = None, True
        self._name.tell(self.tr("None: the appendix is then not public"))
        self.remove_button.setEnabled(False)
