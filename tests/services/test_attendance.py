"""Who came late, left early or sent someone is told at the right item of every document."""

import io
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import docx
import pytest

from kkr_desktop.documents.content import MinutesContent, MinutesItemContent
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.minutes_terms import AttendanceStatus, Outcome
from kkr_desktop.model.participation import Answer
from kkr_desktop.services.attendance import AttendanceRow, attendance, balance, totals
from kkr_desktop.services.attendance_changes import (
    everybody_present,
    put_back,
    set_answer,
    set_row,
    set_status,
    take_replies,
)
from kkr_desktop.services.attendance_moves import (
    bring_substitute,
    came_at,
    left_at,
    note_arrival,
    note_departure,
)
from kkr_desktop.services.guests import (
    GuestRow,
    guests,
    presenter_named,
    presenters_to_add,
    remove_guest,
    save_guest,
)
from kkr_desktop.services.minute_taking import DecisionDraft, minutes_outline, save_decision
from kkr_desktop.services.minutes_content import export_extract, minutes_content, minutes_file
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.services.stances import take_after
from kkr_desktop.storage.database import Database
from tests.pdf_reading import words_of


@pytest.fixture
def meeting_id(demo: Database) -> int:
    found = next(row.id for row in list_meetings(demo) if row.state == "drafting")
    everybody_present(demo, found)
    return found


def seat(database: Database, meeting_id: int, place: int = 0) -> AttendanceRow:
    return attendance(database, meeting_id)[place]


def item(content: MinutesContent, number: str) -> MinutesItemContent:
    return next(
        found for section in content.sections for found in section.items if found.number == number
    )


def words_in_word(content: MinutesContent) -> str:
    document: Any = docx.Document(io.BytesIO(minutes_file(content, Path("referat.docx"))))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_who_came_late_and_left_early_is_told_at_the_item_in_every_document(
    demo: Database, meeting_id: int, tmp_path: Path
) -> None:
    row = seat(demo, meeting_id)
    note_arrival(demo, meeting_id, row.membership_id, "3.1")
    note_departure(demo, meeting_id, row.membership_id, "punkt 4.2")
    content = minutes_content(demo, meeting_id)
    who = f"{row.title} {row.name} ({row.party_letter})"
    came, left = f"{who} deltog fra punkt 3.1.", f"{who} deltog til og med punkt 4.2."
    assert item(content, "3.1").before == (came,)
    assert item(content, "4.2").after == (left,)
    assert content.attendance[0].note == "fra punkt 3.1, til og med punkt 4.2"
    for words in (words_of(minutes_file(content, Path("a.pdf"))), words_in_word(content)):
        assert came in words
        assert left in words
    export_extract(demo, meeting_id, "3.1", tmp_path / "udskrift.pdf")
    assert came in words_of((tmp_path / "udskrift.pdf").read_bytes())


def test_the_item_is_worked_out_from_the_clock_and_the_plan(
    demo: Database, meeting_id: int
) -> None:
    row = seat(demo, meeting_id)
    came_at(demo, meeting_id, [row.membership_id], time(9, 31))
    assert seat(demo, meeting_id).stays == row.stays  # was there already
    set_status(demo, meeting_id, [row.membership_id], AttendanceStatus.APOLOGY)
    came_at(demo, meeting_id, [row.membership_id], time(10, 15))
    left_at(demo, meeting_id, [row.membership_id], time(11, 0))
    note_arrival(demo, meeting_id, row.membership_id, "11.45")
    came, back = seat(demo, meeting_id).stays
    numbers = {found.uid: found.number for found in minutes_outline(demo, meeting_id).items}
    assert (came.arrived_at, came.left_at) == (time(10, 15), time(11))
    assert back.arrived_at == time(11, 45)
    assert numbers[came.first or ""] == "3.1"
    later = numbers[back.first or ""]
    (told,) = item(minutes_content(demo, meeting_id), later).before
    assert told.startswith(f"{row.title} {row.name} ({row.party_letter}) kom tilbage kl. 11.45")
    assert told.endswith(f" og deltog igen fra punkt {later}.")
    note_arrival(demo, meeting_id, row.membership_id, "11.30")
    assert [stay.arrived_at for stay in seat(demo, meeting_id).stays] == [
        time(10, 15),
        time(11, 30),
    ]


@pytest.mark.parametrize("words", ["kvart over ti", "25.10", "99.9", "10.15.30.1"])
def test_what_is_neither_a_clock_nor_an_item_is_refused(
    demo: Database, meeting_id: int, words: str
) -> None:
    row = seat(demo, meeting_id)
    with pytest.raises(InvalidValue, match=r"Skriv fx 10\.15"):
        note_arrival(demo, meeting_id, row.membership_id, words)
    assert seat(demo, meeting_id) == row


def test_those_of_one_moment_share_a_sentence(demo: Database, meeting_id: int) -> None:
    first, second = attendance(demo, meeting_id)[:2]
    for row in (first, second):
        note_departure(demo, meeting_id, row.membership_id, "11.40")
    content = minutes_content(demo, meeting_id)
    said = [words for section in content.sections for i in section.items for words in i.after]
    (sentence,) = said
    assert first.name in sentence
    assert f" og {second.title.lower()} {second.name}" in sentence
    assert "forlod mødet kl. 11.40 under punkt" in sentence


def test_replies_become_attendance_and_everybody_else_is_present(demo: Database) -> None:
    meeting_id = next(row.id for row in list_meetings(demo) if row.state == "drafting")
    ids = [row.membership_id for row in attendance(demo, meeting_id)]
    set_answer(demo, meeting_id, ids[:3], Answer.COMING)
    set_answer(demo, meeting_id, ids[3:4], Answer.ONLINE)
    set_answer(demo, meeting_id, ids[4:6], Answer.NOT_COMING)
    set_answer(demo, meeting_id, ids[2:3], None)
    assert totals(attendance(demo, meeting_id)).unknown == 58
    before = take_replies(demo, meeting_id).value
    assert len(before) == 5
    counted = totals(attendance(demo, meeting_id))
    assert (counted.present, counted.online, counted.apologies) == (2, 1, 2)
    everybody_present(demo, meeting_id)
    counted = totals(attendance(demo, meeting_id))
    assert (counted.present, counted.online, counted.apologies, counted.unknown) == (55, 1, 2, 0)
    put_back(demo, meeting_id, before)
    assert totals(attendance(demo, meeting_id)).unknown == 5


def test_the_deputy_mayor_may_come_for_the_mayor_and_a_party_sends_one_of_its_own(
    demo: Database, meeting_id: int
) -> None:
    rows = attendance(demo, meeting_id)
    mayors = [row for row in rows if "orgmester" in row.title and row.candidates]
    assert mayors
    for row in mayors:
        assert row.candidates[0].why in {"personlig stedfortræder", "viceborgmester"}
        assert all(
            found.person.municipality == row.municipality
            for found in row.candidates
            if found.why == "viceborgmester"
        )
    others = [row for row in rows if "orgmester" not in row.title]
    assert any(found.why.startswith("samme parti") for row in others for found in row.candidates)
    for row in others:
        for found in row.candidates:
            if found.why.startswith("samme parti"):
                assert found.person.party_letter == row.party_letter
    seated = {row.person_id for row in rows}
    assert not any(found.person.id in seated for row in rows for found in row.candidates)


def test_a_substitute_takes_over_when_the_member_leaves_and_never_sits_beside_them(
    demo: Database, meeting_id: int
) -> None:
    row = next(found for found in attendance(demo, meeting_id) if found.candidates)
    other = row.candidates[0].person
    note_departure(demo, meeting_id, row.membership_id, "3.1")
    bring_substitute(demo, meeting_id, row.membership_id, other.id)
    content = minutes_content(demo, meeting_id)
    (told,) = item(content, "4.1").before
    assert other.name in told
    assert told.endswith(f"deltog som stedfortræder for {row.name} fra punkt 4.1.")
    notes = {person.name: person.note for person in content.attendance}
    assert notes[row.name] == "til og med punkt 3.1"
    assert notes[other.name] == f"stedfortræder for {row.name}, fra punkt 4.1"
    assert totals(attendance(demo, meeting_id)).present == 58

    now = next(r for r in attendance(demo, meeting_id) if r.membership_id == row.membership_id)
    with pytest.raises(InvalidValue, match="samme punkt"):
        set_row(demo, meeting_id, replace(now, stays=row.stays))
    note_arrival(demo, meeting_id, row.membership_id, "5.1")
    with pytest.raises(ChangedElsewhere):
        set_row(demo, meeting_id, now)


def test_a_person_sits_on_one_seat_only(demo: Database, meeting_id: int) -> None:
    rows = [row for row in attendance(demo, meeting_id) if row.candidates]
    taken = rows[0].candidates[0].person.id
    set_status(demo, meeting_id, [row.membership_id for row in rows], AttendanceStatus.APOLOGY)
    bring_substitute(demo, meeting_id, rows[0].membership_id, taken)
    with pytest.raises(InvalidValue, match="allerede stedfortræder"):
        bring_substitute(demo, meeting_id, rows[1].membership_id, taken)
    bring_substitute(demo, meeting_id, rows[0].membership_id, None)
    bring_substitute(demo, meeting_id, rows[1].membership_id, taken)


def test_the_balance_counts_the_parties_of_those_who_sit(demo: Database, meeting_id: int) -> None:
    rows = attendance(demo, meeting_id)
    whole = dict(balance(rows))
    assert sum(whole.values()) == 58
    letter = rows[0].party_letter
    note_arrival(demo, meeting_id, rows[0].membership_id, "3.1")
    order = tuple(found.uid for found in minutes_outline(demo, meeting_id).items)
    now = attendance(demo, meeting_id)
    assert dict(balance(now)) == whole
    assert dict(balance(now, order[0], order)).get(letter, 0) == whole[letter] - 1


def test_sentences_go_on_to_the_next_item_when_theirs_goes_out_and_follow_a_changed_order(
    demo: Database, meeting_id: int
) -> None:
    row = seat(demo, meeting_id)
    note_arrival(demo, meeting_id, row.membership_id, "4.1")
    items = {found.number: found.id for found in minutes_outline(demo, meeting_id).items}
    out = DecisionDraft(outcome=Outcome.WITHDRAWN)
    save_decision(demo, meeting_id, items["4.1"], out)
    content = minutes_content(demo, meeting_id)
    assert not item(content, "4.1").before
    assert item(content, "4.2").before[0].endswith("deltog fra punkt 4.2.")
    assert item(content, "4.1").decision.plain_text() == "Punktet udgik."
    take_after(demo, meeting_id, items["4.2"], items["5.1"])
    content = minutes_content(demo, meeting_id)
    assert item(content, "4.2").before == ("Punktet blev behandlet efter punkt 5.1.",)
    assert item(content, "4.3").before[0].endswith("deltog fra punkt 4.3.")


def test_guests_are_told_in_the_list_and_at_their_item(demo: Database, meeting_id: int) -> None:
    items = {found.number: found.id for found in minutes_outline(demo, meeting_id).items}
    save_guest(demo, meeting_id, GuestRow("Bo Øst", "direktør", True, items["3.1"]))
    save_guest(demo, meeting_id, GuestRow("  Åse\nÆrø ", "chefkonsulent i KL"))
    content = minutes_content(demo, meeting_id)
    told = "Direktør Bo Øst holdt oplæg og deltog under punktet."
    assert item(content, "3.1").before == (told,)
    for words in (words_of(minutes_file(content, Path("a.pdf"))), words_in_word(content)):
        for wanted in (told, "Øvrige deltagere (2)", "Åse Ærø", "chefkonsulent i KL"):
            assert wanted in words
    with pytest.raises(InvalidValue, match="navn"):
        save_guest(demo, meeting_id, GuestRow(" "))
    kept = guests(demo, meeting_id)[0]
    save_guest(demo, meeting_id, replace(kept, title="formand"))
    with pytest.raises(ChangedElsewhere):
        save_guest(demo, meeting_id, replace(kept, title="kontorchef"))
    remove_guest(demo, meeting_id, guests(demo, meeting_id)[0])
    assert [guest.name for guest in guests(demo, meeting_id)] == ["Åse Ærø"]


def test_presenters_are_taken_over_from_the_agenda_once(demo: Database, meeting_id: int) -> None:
    found = presenters_to_add(demo, meeting_id)
    assert found
    for guest in found:
        save_guest(demo, meeting_id, guest)
    assert presenters_to_add(demo, meeting_id) == ()
    assert presenter_named("v. direktør Bo Øst", 1) == GuestRow("Bo Øst", "direktør", True, 1)
    assert presenter_named("Bo Øst, Region Æ", 1) == GuestRow("Bo Øst", "Region Æ", True, 1)
    assert presenter_named("Administrerende direktør Bo Øst, Movia", 1) == GuestRow(
        "Bo Øst", "administrerende direktør, Movia", True, 1
    )
    members = {row.name for row in attendance(demo, meeting_id)}
    assert not members & {guest.name for guest in found}
    assert presenter_named("Bo Øst", 1) == GuestRow("Bo Øst", "", True, 1)


def test_no_reason_for_an_absence_can_be_kept() -> None:
    from kkr_desktop.model.minutes import Attendance
    from kkr_desktop.model.participation import Reply

    words = {"reason", "note", "text", "cause", "remark"}
    for table in (Attendance.__table__, Reply.__table__):
        assert not words & {column.name for column in table.columns}


def test_a_held_meeting_in_the_demo_tells_its_late_arrivals(demo: Database) -> None:
    approved = [
        row.id for row in list_meetings(demo) if row.state in {"published", "minutes_approved"}
    ]
    said = "\n".join(
        "\n".join((*found.before, *found.after))
        for meeting_id in approved
        for section in minutes_content(demo, meeting_id).sections
        for found in section.items
    )
    assert "kom kl. 10.15 og deltog fra punkt" in said
    assert "forlod mødet kl. 11.30 under punkt" in said
