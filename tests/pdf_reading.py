"""What a reader finds in a PDF."""

import io
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pypdfium2

from kkr_desktop.documents.pdf_pages import PDFIUM_TURN


@contextmanager
def pdfium(pdf: bytes | Path) -> Generator[pypdfium2.PdfDocument]:
    """Open a PDF with PDFium, which the threads of an open window wait for meanwhile."""
    with PDFIUM_TURN, pypdfium2.PdfDocument(pdf) as document:
        yield document


def texts_of(pdf: bytes | Path) -> list[str]:
    """Return the words of each page."""
    with pdfium(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def words_of(pdf: bytes) -> str:
    """Return the words on all pages, with one blank between them."""
    return " ".join(" ".join(texts_of(pdf)).split())


def bookmarks_of(pdf: bytes) -> list[str]:
    """Return the titles of the bookmarks of both levels, in their order."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        found: list[str] = []
        for section in outline.root:
            found.append(section.title)
            found += [child.title for child in section.children]
        return found


def everything_in(pdf: bytes) -> bytes:
    """Return all that a PDF holds, streams uncompressed, text as it was typed."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return b"".join(
            bytes(entry.unparse(resolved=True)) + _data(entry) for entry in document.objects
        )


def _data(entry: pikepdf.Object) -> bytes:
    if not isinstance(entry, pikepdf.Stream):
        return b""
    if entry.get(pikepdf.Name.Filter) == pikepdf.Name.DCTDecode:
        return entry.read_raw_bytes()
    return entry.read_bytes()
