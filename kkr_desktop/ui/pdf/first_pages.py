"""Small pictures of the first pages of files, drawn once each, off the GUI thread."""

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.pdf.painter import as_image

if TYPE_CHECKING:
    from kkr_desktop.documents.pdf_pages import PagePicture

_MOST_KEPT = 300


class FirstPages(QObject):
    """Keeps pictures by the file's path; `drawn` tells when one that was asked for is there."""

    drawn = Signal(str)

    def __init__(self, width: int, parent: QObject) -> None:
        super().__init__(parent)
        self._width = width
        self._pictures: OrderedDict[str, QImage] = OrderedDict()
        self._waiting: list[Path] = []
        self._job: Job[PagePicture | None] | None = None

    def picture(self, path: Path) -> QImage | None:
        """Return the picture of a file; when there is none yet, it is drawn soon."""
        known = self._pictures.get(str(path))
        if known is None and path not in self._waiting:
            self._waiting.append(path)
            if self._job is None:
                self._begin()
        return known

    def _begin(self) -> None:
        if not self._waiting:
            return
        path, width = self._waiting[0], self._width

        def work(_progress: Progress) -> "PagePicture | None":
            from kkr_desktop.documents.pdf_pages import PdfPages

            pages = PdfPages(path)
            try:
                return pages.picture(0, width)
            finally:
                pages.close()

        self._job = run_in_background(self, work, self._take, self._leave)

    def _take(self, picture: "PagePicture | None") -> None:
        path = str(self._waiting.pop(0))
        self._job = None
        self._pictures[path] = as_image(picture) if picture is not None else QImage()
        while len(self._pictures) > _MOST_KEPT:
            self._pictures.popitem(last=False)
        self.drawn.emit(path)
        self._begin()

    def _leave(self, _error: KkrError) -> None:
        """Let a file that is gone have no picture; what is said of it is said elsewhere."""
        self._pictures[str(self._waiting.pop(0))] = QImage()
        self._job = None
        self._begin()
