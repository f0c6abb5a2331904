"""Those pages of a new version of a document that differ from the old one, to print and put in."""

# pikepdf is typed in part only.
# pyright: reportUnknownMemberType=false

import io
import re
from collections import Counter

import pikepdf
from pikepdf import Name

from kkr_desktop.documents.pdf_pages import PdfPages

_FOOT = re.compile(r"\bSide \d+ af \d+\b")


def changed_pages(before: bytes, after: bytes) -> bytes | None:
    """Return the pages of `after` whose words stand on no page of `before`; None when all do.

    A page that only moved, with another number at its foot, is not a changed one. The pages
    are for paper: the file claims no tags, which the whole document has.
    """
    known = Counter(_words(before))
    wanted: list[int] = []
    for number, words in enumerate(_words(after)):
        if known[words]:
            known[words] -= 1
        else:
            wanted.append(number)
    return _only(after, wanted) if wanted else None


def _words(pdf: bytes) -> list[str]:
    document = PdfPages(pdf)
    pages = [document.text(number) for number in range(len(document))]
    document.close()
    return [" ".join(_FOOT.sub("", page).split()) for page in pages]


def _only(pdf: bytes, numbers: list[int]) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as made:
        for number in numbers:
            made.pages.append(source.pages[number])
        for page in made.pages:
            for key in (Name.StructParents, Name.Annots, Name.Tabs):
                if key in page.obj:
                    del page.obj[key]
        made.save(target, deterministic_id=True)
    return target.getvalue()
