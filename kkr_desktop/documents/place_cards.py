"""Place cards (bordkort) as PDF: sheets to fold, the name to be read from either side."""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from kkr_desktop.documents.fitting import fitted
from kkr_desktop.documents.flowables import shortened
from kkr_desktop.documents.fonts import SEMIBOLD, register
from kkr_desktop.documents.label_content import CardSize, PlaceCard, PlaceCardsContent
from kkr_desktop.documents.layout import Furniture, Sheet, typeset
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.styles import ACCENT, BODY, PAGE_HEIGHT, PAGE_WIDTH, QUIET, RULE
from kkr_desktop.documents.tagging.flowables import Paragraph
from kkr_desktop.documents.tagging.structure import StructureBuilder
from kkr_desktop.model.text import one_line

_ASIDE = 16 * mm
_EDGE = 9 * mm
_MARK = 8 * mm
_LONGEST_BODY_NAME = 60
_NAME_SHARE, _LINE_SHARE, _GAP_SHARE = 0.33, 0.105, 0.045
_NAME = BODY.clone("card-name", fontName=SEMIBOLD, alignment=TA_CENTER, spaceAfter=0)
_LINE = BODY.clone("card-line", textColor=QUIET, alignment=TA_CENTER, spaceAfter=0)
_KICKER = BODY.clone(
    "card-kicker", fontName=SEMIBOLD, textColor=ACCENT, alignment=TA_CENTER, spaceAfter=0
)
_NAMELESS = "Uden navn"
_NOBODY = PlaceCard("Ingen deltagere", ("Der er ingen at lave bordkort til.",))


def render_place_cards(content: PlaceCardsContent, size: CardSize) -> bytes:
    """Return the cards as PDF. The same content gives the same bytes, on any thread."""
    register()
    lies = size is CardSize.LARGE
    width, height = (PAGE_HEIGHT, PAGE_WIDTH) if lies else (PAGE_WIDTH, PAGE_HEIGHT)
    furniture = Furniture(
        title=content.title,
        author=content.body_name,
        head_left="",
        head_right="",
        dated=content.dated,
        document_uid=content.document_uid,
        is_draft=False,
        has_front_page=False,
        accent=content.accent,
        sheet=Sheet(width, height, 0),
    )
    return typeset(furniture, _story(content, size.value, width, height))


def _story(
    content: PlaceCardsContent, on_a_sheet: int, width: float, height: float
) -> Iterator[Flowable]:
    cards = content.cards or (_NOBODY,)
    for start in range(0, len(cards), on_a_sheet):
        if start:
            yield PageBreak()
        group = [
            _Card(card, content.body_name, width, height / on_a_sheet)
            for card in cards[start : start + on_a_sheet]
        ]
        yield _Sheet(group, width, height)


class _Card:
    """One card, upright on its lower half and upside down on its upper."""

    def __init__(self, card: PlaceCard, body_name: str, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._half = height / 2
        self._body_name = one_line(body_name)[:_LONGEST_BODY_NAME]
        name_size = self._half * _NAME_SHARE
        name = _NAME.clone("card-name", fontSize=name_size, leading=name_size * 1.16)
        line_size = self._half * _LINE_SHARE
        line = _LINE.clone("card-line", fontSize=line_size, leading=line_size * 1.3)
        room = width - 2 * _ASIDE
        self._kicker_size = max(self._half * 0.045, 8.5)
        free = self._half - 2 * _EDGE - self._kicker_size * 2.2
        self._title = shortened(one_line(card.name)) or _NAMELESS
        self._name = fitted([(self._title, name)], room, free * 0.58, name_size * 0.5)
        self._lines = fitted([(words, line) for words in card.lines], room, free * 0.38, 9)

    def tag(self, structure: StructureBuilder) -> None:
        """Take a heading for the name, and paragraphs for what stands below it."""
        for paragraph in self._name:
            paragraph.draws_for(structure.heading(1))
        for paragraph in self._lines:
            paragraph.draws_for(structure.paragraph())

    def draw(self, canvas: Any) -> None:  # noqa: ANN401
        """Draw both halves, and where to fold."""
        self._draw_half(canvas)
        canvas.saveState()
        canvas.translate(self.width, self.height)
        canvas.rotate(180)
        # What is drawn a second time is furniture: it is spoken once.
        self._draw_half(canvas)
        canvas.restoreState()
        _dashed(canvas, self._half, (0, _MARK), (self.width - _MARK, self.width))

    def note_place(self, canvas: Any, key: str) -> None:  # noqa: ANN401
        """Let readers jump to the card from the bookmarks."""
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(self._title, key, level=0)

    def _draw_half(self, canvas: Any) -> None:  # noqa: ANN401
        self._draw_kicker(canvas)
        gap = self._half * _GAP_SHARE if self._lines else 0
        whole = gap + sum(paragraph.height for paragraph in (*self._name, *self._lines))
        free = self._half - 2 * _EDGE - self._kicker_size * 2.2
        top = _EDGE + (free + whole) / 2
        for paragraphs in (self._name, self._lines):
            for paragraph in paragraphs:
                top -= paragraph.height
                paragraph.drawOn(canvas, _ASIDE, top)
            top -= gap

    def _draw_kicker(self, canvas: Any) -> None:  # noqa: ANN401
        """Draw whose meeting it is, which is no part of what the card says."""
        size = self._kicker_size
        style = _KICKER.clone("card-kicker", fontSize=size, leading=size * 1.2)
        words = Paragraph(plain(self._body_name.upper()), style)
        line = self._half - _EDGE - size
        words.wrap(self.width - 2 * _ASIDE, self.height)
        with canvas.furniture():
            words.drawOn(canvas, _ASIDE, line + size - words.height)
        canvas.saveState()
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(size * 0.12)
        middle = self.width / 2
        canvas.line(middle - size * 2, line - size * 0.8, middle + size * 2, line - size * 0.8)
        canvas.restoreState()


class _Sheet(Flowable):
    """The cards of one sheet of paper, the first at the top."""

    def __init__(self, cards: Sequence[_Card], width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._cards = cards

    def tag(self, structure: StructureBuilder) -> None:
        """Leave it to the cards."""
        for card in self._cards:
            card.tag(structure)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it: all of the sheet."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw each card, and where to cut between two."""
        canvas: Any = self.canv
        top = self.height
        for place, card in enumerate(self._cards):
            top -= card.height
            card.note_place(canvas, f"card-{canvas.getPageNumber()}-{place}")
            canvas.saveState()
            canvas.translate(0, top)
            card.draw(canvas)
            canvas.restoreState()
            if top > 1:
                _dashed(canvas, top, (0, self.width))


def _dashed(canvas: Any, height: float, *stretches: tuple[float, float]) -> None:  # noqa: ANN401
    canvas.saveState()
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.6)
    canvas.setDash(3, 3)
    for begins, ends in stretches:
        canvas.line(begins, height, ends, height)
    canvas.restoreState()
