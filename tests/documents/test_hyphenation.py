"""Long words are divided where a council asks for it, and still read as they were typed."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.documents.agenda import render_agenda
from kkr_desktop.documents.content import SectionContent
from kkr_desktop.documents.hyphenation import divided, hyphenated
from kkr_desktop.documents.minutes import render_minutes
from kkr_desktop.documents.text_document import render_text_document
from kkr_desktop.model.richtext import Heading, Paragraph, RichText, Run, rich_text
from tests.documents.test_accessible_documents import judge
from tests.documents.test_agenda_pdf import agenda, item
from tests.documents.test_minutes_pdf import with_decision
from tests.pdf_speech import spoken

MOMENT = datetime(2026, 11, 24, 9, tzinfo=UTC)
LONG = (
    "Spildevandsplanlægningen, sundhedssamarbejdsaftalerne og kommunalbestyrelsesmedlemmernes "
    "indstillinger drøftes på kommunekontaktrådets decembermøde. "
)
TEXT = rich_text(
    [
        Heading(1, (Run("Spildevandsplanlægning"),)),
        Paragraph((Run(LONG * 12),)),
        Paragraph((Run(LONG * 6), Run("kommunekontaktrådet", bold=True), Run(" " + LONG * 6))),
        Paragraph((Run("interdepartmental responsibilities " * 20, language="en"),)),
    ]
)


def agenda_that_divides(text: RichText, *, divides: bool) -> bytes:
    content = agenda(SectionContent("1", "Sager", (item("1.1", "Sag", text),)))
    return render_agenda(replace(content, meeting=replace(content.meeting, hyphenates=divides)))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("kommunalbestyrelse", "kom-mu-nal-be-sty-rel-se"),
        ("indstillinger", "ind-stil-lin-ger"),
        ("Sundhedsaftalen", "Sund-heds-af-ta-len"),
    ],
)
def test_words_are_divided_between_syllables(word: str, parts: str) -> None:
    allowed = {len(parts[:place].replace("-", "")) for place in range(len(parts))}
    pieces = divided(word).split("\u00ad")
    assert "".join(pieces) == word
    assert len(pieces) > 1
    assert {len("".join(pieces[:count])) for count in range(1, len(pieces))} <= allowed


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøåÆØÅ", min_size=9, max_size=40))
def test_a_divided_word_has_all_its_letters_and_no_short_ends(word: str) -> None:
    pieces = divided(word).split("\u00ad")
    assert "".join(pieces) == word
    assert len(pieces[0]) >= 3 <= len(pieces[-1])
    assert all(len(piece) > 1 for piece in pieces)


def test_headings_and_other_languages_stay_whole() -> None:
    heading, *_, english = hyphenated(TEXT).blocks
    assert (heading, english) == (TEXT.blocks[0], TEXT.blocks[-1])
    assert "\u00ad" in hyphenated(TEXT).plain_text()


def test_divided_words_are_spoken_and_found_as_they_were_typed(tmp_path: Path) -> None:
    pdf = agenda_that_divides(TEXT, divides=True)
    assert judge(pdf, tmp_path / "divided.pdf") == []
    said = spoken(pdf).words
    assert said.count("\u00ad") > 5
    assert not re.search(r"[a-zæøå]-\s*[a-zæøå]", said)
    assert "decembermøde. kommunekontaktrådet Spildevandsplanlægningen" in said.replace(
        "\u00ad", ""
    )
    assert " ".join((LONG * 12).split()) in " ".join(re.sub(r"\u00ad\s*", "", said).split())


def test_a_paragraph_that_goes_on_over_pages_stays_as_it_was_typed(tmp_path: Path) -> None:
    for runs in ((Run(LONG * 60),), (Run(LONG * 30), Run("fed ", bold=True), Run(LONG * 30))):
        pdf = agenda_that_divides(rich_text([Paragraph(runs)]), divides=True)
        assert judge(pdf, tmp_path / "long.pdf") == []
        said = re.sub(r"\u00ad\s*", "", spoken(pdf).words)
        assert not re.search(r"[a-zæøå]-", said)
        assert said.count("kommunalbestyrelsesmedlemmernes") == 60


def test_nothing_is_divided_where_nobody_asked() -> None:
    assert "\u00ad" not in spoken(agenda_that_divides(TEXT, divides=False)).words


def test_minutes_are_divided_as_their_council_asks() -> None:
    content = with_decision(TEXT)
    asked = replace(content, meeting=replace(content.meeting, hyphenates=True))
    assert "\u00ad" in spoken(render_minutes(asked)).words
    assert "\u00ad" not in spoken(render_minutes(content)).words


def test_a_soft_hyphen_that_was_pasted_in_is_soft_where_it_divides() -> None:
    pasted = rich_text([Paragraph((Run("kommune\u00adkontakt\u00adråd " * 40),))])
    said = spoken(render_text_document("Notat", pasted, document_uid="u", dated=MOMENT)).words
    assert "-" not in said.replace("Notat", "")
    assert re.sub(r"\u00ad\s*", "", said).count("kommunekontaktråd") == 40
