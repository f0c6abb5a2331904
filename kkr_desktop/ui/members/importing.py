"""Imports a list of members from a file, and takes the whole import back."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.import_rows import RowOutcome
from kkr_desktop.services.member_import import Imported, MemberRows, counts, read_member_file
from kkr_desktop.services.undoable import Undo, take_back
from kkr_desktop.services.written import Written
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.members.import_dialog import ImportDialog
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.banner import Banner
from kkr_desktop.ui.workspace import Workspace


class Importing(QObject):
    """Asks for the file, shows the preview, and offers on `banner` to undo it all."""

    def __init__(self, workspace: Workspace, tab: QWidget) -> None:
        super().__init__(tab)
        self._workspace = workspace
        self._tab = tab
        self._undo: Undo | None = None
        self._dialog: ImportDialog | None = None
        self.banner = Banner()
        self.banner.accepted.connect(self.take_back)

    def ask(self) -> None:
        """Ask which file to import."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._tab,
            self.tr("Import members"),
            str(Path.home()),
            self.tr("Lists (*.xlsx *.csv *.txt)"),
        )
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Read a file in the background, then show the preview."""

        def work(_progress: Progress) -> tuple[Path, MemberRows, tuple[str, ...]]:
            return path, *read_member_file(path)

        run_in_background(self, work, self._show, self._fail)

    def _show(self, read: tuple[Path, MemberRows, tuple[str, ...]]) -> None:
        path, rows, left_out = read
        body_id = self._workspace.selection.body_id
        if body_id is None:
            return
        self._dialog = ImportDialog(self._workspace.database, body_id, rows, path.name, self._tab)
        self._dialog.tell_left_out(left_out)
        self._dialog.imported.connect(self._tell)
        self._dialog.open()

    def _tell(self, file_name: str, written: Written[Imported]) -> None:
        imported = self._workspace.announcer.announce(written)
        self._undo = imported.undo
        counted = counts(imported.rows)
        self.banner.tell(
            self.tr("{name}: {added} added, {changed} changed.").format(
                name=file_name,
                added=counted[RowOutcome.ADDED],
                changed=counted[RowOutcome.CHANGED],
            ),
            self.tr("Undo the import"),
        )

    def take_back(self) -> None:
        """Undo the last import as a whole."""
        if self._undo is None:
            return
        try:
            written = take_back(self._workspace.database, self._undo)
        except KkrError as error:
            show_error(self._tab, error)
        else:
            self._workspace.announcer.announce(written)
        self._undo = None
        self.banner.tell("")

    def _fail(self, error: KkrError) -> None:
        show_error(self._tab, error)
