"""The year wheel as a poster: one sheet, A3 or A4, with every date in words below the wheel."""

# ReportLab's canvas is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer

from kkr_desktop.documents.fonts import SEMIBOLD, TEXT, register, stretches
from kkr_desktop.documents.layout import Furniture, Sheet, typeset
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.styles import ACCENT, CELL, TITLE
from kkr_desktop.documents.tagging.flowables import Paragraph, grow
from kkr_desktop.documents.tagging.structure import StructureBuilder
from kkr_desktop.documents.wheel_shapes import (
    PAPER_COLOURS,
    Anchor,
    Dot,
    Label,
    Line,
    Ring,
    Sector,
    Shape,
)
from kkr_desktop.documents.year_content import (
    PERIOD_NAMES,
    Period,
    PeriodKind,
    YearContent,
    YearMeeting,
    short_date,
)
from kkr_desktop.documents.year_wheel import year_wheel
from kkr_desktop.model.dates import WEEKDAYS, clock_range, iso_week
from kkr_desktop.model.text import one_line

_COLUMNS = 3
_MARGIN = 0.05
_SHRINK = 0.94
_SMALLEST = 0.2
_LONGEST_NAME = 120
"""Letters of a name on the one sheet; the calendar and the meeting plan have all of it."""


class Paper(Enum):
    """The sizes that offices print on."""

    A3 = A3
    A4 = A4


def render_poster(content: YearContent, paper: Paper) -> bytes:
    """Return the poster as PDF. The same content gives the same bytes, on any thread."""
    register()
    width, height = paper.value
    sheet = Sheet(width, height, width * _MARGIN)
    furniture = Furniture(
        title=content.title,
        author=content.author,
        head_left="",
        head_right="",
        dated=content.dated,
        document_uid=content.document_uid,
        is_draft=False,
        has_front_page=False,
        accent=content.accent,
        sheet=sheet,
    )
    return typeset(furniture, _story(content, sheet))


def _story(content: YearContent, sheet: Sheet) -> list[Flowable]:
    """Return title, wheel and dates; the dates are made smaller until all stand on the sheet."""
    size = sheet.width / A3[0]
    title = Paragraph(
        plain(content.title), _style("poster-title", TITLE, 40 * size, ACCENT)
    ).as_heading(1)
    wheel_height = sheet.text_width * 0.62
    taken = title.wrap(sheet.text_width, sheet.height)[1] + wheel_height + 20 * size
    room = sheet.text_height - taken - 2
    scale = 1.2
    dates = _Columns(list(_blocks(content, size * scale)), sheet.text_width, 22 * size)
    while dates.height > room and scale > _SMALLEST:
        scale *= _SHRINK
        dates = _Columns(list(_blocks(content, size * scale)), sheet.text_width, 22 * size)
    return [title, _Wheel(content, sheet.text_width, wheel_height), Spacer(1, 14 * size), dates]


def _style(name: str, usual: ParagraphStyle, size: float, colour: Any) -> ParagraphStyle:  # noqa: ANN401
    return usual.clone(
        name,
        fontSize=size,
        leading=size * 1.24,
        textColor=colour,
        spaceBefore=0,
        spaceAfter=size * 0.22,
    )


def _blocks(content: YearContent, size: float) -> Iterator[list[Paragraph]]:
    """Yield what stays together: the meetings of a round, the days of a kind."""
    head = _style("poster-head", CELL, 12 * size, ACCENT).clone("poster-head", fontName=SEMIBOLD)
    line = _style("poster-line", CELL, 10 * size, CELL.textColor)
    held = sorted(
        (meeting for meeting in content.meetings if not meeting.is_cancelled),
        key=lambda meeting: (meeting.round_number or 99, meeting.day, meeting.starts_at),
    )
    for number, group in groupby(held, lambda meeting: meeting.round_number):
        words = f"{number}. runde" if number else "Øvrige møder"
        yield [
            Paragraph(words, head).as_heading(2),
            *(Paragraph(_told(meeting), line) for meeting in group),
        ]
    if not held:
        yield [Paragraph("Der er ikke planlagt møder i året.", line)]
    for kind in PeriodKind:
        periods = [period for period in content.periods if period.kind is kind]
        if periods:
            yield [
                Paragraph(PERIOD_NAMES[kind], head).as_heading(2),
                *(Paragraph(_named(period), line) for period in periods),
            ]


def _told(meeting: YearMeeting) -> str:
    day = f"{WEEKDAYS[meeting.day.weekday()]} {short_date(meeting.day)}"
    hours = clock_range(meeting.starts_at, meeting.ends_at)
    words = (
        f"{_cut(meeting.short_name)}, {hours}, "
        f"uge {iso_week(meeting.day)}. Dagsorden {short_date(meeting.dispatch_on)}"
    )
    return f"<b>{day}</b> {plain(words)}"


def _named(period: Period) -> str:
    return f"<b>{period.span}</b> {plain(_cut(period.name))}"


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


class _Columns(Flowable):
    """Paragraphs in columns of about the same height; blocks are not divided."""

    def __init__(self, blocks: Sequence[Sequence[Paragraph]], width: float, gap: float) -> None:
        super().__init__()
        self.width = width
        self._gap = gap
        self._column_width = (width - gap * (_COLUMNS - 1)) / _COLUMNS
        self._blocks = blocks
        self._heights = [sum(map(self._height_of, block)) + gap * 0.6 for block in blocks]
        self._columns = self._filled()
        self.height = max(sum(self._heights[place] for place in column) for column in self._columns)

    def _height_of(self, paragraph: Paragraph) -> float:
        return paragraph.wrap(self._column_width, 10_000)[1] + paragraph.getSpaceAfter()

    def _filled(self) -> list[list[int]]:
        """Return which blocks stand in each column: the lowest columns that hold all."""
        most = max(self._heights)
        while True:
            columns: list[list[int]] = [[]]
            height = 0.0
            for place, needed in enumerate(self._heights):
                if height + needed > most and columns[-1]:
                    columns.append([])
                    height = 0.0
                columns[-1].append(place)
                height += needed
            if len(columns) <= _COLUMNS:
                return columns
            most *= 1.02

    def tag(self, structure: StructureBuilder) -> None:
        """Leave it to the paragraphs, in their order."""
        for block in self._blocks:
            grow(block, structure)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        for number, column in enumerate(self._columns):
            left, top = number * (self._column_width + self._gap), self.height
            for place in column:
                for paragraph in self._blocks[place]:
                    used = self._height_of(paragraph)
                    paragraph.drawOn(self.canv, left, top - paragraph.height)
                    top -= used
                top -= self._gap * 0.6


class _Wheel(Flowable):
    """The wheel as a figure; what it shows stands in words below it."""

    def __init__(self, content: YearContent, width: float, height: float) -> None:
        super().__init__()
        self._content = content
        self.width, self.height = width, height

    def tag(self, structure: StructureBuilder) -> None:
        """Take the element of a figure."""
        self._element = structure.paragraph("Figure")
        names = ", ".join(self._content.body_names) or "ingen møder"
        self._element.alternate = (
            f"Årshjul for {self._content.year}: {names}. Hjulet viser måneder, ugenumre, runder, "
            "møder, udsendelse af dagsordener, helligdage, skoleferier og begivenheder. "
            "Alle datoer står i listen nedenfor."
        )

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it as one piece."""
        canvas: Any = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        box = f"[{left:.2f} {bottom:.2f} {left + self.width:.2f} {bottom + self.height:.2f}]"
        self._element.attributes = f"<< /O /Layout /Placement /Block /BBox {box} >>"
        shapes = year_wheel(self._content, self.width, self.height, _measure)
        with canvas.tagged_drawing(self._element), canvas.unmarked():
            canvas.saveState()
            for shape in shapes:
                self._draw(canvas, shape)
            canvas.restoreState()

    def _draw(self, canvas: Any, shape: Shape) -> None:  # noqa: ANN401
        colour = HexColor(PAPER_COLOURS[shape.ink])
        canvas.setFillColor(colour)
        canvas.setStrokeColor(colour)
        match shape:
            case Sector():
                self._fill(canvas, shape)
            case Line(points, width):
                canvas.setLineWidth(max(width, 0.4))
                path = canvas.beginPath()
                path.moveTo(points[0][0], self.height - points[0][1])
                for x, y in points[1:]:
                    path.lineTo(x, self.height - y)
                canvas.drawPath(path)
            case Ring((x, y), radius, width):
                canvas.setLineWidth(max(width, 0.4))
                canvas.circle(x, self.height - y, radius)
            case Dot((x, y), radius, _, is_hollow):
                if is_hollow:
                    canvas.setLineWidth(radius * 0.4)
                    canvas.setFillColor(HexColor("#ffffff"))
                canvas.circle(x, self.height - y, radius, stroke=int(is_hollow), fill=1)
            case Label():
                self._write(canvas, shape)

    def _fill(self, canvas: Any, sector: Sector) -> None:  # noqa: ANN401
        """Fill a sector; PDF counts angles from the right, against the clock."""
        x, y = sector.centre[0], self.height - sector.centre[1]
        start, sweep = 90 - sector.begins, sector.begins - sector.ends
        path = canvas.beginPath()
        around = [(x - r, y - r, x + r, y + r) for r in (sector.outer, sector.inner)]
        path.arc(*around[0], start, sweep)
        path.arcTo(*around[1], start + sweep, -sweep)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)

    def _write(self, canvas: Any, label: Label) -> None:  # noqa: ANN401
        width = _measure(label.text, label.size, label.is_strong)
        left = {Anchor.LEFT: 0.0, Anchor.MIDDLE: -width / 2, Anchor.RIGHT: -width}[label.anchor]
        canvas.saveState()
        canvas.translate(label.point[0], self.height - label.point[1])
        canvas.rotate(-label.turn)
        for font, words in _in_fonts(label.text, label.is_strong):
            canvas.setFont(font, label.size)
            canvas.drawString(left, -label.size * 0.33, words)
            left += stringWidth(words, font, label.size)
        canvas.restoreState()


def _measure(text: str, size: float, is_strong: bool) -> float:  # noqa: FBT001
    return sum(stringWidth(words, font, size) for font, words in _in_fonts(text, is_strong))


def _in_fonts(text: str, is_strong: bool) -> list[tuple[str, str]]:  # noqa: FBT001
    """Cut a label into stretches that one font can show, each with the font's name."""
    face = SEMIBOLD if is_strong else TEXT
    return [(face if font == TEXT else font, words) for font, words in stretches(one_line(text))]
