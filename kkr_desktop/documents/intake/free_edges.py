"""Finds out where a page has room for a line along its edge."""

# pypdfium2 ships no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportArgumentType=false

import time
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from kkr_desktop.documents.pdf_pages import PDFIUM_TURN

STRIP_FROM, STRIP_TO = 11.0, 27.0
"""Where the line stands, in points from the edge of the page."""

_SECONDS = 25.0
_LONGEST_SIDE = 420.0
_NEARLY_WHITE = 232
_MOST_SPECKS = 0.004


def free_edges(path: Path, pages: int) -> str:
    """Return a letter for each page: "b" bottom edge free, "t" top edge free, "n" none.

    What takes too long to look at counts as not free.
    """
    until = time.monotonic() + _SECONDS
    try:
        with PDFIUM_TURN, pypdfium2.PdfDocument(path) as document:
            found = ""
            for number in range(min(pages, len(document))):
                found += _free_edge(document[number]) if time.monotonic() < until else "n"
    except pypdfium2.PdfiumError:
        found = ""
    return found.ljust(pages, "n")


def _free_edge(page: Any) -> str:  # noqa: ANN401
    width, height = page.get_size()
    scale = min(1.0, _LONGEST_SIDE / max(width, height))
    try:
        picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    except pypdfium2.PdfiumError:
        return "n"
    first, last = round(STRIP_FROM * scale), max(round(STRIP_TO * scale), 2)
    strips = {
        "b": (0, picture.height - last, picture.width, picture.height - first),
        "t": (0, first, picture.width, last),
    }
    for edge, box in strips.items():
        if _is_free(picture.crop(box)):
            return edge
    return "n"


def _is_free(strip: Image.Image) -> bool:
    histogram = strip.convert("L").histogram()
    return sum(histogram[:_NEARLY_WHITE]) <= _MOST_SPECKS * max(sum(histogram), 1)
