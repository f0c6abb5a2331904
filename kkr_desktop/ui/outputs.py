"""What goes out of a meeting: Word, the public version, an extract, the script, kl.dk's text."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.chair_script import export_script, script_file_name
from kkr_desktop.services.minutes_content import (
    export_extract,
    export_minutes,
    extract_file_name,
    minutes_file_name,
)
from kkr_desktop.services.public_minutes import export_public_minutes, text_for_web
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.workspace import Workspace


class OutputMenu(QMenu):
    """Writes documents of the chosen meeting; each is opened when it is written."""

    def __init__(self, workspace: Workspace, flush: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Documents"))
        self._workspace = workspace
        self._flush = flush
        self._item_number = ""
        self._extract = QAction(icon("copy"), self.tr("&Extract of this item…"), self)
        self._extract.setEnabled(False)
        self._extract.triggered.connect(self._save_extract)

    def for_minutes(self) -> "OutputMenu":
        """Offer what is made of the minutes."""
        self.addAction(icon("file-text"), self.tr("Minutes as &Word…"), self._save_word)
        self.addAction(icon("eye"), self.tr("&Public version as PDF…"), self._save_public)
        self.addAction(self._extract)
        self.addSeparator()
        return self._with_web_text()

    def for_agenda(self) -> "OutputMenu":
        """Offer what is made of the agenda."""
        self.addAction(icon("clock"), self.tr("Chair's &script…"), self._save_script)
        return self._with_web_text()

    def _with_web_text(self) -> "OutputMenu":
        link = icon("external-link")
        self.addAction(
            link, self.tr("&Copy the text for kl.dk before the meeting"), self.copy_before
        )
        self.addAction(link, self.tr("Copy the text for kl.dk &after the meeting"), self.copy_after)
        return self

    def show_item(self, number: str) -> None:
        """Tell which item is in view; none when empty."""
        self._item_number = number
        self._extract.setEnabled(bool(number))

    def copy_before(self) -> None:
        """Put on the clipboard what kl.dk says of the meeting until it is held."""
        self._copy_web_text(is_over=False)

    def copy_after(self) -> None:
        """Put on the clipboard what kl.dk says of the meeting once it was held."""
        self._copy_web_text(is_over=True)

    def _copy_web_text(self, *, is_over: bool) -> None:
        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is None or not self._flush():
            return
        found = text_for_web(self._workspace.database, meeting_id, is_over=is_over)
        copied = QMimeData()
        copied.setHtml(found.html)
        copied.setText(found.plain)
        QGuiApplication.clipboard().setMimeData(copied)

    def _save_word(self) -> None:
        database, meeting_id = self._workspace.database, self._workspace.selection.meeting_id
        if meeting_id is not None:
            name = Path(minutes_file_name(database, meeting_id)).with_suffix(".docx").name
            self._save(name, lambda path: export_minutes(database, meeting_id, path))

    def _save_public(self) -> None:
        database, meeting_id = self._workspace.database, self._workspace.selection.meeting_id
        if meeting_id is not None:
            name = f"Offentligt {minutes_file_name(database, meeting_id)}"
            self._save(name, lambda path: export_public_minutes(database, meeting_id, path))

    def _save_extract(self) -> None:
        database, meeting_id = self._workspace.database, self._workspace.selection.meeting_id
        number = self._item_number
        if meeting_id is not None and number:
            name = extract_file_name(database, meeting_id, number)
            self._save(name, lambda path: export_extract(database, meeting_id, number, path))

    def _save_script(self) -> None:
        database, meeting_id = self._workspace.database, self._workspace.selection.meeting_id
        if meeting_id is not None:
            name = script_file_name(database, meeting_id)
            self._save(name, lambda path: export_script(database, meeting_id, path))

    def _save(self, name: str, export: Callable[[Path], None]) -> None:
        """Ask for a place, write the file there in the background, and show it."""
        if not self._flush():
            return
        suffix = Path(name).suffix
        chosen, _ = QFileDialog.getSaveFileName(
            self.parentWidget(), self.tr("Save as"), str(Path.home() / name), f"*{suffix}"
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.casefold() == suffix else Path(chosen + suffix), export)

    def write(self, path: Path, export: Callable[[Path], None]) -> None:
        """Write a document and open it in the system's program for it."""

        def work(_progress: Progress) -> Path:
            export(path)
            return path

        run_in_background(self, work, self._open, self._tell_failure)

    def _open(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _tell_failure(self, error: KkrError) -> None:
        show_error(self.parentWidget(), error)
