"""A live preview of the meeting's document, with what one does with it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QToolBar, QVBoxLayout, QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.pdf.viewer import PdfViewer
from kkr_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from kkr_desktop.documents.pdf_pages import PdfPages

_PAUSE_MILLISECONDS = 700


class DocumentPreview(QWidget):
    """Makes the document anew soon after something was written, off the GUI thread."""

    def __init__(
        self,
        make: Callable[[int], bytes],
        file_name: Callable[[int], str],
        export: Callable[[int, Path], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._file_name = file_name
        self._export = export
        self._meeting_id: int | None = None
        self._job: Job[PdfPages] | None = None
        self.viewer = PdfViewer()
        self.pages = self.viewer.pages
        self._note = PlainLabel()
        self._note.setContentsMargins(8, 0, 8, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._begin)
        toolbar = QToolBar()
        toolbar.setIconSize(QSize(18, 18))
        toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.save_action = QAction(icon("save"), self.tr("Save as PDF…"), self)
        self.save_action.setShortcut("Ctrl+Shift+S")
        self.save_action.triggered.connect(self.save_as)
        toolbar.addAction(self.save_action)
        self.viewer.add_tools(toolbar)
        toolbar.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(toolbar)
        column.addWidget(self.viewer, 1)

    def show_meeting(self, meeting_id: int | None) -> None:
        """Show the document of another meeting."""
        if meeting_id != self._meeting_id:
            self.viewer.clear()
            self._note.clear()
        self._meeting_id = meeting_id
        self.save_action.setEnabled(meeting_id is not None)
        self._begin()

    def refresh_soon(self) -> None:
        """Make the document anew after a short pause."""
        self._timer.start()

    def _begin(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        meeting_id = self._meeting_id
        if meeting_id is None or not self.isVisibleTo(self.window()):
            return

        def work(_progress: Progress) -> "PdfPages":
            from kkr_desktop.documents.pdf_pages import PdfPages

            return PdfPages(self._make(meeting_id))

        self._job = run_in_background(self, work, self._show, self._fail)

    def _show(self, pages: "PdfPages") -> None:
        self._job = None
        self.viewer.set_pages(pages)
        self._note.setText(self.tr("%n page(s)", "", self.pages.page_count))

    def _fail(self, error: KkrError) -> None:
        self._job = None
        self._note.setText(error.explain())

    def save_as(self) -> None:
        """Ask for a place and write the PDF there, then show it in the system's PDF program."""
        meeting_id = self._meeting_id
        if meeting_id is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as PDF"),
            str(Path.home() / self._file_name(meeting_id)),
            self.tr("PDF files (*.pdf)"),
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the PDF to `path`."""
        meeting_id = self._meeting_id
        if meeting_id is None:
            return
        target = path if path.suffix.casefold() == ".pdf" else path.with_name(f"{path.name}.pdf")

        def work(_progress: Progress) -> Path:
            self._export(meeting_id, target)
            return target

        run_in_background(self, work, self._open, self._tell_failure)

    def _open(self, path: Path) -> None:
        self._note.setText(self.tr("Saved: {name}").format(name=path.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _tell_failure(self, error: KkrError) -> None:
        show_error(self, error)
