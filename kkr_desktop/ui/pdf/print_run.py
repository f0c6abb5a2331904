"""Prints pages of a PDF as sharp as the printer is, a strip of a page at a time.

The strips are drawn off the GUI thread and only put on the paper here, so that the window
stays alive and the memory that is needed does not grow with paper or resolution.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from kkr_desktop.documents.print_plan import Placing, place_page
from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.pdf.painter import as_image

if TYPE_CHECKING:
    from kkr_desktop.documents.pdf_pages import PagePicture, PdfPages

_SHARP = 600
_STRIP_BYTES = 8_000_000
_EDGE = 12.0
"""Points at the edge of the paper that hardly any printer reaches."""


class PrinterGone(KkrError):
    """The printer, or the file in its place, did not take what was printed."""

    def explain(self) -> str:
        return "Printeren tager ikke imod udskriften. Se efter, om den er tændt, og prøv igen."


@dataclass(frozen=True, slots=True)
class _Strip:
    """Rows of a page, in pixels of `factor` dots."""

    first: int
    rows: int


class PrintRun(QObject):
    """One print; `progressed` tells the sides that are done, then comes one of the others."""

    progressed = Signal(int)
    finished = Signal()
    failed = Signal(object)  # KkrError

    def __init__(
        self,
        pages: "PdfPages",
        sides: Sequence[int | None],
        printer: QPrinter,
        *,
        has_own_sizes: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._sides = tuple(sides)
        self._printer = printer
        self._has_own_sizes = has_own_sizes
        self._is_grey = printer.colorMode() is QPrinter.ColorMode.GrayScale
        self._factor = max(-(-printer.resolution() // _SHARP), 1)
        self._painter = QPainter()
        self._at = -1
        self._strips: list[_Strip] = []
        self._strip = _Strip(0, 0)
        self._placing: Placing | None = None
        self._job: Job[PagePicture | None] | None = None

    def begin(self) -> None:
        """Print the first side; the others follow."""
        self._next_side()

    def cancel(self) -> None:
        """Stop; what the printer has not got yet is not printed."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._at = len(self._sides)
        self._printer.abort()
        if self._painter.isActive():
            self._painter.end()

    def _next_side(self) -> None:
        self._at += 1
        if self._at > 0:
            self.progressed.emit(self._at)
        if self._at >= len(self._sides):
            if self._painter.isActive():
                self._painter.end()
            self.finished.emit()
            return
        page = self._sides[self._at]
        if page is not None and self._has_own_sizes:
            self._choose_paper(self._pages.sizes[page])
        begun = self._printer.newPage() if self._painter.isActive() else self._start()
        if not begun:
            self._fail(PrinterGone())
        elif page is None:
            self._next_side()
        else:
            self._plan(page)
            self._next_strip()

    def _start(self) -> bool:
        self._printer.setFullPage(True)
        return self._painter.begin(self._printer)

    def _choose_paper(self, size: tuple[float, float]) -> None:
        """Ask for paper of the page's own size, standing; a page that lies is turned on it."""
        standing = QSizeF(min(size), max(size))
        matched = QPageSize(
            standing, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
        )
        self._printer.setPageSize(matched)
        self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)

    def _plan(self, page: int) -> None:
        layout, dots = self._printer.pageLayout(), self._printer.resolution()
        paper = layout.fullRectPixels(dots)
        layout.setUnits(QPageLayout.Unit.Point)
        least = layout.minimumMargins()
        edges = [
            round(max(edge, _EDGE) * dots / 72)
            for edge in (least.left(), least.top(), least.right(), least.bottom())
        ]
        printable = (
            edges[0],
            edges[1],
            paper.width() - edges[0] - edges[2],
            paper.height() - edges[1] - edges[3],
        )
        self._placing = placing = place_page(
            self._pages.sizes[page], (paper.width(), paper.height()), printable, dots
        )
        width, height = placing.width // self._factor, placing.height // self._factor
        rows = max(_STRIP_BYTES // (max(width, 1) * (1 if self._is_grey else 4)), 1)
        self._strips = [
            _Strip(first, min(rows, height - first)) for first in range(0, height, rows)
        ]

    def _next_strip(self) -> None:
        page, placing = self._sides[self._at], self._placing
        if page is None or placing is None or not self._strips:
            self._next_side()
            return
        self._strip = strip = self._strips.pop(0)
        pages, is_grey = self._pages, self._is_grey
        size = placing.width // self._factor, placing.height // self._factor

        def work(_progress: Progress) -> "PagePicture | None":
            return pages.strip(
                page, size, strip.first, strip.rows, is_turned=placing.is_turned, is_grey=is_grey
            )

        self._job = run_in_background(self, work, self._put, self._fail)

    def _put(self, picture: "PagePicture | None") -> None:
        self._job = None
        placing = self._placing
        if picture is None or placing is None:
            self._fail(PrinterGone())
            return
        image: QImage = as_image(picture)
        target = QRect(
            placing.left,
            placing.top + self._strip.first * self._factor,
            picture.width * self._factor,
            picture.height * self._factor,
        )
        self._painter.drawImage(target, image)
        self._next_strip()

    def _fail(self, error: KkrError) -> None:
        self.cancel()
        self.failed.emit(error)
