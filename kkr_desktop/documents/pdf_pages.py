"""The pages of a PDF to look at: drawn, searched, and followed along their links.

Everything here may be called on any thread. PDFium serves one thread at a time, so each
call waits for its turn and does only one page's work in it.
"""

# pypdfium2 ships no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import atexit
import ctypes
import re
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakSet

from kkr_desktop.model.errors import FileProblem

PDFIUM_TURN = threading.RLock()
"""Held by whoever works with PDFium, which crashes when two threads are in it at once."""

_OPEN: "WeakSet[PdfPages]" = WeakSet()
_MOST_PIXELS = 40_000_000
_FINE = 1_000_000


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A drawn page, or some rows of one: each of `stride` bytes.

    A pixel has one channel (grey), three (red, green, blue), or four (the last is empty).
    """

    data: bytes
    width: int
    height: int
    stride: int
    channels: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark; the first page is 0, the outermost level 0."""

    title: str
    level: int
    page: int


Box = tuple[float, float, float, float]
"""Left, top, right and bottom as parts of the page's width and height, as it is shown."""


@cache
def _close_all_at_the_end() -> None:
    """Have whatever a window still shows closed before PDFium itself goes.

    What is registered last is called first, so this comes after PDFium was imported.
    """

    def close_all() -> None:
        for pages in tuple(_OPEN):
            pages.close()

    atexit.register(close_all)


class PdfPages:
    """An open PDF. `sizes` are the pages' widths and heights in points, as they are shown."""

    def __init__(self, source: bytes | Path) -> None:
        """Open it. Raises FileProblem."""
        import pypdfium2

        self.source = source
        self._texts: dict[int, str] = {}
        _close_all_at_the_end()
        with PDFIUM_TURN:
            try:
                self._document: Any = pypdfium2.PdfDocument(source)
                count = len(self._document)
                self.sizes = tuple(self._document.get_page_size(page) for page in range(count))
                self.bookmarks = tuple(self._bookmarks())
                _OPEN.add(self)
            except (pypdfium2.PdfiumError, OSError) as error:
                path = source if isinstance(source, Path) else Path("PDF")
                raise FileProblem(path, "kan ikke vises. Er den flyttet eller ændret?") from error

    def __len__(self) -> int:
        return len(self.sizes)

    def _bookmarks(self) -> list[Bookmark]:
        found: list[Bookmark] = []
        for entry in self._document.get_toc(max_depth=6):
            target = entry.get_dest()
            page = target.get_index() if target is not None else None
            if page is not None:
                found.append(Bookmark(entry.get_title(), entry.level, page))
        return found

    def __del__(self) -> None:
        if getattr(self, "_document", None) is not None:
            self.close()

    def close(self) -> None:
        """Let go of the file; what is asked for afterwards is nothing."""
        with PDFIUM_TURN:
            if self._document is not None:
                self._document.close()
                self._document = None

    def picture(self, page: int, width: int) -> PagePicture | None:
        """Draw a page as wide as so many pixels; None when the file was closed meanwhile."""
        across, down = self.sizes[page]
        most = (_MOST_PIXELS * across / down) ** 0.5
        drawn = max(round(min(width, most)), 1)
        size = drawn, max(round(drawn * down / across), 1)
        return self._draw(page, size, 0, size[1], is_turned=False, is_grey=False, for_print=False)

    def strip(
        self,
        page: int,
        size: tuple[int, int],
        first: int,
        rows: int,
        *,
        is_turned: bool,
        is_grey: bool,
    ) -> PagePicture | None:
        """Draw some rows of a page that is to be so large in pixels, for a printer.

        A turned page lies a quarter clockwise. None when the file was closed meanwhile.
        """
        return self._draw(
            page, size, first, rows, is_turned=is_turned, is_grey=is_grey, for_print=True
        )

    def _draw(
        self,
        page: int,
        size: tuple[int, int],
        first: int,
        rows: int,
        *,
        is_turned: bool,
        is_grey: bool,
        for_print: bool,
    ) -> PagePicture | None:
        from pypdfium2 import PdfBitmap, raw

        with PDFIUM_TURN:
            if self._document is None:
                return None
            shown = self._document[page]
            kind = raw.FPDFBitmap_Gray if is_grey else raw.FPDFBitmap_BGRx
            bitmap = PdfBitmap.new_native(size[0], rows, kind, rev_byteorder=not is_grey)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, size[0], rows)
            flags = raw.FPDF_ANNOT | (raw.FPDF_PRINTING if for_print else 0)
            flags |= raw.FPDF_GRAYSCALE if is_grey else raw.FPDF_REVERSE_BYTE_ORDER
            turn = 1 if is_turned else 0
            raw.FPDF_RenderPageBitmap(bitmap, shown, 0, -first, *size, turn, flags)
            drawn = _taken(bitmap)
            shown.close()
        return drawn

    def text(self, page: int) -> str:
        """Return the words of a page."""
        known = self._texts.get(page)
        if known is not None:
            return known
        with PDFIUM_TURN:
            if self._document is None:
                return ""
            shown = self._document[page]
            words = shown.get_textpage()
            self._texts[page] = text = words.get_text_range()
            words.close()
            shown.close()
        return text

    def find(self, page: int, words: str) -> list[tuple[Box, ...]]:
        """Return where words stand on a page, whatever their case and the line breaks in them."""
        wanted = words.split()
        if not wanted:
            return []
        pattern = re.compile(r"[\s­]+".join(map(re.escape, wanted)), re.IGNORECASE)
        matches = list(pattern.finditer(self.text(page)))
        if not matches:
            return []
        with PDFIUM_TURN:
            if self._document is None:
                return []
            shown = self._document[page]
            textpage = shown.get_textpage()
            hits = [_boxes(shown, textpage, match.start(), match.end()) for match in matches]
            textpage.close()
            shown.close()
        return [boxes for boxes in hits if boxes]

    def link_at(self, page: int, across: float, down: float) -> int | str | None:
        """Return the page, or the address, that a link at a place of a page leads to."""
        with PDFIUM_TURN:
            if self._document is None:
                return None
            shown = self._document[page]
            found = _link(self._document, shown, across, down)
            shown.close()
        return found


def _taken(bitmap: Any) -> PagePicture:  # noqa: ANN401
    """Take a drawn bitmap over from PDFium."""
    drawn = PagePicture(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels
    )
    bitmap.close()
    return drawn


def _boxes(page: Any, words: Any, start: int, end: int) -> tuple[Box, ...]:  # noqa: ANN401
    from pypdfium2 import raw

    first = raw.FPDFText_GetCharIndexFromTextIndex(words, start)
    last = raw.FPDFText_GetCharIndexFromTextIndex(words, end - 1)
    if first < 0 or last < first:
        return ()
    found: list[Box] = []
    for place in range(words.count_rects(first, last - first + 1)):
        left, bottom, right, top = words.get_rect(place)
        corners = _shown_at(page, left, top), _shown_at(page, right, bottom)
        (x1, y1), (x2, y2) = corners
        found.append((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
    return tuple(found)


def _shown_at(page: Any, x: float, y: float) -> tuple[float, float]:  # noqa: ANN401
    """Return where a point of a page is shown, however the page is cropped and turned."""
    from pypdfium2 import raw

    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(
        page, 0, 0, _FINE, _FINE, 0, x, y, ctypes.byref(across), ctypes.byref(down)
    )
    return across.value / _FINE, down.value / _FINE


def _link(document: Any, page: Any, across: float, down: float) -> int | str | None:  # noqa: ANN401
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    at = round(across * _FINE), round(down * _FINE)
    raw.FPDF_DeviceToPage(page, 0, 0, _FINE, _FINE, 0, *at, ctypes.byref(x), ctypes.byref(y))
    link = raw.FPDFLink_GetLinkAtPoint(page, x.value, y.value)
    if not link:
        return None
    target = raw.FPDFLink_GetDest(document, link)
    action = raw.FPDFLink_GetAction(link)
    if not target and action:
        if raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
            room = ctypes.create_string_buffer(4096)
            raw.FPDFAction_GetURIPath(document, action, room, len(room))
            return room.value.decode("utf-8", errors="replace")
        target = raw.FPDFAction_GetDest(document, action)
    page_index = raw.FPDFDest_GetDestPageIndex(document, target) if target else -1
    return page_index if page_index >= 0 else None
