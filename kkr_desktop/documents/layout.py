"""Puts flowables on pages: margins, running head and foot, bookmarks, metadata."""

# ReportLab's canvas is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportAttributeAccessIssue=false

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from kkr_desktop.documents.fonts import SEMIBOLD, TEXT, register
from kkr_desktop.documents.styles import (
    ACCENT,
    BOTTOM,
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

_LANGUAGE = "da-DK"


@dataclass(frozen=True, slots=True)
class Furniture:
    """What surrounds the text of a document.

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


def typeset(furniture: Furniture, story: Sequence[Flowable]) -> bytes:
    """Return the PDF of a document, laid out once. The same story gives the same bytes."""
    register()
    target = io.BytesIO()
    document = _Document(target, furniture)
    document.build(list(story), canvasmaker=cast("Any", document.make_canvas))
    return target.getvalue()


class _Document(BaseDocTemplate):
    """One column on A4."""

    def __init__(self, target: io.BytesIO, furniture: Furniture) -> None:
        super().__init__(
            target,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            title=furniture.title,
            author=furniture.author,
        )
        self._furniture = furniture
        frame = Frame(LEFT, BOTTOM, TEXT_WIDTH, TEXT_HEIGHT, 0, 0, 0, 0, id="text")
        self.addPageTemplates(PageTemplate("page", [frame], onPage=cast("Any", self._furnish)))

    def make_canvas(self, target: io.BytesIO, **options: Any) -> "PageCanvas":  # noqa: ANN401
        """Make the canvas that this document draws on."""
        return PageCanvas(target, self._furniture, **options)

    def _furnish(self, canvas: "PageCanvas", _document: BaseDocTemplate) -> None:
        canvas.furnish()


class PageCanvas(Canvas):
    """A canvas that fills page numbers in when all pages are there."""

    def __init__(self, target: io.BytesIO, furniture: Furniture, **options: Any) -> None:  # noqa: ANN401
        chosen: dict[str, Any] = {**options, "invariant": 1, "pageCompression": 1}
        super().__init__(target, **chosen)
        self.pages_by_key: dict[str, int] = {}
        self._furniture = furniture
        self._awaited: dict[str, tuple[str, Any]] = {}
        self._describe()

    def _describe(self) -> None:
        document: Any = self._doc
        self.setTitle(self._furniture.title)
        self.setAuthor(self._furniture.author)
        self.setSubject(self._furniture.document_uid)
        self.setCreator("KKR Desktop")
        self.setProducer("KKR Desktop")
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()
        document.Catalog.Lang = PDFString(_LANGUAGE)
        document._timeStamp = _Moment(self._furniture.dated)

    def furnish(self) -> None:
        """Draw the running head and foot of the page that begins."""
        page = self.getPageNumber()
        furniture = self._furniture
        self.saveState()
        if page > 1 or not furniture.has_front_page:
            self.setFillColor(QUIET)
            self.setFont(TEXT, 9)
            line = PAGE_HEIGHT - TOP + 26
            self.drawString(LEFT, line, furniture.head_left)
            self.drawRightString(PAGE_WIDTH - RIGHT, line, furniture.head_right)
            if furniture.is_draft:
                self.setFont(SEMIBOLD, 9)
                self.setFillColor(ACCENT)
                self.drawCentredString((LEFT + PAGE_WIDTH - RIGHT) / 2, line, "UDKAST")
            self.setStrokeColor(RULE)
            self.setLineWidth(0.6)
            self.line(LEFT, line - 7, PAGE_WIDTH - RIGHT, line - 7)
        self.restoreState()
        self.doForm(f"foot-{page}")

    def place_page_number(self, key: str, right: float, baseline: float, style: Any) -> None:  # noqa: ANN401
        """Leave room for the number of the page that `key` comes to stand on."""
        form = f"page-of-{key}"
        self._awaited[form] = (key, style)
        self.saveState()
        self.translate(right, baseline)
        self.doForm(form)
        self.restoreState()

    def save(self) -> None:
        """Fill in what had to wait for the last page, and write the file."""
        pages = self.getPageNumber() - (0 if self._code else 1)
        if self._code:
            self.showPage()
        for page in range(1, pages + 1):
            self.beginForm(f"foot-{page}", 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
            self.setFillColor(QUIET)
            self.setFont(TEXT, 9)
            self.drawRightString(PAGE_WIDTH - RIGHT, BOTTOM - 30, f"Side {page} af {pages}")
            self.endForm()
        for form, (key, style) in self._awaited.items():
            self.beginForm(form, -60, -10, 10, 30)
            self.setFillColor(style.textColor)
            self.setFont(style.fontName, style.fontSize)
            self.drawRightString(0, 0, str(self.pages_by_key.get(key, "")))
            self.endForm()
        super().save()


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
