"""Paragraphs and tables that know what they are in the structure of the document.

Documents are put together from these and from flowables that have a `tag` of
their own. `grow` reads a story and gives every one its element before anything
is laid out, so the tree does not depend on where pages break.
"""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# pyright: reportPrivateUsage=false

import re
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Self, cast

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer
from reportlab.platypus import LongTable as PlainTable
from reportlab.platypus import Paragraph as PlainParagraph

from kkr_desktop.documents.tagging.line_ends import divisible, rest_after, with_soft_hyphens
from kkr_desktop.documents.tagging.passages import split_passage
from kkr_desktop.documents.tagging.plain_lines import PlainLines, plain_lines
from kkr_desktop.documents.tagging.structure import Element, StructureBuilder

_LEAST_PIECE, _LITTLE_ROOM, _TALLEST_HEADER = 24.0, 120.0, 300.0
_WITHOUT_CONTENT = (Spacer, PageBreak, CondPageBreak)


_MARKUP = re.compile(r"[<&\n\r\t\f\v]")


class UntaggedFlowable(TypeError):
    """A flowable does not say what it is in the structure of the document."""


def grow(story: Iterable[Flowable], structure: StructureBuilder) -> None:
    """Give each flowable of a story its element. Raises UntaggedFlowable.

    A flowable takes its element in a method `tag(structure: StructureBuilder)`.
    """
    for flowable in story:
        tag = getattr(flowable, "tag", None)
        if tag is not None:
            tag(structure)
        elif not isinstance(flowable, _WITHOUT_CONTENT):
            raise UntaggedFlowable(f"{type(flowable).__name__} has no tag")


class Decoration:
    """What is drawn for the eye only."""

    def tag(self, structure: StructureBuilder) -> None:
        """Take nothing."""


class Paragraph(PlainParagraph):
    """A paragraph, a heading or an item of a list; its pieces on several pages stay one."""

    element: Element | None = None
    label: Element | None = None
    role = "P"
    heading_level = 0
    opens = False
    list_level: int | None = None
    numbering = "None"
    _is_drawn = False
    _wrapped_to: float | None = None
    _plain: PlainLines | None = None

    def __init__(
        self,
        text: Any,  # noqa: ANN401
        style: Any,  # noqa: ANN401
        bulletText: Any = None,  # noqa: ANN401, N803
        frags: Any = None,  # noqa: ANN401
    ) -> None:
        if text is not None and frags is None and not _MARKUP.search(text):
            # Most paragraphs have no markup, and to parse them takes longer than to set them.
            frags = [_fragment(style).clone(text=text.strip())]
        super().__init__(cast("str", text), style, bulletText, frags)
        self._divisible = divisible(self.frags)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it; asked again for the same width, as tables do, it need not break its lines."""
        if aW != self._wrapped_to or not hasattr(self, "blPara"):
            super().wrap(aW, aH)
            self._wrapped_to = aW
        return self.width, self.height

    def as_heading(self, level: int) -> Self:
        """Make it a heading; 1 is the highest level."""
        self.heading_level = level
        return self.as_opening()

    def as_opening(self) -> Self:
        """Let it stand on the page where what follows begins, as a heading does."""
        self.opens = True
        return self

    def as_title(self) -> Self:
        """Make it the title of the document."""
        self.role = "Title"
        return self

    def as_list_item(self, level: int, numbering: str) -> Self:
        """Make it an item of a list; `numbering` as ISO 32000-1, table 347, names it."""
        self.list_level = level
        self.numbering = numbering
        return self

    def tag(self, structure: StructureBuilder) -> None:
        """Take its element."""
        if self.heading_level:
            self.draws_for(structure.heading(self.heading_level))
        elif self.list_level is not None:
            self.label, words = structure.list_item(self.list_level, self.numbering)
            self.draws_for(words)
        else:
            self.draws_for(structure.paragraph(self.role))

    @property
    def is_plain_text(self) -> bool:
        """Whether it is neither a heading nor an item of a list."""
        return not self.heading_level and self.list_level is None

    def draws_for(self, element: Element) -> None:
        """Take an element that is there already."""
        self.element = element
        self._links: dict[int, Element] = {}

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803
        """Split it over pages; each piece draws for the same element."""
        self._break_again()
        pieces = super().split(aW, aH)
        divisible_rest = self._divisible
        for piece in pieces:
            if isinstance(piece, Paragraph):
                piece._divisible = divisible_rest
                if divisible_rest and piece is not pieces[-1]:
                    divisible_rest = rest_after(piece.blPara, divisible_rest)
                if self.element is not None:
                    piece.element, piece.label, piece._links = self.element, self.label, self._links
        return pieces

    def breakLines(self, width: Any) -> Any:  # noqa: ANN401, N802
        """Break it into lines. Words and nothing else go the short way."""
        self._plain = plain_lines(self, width)
        return self._plain or super().breakLines(width)

    def last_line_width(self) -> float:
        """Return how far the last line of a wrapped paragraph reaches, in points."""
        if self._plain is not None:
            stretches = self._plain.lines[-1].stretches
            return sum(stringWidth(text, look.font, look.size) for text, look in stretches)
        layout: Any = self.blPara
        last = layout.lines[-1]
        if isinstance(last, tuple):
            style: Any = self.style
            return stringWidth(" ".join(last[1]), style.fontName, style.fontSize)
        return last.maxWidth - last.extraSpace if hasattr(last, "maxWidth") else last.currentWidth

    def _break_again(self) -> None:
        """Let ReportLab break it, which knows what to do with more than words."""
        if self._plain is not None:
            self._plain = None
            self.blPara = super().breakLines(self._wrapWidths)

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: ANN401, N802, N803
        """Draw it at a place. Words and nothing else go the short way."""
        if self._plain is not None:
            left = self._hAlignAdjust(x, _sW)
            words = canvas.code_of_words(self, self._plain.lines, left, y)
            if words:
                with self._drawing(canvas):
                    canvas.draw_words(words)
                return
            self._break_again()
        cast("Any", super()).drawOn(canvas, x, y, _sW)

    def draw(self) -> None:
        """Draw it where the canvas has its origin."""
        layout = self.blPara
        if self._divisible:
            self.blPara = with_soft_hyphens(layout, self._divisible)
        with self._drawing(self.canv):
            super().draw()
        self.blPara = layout

    @contextmanager
    def _drawing(self, canvas: Any) -> Generator[None]:  # noqa: ANN401
        """Draw for its element; again, as the header of a table's next page is, as furniture."""
        if self._is_drawn:
            with canvas.furniture():
                yield
        elif self.element is None:
            yield
        else:
            self._is_drawn = True
            label = self.label if self.bulletText else None
            whole = self.element if self._plain else self._take_links(self.element)
            with canvas.tagged(whole, label=label, links=self._links):
                yield

    def _take_links(self, element: Element) -> Element:
        """Make elements for the links; return what the words outside them belong to."""
        layout: Any = self.blPara
        if layout.kind == 0:
            for number, address in getattr(layout, "link", None) or ():
                whole = self._link(number, address, element)
                whole.attach()
                return whole
            return element
        for line in layout.lines:
            for stretch in line.words:
                for number, address in getattr(stretch, "link", None) or ():
                    self._link(number, address, element)
        return element

    def _link(self, number: int, address: str, element: Element) -> Element:
        language, link = split_passage(address)
        made = Element("Link" if link else "Span", element, language=language)
        return self._links.setdefault(number, made)


@lru_cache(maxsize=256)
def _fragment(style: Any) -> Any:  # noqa: ANN401
    """Return the one fragment that a paragraph without markup has in a style."""
    (fragment,) = PlainParagraph("x", style).frags
    return fragment


class Table(PlainTable):
    """A table; it splits over pages and repeats its header rows."""

    _header_rows = 0
    _header_columns = 0

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Split it over pages; no row stands alone, above the break or below it."""
        header = sum(self._rowHeights[: self.repeatRows])
        if header > _TALLEST_HEADER:
            # Repeated, it would leave no room for what it heads.
            self.repeatRows = header = 0
        if availHeight < header + _LEAST_PIECE:
            return []
        pieces = super().split(availWidth, availHeight)
        if len(pieces) == 2:
            above, below = (self._body_rows(piece) for piece in pieces)
            if above == 1 and availHeight < _LITTLE_ROOM:
                return []
            if below == 1 and above > 2:
                kept = self._rowHeights[: self.repeatRows + above - 1]
                return super().split(availWidth, sum(kept) + 1)
        return pieces

    def height_of_rows(self, count: int) -> float:
        """Return how high the header and the first rows of a wrapped table are, in points."""
        return sum(self._rowHeights[: self.repeatRows + count])

    def _body_rows(self, piece: Any) -> int:  # noqa: ANN401
        return len(piece._cellvalues) - self.repeatRows

    def with_headers(self, *, rows: int = 0, columns: int = 0) -> Self:
        """Say how many rows head the columns, and how many columns head the rows."""
        self._header_rows, self._header_columns = rows, columns
        return self

    def tag(self, structure: StructureBuilder) -> None:
        """Take an element for itself, its rows and its cells.

        Without a row of headers the first column heads the rows: somebody who
        listens needs one or the other (ISO 14289-1, 7.5). A single column
        without a header is no table but what stands in it.
        """
        rows: list[list[Any]] = self._cellvalues
        header_rows = self._header_rows if self._header_rows < len(rows) else 0
        header_columns = self._header_columns or (0 if header_rows else 1)
        if len(rows[0]) == 1 and not header_rows:
            for row in rows:
                grow(_flowables(row[0]), structure)
            return
        table = structure.table()
        for place, row in enumerate(rows):
            table.row()
            for column, content in enumerate(row):
                cell = table.cell(
                    heads_column=place < header_rows, heads_row=column < header_columns
                )
                held = _flowables(content)
                if len(held) == 1 and isinstance(held[0], Paragraph) and held[0].is_plain_text:
                    held[0].draws_for(cell.root)
                else:
                    grow(held, cell)


def _flowables(content: Any) -> list[Flowable]:  # noqa: ANN401
    return list(content) if isinstance(content, list | tuple) else [content]
