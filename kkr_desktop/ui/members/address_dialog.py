"""The dialog in which an address list is made for a purpose, copied, or written to."""

import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.address_lists import (
    PURPOSE_NAMES,
    USUAL_PARTS,
    AddressList,
    Part,
    Purpose,
    address_list,
    write_address_draft,
)
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_SIZE = QSize(820, 600)


class AddressDialog(QDialog):
    """Shows who is on the list and who is missing."""

    def __init__(self, database: Database, body_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._database = database
        self._body_id = body_id
        self._found = AddressList("", (), (), ())
        self.setWindowTitle(self.tr("Address list"))
        self.purpose = QComboBox()
        for purpose, words in PURPOSE_NAMES.items():
            self.purpose.addItem(words, purpose)
        self.parts = {
            Part.MEMBERS: QCheckBox(self.tr("&Members")),
            Part.SECRETARIES: QCheckBox(self.tr("&Secretaries")),
            Part.COPIES: QCheckBox(self.tr("C&opies")),
            Part.ATTACHED: QCheckBox(self.tr("O&bservers and the council's secretary")),
        }
        self.table = QTableWidget(0, 3)
        self.count = PlainLabel()
        self.missing = PlainLabel()
        self.on_paper = PlainLabel()
        self.copy_button = QPushButton(self.tr("&Copy addresses"))
        self.draft_button = QPushButton(self.tr("&E-mail draft"))
        self._lay_out()
        self.purpose.currentIndexChanged.connect(self._take_purpose)
        for box in self.parts.values():
            box.toggled.connect(self._show)
        self.copy_button.clicked.connect(self.copy)
        self.draft_button.clicked.connect(self._write_draft)
        self._take_purpose()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        purpose_label = PlainLabel(self.tr("&For:"))
        purpose_label.setBuddy(self.purpose)
        top.addWidget(purpose_label)
        top.addWidget(self.purpose)
        top.addSpacing(16)
        for box in self.parts.values():
            top.addWidget(box)
        top.addStretch(1)
        self.table.setAccessibleName(self.tr("Addresses"))
        self.table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("E-mail"), self.tr("Why")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(header.defaultAlignment().AlignLeft)
        self.table.setColumnWidth(0, 200)
        self.table.setColumnWidth(1, 300)
        for label in (self.missing, self.on_paper):
            label.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.draft_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        for label in (self.count, self.missing, self.on_paper):
            column.addWidget(label)
        column.addWidget(buttons)
        self.resize(_SIZE)

    def _take_purpose(self) -> None:
        usual = USUAL_PARTS[self.purpose.currentData()]
        for part, box in self.parts.items():
            box.blockSignals(True)
            box.setChecked(part in usual)
            box.blockSignals(False)
        self._show()

    def _show(self) -> None:
        chosen = frozenset(part for part, box in self.parts.items() if box.isChecked())
        purpose: Purpose = self.purpose.currentData()
        today = date.today()  # noqa: DTZ011
        found = address_list(self._database, self._body_id, purpose, chosen, today)
        self._found = found
        self.table.setRowCount(len(found.addressees))
        for row, addressee in enumerate(found.addressees):
            for column, words in enumerate((addressee.name, addressee.address, addressee.reason)):
                self.table.setItem(row, column, QTableWidgetItem(words))
        self.count.setText(self.tr("%n address(es)", "", len(found.addressees)))
        self._tell(self.missing, self.tr("No e-mail address: {names}"), found.missing)
        self._tell(self.on_paper, self.tr("Also on paper: {names}"), found.on_paper)
        self.copy_button.setEnabled(bool(found.addressees))
        self.draft_button.setEnabled(bool(found.addressees))

    def _tell(self, label: QLabel, words: str, names: tuple[str, ...]) -> None:
        label.setText(words.format(names=", ".join(names)))
        label.setVisible(bool(names))

    def copy(self) -> None:
        """Put the addresses on the clipboard, as Outlook takes them."""
        QGuiApplication.clipboard().setText(self._found.for_clipboard())

    def _write_draft(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="kkr-desktop-"))
        self.write_draft(folder / pdf_file_name(self._found.title).replace(".pdf", ".eml"))

    def write_draft(self, path: Path) -> None:
        """Write an e-mail draft and open it in the mail program."""
        try:
            write_address_draft(self._found, path)
        except KkrError as error:
            show_error(self, error)
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
