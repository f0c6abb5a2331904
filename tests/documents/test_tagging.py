"""A document that forgets to say what something is cannot be made at all."""

from datetime import UTC, datetime
from typing import Any

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak
from reportlab.platypus import Paragraph as PlainParagraph

from kkr_desktop.documents.layout import Furniture, typeset
from kkr_desktop.documents.styles import BODY
from kkr_desktop.documents.tagging.canvas import UntaggedText
from kkr_desktop.documents.tagging.flowables import Decoration, Paragraph, UntaggedFlowable
from kkr_desktop.documents.tagging.structure import Element, StructureBuilder
from kkr_desktop.model.errors import CannotTypeset
from tests.pdf_speech import spoken

FURNITURE = Furniture(
    title="Prøve",
    author="KKR Hovedstaden",
    head_left="Prøve",
    head_right="24. november 2026",
    dated=datetime(2026, 11, 24, 9, tzinfo=UTC),
    document_uid="uid",
    is_draft=True,
    has_front_page=False,
)


class Stamp(Decoration, Flowable):
    """Says that it decorates, and draws words."""

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        return aW, 20

    def draw(self) -> None:
        canvas: Any = self.canv
        canvas.drawString(0, 0, "Hemmeligt")


def test_a_flowable_without_a_tag_is_refused() -> None:
    with pytest.raises(UntaggedFlowable, match="Paragraph"):
        typeset(FURNITURE, [PlainParagraph("Tekst", ParagraphStyle("plain"))])


def test_words_of_which_nobody_says_what_they_are_are_refused() -> None:
    with pytest.raises(UntaggedText):
        typeset(FURNITURE, [Stamp()])


class Poster(Decoration, Flowable):
    """Is taller than any page, and cannot be split."""

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        return aW, 5000


def test_what_is_too_large_for_a_page_is_explained() -> None:
    with pytest.raises(CannotTypeset, match="for stort til en side"):
        typeset(FURNITURE, [Poster()])


def test_a_paragraph_over_pages_is_spoken_as_one() -> None:
    words = [f"ord{number}" for number in range(1500)]
    pdf = typeset(FURNITURE, [Paragraph(" ".join(words), BODY)])
    (paragraph,) = spoken(pdf).all("P")
    assert paragraph.words.split() == words


def test_the_running_head_and_the_page_number_are_not_spoken() -> None:
    pdf = typeset(FURNITURE, [Paragraph("Første", BODY), PageBreak(), Paragraph("Anden", BODY)])
    assert spoken(pdf).words.split() == ["Første", "Anden"]


def test_headings_close_a_jump_and_open_sections() -> None:
    root = Element("Document")
    structure = StructureBuilder(root)
    for level in (1, 4, 2, 9, 1):
        structure.heading(level)
    assert shape(root) == ("Document(Sect(H1 Sect(H2) Sect(H2 Sect(H3))) Sect(H1))")


def test_a_deeper_list_stands_in_the_item_above_it() -> None:
    root = Element("Document")
    structure = StructureBuilder(root)
    for level, numbering in ((0, "Disc"), (2, "Decimal"), (0, "Disc"), (0, "Decimal")):
        structure.list_item(level, numbering)
    item = "LI(Lbl LBody(P))"
    assert shape(root) == (f"Document(L(LI(Lbl LBody(P L({item}))) {item}) L({item}))")


def shape(element: Element) -> str:
    """Return roles as in "L(LI(Lbl LBody))"."""
    kids = [shape(kid) for kid in element.kids if isinstance(kid, Element)]
    return f"{element.role}({' '.join(kids)})" if kids else element.role
