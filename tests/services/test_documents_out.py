"""What goes out says no more than it may, and no less than was written."""

# python-docx is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_desktop.documents.content import MeetingContent
from kkr_desktop.documents.web_text import cancelled_web_text, web_text
from kkr_desktop.documents.word import minutes_in_word
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.model.minutes_terms import Outcome
from kkr_desktop.model.richtext import (
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    from_plain_text,
    rich_text,
    walk_runs,
)
from kkr_desktop.services.attendance_changes import everybody_present
from kkr_desktop.services.chair_script import script_content
from kkr_desktop.services.minute_taking import (
    DecisionDraft,
    MinutesItem,
    minutes_outline,
    save_decision,
)
from kkr_desktop.services.minutes_content import (
    export_extract,
    export_minutes,
    extract_file_name,
    minutes_content,
)
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.services.public_minutes import (
    export_public_minutes,
    public_minutes,
    text_for_web,
)
from kkr_desktop.storage.database import Database
from tests.documents.test_minutes_pdf import with_decision
from tests.pdf_reading import words_of
from tests.rich_texts import rich_texts

CLOSED_WORDS = "Den hemmelige ramme er 3,9 mio. kr."


@pytest.fixture
def coming(demo: Database) -> int:
    return next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)


def closed_item(demo: Database, meeting_id: int) -> MinutesItem:
    return next(item for item in minutes_outline(demo, meeting_id).items if not item.is_public)


def test_the_public_version_holds_nothing_that_is_closed(
    demo: Database, coming: int, tmp_path: Path
) -> None:
    closed = closed_item(demo, coming)
    draft = DecisionDraft(from_plain_text(CLOSED_WORDS))
    rev = save_decision(demo, coming, closed.id, draft).value
    target = tmp_path / "offentlig.pdf"
    export_public_minutes(demo, coming, target)
    said = words_of(target.read_bytes())
    assert CLOSED_WORDS not in said
    assert closed.title not in said
    assert "Fagsekretariatets rammer i 2027" in said
    assert "Beslutningen offentliggøres ikke." in said
    assert CLOSED_WORDS in str(minutes_content(demo, coming))

    public = from_plain_text("KKR Hovedstaden gav et mandat.")
    save_decision(demo, coming, closed.id, DecisionDraft(draft.text, public, None, rev))
    items = [item for section in public_minutes(demo, coming).sections for item in section.items]
    shown = next(item for item in items if item.number == closed.number)
    assert shown.decision == public
    assert CLOSED_WORDS not in str(items)


def test_what_is_open_is_the_same_in_both_versions(demo: Database) -> None:
    approved = next(row.id for row in list_meetings(demo) if row.state is MeetingState.PUBLISHED)
    whole, public = minutes_content(demo, approved), public_minutes(demo, approved)
    assert public.sections == whole.sections
    assert public.attendance == whole.attendance
    assert not public.is_draft


def test_word_opens_with_real_headings_and_holds_every_word(
    demo: Database, coming: int, tmp_path: Path
) -> None:
    everybody_present(demo, coming)
    target = tmp_path / "referat.docx"
    export_minutes(demo, coming, target)
    document: Any = Document(str(target))
    content = minutes_content(demo, coming)
    paragraphs = list(document.paragraphs)
    headings = [(p.style.name, p.text) for p in paragraphs if p.style.name.startswith("Heading")]
    for section in content.sections:
        assert ("Heading 1", f"{section.number} {section.title}") in headings
        for item in section.items:
            assert ("Heading 2", f"{item.number} {item.title}") in headings
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(p.text for p in paragraphs), *cells])
    for section in content.sections:
        for item in section.items:
            for line in item.recommendation.plain_text().splitlines():
                assert line in said
    assert all(person.name in said for person in content.attendance)
    assert len(content.attendance) == 58
    assert document.core_properties.title == content.title


@settings(max_examples=15)
@given(rich_texts)
def test_no_text_is_too_strange_for_word(text: RichText) -> None:
    document: Any = Document(BytesIO(minutes_in_word(with_decision(text))))
    said = " ".join(document.element.body.itertext())
    for run in walk_runs(text):
        for word in run.text.split():
            assert word in said


def test_numbered_lists_begin_at_one_each_time() -> None:
    entry = ListItem(ListKind.NUMBERED, 0, (Run("en"),))
    text = rich_text([entry, entry, Paragraph((Run("imellem"),)), entry])
    document: Any = Document(BytesIO(minutes_in_word(with_decision(text))))
    numbers = [
        p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2]


def test_the_scripts_clock_runs_as_the_minutes_are_planned(demo: Database, coming: int) -> None:
    script = script_content(demo, coming)
    items = [item for section in script.sections for item in section.items]
    assert [item.starts_at for item in items[:3]] == [time(9, 30), time(9, 32), time(9, 35)]
    assert items[0].expected.plain_text() == "KKR Hovedstaden godkendte dagsordenen."
    assert script.ends_at == time(12, 25)


def test_an_extract_is_one_item(demo: Database, coming: int, tmp_path: Path) -> None:
    target = tmp_path / "udskrift.pdf"
    export_extract(demo, coming, "4.1", target)
    said = words_of(target.read_bytes())
    assert "Protokoludskrift" in said
    assert "Fælles kommunale pejlemærker" in said
    assert "Udmøntning af Rammeaftale" not in said
    assert extract_file_name(demo, coming, "4.1").startswith("Protokoludskrift punkt 4.1 på møde")
    with pytest.raises(NotFound):
        export_extract(demo, coming, "99", target)


MEETING = MeetingContent(
    "KKR Sjælland",
    MeetingKind.ORDINARY,
    date(2024, 4, 17),
    time(9, 30),
    time(12, 30),
    "Erhvervshus Sjælland, Fulbyvej 15, Sorø",
)


def test_the_text_for_kl_dk_is_in_the_right_tense() -> None:
    before = web_text(MEETING, ("Ny <aftale> & mål",), is_over=False)
    assert before.plain == (
        "KKR Sjælland holder møde den 17. april 2024 kl. 9.30 – 12.30. Mødet afholdes i "
        "Erhvervshus Sjælland, Fulbyvej 15, Sorø.\n"
        "På mødet skal KKR Sjælland blandt andet drøfte:\n• Ny <aftale> & mål\n"
        "Herunder ses dagsorden og bilag.\n"
    )
    assert "<li>Ny &lt;aftale&gt; &amp; mål</li>" in before.html
    after = web_text(MEETING, ("Mål",), is_over=True)
    assert after.plain.startswith("KKR Sjælland holdt møde den 17. april 2024")
    assert "Mødet blev afholdt i" in after.plain
    assert "På mødet drøftede KKR Sjælland blandt andet:" in after.plain
    assert after.plain.endswith("Herunder ses dagsorden, referat og bilag.\n")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (
            "Erhvervshus Sjælland, Fulbyvej 15, 4180 Sorø",
            "i Erhvervshus Sjælland, Fulbyvej 15, i Sorø",
        ),
        (
            "Gladsaxe Rådhus, Rådhus Allé 7, 2860 Søborg",
            "på Gladsaxe Rådhus, Rådhus Allé 7, i Søborg",
        ),
        ("Sørup Herregård, 4100 Ringsted", "på Sørup Herregård i Ringsted"),
        ("på Rådhuset", "på Rådhuset"),
        ("Kolding", "i Kolding"),
    ],
)
def test_a_place_is_written_as_kl_dk_writes_it(place: str, told: str) -> None:
    assert (
        f"Mødet afholdes {told}."
        in web_text(replace(MEETING, place=place), (), is_over=False).plain
    )


@given(st.text(" ,.aå\n", max_size=12))
def test_any_place_that_was_typed_can_be_told(place: str) -> None:
    told = web_text(replace(MEETING, place=place), (), is_over=False).plain
    assert all(word in told for word in place.replace(",", " ").split())


def test_the_text_for_kl_dk_fits_meetings_of_every_kind() -> None:
    planned = web_text(MEETING, (), is_over=False, has_agenda=False)
    assert planned.plain.endswith("Dagsorden og bilag følger en uge før mødet.\n")
    written = replace(MEETING, kind=MeetingKind.WRITTEN, place="")
    assert web_text(written, ("Mål",), is_over=True).plain == (
        "KKR Sjælland behandlede sager skriftligt den 17. april 2024.\n"
        "Sagerne var blandt andet:\n• Mål\nHerunder ses dagsorden, referat og bilag.\n"
    )
    constituting = replace(MEETING, kind=MeetingKind.CONSTITUTING)
    assert cancelled_web_text(MEETING).plain == (
        "Mødet i KKR Sjælland den 17. april 2024 er aflyst.\n"
    )
    assert cancelled_web_text(constituting).plain.startswith("Det konstituerende møde i KKR")


def test_the_text_for_kl_dk_tells_what_the_meeting_was_about(demo: Database, coming: int) -> None:
    themes = text_for_web(demo, coming).plain
    assert "• Kommunerne i den nye sundhedsstruktur\n" in themes
    for standing in ("Siden sidst", "Punkter til næste møde", "Eventuelt", "Godkendelse af"):
        assert standing not in themes
    postponed = next(i for i in minutes_outline(demo, coming).items if i.title in themes)
    draft = DecisionDraft(from_plain_text("Sagen blev udsat."), outcome=Outcome.POSTPONED)
    save_decision(demo, coming, postponed.id, draft)
    assert postponed.title in text_for_web(demo, coming, is_over=False).plain
    assert postponed.title not in text_for_web(demo, coming, is_over=True).plain


def test_the_web_text_names_no_closed_item(demo: Database, coming: int) -> None:
    found = text_for_web(demo, coming)
    assert " holder møde den 11. december 2026" in found.plain
    assert closed_item(demo, coming).title not in found.plain
    assert "Fagsekretariatets rammer i 2027" in found.plain
    held = next(row.id for row in list_meetings(demo) if row.state is MeetingState.PUBLISHED)
    assert " holdt " in text_for_web(demo, held).html
