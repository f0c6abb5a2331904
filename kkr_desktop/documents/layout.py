"""Puts flowables on pages: margins, running head and foot, bookmarks, metadata."""

# ReportLab's canvas is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportAttributeAccessIssue=false

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self, cast

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import NoEncryption
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from kkr_desktop.documents.fonts import SEMIBOLD, TEXT, register
from kkr_desktop.documents.page_breaks import keep_headings
from kkr_desktop.documents.page_plan import PagePlan, Place
from kkr_desktop.documents.single_line import draw_line, fitted_line
from kkr_desktop.documents.stamp_line import stamp_lines
from kkr_desktop.documents.styles import (
    ACCENT,
    BOTTOM,
    FOOT_LINE,
    HEAD_LINE,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    RIGHT,
    RULE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TOP,
)
from kkr_desktop.documents.tagging.canvas import TaggedCanvas
from kkr_desktop.documents.tagging.flowables import grow
from kkr_desktop.documents.tagging.metadata import Description, describe
from kkr_desktop.documents.tagging.structure import Element, StructureBuilder
from kkr_desktop.documents.tagging.writer import write_structure
from kkr_desktop.model.errors import CannotTypeset

_LANGUAGE = "da-DK"
_PROGRAM = "KKR Desktop"
_BAR_AWAY, _SHORTEST_BAR = 14.0, 2.0
"""How far from the text a bar in the margin stands, and how short one is not drawn, in points."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a size of its own, in points, such as a poster's: no running head or foot."""

    width: float
    height: float
    margin: float

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.height - 2 * self.margin


@dataclass(frozen=True, slots=True)
class Furniture:
    """What surrounds the text of a document.

    `accent` is the colour in place of the usual one, as in "#12485a".
    `head_left` and `head_right` stand on every page but a front page; a draft
    says "Udkast" between them. `dated` and `document_uid` become the file's
    dates and identity.
    """

    title: str
    author: str
    head_left: str
    head_right: str
    dated: datetime
    document_uid: str
    is_draft: bool
    has_front_page: bool
    accent: str = ""
    sheet: Sheet | None = None


def typeset(furniture: Furniture, story: Iterable[Flowable], plan: PagePlan | None = None) -> bytes:
    """Return the PDF of a document, laid out once. The same story gives the same bytes.

    `plan` tells, when it is done, which of its pages give way to others.
    Raises CannotTypeset.
    """
    register()
    rl_config.useA85 = 0
    root = Element("Document")
    target = io.BytesIO()
    flowables = keep_headings(story)
    grow(flowables, StructureBuilder(root))
    document = _Document(target, furniture, root, plan or PagePlan())
    try:
        document.build(flowables, canvasmaker=cast("Any", document.make_canvas))
    except LayoutError as error:
        raise CannotTypeset from error
    return target.getvalue()


class _Document(BaseDocTemplate):
    """One column on A4, or on a sheet of its own size."""

    def __init__(
        self, target: io.BytesIO, furniture: Furniture, root: Element, plan: PagePlan
    ) -> None:
        sheet = furniture.sheet
        super().__init__(
            target,
            pagesize=(sheet.width, sheet.height) if sheet else (PAGE_WIDTH, PAGE_HEIGHT),
            title=furniture.title,
            author=furniture.author,
        )
        self._furniture = furniture
        self._root = root
        self._plan = plan
        room = (LEFT, BOTTOM, TEXT_WIDTH, TEXT_HEIGHT)
        if sheet is not None:
            room = (sheet.margin, sheet.margin, sheet.text_width, sheet.text_height)
        frame = Frame(*room, 0, 0, 0, 0, id="text")
        self.addPageTemplates(PageTemplate("page", [frame], onPage=cast("Any", self._furnish)))

    def make_canvas(self, target: io.BytesIO, **options: Any) -> "PageCanvas":  # noqa: ANN401
        """Make the canvas that this document draws on."""
        return PageCanvas(target, self._furniture, self._root, self._plan, **options)

    def _furnish(self, canvas: "PageCanvas", _document: BaseDocTemplate) -> None:
        canvas.furnish()


class PageCanvas(TaggedCanvas):
    """A canvas that fills page numbers in when all pages are there."""

    def __init__(
        self,
        target: io.BytesIO,
        furniture: Furniture,
        root: Element,
        plan: PagePlan,
        **options: Any,  # noqa: ANN401
    ) -> None:
        always = {"invariant": 1, "pageCompression": 1, "initialFontName": TEXT}
        super().__init__(target, **{**options, **always})
        self.pages_by_key: dict[str, int] = {}
        self.plan = plan
        self._furniture = furniture
        self._root = root
        self._awaited: dict[str, tuple[str, Any]] = {}
        self._bar_top: float | None = None
        if furniture.accent:
            self.recolour(ACCENT, HexColor(furniture.accent))
        self._describe()

    def _describe(self) -> None:
        document: Any = self._doc
        furniture = self._furniture
        self.setTitle(furniture.title)
        self.setAuthor(furniture.author)
        self.setSubject(furniture.document_uid)
        self.setCreator(_PROGRAM)
        self.setProducer(_PROGRAM)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()
        document._timeStamp = _Moment(furniture.dated)
        describe(
            document,
            Description(
                title=furniture.title,
                author=furniture.author,
                subject=furniture.document_uid,
                language=_LANGUAGE,
                program=_PROGRAM,
                moment=furniture.dated,
            ),
        )

    def furnish(self) -> None:
        """Draw the running head and foot of the page that begins."""
        if self._furniture.sheet is not None:
            return
        page = self.getPageNumber()
        if page > 1 or not self._furniture.has_front_page:
            with self.furniture():
                self._draw_running_head()
        with self.furniture_drawing():
            self.doForm(f"foot-{page}")

    def _draw_running_head(self) -> None:
        furniture = self._furniture
        self.saveState()
        self.setFillColor(QUIET)
        line = HEAD_LINE
        room = TEXT_WIDTH / 2 - 40 if furniture.is_draft else TEXT_WIDTH - 110
        draw_line(self, LEFT, line, fitted_line(furniture.head_left, 9, room), 9)
        self.setFont(TEXT, 9)
        self.drawRightString(PAGE_WIDTH - RIGHT, line, furniture.head_right)
        if furniture.is_draft:
            self.setFont(SEMIBOLD, 9)
            self.setFillColor(ACCENT)
            self.drawCentredString((LEFT + PAGE_WIDTH - RIGHT) / 2, line, "UDKAST")
        self.setStrokeColor(RULE)
        self.setLineWidth(0.6)
        self.line(LEFT, line - 7, PAGE_WIDTH - RIGHT, line - 7)
        self.restoreState()

    def begin_margin_mark(self) -> None:
        """Begin a bar in the margin here; it goes on over the pages until it is ended."""
        self._bar_top = self.absolutePosition(0, 0)[1]

    def end_margin_mark(self) -> None:
        """End the bar here."""
        self._draw_bar(self.absolutePosition(0, 0)[1])
        self._bar_top = None

    def showPage(self) -> None:  # noqa: N802
        """End the page; a bar in the margin goes on at the top of the next."""
        if self._bar_top is not None:
            self._draw_bar(BOTTOM)
            self._bar_top = PAGE_HEIGHT - TOP
        super().showPage()

    def _draw_bar(self, bottom: float) -> None:
        if self._bar_top is None or self._bar_top - bottom < _SHORTEST_BAR:
            return
        left, below = self.absolutePosition(0, 0)
        self.saveState()
        self.setFillColor(ACCENT)
        self.rect(
            LEFT - _BAR_AWAY - left, bottom - below, 2.4, self._bar_top - bottom, stroke=0, fill=1
        )
        self.restoreState()

    def place_page_number(
        self,
        key: str,
        right: float,
        baseline: float,
        style: Any,  # noqa: ANN401
        element: Element,
    ) -> None:
        """Leave room for the number of the page that `key` comes to stand on."""
        form = f"page-of-{key}"
        self._awaited[form] = (key, style)
        self.saveState()
        self.translate(right, baseline)
        with self.tagged_drawing(element):
            self.doForm(form)
        self.restoreState()

    def leave_room(self, place: Place, element: Element) -> None:
        """Make this page one that others come in place of."""
        self.plan.places[self.getPageNumber()] = place
        with self.tagged_drawing(element):
            pass

    def save(self) -> None:
        """Fill in what had to wait for the last page, and write the file."""
        pages = self.getPageNumber() - (0 if self._code else 1)
        if self._code:
            self.showPage()
        for page in range(1, pages + 1) if self._furniture.sheet is None else ():
            with self.form(f"foot-{page}", (0, 0), (PAGE_WIDTH, PAGE_HEIGHT)):
                self.setFillColor(QUIET)
                self.setFont(TEXT, 9)
                shown = f"Side {self.plan.shown(page)} af {self.plan.last(pages)}"
                self.drawRightString(PAGE_WIDTH - RIGHT, FOOT_LINE, shown)
        for page, place in self.plan.places.items():
            first, last = self.plan.shown(page), self.plan.last(pages)
            self.plan.stamps[page] = tuple(stamp_lines(self._doc, place, first, last))
        for form, (key, style) in self._awaited.items():
            with self.form(form, (-60, -10), (10, 30)):
                self.setFillColor(style.textColor)
                self.setFont(style.fontName, style.fontSize)
                page = self.pages_by_key.get(key)
                self.drawRightString(0, 0, str(self.plan.shown(page)) if page else "")
        write_structure(self, self._root)
        document: Any = self._doc
        document.encrypt = _LineEnds()
        super().save()


class _StreamData(bytes):
    """A stream's bytes with a line end after them that its length does not count."""

    _line_end = b"\n"

    def __new__(cls, data: bytes) -> Self:
        """Add the line end; after a carriage return, one that is not taken for a part of it."""
        line_end = b"\r\n" if data.endswith(b"\r") else b"\n"
        made = super().__new__(cls, data + line_end)
        made._line_end = line_end
        return made

    def __len__(self) -> int:
        return super().__len__() - len(self._line_end)


class _LineEnds(NoEncryption):
    """Puts a line end before each "endstream" (ISO 19005-2, 6.1.7.1), which ReportLab leaves out.

    What ReportLab asks to encrypt is the last that it does with a stream's bytes.
    """

    def encode(self, t: bytes | str) -> bytes:
        """Return the bytes as they are, and a line end."""
        return _StreamData(t.encode() if isinstance(t, str) else t)


class _Moment:
    """The document's own moment in place of the clock, in the form ReportLab asks for."""

    def __init__(self, moment: datetime) -> None:
        utc = moment.astimezone(UTC)
        self.t = utc.timestamp()
        self.lt = utc.timetuple()
        self.YMDhms = (*self.lt[:6],)
        self.dhh, self.dmm = 0, 0
        self.tzname = "UTC"

    @property
    def datetime(self) -> datetime:
        """The moment itself."""
        return datetime.fromtimestamp(self.t, UTC)

    @property
    def asctime(self) -> str:
        """The moment in C's format."""
        return self.datetime.strftime("%a %b %d %H:%M:%S %Y")
