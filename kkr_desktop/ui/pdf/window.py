"""A window of its own for a PDF: to read, search, print, save, or open in another program."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QToolBar, QVBoxLayout, QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.pdf.print_dialog import PrintDialog
from kkr_desktop.ui.pdf.viewer import PdfViewer
from kkr_desktop.ui.saved_file import open_file

if TYPE_CHECKING:
    from kkr_desktop.documents.pdf_pages import PdfPages
    from kkr_desktop.services.paper_copies import PaperReader


class PdfWindow(QDialog):
    """Shows a file, until whoever opened the window closes its pages."""

    def __init__(
        self,
        path: Path,
        title: str,
        readers: "Sequence[PaperReader]" = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.path = path
        self._title = title
        self._readers = tuple(readers)
        self._job: Job[PdfPages] | None = None
        self.viewer = PdfViewer()
        self.viewer.thumbnails_action.setChecked(True)
        self.toolbar = QToolBar()
        self.toolbar.setIconSize(QSize(18, 18))
        self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.viewer.add_tools(self.toolbar)
        self.toolbar.addSeparator()
        self.viewer.add_page_box(self.toolbar)
        self.toolbar.addSeparator()
        self.print_action = self.toolbar.addAction(
            icon("printer"), self.tr("Print…"), self.print_pages
        )
        self.print_action.setShortcut("Ctrl+P")
        self.print_action.setEnabled(False)
        self.open_action = self.toolbar.addAction(
            icon("external-link"), self.tr("Open in the PDF program"), self._open_elsewhere
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.viewer, 1)
        self.resize(980, 900)
        self._read()

    def _read(self) -> None:
        path = self.path

        def work(_progress: Progress) -> "PdfPages":
            from kkr_desktop.documents.pdf_pages import PdfPages

            return PdfPages(path)

        self._job = run_in_background(self, work, self._show, self._refuse)

    def _show(self, pages: "PdfPages") -> None:
        self._job = None
        self.viewer.set_pages(pages)
        self.print_action.setEnabled(True)
        self.viewer.pages.setFocus()

    def _refuse(self, error: KkrError) -> None:
        self._job = None
        show_error(self, error)

    def print_pages(self) -> None:
        """Print what is shown."""
        pages = self.viewer.pages.pages
        if pages is not None:
            dialog = PrintDialog(pages, self._title, self._readers, self)
            dialog.exec()
            dialog.deleteLater()

    def _open_elsewhere(self) -> None:
        open_file(self.path)

    def close_pages(self) -> None:
        """Let go of the file, which can then be removed."""
        if self._job is not None:
            self._job.cancel()
        self.viewer.clear()
