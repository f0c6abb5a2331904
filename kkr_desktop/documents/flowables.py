"""What pages are put together from, beside paragraphs and tables."""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from typing import Any, ClassVar

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable

from kkr_desktop.documents.fonts import SEMIBOLD
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.page_breaks import height_of
from kkr_desktop.documents.styles import (
    ACCENT,
    PART,
    QUIET,
    RULE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TINT,
)
from kkr_desktop.documents.tagging.flowables import Decoration, Paragraph, grow
from kkr_desktop.documents.tagging.structure import StructureBuilder

_LONGEST_TITLE = 240
_TALLEST_WHOLE = TEXT_HEIGHT * 0.45
_LEAST_ROOM = 76.0
PART_LEVEL = 3
"""The level of a part's heading, below a section and an item."""


def heading(number: str, title: str, style: Any, level: int, key: str) -> list[Flowable]:  # noqa: ANN401
    """Return a numbered heading that readers can jump to from bookmarks and contents.

    `level` 0 is a section, 1 an item. `key` names the place in the document.
    """
    words = shortened(f"{number} {title}".strip())
    below = style.clone(f"{style.name}-text", spaceBefore=0)
    text = Paragraph(plain(title), below, bulletText=number or None)
    return [Anchor(words, level, key, style.spaceBefore), text.as_heading(level + 1)]


def shortened(title: str, longest: int = _LONGEST_TITLE) -> str:
    """Return a title short enough for bookmarks and contents, or of `longest` letters."""
    return title if len(title) <= longest else f"{title[:longest].rstrip()}…"


class Anchor(Decoration, Flowable):
    """Marks a place, without taking room."""

    opens = True

    def __init__(self, outline_title: str, level: int, key: str, space_before: float) -> None:
        super().__init__()
        self.spaceBefore = space_before
        self._outline_title = outline_title
        self._level = level
        self._key = key

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it: nothing."""
        self.width, self.height = aW, 0
        return self.width, self.height

    def draw(self) -> None:
        """Note where it came to stand."""
        canvas: Any = self.canv
        top = canvas.absolutePosition(0, 0)[1] + 8
        canvas.bookmarkPage(self._key, fit="XYZ", left=0, top=top, zoom=0)
        canvas.addOutlineEntry(self._outline_title, self._key, level=self._level, closed=False)
        canvas.pages_by_key[self._key] = canvas.getPageNumber()


class ContentsLine(Flowable):
    """A line of the contents: number, title, dots and the page, all of it a link.

    The page is not known yet when the line is drawn; it is drawn into a form
    that the canvas fills at the end, so the pages need no second layout.
    """

    _PAGE_WIDTH = 26.0
    _DOT_STEP = 4.2

    def __init__(self, number: str, title: str, style: Any, key: str) -> None:  # noqa: ANN401
        super().__init__()
        self._style = style
        self._key = key
        self._words = f"{number} {shortened(title)}".strip()
        self._text = Paragraph(plain(shortened(title)), style, bulletText=number)

    def tag(self, structure: StructureBuilder) -> None:
        """Take the link that the line is."""
        self._link = structure.contents_line()
        self._text.draws_for(self._link)

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Return the room above, in points."""
        return self._style.spaceBefore

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Return the room below, in points."""
        return self._style.spaceAfter

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it."""
        self.width = aW
        _, self.height = self._text.wrap(aW - self._PAGE_WIDTH - 10, aH)
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        canvas: Any = self.canv
        self._text.drawOn(canvas, 0, 0)
        baseline = self._style.leading - self._style.fontSize * 0.98
        start = self._style.leftIndent + self._text.last_line_width() + 6
        self._draw_dots(canvas, start, baseline)
        canvas.place_page_number(self._key, self.width, baseline, self._style, self._link)
        with canvas.link_of(self._link):
            canvas.linkRect(
                self._words,
                self._key,
                (0, -1, self.width, self.height),
                relative=1,
                thickness=0,
                Border="[0 0 0]",
            )

    def _draw_dots(self, canvas: Any, start: float, baseline: float) -> None:  # noqa: ANN401
        """Draw dots on one grid for all lines, so that they line up downwards."""
        end = self.width - self._PAGE_WIDTH
        dots = int((end - start) / self._DOT_STEP)
        if dots < 1:
            return
        font, size = self._style.fontName, self._style.fontSize
        apart = self._DOT_STEP - stringWidth(".", font, size)
        canvas.saveState()
        canvas.setFillColor(QUIET)
        canvas.setFont(font, size)
        with canvas.furniture():
            canvas.drawString(end - self._DOT_STEP * dots, baseline, "." * dots, charSpace=apart)
        canvas.restoreState()


class Kicker(Flowable):
    """A line of letter-spaced capitals."""

    def __init__(self, text: str, size: float = 11, spacing: float = 2.4) -> None:
        super().__init__()
        self._text = text.upper()
        self._size = size
        self._spacing = spacing
        self.spaceAfter = 10

    def tag(self, structure: StructureBuilder) -> None:
        """Take the element of a paragraph."""
        self._element = structure.paragraph()

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it."""
        self.width, self.height = aW, self._size * 1.4
        return self.width, self.height

    def draw(self) -> None:
        """Draw it; the letters stand closer when the line would else be too long."""
        natural = stringWidth(self._text, SEMIBOLD, self._size)
        room = (self.width - natural) / max(len(self._text), 1)
        canvas: Any = self.canv
        canvas.setFillColor(QUIET)
        canvas.setFont(SEMIBOLD, self._size)
        spacing = max(min(self._spacing, room), 0)
        with canvas.tagged(self._element):
            canvas.drawString(0, self._size * 0.4, self._text, charSpace=spacing)


class Rule(Decoration, Flowable):
    """A line across the text."""

    def __init__(self, after: float = 12, *, strong: bool = False) -> None:
        super().__init__()
        self._strong = strong
        self.spaceAfter = after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it."""
        self.width, self.height = aW, 2
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        canvas: Any = self.canv
        canvas.setStrokeColor(ACCENT if self._strong else RULE)
        canvas.setLineWidth(1.6 if self._strong else 0.6)
        canvas.line(0, 1, self.width, 1)


class SetOff(Flowable):
    """A flowable on a tint with a bar at its left: what members are asked for, and decided.

    Neighbours that are both set off stand on one unbroken tint. It splits over
    pages as what is in it does.
    """

    _BAR = 3.0
    INSET: ClassVar[float] = 12.0

    def __init__(self, inner: Flowable, *, first: bool, last: bool) -> None:
        super().__init__()
        self._inner = inner
        self._first = first
        self._last = last
        self.spaceBefore = 6 if first else 0
        self.spaceAfter = 8 if last else 0

    def tag(self, structure: StructureBuilder) -> None:
        """Leave it to what is set off."""
        grow([self._inner], structure)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it."""
        self.width = aW
        _, self._inner_height = self._inner.wrap(aW - 2 * self.INSET, aH - self._padding())
        self.height = self._inner_height + self._padding()
        return self.width, self.height

    def _padding(self) -> float:
        return self._above() + self._below()

    def _above(self) -> float:
        return 7.0 if self._first else 0.0

    def _below(self) -> float:
        return 7.0 if self._last else self._inner.getSpaceAfter()

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803
        """Split as the inner flowable does."""
        pieces = self._inner.splitOn(self.canv, aW - 2 * self.INSET, aH - self._padding())
        last = len(pieces) - 1
        return [
            SetOff(piece, first=self._first and not index, last=self._last and index == last)
            for index, piece in enumerate(pieces)
        ]

    def draw(self) -> None:
        """Draw it."""
        canvas: Any = self.canv
        canvas.saveState()
        canvas.setFillColor(TINT)
        canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        canvas.setFillColor(ACCENT)
        canvas.rect(0, 0, self._BAR, self.height, stroke=0, fill=1)
        canvas.restoreState()
        self._inner.drawOn(canvas, self.INSET, self._below())


def set_off(heading: str, blocks: list[Flowable]) -> list[Flowable]:
    """Set blocks off on one tint, below a heading unless it is empty.

    What takes less than half a page is not split.
    """
    inner = [_part_heading(heading), *blocks] if heading else blocks
    last = len(inner) - 1
    made = [
        flowable
        if isinstance(flowable, CondPageBreak)
        else SetOff(flowable, first=index == 0, last=index == last)
        for index, flowable in enumerate(inner)
    ]
    whole = height_of(made)
    return [CondPageBreak(whole if whole <= _TALLEST_WHOLE else _LEAST_ROOM), *made]


def headed(heading: str, blocks: list[Flowable]) -> list[Flowable]:
    """Put a small heading above blocks."""
    return [_part_heading(heading), *blocks]


def _part_heading(words: str) -> Paragraph:
    return Paragraph(words, PART).as_heading(PART_LEVEL)


SET_OFF_WIDTH = TEXT_WIDTH - 2 * SetOff.INSET
