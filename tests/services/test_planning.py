"""Meetings are planned, moved and cancelled, and nobody's change is overwritten."""

from dataclasses import replace
from datetime import date, time

import pytest

from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotAllowedNow, UnknownBody
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.services.agenda_beginning import begin_agenda
from kkr_desktop.services.meeting_changes import (
    cancel_meeting,
    change_meeting,
    move_meeting,
    reinstate_meeting,
)
from kkr_desktop.services.meeting_states import advance, go_back
from kkr_desktop.services.planning import (
    MeetingDraft,
    blank_meeting,
    body_named,
    list_meetings,
    plan_meeting,
    read_meeting,
)
from kkr_desktop.storage.database import Database

DRAFT = MeetingDraft(
    MeetingKind.ORDINARY, date(2026, 12, 11), time(9, 30), time(12), "Ærø  \n Rådhus"
)


def test_a_planned_meeting_stands_in_its_year_and_lends_its_hours_to_the_next(
    database: Database, body_id: int
) -> None:
    meeting_id = plan_meeting(database, body_id, DRAFT).value
    (row,) = list_meetings(database, body_id=body_id, year=2026)
    assert (row.id, row.body_name, row.place) == (meeting_id, "KKR Nordjylland", "Ærø Rådhus")
    assert list_meetings(database, body_id=body_id, year=2027) == ()
    with_link = replace(DRAFT, online_url="https://moede.example/1", rev=row.rev)
    change_meeting(database, meeting_id, with_link)
    following = blank_meeting(database, body_id, date(2027, 2, 5))
    assert following.online_url == ""
    assert (following.starts_at, following.ends_at) == (time(9, 30), time(12))
    assert following.place == "Ærø Rådhus"


def test_a_council_is_found_with_and_without_kkr_before_its_name(database: Database) -> None:
    assert body_named(database, "kkr  midtjylland") == body_named(database, "Midtjylland")
    with pytest.raises(UnknownBody, match="KKR Sjælland"):
        body_named(database, "Bornholm")


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (MeetingDraft(MeetingKind.ORDINARY, date(2026, 1, 5), time(12), time(12)), "Slut"),
        (MeetingDraft(MeetingKind.ORDINARY, date(1999, 1, 5), time(9), time(12)), "Dato"),
    ],
)
def test_what_cannot_be_a_meeting_is_refused_and_nothing_is_kept(
    database: Database, body_id: int, draft: MeetingDraft, field: str
) -> None:
    with pytest.raises(InvalidValue, match=field):
        plan_meeting(database, body_id, draft)
    assert list_meetings(database) == ()


def test_two_who_move_a_meeting_at_once_do_not_overwrite_each_other(
    database: Database, body_id: int
) -> None:
    meeting_id = plan_meeting(database, body_id, DRAFT).value
    rev = read_meeting(database, meeting_id).rev
    move_meeting(database, meeting_id, date(2026, 12, 14), rev)
    with pytest.raises(ChangedElsewhere):
        move_meeting(database, meeting_id, date(2026, 12, 15), rev)
    assert read_meeting(database, meeting_id).held_on == date(2026, 12, 14)


def test_a_cancelled_meeting_keeps_its_reason_and_can_come_back(
    database: Database, body_id: int
) -> None:
    meeting_id = plan_meeting(database, body_id, DRAFT).value
    with pytest.raises(InvalidValue, match="hvorfor"):
        cancel_meeting(database, meeting_id, "  ", 1)
    rev = cancel_meeting(database, meeting_id, "Sne", read_meeting(database, meeting_id).rev).value
    cancelled = read_meeting(database, meeting_id)
    assert (cancelled.state, cancelled.cancel_reason) == (MeetingState.CANCELLED, "Sne")
    with pytest.raises(NotAllowedNow):
        move_meeting(database, meeting_id, date(2026, 12, 14), rev)
    reinstate_meeting(database, meeting_id, rev)
    assert read_meeting(database, meeting_id).state is MeetingState.PLANNED


def test_a_held_meeting_stays_on_its_day_but_its_notes_may_change(
    database: Database, body_id: int
) -> None:
    meeting_id = plan_meeting(database, body_id, DRAFT).value
    begin_agenda(database, meeting_id)
    with pytest.raises(NotAllowedNow, match="under udarbejdelse"):
        advance(database, meeting_id, MeetingState.HELD)
    row = read_meeting(database, meeting_id)
    change_meeting(
        database,
        meeting_id,
        MeetingDraft(row.kind, row.held_on, row.starts_at, row.ends_at, notes="Kaffe", rev=row.rev),
    )
    assert read_meeting(database, meeting_id).notes == "Kaffe"


def test_going_back_asks_for_a_reason(database: Database, body_id: int) -> None:
    meeting_id = plan_meeting(database, body_id, DRAFT).value
    with pytest.raises(NotAllowedNow):
        go_back(database, meeting_id, "forkert")
    with pytest.raises(InvalidValue, match="hvorfor"):
        go_back(database, meeting_id, " ")
