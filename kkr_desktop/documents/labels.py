"""Address labels as PDF, on sheets of labels as they are bought."""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Iterator
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from kkr_desktop.documents.fitting import fitted
from kkr_desktop.documents.fonts import SEMIBOLD, register
from kkr_desktop.documents.label_content import LabelsContent, LabelSheet, LabelSize
from kkr_desktop.documents.layout import Furniture, Sheet, typeset
from kkr_desktop.documents.styles import BODY, CELL, PAGE_HEIGHT, PAGE_WIDTH
from kkr_desktop.documents.tagging.flowables import Paragraph
from kkr_desktop.documents.tagging.structure import StructureBuilder

_NAME = BODY.clone("label-name", fontName=SEMIBOLD, fontSize=11.5, leading=14, spaceAfter=0)
_LINE = CELL.clone("label-line", fontSize=10.5, leading=13)
_SMALLEST = 10.0
_ASIDE, _ABOVE = 6 * mm, 3.5 * mm
"""What stays free in a label: the labels at the edges reach into what printers cannot print."""

_NOBODY = "Der er ingen at skrive etiketter til."


def render_labels(content: LabelsContent, size: LabelSize) -> bytes:
    """Return the labels as PDF. The same content gives the same bytes, on any thread."""
    register()
    furniture = Furniture(
        title=content.title,
        author=content.author,
        head_left="",
        head_right="",
        dated=content.dated,
        document_uid=content.document_uid,
        is_draft=False,
        has_front_page=False,
        sheet=Sheet(PAGE_WIDTH, PAGE_HEIGHT, 0),
    )
    return typeset(furniture, _story(content, size.value))


def _story(content: LabelsContent, sheet: LabelSheet) -> Iterator[Flowable]:
    labels = [*[()] * content.first_place, *(content.labels or ((_NOBODY,),))]
    for start in range(0, len(labels), sheet.count):
        if start:
            yield PageBreak()
        yield _Labels(sheet, labels[start : start + sheet.count])


class _Labels(Flowable):
    """One sheet; an empty label is one that is no longer there."""

    def __init__(self, sheet: LabelSheet, labels: list[tuple[str, ...]]) -> None:
        super().__init__()
        self.width, self.height = PAGE_WIDTH, PAGE_HEIGHT
        self._sheet = sheet
        self._labels = [self._fitted(lines) for lines in labels]

    def _fitted(self, lines: tuple[str, ...]) -> list[Paragraph]:
        styled = [(words, _NAME if not place else _LINE) for place, words in enumerate(lines)]
        width = self._sheet.label_width - 2 * _ASIDE
        return fitted(styled, width, self._sheet.label_height - 2 * _ABOVE, _SMALLEST)

    def tag(self, structure: StructureBuilder) -> None:
        """Take an element for each label, with a paragraph for each of its lines."""
        for paragraphs in self._labels:
            if paragraphs:
                label = structure.paragraph("Div")
                for paragraph in paragraphs:
                    paragraph.draws_for(label.add("P"))

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it: all of the sheet."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw each label, its lines in the middle of its height."""
        canvas: Any = self.canv
        for place, paragraphs in enumerate(self._labels):
            left, bottom = self._sheet.corner(place)
            whole = sum(paragraph.height for paragraph in paragraphs)
            top = bottom + (self._sheet.label_height + whole) / 2
            for paragraph in paragraphs:
                top -= paragraph.height
                paragraph.drawOn(canvas, left + _ASIDE, top)
