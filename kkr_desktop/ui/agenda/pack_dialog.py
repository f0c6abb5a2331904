"""Builds the pack of a meeting: what it holds, how it is printed, and what became of it."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.pack_building import Reuse
from kkr_desktop.services.pack_content import left_out
from kkr_desktop.services.packs import BuiltPack, export_pack, pack_file_name, preview_pack
from kkr_desktop.services.paper_copies import PaperReader, paper_readers
from kkr_desktop.services.personal_packs import PersonalPacks, write_personal_packs
from kkr_desktop.services.written import T, Written
from kkr_desktop.ui.agenda.pack_form import PackForm
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.pdf.window import PdfWindow
from kkr_desktop.ui.saved_file import ask_where, open_file, with_ending
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Preview:
    """A pack to look at, in a folder of its own, and who wants it on paper."""

    path: Path
    readers: tuple[PaperReader, ...]


class PackDialog(QDialog):
    """Asks for the choices, builds off the GUI thread, and tells what was left out."""

    def __init__(
        self, workspace: Workspace, meeting_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._meeting_id = meeting_id
        self._job: Job[Any] | None = None
        self._saved: Path | None = None
        self.setWindowTitle(self.tr("Build the pack"))
        self.form = PackForm()
        self.form.public_changed.connect(self._show_left_out)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Appendices put in"))
        self.reused = PlainLabel()
        self.reused.setWordWrap(True)
        self._result = PlainLabel()
        self._result.setWordWrap(True)
        self.removed = QPlainTextEdit()
        self.removed.setReadOnly(True)
        self.removed.setMinimumHeight(120)
        self.removed.setAccessibleName(self.tr("Left out of the public version"))
        self.build_button = QPushButton(self.tr("Build…"))
        self.build_button.clicked.connect(self._ask_for_path)
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.clicked.connect(self._open)
        self.preview_button = QPushButton(self.tr("Preview and print…"))
        self.preview_button.clicked.connect(self.preview)
        self.window_shown: PdfWindow | None = None
        self._lay_out()

    def _show_left_out(self, is_public: bool) -> None:  # noqa: FBT001
        """List what the public version leaves out before anything is built."""
        self.removed.setVisible(False)
        self._result.hide()
        if not is_public:
            return
        database, meeting_id = self._workspace.database, self._meeting_id

        def look(_progress: Progress) -> tuple[str, ...]:
            return left_out(database, meeting_id)

        run_in_background(self, look, self._tell_left_out, self._refuse)

    def _tell_left_out(self, lines: tuple[str, ...]) -> None:
        if not self.form.public.isChecked() or self._job is not None:
            return
        told = self.tr("The public does not read this, or not as it is. Look it through:")
        self._result.setText(told if lines else self.tr("All of it is public."))
        self._result.show()
        self._list_removed(lines)

    def _list_removed(self, lines: tuple[str, ...]) -> None:
        self.removed.setPlainText("\n".join(lines))
        self.removed.setVisible(bool(lines))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.form)
        for widget in (self._bar, self.reused, self._result, self.removed):
            column.addWidget(widget)
            widget.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.preview_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.build_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.open_button.hide()
        column.addStretch(1)
        column.addWidget(buttons)
        self.build_button.setDefault(True)
        self.setMinimumWidth(520)

    def _ask_for_path(self) -> None:
        if self._job is not None:
            self._stop()
            return
        title = self.tr("Save the pack")
        name = pack_file_name(self._workspace.database, self._meeting_id, self.form.choices())
        if self.form.personal.isChecked():
            chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
            if chosen:
                self.build_copies_to(Path(chosen, Path(name).stem))
            return
        path = ask_where(self, title, name, self.tr("PDF files (*.pdf)"))
        if path is not None:
            self.build_to(path)

    def build_to(self, path: Path) -> None:
        """Build the pack and write it to `path`."""
        target = with_ending(path, ".pdf")
        database, meeting_id, choices = (
            self._workspace.database,
            self._meeting_id,
            self.form.choices(),
        )

        def work(progress: Progress) -> Written[BuiltPack]:
            return export_pack(database, meeting_id, target, choices, progress.step, progress.note)

        self._start(work, self._show)

    def build_copies_to(self, folder: Path) -> None:
        """Build a pack for each member into a folder, which is made if there is none."""
        database, meeting_id = self._workspace.database, self._meeting_id
        choices, with_passwords = self.form.choices(), self.form.passwords.isChecked()

        def work(progress: Progress) -> Written[PersonalPacks]:
            return write_personal_packs(
                database,
                meeting_id,
                folder,
                choices,
                progress.step,
                progress.note,
                with_passwords=with_passwords,
            )

        self._start(work, self._show_copies)

    def _show_copies(self, written: Written[PersonalPacks]) -> None:
        self._end()
        made = self._workspace.announcer.announce(written)
        copies = self.tr("%n copy(ies)", "", made.copies)
        told = self.tr("Saved: {copies} in »{folder}«").format(
            copies=copies, folder=made.folder.name
        )
        if made.passwords is not None:
            told += "\n" + self.tr(
                "The passwords stand in »{name}«, beside the folder. Send them another way."
            ).format(name=made.passwords.name)
        self._tell_saved(told, made.folder)

    def _tell_saved(self, told: str, path: Path) -> None:
        self._saved = path
        self._result.setText(told)
        self._result.show()
        self.open_button.show()
        self.open_button.setFocus()

    def preview(self) -> None:
        """Build the pack as it would be now, and show it in a window to read and to print."""
        if self._job is not None:
            return
        database, meeting_id, choices = (
            self._workspace.database,
            self._meeting_id,
            self.form.choices(),
        )
        name = pack_file_name(database, meeting_id, choices)

        def work(progress: Progress) -> _Preview:
            with ExitStack() as unless_made:
                folder = Path(mkdtemp(prefix="kkr-preview-"))
                unless_made.callback(rmtree, folder, ignore_errors=True)
                path = folder / name
                preview_pack(database, meeting_id, path, choices, progress.step, progress.note)
                made = _Preview(path, paper_readers(database, meeting_id))
                unless_made.pop_all()
            return made

        self._start(work, self._show_preview)

    def _show_preview(self, made: "_Preview") -> None:
        self._end()
        self._close_preview()
        self.window_shown = PdfWindow(made.path, made.path.stem, made.readers, self)
        self.window_shown.show()

    def _close_preview(self) -> None:
        """Let go of the preview, and of its file."""
        if self.window_shown is not None:
            rmtree(self.window_shown.path.parent, ignore_errors=True)
            self.window_shown.close_pages()
            self.window_shown.deleteLater()
            self.window_shown = None

    def _start(self, work: Callable[[Progress], T], on_done: Callable[[T], None]) -> None:
        self._bar.setRange(0, 0)
        self._bar.show()
        self.reused.hide()
        self._result.hide()
        self.removed.hide()
        self.open_button.hide()
        self.preview_button.setEnabled(False)
        self.build_button.setText(self.tr("Cancel"))
        job = run_in_background(self, work, on_done, self._refuse)
        job.progressed.connect(self._tell_progress)
        job.noted.connect(self._tell_reuse)
        self._job = job

    def _tell_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _tell_reuse(self, reuse: Reuse) -> None:
        """Say what need not be made again; it stays to be read when the pack is done."""
        lines: list[str] = []
        if reuse.typeset_pages:
            lines.append(self.tr("The typeset pages are unchanged and are used again."))
        if reuse.appendices:
            told = self.tr("{ready} of {all} appendices are ready from before.")
            lines.append(told.format(ready=reuse.appendices, all=reuse.of_appendices))
        self.reused.setText("\n".join(lines))
        self.reused.setVisible(bool(lines))

    def _stop(self) -> None:
        """Leave it; the file that was there stays."""
        if self._job is not None:
            self._job.cancel()
        self._end()

    def reject(self) -> None:
        self._stop()
        self._close_preview()
        super().reject()

    def _end(self) -> None:
        self._job = None
        self._bar.hide()
        self.preview_button.setEnabled(True)
        self.build_button.setText(self.tr("Build…"))

    def _show(self, written: Written[BuiltPack]) -> None:
        self._end()
        built = self._workspace.announcer.announce(written)
        pages = self.tr("%n page(s)", "", built.pages)
        told = self.tr("Saved: {name} · {pages}").format(name=built.path.name, pages=pages)
        told = "\n".join([told, *built.remarks])
        if built.removed:
            told += "\n" + self.tr("Look at what was left out before it is published:")
        self._list_removed(built.removed)
        self._tell_saved(told, built.path)

    def _refuse(self, error: KkrError) -> None:
        self._end()
        show_error(self, error)

    def _open(self) -> None:
        if self._saved is not None:
            open_file(self._saved)
