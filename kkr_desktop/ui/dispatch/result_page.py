"""What was sent, and what to do with it: e-mail drafts, the portal's folder, the documents."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.documents.file_names import file_name, file_size
from kkr_desktop.model.agenda import SENT_KIND_NAMES
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.agenda_content import agenda_content
from kkr_desktop.services.dispatch_mail import (
    MailList,
    attached_documents,
    dispatch_drafts,
    free_path,
    write_drafts,
)
from kkr_desktop.services.portal_folder import export_portal_folder
from kkr_desktop.services.sent_versions import SentDocumentRow, SentVersion, sent_versions
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.plain_label import PlainLabel


class ResultPage(QWidget):
    """Tells what is frozen now, and writes files from it."""

    def __init__(self, database: Database, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._meeting_id = meeting_id
        self._lists: tuple[MailList, ...] = ()
        self._limit = 0
        self._link = ""
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.done = PlainLabel()
        self.done.setWordWrap(True)
        self.documents = QVBoxLayout()
        self.open_drafts_button = self._button(
            "send", self.tr("Open the e-mail &drafts"), self._open_drafts
        )
        self.save_drafts_button = self._button(
            "save", self.tr("&Save the e-mail drafts in a folder…"), self._save_drafts
        )
        self.portal_button = self._button(
            "folder-plus", self.tr("&Folder for the meeting portal…"), self._save_folder
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.told)
        column.addLayout(self.documents)
        for button in (self.open_drafts_button, self.save_drafts_button, self.portal_button):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.done)
        column.addStretch(1)

    def _button(self, icon_name: str, words: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(icon_name), words)
        button.clicked.connect(run)
        return button

    def show_sent(self, lists: tuple[MailList, ...], *, link: str, limit: int) -> None:
        """Show the version that was sent last, and remember how it goes along."""
        self._lists, self._link, self._limit = lists, link, limit
        version = sent_versions(self._database, self._meeting_id)[-1]
        self._tell(version)
        while (left := self.documents.takeAt(0)) is not None:
            widget = left.widget()
            if widget is not None:
                widget.deleteLater()
        for row in attached_documents(version):
            size = file_size(row.size)
            words = f"{SENT_KIND_NAMES[row.kind]} ({size})"
            self.documents.addWidget(
                self._button("file-text", words, self._opener(row)), 0, Qt.AlignmentFlag.AlignLeft
            )
        has_addresses = bool(lists)
        self.open_drafts_button.setEnabled(has_addresses)
        self.save_drafts_button.setEnabled(has_addresses)

    def _tell(self, version: SentVersion) -> None:
        people = self.tr("%n recipient(s)", "", len(version.recipients))
        told = self.tr("Version {number} is frozen, with its documents and {people}.").format(
            number=version.number, people=people
        )
        attached = sum(row.size for row in attached_documents(version))
        way = (
            self.tr("The drafts have the material attached.")
            if attached <= self._limit
            else self.tr("The material is too large to attach; the drafts have a link.")
        )
        self.told.setText(f"{told}\n{way}")

    def _opener(self, row: SentDocumentRow) -> Callable[[], None]:
        def show() -> None:
            def work(_progress: Progress) -> Path:
                target = Path(tempfile.mkdtemp(prefix="kkr-desktop-")) / row.file_name
                target.write_bytes(self._database.files.read(row.sha256))
                return target

            run_in_background(self, work, _open, self._refuse)

        return show

    def _open_drafts(self) -> None:
        self.write_drafts(Path(tempfile.mkdtemp(prefix="kkr-desktop-")), opens=True)

    def _save_drafts(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Save the e-mail drafts in"))
        if chosen:
            self.write_drafts(Path(chosen), opens=False)

    def write_drafts(self, folder: Path, *, opens: bool) -> None:
        """Write the drafts into a folder, and open them in the mail program or the folder."""
        database, meeting_id, lists = self._database, self._meeting_id, self._lists
        link, limit = self._link, self._limit

        def work(_progress: Progress) -> tuple[Path, ...]:
            drafts = dispatch_drafts(database, meeting_id, lists, link=link, limit=limit)
            return write_drafts(drafts, folder)

        def show(paths: tuple[Path, ...]) -> None:
            count = self.tr("%n e-mail draft(s) written.", "", len(paths))
            self.done.setText(count if opens else f"{count} {folder}")
            for path in paths if opens else (folder,):
                _open(path)

        run_in_background(self, work, show, self._refuse)

    def _save_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Make the portal's folder in"))
        if chosen:
            title = agenda_content(self._database, self._meeting_id).title
            self.write_folder(free_path(Path(chosen) / file_name(title, "")))

    def write_folder(self, folder: Path) -> None:
        """Make the portal's folder and open it."""
        database, meeting_id = self._database, self._meeting_id

        def work(progress: Progress) -> Path:
            return export_portal_folder(database, meeting_id, folder, progress.step)

        def show(made: Path) -> None:
            self.done.setText(self.tr("Written: {path}").format(path=made))
            _open(made)

        self.portal_button.setEnabled(False)
        job = run_in_background(self, work, show, self._refuse)
        for ended in (job.finished, job.failed):
            ended.connect(self._allow_folder)

    def _allow_folder(self) -> None:
        self.portal_button.setEnabled(True)

    def _refuse(self, error: KkrError) -> None:
        show_error(self, error)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
