"""What was sent of an agenda: when, why, to whom, and the documents as members got them."""

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.documents.file_names import file_size
from kkr_desktop.model.agenda import SENT_KIND_NAMES
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.sent_versions import SentDocumentRow, SentVersion, sent_versions
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.plain_label import PlainLabel, as_typed

_DATA = Qt.ItemDataRole.UserRole


class SentDialog(QDialog):
    """Versions at the left, the newest chosen; what belongs to the chosen one at the right."""

    def __init__(self, database: Database, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self.setWindowTitle(self.tr("What was sent"))
        self.versions = QListWidget()
        self.versions.setAccessibleName(self.tr("Versions"))
        self.versions.setSpacing(3)
        self.facts = PlainLabel()
        self.facts.setWordWrap(True)
        self.documents = QListWidget()
        self.documents.setAccessibleName(self.tr("Documents; Enter opens one"))
        self.documents.setSpacing(2)
        self.documents.setMaximumHeight(150)
        self.recipients = QPlainTextEdit()
        self.recipients.setReadOnly(True)
        self.recipients.setTabChangesFocus(True)
        self.recipients.setAccessibleName(self.tr("Recipients"))
        self._recipients_title = PlainLabel()
        self._lay_out()
        self.versions.currentItemChanged.connect(self._show_version)
        self.documents.itemActivated.connect(self._open)
        for version in reversed(sent_versions(database, meeting_id)):
            day = long_date(version.sent_at.astimezone().date())
            words = self.tr("Version {number}, sent {day}").format(number=version.number, day=day)
            entry = QListWidgetItem(words)
            entry.setData(_DATA, version)
            self.versions.addItem(entry)
        self.versions.setCurrentRow(0)
        if not self.versions.count():
            self.facts.setText(self.tr("Nothing of this agenda was sent yet."))

    def _lay_out(self) -> None:
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(8, 0, 0, 0)
        inside.addWidget(self.facts)
        inside.addWidget(self.documents)
        inside.addWidget(self._recipients_title)
        inside.addWidget(self.recipients, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.versions)
        splitter.addWidget(right)
        splitter.setSizes([240, 560])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(splitter, 1)
        column.addWidget(buttons)
        self.resize(840, 560)

    def _show_version(self, entry: QListWidgetItem | None) -> None:
        if entry is None:
            return
        version: SentVersion = entry.data(_DATA)
        clock = version.sent_at.astimezone().strftime("%d-%m-%Y %H.%M")
        self.facts.setText("\n".join(filter(None, (clock, version.note))))
        self.documents.clear()
        for row in version.documents:
            words = f"{SENT_KIND_NAMES[row.kind]} ({file_size(row.size)})\nSHA-256 {row.sha256}"
            document = QListWidgetItem(icon("file-text"), words)
            document.setData(_DATA, row)
            document.setToolTip(as_typed(row.file_name))
            self.documents.addItem(document)
        self._recipients_title.setText(self.tr("%n recipient(s)", "", len(version.recipients)))
        self.recipients.setPlainText("\n".join(version.recipients))

    def _open(self, entry: QListWidgetItem) -> None:
        row: SentDocumentRow = entry.data(_DATA)
        try:
            data = self._database.files.read(row.sha256)
        except KkrError as error:
            show_error(self, error)
            return
        target = Path(tempfile.mkdtemp(prefix="kkr-desktop-")) / row.file_name
        target.write_bytes(data)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
