"""Those pages of a new version of a document that differ from the old one, to print and put in."""

import re
from collections import Counter

from kkr_desktop.documents.page_excerpt import excerpt
from kkr_desktop.documents.pdf_pages import PdfPages

_FOOT = re.compile(r"\bSide \d+ af \d+\b")


def changed_pages(before: bytes, after: bytes, title: str) -> bytes | None:
    """Return the pages of `after` whose words stand on no page of `before`; None when all do.

    A page that only moved, with another number at its foot, is not a changed one.
    """
    known = Counter(_words(before))
    wanted: list[int] = []
    for number, words in enumerate(_words(after)):
        if known[words]:
            known[words] -= 1
        else:
            wanted.append(number)
    return excerpt(after, wanted, title) if wanted else None


def _words(pdf: bytes) -> list[str]:
    document = PdfPages(pdf)
    pages = [document.text(number) for number in range(len(document))]
    document.close()
    return [" ".join(_FOOT.sub("", page).split()) for page in pages]
