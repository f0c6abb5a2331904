"""Takes files in one after another, off the GUI thread, with progress, passwords and cancel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from kkr_desktop.model.errors import FileLocked, FilesRefused, KkrError, PdfNeeded
from kkr_desktop.services.appendices import add_appendix, replace_appendix
from kkr_desktop.services.limited_process import Step
from kkr_desktop.services.redacted_appendices import add_redacted_version
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.messages import ask, show_error
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.workspace import Workspace

PATTERNS = "*.pdf *.docx *.xlsx *.pptx *.jpg *.jpeg *.png *.tif *.tiff"
"""What a file dialog offers; any other name can be dropped."""


class TakeIn(Protocol):
    """A service that takes a file in for what has an id: an item, or one of its appendices."""

    def __call__(
        self, database: Database, id_: int, path: Path, password: str, step: Step, /
    ) -> Written[int]:
        """Take it in, and return what was made of it."""
        ...


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file that waits: for an item, or for one of its appendices."""

    item_id: int
    path: Path
    take_in: TakeIn
    target: int


class AppendixAdding(QWidget):
    """A line that is there while files are taken in; at the end it tells which were refused."""

    ended = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._waiting: list[_Waiting] = []
        self._refused: list[KkrError] = []
        self._job: Job[Written[int]] | None = None
        self._done = 0
        self._words = PlainLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Files taken in"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self.cancel_button)
        self.hide()

    def add(self, item_id: int, paths: Sequence[Path]) -> None:
        """Take files in after those that wait already."""
        self._wait([_Waiting(item_id, path, add_appendix, item_id) for path in paths])

    def replace(self, item_id: int, appendix_id: int, path: Path) -> None:
        """Take a newer file in for an appendix, after what waits already."""
        self._wait([_Waiting(item_id, path, replace_appendix, appendix_id)])

    def redact(self, item_id: int, appendix_id: int, path: Path) -> None:
        """Take a file in that the public reads in place of an appendix."""
        self._wait([_Waiting(item_id, path, add_redacted_version, appendix_id)])

    def _wait(self, files: Sequence[_Waiting]) -> None:
        self._waiting += files
        if self._job is None:
            self._begin_next()
        self._tell()

    def cancel(self) -> None:
        """Leave out what is not taken in yet."""
        if self._job is None:
            return
        item_id = self._waiting[0].item_id
        self._job.cancel()
        self._waiting.clear()
        selection = self._workspace.selection
        # The file may have been taken in just before the work was told to stop.
        self._workspace.announcer.changed.emit(
            Change(Area.AGENDA, selection.body_id, selection.meeting_id, item_id)
        )
        self._end()

    def _begin_next(self, password: str = "") -> None:
        if not self._waiting:
            self._end()
            return
        file = self._waiting[0]
        database = self._workspace.database

        def work(progress: Progress) -> Written[int]:
            def step() -> None:
                progress.step(0, 1)

            return file.take_in(database, file.target, file.path, password, step)

        self._job = run_in_background(self, work, self._take, self._refuse)
        self._tell()

    def _tell(self) -> None:
        if self._waiting:
            count = self._done + len(self._waiting)
            told = self.tr("Adding »{name}« ({number} of {count})")
            name = self._waiting[0].path.name
            self._words.setText(told.format(name=name, number=self._done + 1, count=count))
            self._bar.setRange(0, count if count > 1 else 0)
            self._bar.setValue(self._done)
            self.show()

    def _take(self, written: Written[int]) -> None:
        self._workspace.announcer.announce(written)
        self._go_on()

    def _refuse(self, error: KkrError) -> None:
        if isinstance(error, FileLocked):
            password = self._ask_password(error.path)
            if password:
                self._begin_next(password)
                return
        if isinstance(error, PdfNeeded) and self._waiting:
            pdf = self._ask_for_pdf(error)
            if pdf is not None:
                self._waiting[0] = replace(self._waiting[0], path=pdf)
                self._begin_next()
                return
        self._refused.append(error)
        self._go_on()

    def _ask_for_pdf(self, error: PdfNeeded) -> Path | None:
        """Offer to add the PDF in place of a document that cannot be turned into one here."""
        accepted = ask(self, error.explain(), "", self.tr("Choose the PDF…"))
        if not accepted:
            return None
        title, kind = self.tr("The document as PDF"), self.tr("PDF files (*.pdf)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(error.path.parent), kind)
        return Path(chosen) if chosen else None

    def _ask_password(self, path: Path) -> str:
        question = self.tr("»{name}« is locked. Its password:").format(name=path.name)
        title, hidden = self.tr("Password"), QLineEdit.EchoMode.Password
        password, accepted = QInputDialog.getText(self, title, question, hidden)
        return password if accepted else ""

    def _go_on(self) -> None:
        if self._waiting:
            self._waiting.pop(0)
            self._done += 1
        self._begin_next()

    def _end(self) -> None:
        refused, self._refused = tuple(self._refused), []
        self._job = None
        self._done = 0
        self.hide()
        if refused:
            show_error(self, FilesRefused(refused))
        self.ended.emit()
