"""Minutes know who was there, what was decided, and stay as they were approved."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from kkr_desktop.documents.frozen import minutes_from_json, to_json
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotAllowedNow
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.presence import Stay
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.attendance import attendance, totals
from kkr_desktop.services.attendance_changes import (
    everybody_present,
    set_row,
    set_status,
)
from kkr_desktop.services.attendance_moves import bring_substitute
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.meeting_states import advance, go_back
from kkr_desktop.services.membership_changes import change_member, read_member
from kkr_desktop.services.minute_taking import (
    DecisionDraft,
    minutes_outline,
    read_decision,
    save_decision,
)
from kkr_desktop.services.minutes_approval import approve_minutes, remarks_before_approval
from kkr_desktop.services.minutes_content import minutes_content, preview_minutes
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database

APPROVED = datetime(2026, 12, 18, 9, tzinfo=UTC)


@pytest.fixture
def coming(demo: Database) -> int:
    return next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)


def hold(demo: Database, meeting_id: int) -> None:
    dispatch_agenda(demo, meeting_id, sent_at=APPROVED)
    advance(demo, meeting_id, MeetingState.HELD)
    advance(demo, meeting_id, MeetingState.MINUTES_DRAFTED)


def test_attendance_counts_members_and_substitutes(demo: Database, coming: int) -> None:
    rows = attendance(demo, coming)
    assert totals(rows).unknown == len(rows) == 58
    away = next(row for row in rows if row.candidates)
    stands_in = away.candidates[0].person
    name = stands_in.name
    set_status(demo, coming, [away.membership_id], AttendanceStatus.APOLOGY)
    bring_substitute(demo, coming, away.membership_id, stands_in.id)
    assert len(everybody_present(demo, coming).value) == 57
    counted = totals(attendance(demo, coming))
    assert (counted.present, counted.apologies, counted.unknown) == (58, 1, 0)
    people = minutes_content(demo, coming).attendance
    assert (name, f"stedfortræder for {away.name}") in [(p.name, p.note) for p in people]

    set_status(demo, coming, [away.membership_id], AttendanceStatus.PRESENT)
    assert totals(attendance(demo, coming)).present == 58
    assert name not in [person.name for person in minutes_content(demo, coming).attendance]
    set_status(demo, coming, [away.membership_id], None)
    assert totals(attendance(demo, coming)).unknown == 1


def test_nobody_leaves_before_arriving(demo: Database, coming: int) -> None:
    row = attendance(demo, coming)[0]
    stays = (Stay(arrived_at=time(11), left_at=time(10)),)
    late = replace(row, status=AttendanceStatus.PRESENT, stays=stays)
    with pytest.raises(InvalidValue, match="tidspunkt efter"):
        set_row(demo, coming, late)
    assert attendance(demo, coming)[0].status is None


def test_a_decision_is_never_overwritten_by_an_older_one(demo: Database, coming: int) -> None:
    item = minutes_outline(demo, coming).items[0]
    assert not item.has_decision
    rev = save_decision(demo, coming, item.id, DecisionDraft(from_plain_text("Godkendt."))).value
    save_decision(demo, coming, item.id, DecisionDraft(from_plain_text("Drøftet."), rev=rev))
    with pytest.raises(ChangedElsewhere):
        save_decision(demo, coming, item.id, DecisionDraft(from_plain_text("Afvist."), rev=rev))
    decision = read_decision(demo, coming, item.id).decision
    assert decision.text == from_plain_text("Drøftet.")
    assert minutes_outline(demo, coming).items[0].has_decision


def test_what_is_missing_is_named_before_approval(demo: Database, coming: int) -> None:
    remarks = remarks_before_approval(demo, coming)
    assert remarks[0] == "Deltagelse mangler for 58 af 58 medlemmer."
    assert len(remarks) == 1 + len(minutes_outline(demo, coming).items)


def test_approved_minutes_keep_names_words_and_bytes_whatever_happens_later(
    demo: Database, coming: int
) -> None:
    hold(demo, coming)
    everybody_present(demo, coming)
    item = minutes_outline(demo, coming).items[0]
    save_decision(demo, coming, item.id, DecisionDraft(from_plain_text("KKR godkendte.")))
    approve_minutes(demo, coming, approved_at=APPROVED)
    content, pdf = minutes_content(demo, coming), preview_minutes(demo, coming)
    assert minutes_from_json(to_json(content)) == content

    member = attendance(demo, coming)[0]
    read = read_member(demo, member.membership_id, date(2026, 12, 11))
    change_member(
        demo,
        member.membership_id,
        replace(read, given_name="Nyt", family_name="Navn", title="Ny titel"),
        date(2026, 1, 26),
    )
    assert minutes_content(demo, coming) == content
    assert preview_minutes(demo, coming) == pdf
    with pytest.raises(NotAllowedNow, match="referatet i udkast"):
        save_decision(demo, coming, item.id, DecisionDraft(from_plain_text("Ændret.")))
    go_back(demo, coming, "En fejl i punkt 1")
    assert "Nyt Navn" in [person.name for person in minutes_content(demo, coming).attendance]
    assert approve_minutes(demo, coming, approved_at=APPROVED).value == 2
