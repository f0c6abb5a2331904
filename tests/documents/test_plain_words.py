"""Paragraphs of words alone look as ReportLab would set them; they are only made sooner."""

# pypdfium2 and ReportLab are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_desktop.documents.tagging import flowables
from kkr_desktop.documents.text_document import render_text_document
from kkr_desktop.model.richtext import (
    Block,
    Cell,
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    Table,
    rich_text,
)
from tests.pdf_reading import pdfium, words_of
from tests.pdf_speech import spoken

MOMENT = datetime(2026, 11, 24, 9, tzinfo=UTC)

words = st.text("abcæøåÆØÅ,.()\\–§1234 \u00a0\n\u00ad", min_size=1, max_size=60)
runs = st.builds(Run, words, bold=st.booleans(), italic=st.booleans(), underline=st.booleans())
lines = st.lists(runs, min_size=1, max_size=5).map(tuple)
paragraphs = lines.map(Paragraph)
items = st.builds(ListItem, st.sampled_from(ListKind), st.integers(0, 3), lines)
cells = st.lists(paragraphs, min_size=1, max_size=2).map(lambda inside: Cell(tuple(inside)))
tables = st.lists(st.tuples(cells, cells), min_size=1, max_size=3).map(
    lambda rows: Table(tuple(rows))
)


def made(text: RichText) -> bytes:
    return render_text_document("Notat", text, document_uid="uid", dated=MOMENT)


def made_by_reportlab(text: RichText) -> bytes:
    with patch.object(flowables, "plain_lines", return_value=None):
        return made(text)


def letters_of(pdf: bytes) -> list[tuple[int, str, tuple[float, ...]]]:
    """Return each letter with its page and its place in points."""
    found: list[tuple[int, str, tuple[float, ...]]] = []
    with pdfium(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for place in range(text.count_chars()):
                letter = text.get_text_range(place, 1)
                if letter.strip():
                    found.append((number, letter, text.get_charbox(place)))
    return found


@settings(max_examples=60)
@given(st.lists(st.one_of(paragraphs, items, tables), min_size=1, max_size=6))
def test_every_letter_stands_where_reportlab_puts_it(blocks: list[Block]) -> None:
    text = rich_text(blocks)
    ours, theirs = letters_of(made(text)), letters_of(made_by_reportlab(text))
    assert [letter[:2] for letter in ours] == [letter[:2] for letter in theirs]
    for (_, _, here), (_, _, there) in zip(ours, theirs, strict=True):
        assert here == pytest.approx(there, abs=0.06)


@settings(max_examples=40)
@given(st.lists(st.one_of(paragraphs, items), min_size=1, max_size=6))
def test_a_screen_reader_says_the_same(blocks: list[Block]) -> None:
    text = rich_text(blocks)
    assert spoken(made(text)).words.split() == spoken(made_by_reportlab(text)).words.split()


def test_words_go_the_short_way_and_all_else_the_long() -> None:
    asked: list[bool] = []

    def asking(paragraph: Any, widths: Any) -> object:  # noqa: ANN401
        lines = plain_lines(paragraph, widths)
        asked.append(lines is not None)
        return lines

    plain_lines = flowables.plain_lines
    with patch.object(flowables, "plain_lines", asking):
        made(rich_text([Paragraph((Run("Ord og "), Run("flere ord", bold=True)))]))
        assert all(asked)
        asked.clear()
        made(rich_text([Paragraph((Run("Se "), Run("her", link="https://kl.dk")))]))
    assert not all(asked)


def test_a_letter_that_the_font_lacks_is_drawn_as_before() -> None:
    text = rich_text([Paragraph((Run("Ord \ue000 og ord"),)), Paragraph((Run("Flere ord"),))])
    assert words_of(made(text)) == words_of(made_by_reportlab(text))
