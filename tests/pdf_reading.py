"""What a reader finds in a PDF."""

# pypdfium2 is not typed.
# pyright: reportUnknownMemberType=false, reportArgumentType=false

import io

import pikepdf
import pypdfium2


def words_of(pdf: bytes) -> str:
    """Return the words on all pages, with one blank between them."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(texts).split())


def bookmarks_of(pdf: bytes) -> list[str]:
    """Return the titles of the bookmarks of both levels, in their order."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        found: list[str] = []
        for section in outline.root:
            found.append(section.title)
            found += [child.title for child in section.children]
        return found
