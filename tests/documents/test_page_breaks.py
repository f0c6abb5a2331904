"""Pages end where a reader would end them, wherever the text happens to stand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_desktop.documents.agenda import render_agenda
from kkr_desktop.documents.content import AgendaContent, PartContent, SectionContent
from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.richtext import (
    Block,
    Cell,
    Heading,
    ListItem,
    ListKind,
    Paragraph,
    Run,
    Table,
    rich_text,
)
from tests.documents.test_agenda_pdf import MEETING, item
from tests.pdf_reading import pdfium

HEADINGS = ("Sektion", "Punkt", "Indstilling", "Baggrund", "Overskrift")


def paragraph(sentences: int) -> Paragraph:
    return Paragraph((Run("Kommunerne i regionen har drøftet forslaget på Ærø. " * sentences),))


def table(rows: int) -> Table:
    cells = tuple(Cell((Paragraph((Run(word),)),)) for word in ("Kommune", "Antal"))
    return Table((cells,) * rows)


def recommendation(points: int) -> PartContent:
    listed: list[Block] = [
        ListItem(ListKind.NUMBERED, 0, (Run(f"godkender nr. {number}"),))
        for number in range(points)
    ]
    words = Paragraph((Run("Det indstilles, at KKR"),))
    return PartContent(PartType.RECOMMENDATION, rich_text([words, *listed]))


def lines_of_pages(pdf: bytes) -> Iterator[list[str]]:
    """Return the lines of each page after the contents, without head and foot."""
    with pdfium(pdf) as document:
        for page in range(2, len(document)):
            lines = document[page].get_textpage().get_text_range().splitlines()
            yield [line for line in lines if line and not line.startswith(("Side ", "KKR Hoved"))]


HEADING = Heading(1, (Run("Overskrift"),))
AFTER_A_HEADING = st.one_of(
    st.integers(1, 8).map(paragraph),
    st.integers(2, 9).map(table),
    st.just(Heading(1, (Run("Overskrift"),))),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.integers(1, 12), st.integers(0, 9), AFTER_A_HEADING), min_size=2, max_size=8
    )
)
def test_no_heading_ends_a_page(items: list[tuple[int, int, Block]]) -> None:
    sections = tuple(
        SectionContent(
            f"{place}",
            "Sektion",
            (
                replace(
                    item(f"{place}.1", "Punkt", rich_text([])),
                    parts=(
                        recommendation(points),
                        PartContent(PartType.BACKGROUND, rich_text([below, *filler(lines)])),
                    ),
                ),
            ),
        )
        for place, (lines, points, below) in enumerate(items, 1)
    )
    content = AgendaContent("uid", datetime(2026, 11, 24, 9, tzinfo=UTC), MEETING, sections)
    for lines in lines_of_pages(render_agenda(content)):
        last_words = lines[-1].lstrip("0123456789. ")
        assert not last_words.startswith(HEADINGS), lines


def filler(lines: int) -> list[Block]:
    return [paragraph(1)] * lines


@pytest.mark.parametrize("lines", range(14, 36, 3))
def test_a_recommendation_of_half_a_page_or_less_is_read_on_one_page(lines: int) -> None:
    parts = (PartContent(PartType.SUMMARY, rich_text(filler(lines))), recommendation(8))
    content = AgendaContent(
        "uid",
        datetime(2026, 11, 24, 9, tzinfo=UTC),
        MEETING,
        (
            SectionContent(
                "1", "Sektion", (replace(item("1.1", "Punkt", rich_text([])), parts=parts),)
            ),
        ),
    )
    pages = [" ".join(lines) for lines in lines_of_pages(render_agenda(content))]
    (page,) = [page for page in pages if "Det indstilles" in page]
    assert all(f"godkender nr. {number}" in page for number in range(8))
