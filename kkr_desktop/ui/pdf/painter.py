"""Draws pages of a PDF off the GUI thread, those that are wanted most first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.background import Job, Progress, run_in_background

if TYPE_CHECKING:
    from kkr_desktop.documents.pdf_pages import PagePicture, PdfPages


class PagePainter(QObject):
    """Draws one page at a time; what is no longer wanted is never begun."""

    painted = Signal(int, int, QImage)  # page, the width that was asked for, picture

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._wanted: list[tuple[int, int]] = []
        self._now: tuple[int, int] | None = None
        self._job: Job[PagePicture | None] | None = None

    def set_pages(self, pages: "PdfPages | None") -> None:
        """Draw pages of another document from here on."""
        self._pages = pages
        self._wanted = []
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def want(self, wanted: Sequence[tuple[int, int]]) -> None:
        """Ask for pages, each with its width in pixels, the most wanted first."""
        self._wanted = list(wanted)
        if self._job is None:
            self._begin()

    def _begin(self) -> None:
        pages = self._pages
        if pages is None or not self._wanted:
            return
        self._now = page, width = self._wanted.pop(0)

        def work(_progress: Progress) -> "PagePicture | None":
            return pages.picture(page, width)

        self._job = run_in_background(self, work, self._hand_over, self._leave)

    def _hand_over(self, picture: "PagePicture | None") -> None:
        self._job = None
        if picture is not None and self._now is not None:
            self.painted.emit(*self._now, as_image(picture))
        if self._job is None:
            self._begin()

    def _leave(self, _error: KkrError) -> None:
        self._job = None
        self._begin()


def as_image(picture: "PagePicture") -> QImage:
    """Return a drawn page as an image of the window's."""
    kind = {
        1: QImage.Format.Format_Grayscale8,
        3: QImage.Format.Format_RGB888,
        4: QImage.Format.Format_RGBX8888,
    }[picture.channels]
    size = picture.width, picture.height, picture.stride
    return QImage(picture.data, *size, kind).copy()
