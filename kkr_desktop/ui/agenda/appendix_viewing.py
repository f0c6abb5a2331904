"""Shows the pages of appendices in windows, each from a copy of the stored file."""

from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.model.errors import FileProblem, KkrError
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.pdf.window import PdfWindow


class AppendixViewing(QObject):
    """Opens a window for a file; what it was copied to is gone when the window is closed.

    No other program gets the stored file itself, which must never change.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.windows: list[PdfWindow] = []

    def show_file(self, stored: Path, title: str) -> None:
        """Show a stored PDF under the title of its appendix."""

        def work(_progress: Progress) -> Path:
            folder = Path(mkdtemp(prefix="kkr-appendix-"))
            try:
                return Path(copyfile(stored, folder / pdf_file_name(title)))
            except OSError as error:
                rmtree(folder, ignore_errors=True)
                problem = "mangler i arkivet. Hent den fra en sikkerhedskopi."
                raise FileProblem(stored, problem) from error

        run_in_background(self, work, self._show, self._refuse)

    def _show(self, path: Path) -> None:
        window = PdfWindow(path, path.stem, (), self._widget)
        window.finished.connect(self._close_closed)
        self.windows.append(window)
        window.show()

    def _close_closed(self) -> None:
        for window in [window for window in self.windows if not window.isVisible()]:
            self.windows.remove(window)
            window.close_pages()
            rmtree(window.path.parent, ignore_errors=True)
            window.deleteLater()

    def _refuse(self, error: KkrError) -> None:
        show_error(self._widget, error)
