"""Some pages of a document that this program typeset, with their part of its structure tree."""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem

from kkr_desktop.documents.pack_structure import number_tree
from kkr_desktop.documents.pdf_saving import save
from kkr_desktop.documents.tagging.metadata import retitled

_HEADING = re.compile(r"/H(\d)")


def excerpt(pdf: bytes, numbers: Sequence[int], title: str) -> bytes:
    """Return the pages of these numbers, counted from 0, as a document with a title of its own.

    Readers show the number that each page has in the whole. Links and bookmarks that lead to
    other pages are gone; the same pages give the same bytes.
    """
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = [document.pages[number].obj for number in numbers]
        _Excerpt(document, pages).cut()
        _name(document, title)
        document.Root.PageLabels = Dictionary(Nums=Array(_labels(numbers)))
        save(document, target)
    return target.getvalue()


class _Excerpt:
    """What stays of a document."""

    def __init__(self, document: pikepdf.Pdf, pages: list[Any]) -> None:
        self._document = document
        self._pages = pages
        self._kept = {page.objgen for page in pages}
        self._links: set[tuple[int, int]] = set()
        self._level = 0

    def cut(self) -> None:
        """Take out all that belongs to other pages."""
        for page in self._pages:
            self._cut_links(page)
        tree: Any = self._document.Root.StructTreeRoot
        self._cut_element(tree.K)
        self._cut_parents(tree)
        with self._document.open_outline() as outline:
            outline.root[:] = self._bookmarks(outline.root)
        for number in reversed(range(len(self._document.pages))):
            if self._document.pages[number].obj.objgen not in self._kept:
                del self._document.pages[number]

    def _leads_on(self, place: Any) -> bool:  # noqa: ANN401
        """Tell whether a destination is on a page that stays; one on the net always is."""
        return not isinstance(place, Array) or place[0].objgen in self._kept

    def _cut_links(self, page: Any) -> None:  # noqa: ANN401
        links = [link for link in page.get(Name.Annots, []) if self._leads_on(link.get(Name.Dest))]
        self._links |= {link.objgen for link in links}
        page.Annots = Array(links)

    def _bookmarks(self, items: Sequence[OutlineItem]) -> list[OutlineItem]:
        """Return the bookmarks of pages that stay; they take the place of one that goes."""
        made: list[OutlineItem] = []
        for item in items:
            below = self._bookmarks(item.children)
            if self._leads_on(item.destination):
                item.children[:] = below
                made.append(item)
            else:
                made += below
        return made

    def _cut_element(self, element: Any) -> bool:  # noqa: ANN401
        """Leave an element what is on the pages; return whether it is needed."""
        element.K = Array(kids := list(self._kids(element)))
        heading = _HEADING.fullmatch(str(element.S))
        if heading is not None and kids:
            self._level = min(int(heading[1]), self._level + 1)
            element.S = Name(f"/H{self._level}")
        if Name.Link == element.S and not any(_is_kind(kid, Name.OBJR) for kid in kids):
            element.S = Name.Span
        if Name.Table == element.S:
            return any(len(cell.K) for row in kids for cell in row.K)
        if element.S == Name.TR:
            return any(len(cell.K) or cell.S == Name.TH for cell in kids)
        return bool(kids) or element.S in {Name.TD, Name.TH, Name.Document}

    def _kids(self, element: Any) -> Iterator[Any]:  # noqa: ANN401
        own = element.get(Name.Pg)
        is_here = own is not None and own.objgen in self._kept
        if own is not None and not is_here:
            del element.Pg
        for kid in list(element.get(Name.K, [])):
            if isinstance(kid, int):
                is_kept = is_here
            elif _is_kind(kid, Name.OBJR):
                is_kept = kid.Obj.objgen in self._links
            elif _is_kind(kid, Name.MCR):
                is_kept = kid.Pg.objgen in self._kept
            else:
                is_kept = self._cut_element(kid)
            if is_kept:
                yield kid

    def _cut_parents(self, tree: Any) -> None:  # noqa: ANN401
        owners = [page.StructParents for page in self._pages]
        owners += [link.StructParent for page in self._pages for link in page.Annots]
        kept = Array()
        for number, owner in number_tree(tree.ParentTree):
            if number in owners:
                kept.append(number)
                kept.append(owner)
        tree.ParentTree = Dictionary(Nums=kept)


def _is_kind(kid: Any, kind: Name) -> bool:  # noqa: ANN401
    return isinstance(kid, Dictionary) and kid.get(Name.Type) == kind


def _name(document: pikepdf.Pdf, title: str) -> None:
    document.docinfo[Name.Title] = title
    metadata: Any = document.Root.Metadata
    metadata.write(retitled(metadata.read_bytes(), title))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML


def _labels(numbers: Sequence[int]) -> Iterator[Any]:
    """Yield for each page that it is called by its number in the whole (ISO 32000-1, 12.4.2)."""
    for place, number in enumerate(numbers):
        yield place
        yield Dictionary(S=Name.D, St=number + 1)
