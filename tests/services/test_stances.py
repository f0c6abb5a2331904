"""Reservations, conflicts of interest, votes and order are data, and said in every document."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest

from kkr_desktop.model import richtext_column
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.minutes_terms import AttendanceStatus, Outcome
from kkr_desktop.model.richtext import RichText, from_plain_text
from kkr_desktop.model.treatment import StanceKind
from kkr_desktop.services.attendance import attendance
from kkr_desktop.services.attendance_changes import everybody_present, set_status
from kkr_desktop.services.attendance_moves import bring_substitute
from kkr_desktop.services.guests import GuestRow, save_guest
from kkr_desktop.services.minute_taking import DecisionDraft, minutes_outline, save_decision
from kkr_desktop.services.minutes_content import minutes_content, minutes_file
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.services.public_minutes import public_minutes
from kkr_desktop.services.stances import (
    Noted,
    Voice,
    VoteCount,
    add_stances,
    noted,
    remove_stance,
    save_vote,
    take_after,
    take_at_its_place,
    voices,
)
from kkr_desktop.storage.database import Database
from tests.pdf_reading import words_of


@pytest.fixture
def meeting_id(demo: Database) -> int:
    found = next(row.id for row in list_meetings(demo) if row.state == "drafting")
    everybody_present(demo, found)
    return found


def voice(demo: Database, meeting_id: int, words: str) -> Voice:
    return next(found for found in voices(demo, meeting_id) if words in found.name)


def number(demo: Database, meeting_id: int, wanted: str) -> int:
    return next(
        item.id for item in minutes_outline(demo, meeting_id).items if item.number == wanted
    )


def test_a_reservation_that_is_noted_again_keeps_its_words(demo: Database, meeting_id: int) -> None:
    item, party = number(demo, meeting_id, "4.1"), voice(demo, meeting_id, "(V)")
    for words, kept in (("finansieringen", "finansieringen"), ("", "finansieringen"), ("A", "A")):
        add_stances(demo, meeting_id, item, StanceKind.RESERVATION, [party], words)
        assert [stance.text for stance in noted(demo, meeting_id, item).stances] == [kept]


def test_all_that_is_noted_stands_in_the_pdf_and_in_word(demo: Database, meeting_id: int) -> None:
    item, row = number(demo, meeting_id, "4.1"), attendance(demo, meeting_id)[0]
    party = voice(demo, meeting_id, "(V)")
    member = voice(demo, meeting_id, row.name)
    add_stances(demo, meeting_id, item, StanceKind.RESERVATION, [party], "finansieringen")
    add_stances(demo, meeting_id, item, StanceKind.CONFLICT, [member])
    add_stances(demo, meeting_id, item, StanceKind.AGAINST, [party])
    save_vote(demo, meeting_id, item, VoteCount(50, 7, 0))
    take_after(demo, meeting_id, item, number(demo, meeting_id, "5.1"))
    save_decision(demo, meeting_id, item, DecisionDraft(outcome=Outcome.POSTPONED))
    content = minutes_content(demo, meeting_id)
    document: Any = docx.Document(io.BytesIO(minutes_file(content, Path("a.docx"))))
    in_word = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in (words_of(minutes_file(content, Path("a.pdf"))), in_word):
        for said in (
            "Sagen blev udsat.",
            "Beslutning · Udsat",
            "Punktet blev behandlet efter punkt 5.1.",
            f"{row.name} ({row.party_letter}) deltog ikke i behandlingen af punkt 4.1.",
            "Ved afstemning stemte 50 for og 7 imod.",
            "tog forbehold for finansieringen.",
        ):
            assert said in words


def test_what_is_noted_is_of_the_seat_so_the_substitute_is_named(
    demo: Database, meeting_id: int
) -> None:
    item = number(demo, meeting_id, "4.1")
    row = next(found for found in attendance(demo, meeting_id) if found.candidates)
    other = row.candidates[0].person
    set_status(demo, meeting_id, [row.membership_id], AttendanceStatus.APOLOGY)
    bring_substitute(demo, meeting_id, row.membership_id, other.id)
    add_stances(demo, meeting_id, item, StanceKind.CONFLICT, [voice(demo, meeting_id, row.name)])
    content = minutes_content(demo, meeting_id)
    (said,) = (
        words
        for section in content.sections
        for found in section.items
        for words in found.before
        if "deltog ikke" in words
    )
    assert other.name in said
    assert row.name not in said


def test_who_votes_twice_has_changed_their_vote_and_parties_have_no_conflicts(
    demo: Database, meeting_id: int
) -> None:
    item, party = number(demo, meeting_id, "4.1"), voice(demo, meeting_id, "(V)")
    add_stances(demo, meeting_id, item, StanceKind.FOR, [party])
    add_stances(demo, meeting_id, item, StanceKind.AGAINST, [party])
    add_stances(demo, meeting_id, item, StanceKind.RESERVATION, [party], "noget")
    add_stances(demo, meeting_id, item, StanceKind.RESERVATION, [party], "andet")
    found = noted(demo, meeting_id, item)
    assert [(row.kind, row.text) for row in found.stances] == [
        (StanceKind.AGAINST, ""),
        (StanceKind.RESERVATION, "andet"),
    ]
    with pytest.raises(InvalidValue, match="et parti kan ikke"):
        add_stances(demo, meeting_id, item, StanceKind.CONFLICT, [party])
    for row in found.stances:
        remove_stance(demo, meeting_id, item, row.id)
    save_vote(demo, meeting_id, item, VoteCount(1, 2, 3))
    save_vote(demo, meeting_id, item, VoteCount())
    take_after(demo, meeting_id, item, None)
    assert noted(demo, meeting_id, item).is_moved
    take_at_its_place(demo, meeting_id, item)
    assert noted(demo, meeting_id, item) == Noted()


def test_the_public_reads_the_public_text_and_the_closed_one_is_never_loaded(
    demo: Database, meeting_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = next(item for item in minutes_outline(demo, meeting_id).items if not item.is_public)
    draft = DecisionDraft(
        from_plain_text("HEMMELIG beslutning"), from_plain_text("Offentlig tekst."), Outcome.ADOPTED
    )
    save_decision(demo, meeting_id, closed.id, draft)
    party = voice(demo, meeting_id, "(V)")
    add_stances(demo, meeting_id, closed.id, StanceKind.RESERVATION, [party], "HEMMELIGT")
    save_guest(demo, meeting_id, GuestRow("Bo Øst", "direktør", item_id=closed.id))
    whole = words_of(minutes_file(minutes_content(demo, meeting_id), Path("a.pdf")))
    assert "Bo Øst" in whole
    assert "HEMMELIG beslutning" in whole
    assert "tog forbehold" in whole

    read: list[str] = []
    decode = richtext_column.from_json

    def see(stored: str) -> RichText:
        read.append(stored)
        return decode(stored)

    monkeypatch.setattr(richtext_column, "from_json", see)
    public = public_minutes(demo, meeting_id)
    assert any("Offentlig tekst." in text for text in read)
    assert not any("HEMMELIG" in text for text in read)
    words = words_of(minutes_file(public, Path("a.pdf")))
    assert "Offentlig tekst." in words
    assert "HEMMELIG" not in words
    assert "tog forbehold" not in words
    assert "Bo Øst" not in words
