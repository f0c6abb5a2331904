"""The line that pages of others bear in the pack: what they are, and their number in the whole.

It is code to be put into each page's own content, since a form for each page would have to be
typeset, written and read again, which costs more than all else that a pack asks for.
"""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth

from kkr_desktop.documents.fonts import SEMIBOLD, TEXT
from kkr_desktop.documents.page_plan import Place

STAMP_WIDTH = 420.0
_SIZE = 8.5
_INK = 0.13
"""Nearly black, as grey: so a page without colours stays one."""

FONT_MARK = b"/F"
"""What the names of fonts begin with in the code."""


def stamp_lines(document: Any, place: Place, first: int, last: int) -> Iterator[bytes]:  # noqa: ANN401
    """Yield for each page at a place the code of its line, which ends where it is drawn.

    `document` is ReportLab's, whose fonts it is written in; the place's first page is number
    `first` of `last`.
    """
    for number in range(1, place.pages + 1):
        own = f"{place.caption} · side {number} af {place.pages}  ·  "
        of_all = f"Side {first + number - 1} af {last}"
        width = stringWidth(own, TEXT, _SIZE) + stringWidth(of_all, SEMIBOLD, _SIZE)
        shown = [*_shown(document, own, TEXT), *_shown(document, of_all, SEMIBOLD)]
        yield f"BT {_INK} g {-width:.2f} 0 Td {' '.join(shown)} ET".encode("ascii")


def _shown(document: Any, text: str, name: str) -> Iterator[str]:  # noqa: ANN401
    """Yield the code that draws text, by the parts of the font that hold its letters."""
    font: Any = pdfmetrics.getFont(name)
    for subset, codes in font.splitString(text, document):
        yield f"{font.getSubsetInternalName(subset, document)} {_SIZE} Tf <{codes.hex()}> Tj"
