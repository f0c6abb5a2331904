"""Puts the pages of the appendices into their places in the pack, and says on each what it is."""

# pikepdf's objects are typed as Any in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from kkr_desktop.documents.greyscale import PICTURES
from kkr_desktop.documents.pack import PackAppendix, PackContent
from kkr_desktop.documents.pack_claims import claim_what_holds
from kkr_desktop.documents.pack_frame import PackFrame
from kkr_desktop.documents.pack_structure import JoinedStructure
from kkr_desktop.documents.pdf_saving import save
from kkr_desktop.documents.stamp_line import FONT_MARK, STAMP_WIDTH
from kkr_desktop.documents.stamp_place import Matrix, stamp_matrix
from kkr_desktop.model.errors import AppendixUnreadable

Step = Callable[[int, int], None]

UNREADABLE = (pikepdf.PikepdfError, AttributeError, LookupError, TypeError, ValueError)
"""What comes of pages that are not as the standard asks for."""

_FOOTER = b"/Artifact << /Type /Pagination /Subtype /Footer >>"
_BACK = "Tilbage til indholdet"
_LEFT_OVER = (Name.PieceInfo, Name.Metadata, Name.LastModified, Name.Thumb, Name.B)


@dataclass(frozen=True, slots=True)
class MadePack:
    """What became of a pack: its pages, and the labels of appendices that are not as one wishes.

    Those in `untagged` cannot be followed by a screen reader; those in `not_archivable` are
    not PDF/A, so that the pack cannot be. `pictures` are the pages that had to become pictures.
    """

    pages: int
    appendices: int
    untagged: tuple[str, ...]
    not_archivable: tuple[str, ...]
    pictures: tuple[int, ...]


def write_pack(content: PackContent, frame: PackFrame, target: Path, step: Step) -> MadePack:
    """Write a pack to a file and return what became of it.

    The same content gives the same bytes. `step` is told of each appendix that is
    done; what it raises ends the work. Raises AppendixUnreadable.
    """
    plan = frame.plan
    with ExitStack() as sources, pikepdf.open(io.BytesIO(frame.pdf)) as document:
        pages = _Pages(document, content)
        appendices = iter(content.appendices)
        total = len(content.appendices)
        for number, page in enumerate([page.obj for page in document.pages], start=1):
            if number in plan.blank_before:
                pages.add_blank()
            if number not in plan.places:
                pages.add(page, number)
                continue
            appendix = next(appendices)
            try:
                source = sources.enter_context(pikepdf.open(appendix.pdf, suppress_warnings=True))
                pages.add_appendix(page, appendix, source, plan.stamps[number])
            except UNREADABLE as error:
                raise AppendixUnreadable(appendix.label, appendix.title) from error
            step(len(pages.done), total)
        pages.finish()
        archivable = claim_what_holds(document, pages.sources)
        save(document, target)
        return MadePack(
            pages=len(pages.all),
            appendices=total,
            untagged=tuple(row.label for row in pages.untagged),
            not_archivable=tuple(
                row.label for row, fits in zip(pages.done, archivable, strict=True) if not fits
            ),
            pictures=tuple(pages.pictures),
        )


class _Pages:
    """The pages of the pack as they come together."""

    def __init__(self, document: pikepdf.Pdf, content: PackContent) -> None:
        self._document = document
        self._structure = JoinedStructure(document)
        self._contents_page = document.pages[1].obj
        self._moved: dict[Any, Any] = {}
        self._typeset: list[Any] = []
        self.all: list[Any] = []
        self.done: list[PackAppendix] = []
        self.untagged: list[PackAppendix] = []
        self.sources: list[pikepdf.Pdf] = []
        self.pictures: list[int] = []
        self._typeset_pictures = set(_pictures(document))

    def add(self, page: Any, number: int) -> None:  # noqa: ANN401
        """Add a page that was typeset, as number so much."""
        self.all.append(page)
        if number in self._typeset_pictures:
            self.pictures.append(len(self.all))
        self._typeset.append(page)

    def add_blank(self) -> None:
        """Add an empty page, so that the next is a right-hand one."""
        box = self._contents_page.MediaBox
        self.all.append(
            self._document.make_indirect(
                Dictionary(Type=Name.Page, MediaBox=Array(list(box)), Resources=Dictionary())
            )
        )

    def add_appendix(
        self,
        page: Any,  # noqa: ANN401
        appendix: PackAppendix,
        source: pikepdf.Pdf,
        lines: tuple[bytes, ...],
    ) -> None:
        """Add the pages of an appendix in place of the page that keeps room for them."""
        document = self._document
        known = len(document.pages)
        document.add_pages_from(source, forms="strip", layers="preserve", outlines="ignore")
        pages = [document.pages[at].obj for at in range(known, len(document.pages))]
        # A long list of pages makes each that is added slower; `finish` lists them all.
        del document.pages[known:]
        element = self._structure.element_of(page)
        words = f"{appendix.label} {appendix.title}".strip()
        is_tagged = self._structure.take(source, pages, element, words)
        if not is_tagged:
            self.untagged.append(appendix)
        stamping = _Stamping(document, page.Resources.Font, pages, is_tagged=is_tagged)
        placed: list[Matrix] = []
        for number, (own, line) in enumerate(zip(pages, lines, strict=True)):
            for key in _LEFT_OVER:
                if key in own:
                    del own[key]
            edge = appendix.free_edges[number : number + 1] or "b"
            placed.append(stamping.stamp(own, line, edge))
        self._link_back(pages[0], placed[0], element)
        self._moved[page.objgen] = pages[0]
        self.pictures += [len(self.all) + number for number in _pictures(source)]
        self.all += pages
        self.done.append(appendix)
        self.sources.append(source)

    def _link_back(self, page: Any, placed: Matrix, element: Any) -> None:  # noqa: ANN401
        """Make the line that an appendix's first page says what it is with a link."""
        a, b, c, d, x, y = placed
        corners = [(a * u + c * v + x, b * u + d * v + y) for u, v in ((-STAMP_WIDTH, -4), (2, 12))]
        across, along = zip(*corners, strict=True)
        annotation = self._document.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([min(across), min(along), max(across), max(along)]),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String(_BACK),
                Dest=Array([self._contents_page, Name.Fit]),
            )
        )
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots = Array([*page.Annots, annotation])
        page.Tabs = Name.S
        self._structure.add_link(page, annotation, element)

    def finish(self) -> None:
        """Bring all pages into their order, and lead bookmarks and links to where they went."""
        document = self._document
        self._structure.finish()
        for page in self._typeset:
            for annotation in page.get(Name.Annots, Array()):
                self._lead(annotation)
        _walk(document.Root.get(Name.Outlines), self._lead)
        tree: Any = document.Root.Pages
        tree.Kids = Array(self.all)
        tree.Count = len(self.all)
        for page in self.all:
            page.Parent = tree
        if PICTURES in document.Root:
            del document.Root[PICTURES]
        document.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))

    def _lead(self, from_here: Any) -> None:  # noqa: ANN401
        place: Any = from_here.get(Name.Dest)
        if isinstance(place, Array) and place[0].objgen in self._moved:
            from_here.Dest = Array([self._moved[place[0].objgen], Name.Fit])


class _Stamping:
    """Writes the lines onto the pages of one appendix, in the fonts of the typeset pages."""

    def __init__(
        self,
        document: pikepdf.Pdf,
        fonts: Any,  # noqa: ANN401
        pages: list[Any],
        *,
        is_tagged: bool,
    ) -> None:
        self._document = document
        self._fonts = fonts
        self._begin = document.make_stream(b"q" if is_tagged else b"/P << /MCID 0 >> BDC q")
        self._end = b"Q" if is_tagged else b"Q EMC"
        self._mark = _unused_mark(pages)
        self._resources: dict[Any, Any] = {}

    def stamp(self, page: Any, line: bytes, edge: str) -> Matrix:  # noqa: ANN401
        """Write a line onto a page, where there is room for it; return where that is."""
        matrix = stamp_matrix(page, edge)
        placed = " ".join(f"{number:.3f}" for number in matrix).encode("ascii")
        drawn = line.replace(FONT_MARK, self._mark)
        contents: Any = page.get(Name.Contents, Array())
        own = list(contents) if isinstance(contents, Array) else [contents]
        end = b"%b %b BDC q %b cm %b Q EMC" % (self._end, _FOOTER, placed, drawn)
        page.Contents = Array([self._begin, *own, self._document.make_stream(end)])
        page.Resources = self._with_fonts(page.get(Name.Resources, Dictionary()))
        return matrix

    def _with_fonts(self, resources: Any) -> Any:  # noqa: ANN401
        """Return resources that have the fonts of the line; what is shared stays shared."""
        known = self._resources.get(resources.objgen) if resources.is_indirect else None
        if known is not None:
            return known
        changed = Dictionary(resources)
        changed.Font = Dictionary(resources.get(Name.Font, Dictionary()))
        for name, font in self._fonts.items():
            changed.Font[name.replace(FONT_MARK.decode(), self._mark.decode(), 1)] = font
        if resources.is_indirect:
            changed = self._resources[resources.objgen] = self._document.make_indirect(changed)
        return changed


def _unused_mark(pages: list[Any]) -> bytes:
    """Return what no font of some pages is called by, for they may have been in a pack before."""
    used = {
        name
        for page in pages
        for name in page.get(Name.Resources, Dictionary()).get(Name.Font, Dictionary()).keys()  # noqa: SIM118
    }
    mark = "/Kkr"
    while any(name.startswith(mark) for name in used):
        mark += "r"
    return f"{mark}F".encode("ascii")


def _pictures(document: pikepdf.Pdf) -> list[int]:
    """Return the numbers of the pages that became pictures when a file was made grey."""
    noted: Any = document.Root.get(PICTURES, Array())
    return [int(number) for number in noted]


def _walk(node: Any, visit: Callable[[Any], None]) -> None:  # noqa: ANN401
    """Visit the bookmarks below a node."""
    waiting = [node] if node is not None else []
    while waiting:
        here = waiting.pop()
        visit(here)
        waiting += [kin for kin in (here.get(Name.Next), here.get(Name.First)) if kin is not None]
