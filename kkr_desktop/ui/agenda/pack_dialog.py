"""Builds the pack of a meeting: what it holds, how it is printed, and what became of it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.pack_content import PackChoices, left_out
from kkr_desktop.services.packs import BuiltPack, export_pack, pack_file_name
from kkr_desktop.services.written import Written
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.workspace import Workspace


class PackDialog(QDialog):
    """Asks for the choices, builds off the GUI thread, and tells what was left out."""

    def __init__(
        self, workspace: Workspace, meeting_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._meeting_id = meeting_id
        self._job: Job[Written[BuiltPack]] | None = None
        self._built: BuiltPack | None = None
        self.setWindowTitle(self.tr("Build the pack"))
        self.everything = QRadioButton(self.tr("The agenda with all appendices"))
        self.everything.setChecked(True)
        self.appendices_only = QRadioButton(self.tr("The appendices alone"))
        self.public = QCheckBox(
            self.tr("Public version: closed items, closed appendices and metadata are removed")
        )
        self.public.toggled.connect(self._show_left_out)
        self.dividers = QCheckBox(self.tr("A divider before the appendices of each item"))
        self.dividers.setChecked(True)
        self.right_hand = QCheckBox(
            self.tr("Each appendix begins on a right-hand page (printing on both sides)")
        )
        self.booklet = QCheckBox(self.tr("Booklet: two pages on each A4 sheet, to be folded"))
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Appendices put in"))
        self._result = QLabel()
        self._result.setWordWrap(True)
        self.removed = QPlainTextEdit()
        self.removed.setReadOnly(True)
        self.removed.setMinimumHeight(120)
        self.removed.setAccessibleName(self.tr("Left out of the public version"))
        self.build_button = QPushButton(self.tr("Build…"))
        self.build_button.setDefault(True)
        self.build_button.clicked.connect(self._ask_for_path)
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.clicked.connect(self._open)
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
        if not self.public.isChecked():
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
        for title, boxes in (
            (self.tr("What it holds"), (self.everything, self.appendices_only, self.public)),
            (self.tr("How it is printed"), (self.dividers, self.right_hand, self.booklet)),
        ):
            group = QGroupBox(title)
            inside = QVBoxLayout(group)
            for box in boxes:
                inside.addWidget(box)
            column.addWidget(group)
        for widget in (self._bar, self._result, self.removed):
            column.addWidget(widget)
            widget.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.build_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.open_button.hide()
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(520)

    def choices(self) -> PackChoices:
        """Return what was chosen."""
        return PackChoices(
            appendices_only=self.appendices_only.isChecked(),
            public=self.public.isChecked(),
            dividers=self.dividers.isChecked(),
            right_hand_starts=self.right_hand.isChecked(),
            booklet=self.booklet.isChecked(),
        )

    def _ask_for_path(self) -> None:
        if self._job is not None:
            self._stop()
            return
        name = pack_file_name(self._workspace.database, self._meeting_id, self.choices())
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the pack"), str(Path.home() / name), self.tr("PDF files (*.pdf)")
        )
        if chosen:
            self.build_to(Path(chosen))

    def build_to(self, path: Path) -> None:
        """Build the pack and write it to `path`."""
        target = path if path.suffix.casefold() == ".pdf" else path.with_name(f"{path.name}.pdf")
        database, meeting_id, choices = self._workspace.database, self._meeting_id, self.choices()

        def work(progress: Progress) -> Written[BuiltPack]:
            return export_pack(database, meeting_id, target, choices, progress.step)

        self._bar.setRange(0, 0)
        self._bar.show()
        self._result.hide()
        self.removed.hide()
        self.open_button.hide()
        self.build_button.setText(self.tr("Cancel"))
        self._job = run_in_background(self, work, self._show, self._refuse)
        self._job.progressed.connect(self._tell_progress)

    def _tell_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _stop(self) -> None:
        """Leave it; the file that was there stays."""
        if self._job is not None:
            self._job.cancel()
        self._end()

    def reject(self) -> None:
        self._stop()
        super().reject()

    def _end(self) -> None:
        self._job = None
        self._bar.hide()
        self.build_button.setText(self.tr("Build…"))

    def _show(self, written: Written[BuiltPack]) -> None:
        self._end()
        built = self._workspace.announcer.announce(written)
        self._built = built
        pages = self.tr("%n page(s)", "", built.pages)
        told = self.tr("Saved: {name} · {pages}").format(name=built.path.name, pages=pages)
        if built.removed:
            told += "\n" + self.tr("Look at what was left out before it is published:")
        self._result.setText(told)
        self._result.show()
        self._list_removed(built.removed)
        self.open_button.show()
        self.open_button.setFocus()

    def _refuse(self, error: KkrError) -> None:
        self._end()
        show_error(self, error)

    def _open(self) -> None:
        if self._built is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._built.path)))
