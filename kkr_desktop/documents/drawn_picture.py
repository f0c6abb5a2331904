"""A picture of a PDF as a reader shows it, in grey, whatever space its colours are in."""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image

from kkr_desktop.documents.pdf_pages import PdfPages
from kkr_desktop.model.errors import FileProblem

_MOST_PIXELS = 40_000_000
_SIDE = 500
"""The sides of the page that it is drawn on; it is drawn in as many pixels as it has."""

_MASKS = (Name.Mask, Name.SMask, Name.SMaskInData)


def drawn_in_grey(image: Any) -> Image.Image | None:  # noqa: ANN401
    """Return a picture pixel by pixel, without its masks; None when it cannot be drawn."""
    size = int(image.Width), int(image.Height)
    if not 0 < size[0] * size[1] <= _MOST_PIXELS:
        return None
    try:
        pages = PdfPages(_alone_on_a_page(image))
    except FileProblem:
        return None
    drawn = pages.strip(0, size, 0, size[1], is_turned=False, is_grey=True)
    pages.close()
    if drawn is None:
        return None
    return Image.frombytes("L", size, drawn.data, "raw", "L", drawn.stride)


def _alone_on_a_page(image: Any) -> bytes:  # noqa: ANN401
    target = io.BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(_SIDE, _SIDE))
        copied: Any = document.copy_foreign(image)
        for name in _MASKS:
            if name in copied:
                del copied[name]
        page.obj.Resources = Dictionary(XObject=Dictionary(Im=copied))
        page.obj.Contents = document.make_stream(f"{_SIDE} 0 0 {_SIDE} 0 0 cm /Im Do".encode())
        document.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return target.getvalue()
