"""Someone who comes in a member's place is in the register from then on, with their days."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from kkr_desktop.model.errors import InvalidValue, NotAllowedNow
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.people import Membership, Person
from kkr_desktop.services.attendance import AttendanceRow, attendance
from kkr_desktop.services.attendance_moves import bring_substitute
from kkr_desktop.services.follow_up import FollowUpDraft, add_follow_up
from kkr_desktop.services.new_substitutes import (
    NewSubstitute,
    bring_new_substitute,
    likely_substitute,
)
from kkr_desktop.services.newcomers import swap_newcomers
from kkr_desktop.services.person_page import read_person_page
from kkr_desktop.services.planning import MeetingRow, list_meetings
from kkr_desktop.services.register import members_on
from kkr_desktop.storage.database import Database


@pytest.fixture
def meeting(demo: Database) -> MeetingRow:
    return next(row for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)


def seat(demo: Database, meeting: MeetingRow, *, is_mayors: bool, has_own: bool) -> AttendanceRow:
    members = {row.membership_id: row for row in members_on(demo, meeting.body_id, meeting.held_on)}
    return next(
        row
        for row in attendance(demo, meeting.id)
        if (row.title == "Borgmester") is is_mayors
        and bool(members[row.membership_id].substitute) is has_own
    )


def places_of(demo: Database, person_id: int) -> list[Membership]:
    with demo.read() as session:
        return list(session.scalars(select(Membership).where(Membership.person_id == person_id)))


def bring(demo: Database, meeting: MeetingRow, row: AttendanceRow, name: str) -> AttendanceRow:
    likely = likely_substitute(demo, meeting.id, row.membership_id)
    bring_new_substitute(demo, meeting.id, row.membership_id, replace(likely, name=name))
    after = attendance(demo, meeting.id)
    return next(found for found in after if found.membership_id == row.membership_id)


def test_whom_a_party_sends_stands_in_for_the_day(demo: Database, meeting: MeetingRow) -> None:
    row = seat(demo, meeting, is_mayors=False, has_own=False)
    now = bring(demo, meeting, row, "  Åse  Østergaard ")
    assert now.substitute is not None
    someone = now.substitute.person
    assert (someone.name, someone.party_letter) == ("Åse Østergaard", row.party_letter)
    assert someone.municipality == row.municipality
    (place,) = places_of(demo, someone.id)
    assert place.substitute_for_id == row.membership_id
    assert (place.valid_from, place.valid_to) == (
        meeting.held_on,
        meeting.held_on + timedelta(days=1),
    )
    assert any(row.name in line.what for line in read_person_page(demo, someone.id).history)


def test_the_deputy_of_a_mayor_goes_on_standing_in(demo: Database, meeting: MeetingRow) -> None:
    row = seat(demo, meeting, is_mayors=True, has_own=False)
    now = bring(demo, meeting, row, "Bo Å")
    assert now.substitute is not None
    assert now.substitute.person.title == "Viceborgmester"
    assert now.substitute.person.party_letter == ""
    (place,) = places_of(demo, now.substitute.person.id)
    assert (place.valid_from, place.valid_to) == (meeting.held_on, None)
    assert now.candidates[0].person.name == "Bo Å"


def test_who_was_noted_by_mistake_leaves_the_register_with_the_undo(
    demo: Database, meeting: MeetingRow
) -> None:
    row = seat(demo, meeting, is_mayors=False, has_own=False)
    noted = bring(demo, meeting, row, "Bo Å")
    assert noted.substitute is not None
    someone = noted.substitute.person
    swap_newcomers(demo, meeting.id, (row,), (noted,))
    with demo.read() as session:
        assert session.get_one(Person, someone.id).deleted_at is not None
    assert all(place.deleted_at is not None for place in places_of(demo, someone.id))
    swap_newcomers(demo, meeting.id, (noted,), (row,))
    again = next(r for r in attendance(demo, meeting.id) if r.membership_id == row.membership_id)
    assert again.substitute is not None
    assert again.substitute.person == someone
    assert all(place.deleted_at is None for place in places_of(demo, someone.id))


def test_who_has_been_given_a_task_since_stays_in_the_register(
    demo: Database, meeting: MeetingRow
) -> None:
    row = seat(demo, meeting, is_mayors=True, has_own=False)
    noted = bring(demo, meeting, row, "Bo Å")
    assert noted.substitute is not None
    person_id = noted.substitute.person.id
    add_follow_up(
        demo, meeting.id, None, FollowUpDraft("Skriv til Movia", owner_person_id=person_id)
    )
    swap_newcomers(demo, meeting.id, (row,), (noted,))
    with demo.read() as session:
        assert session.get_one(Person, person_id).deleted_at is None
    assert [place.deleted_at for place in places_of(demo, person_id)] == [None]


def test_a_substitute_of_the_members_own_is_left_as_it_is(
    demo: Database, meeting: MeetingRow
) -> None:
    row = seat(demo, meeting, is_mayors=True, has_own=True)
    own = row.candidates[0].person
    now = bring(demo, meeting, row, "Bo Å")
    assert now.substitute is not None
    assert now.substitute.person.name == "Bo Å"
    assert places_of(demo, now.substitute.person.id) == []
    assert now.candidates[0].person == own


@pytest.mark.parametrize("name", ["  ", "Bo 010203-1234"])
def test_what_is_no_name_leaves_no_trace(demo: Database, meeting: MeetingRow, name: str) -> None:
    row = attendance(demo, meeting.id)[0]
    with demo.read() as session:
        before = len(session.scalars(select(Person.id)).all())
    with pytest.raises(InvalidValue):
        bring_new_substitute(demo, meeting.id, row.membership_id, NewSubstitute(name))
    with demo.read() as session:
        assert len(session.scalars(select(Person.id)).all()) == before


def test_nobody_new_comes_to_a_meeting_whose_minutes_are_frozen(demo: Database) -> None:
    past = next(r for r in list_meetings(demo) if r.state is MeetingState.MINUTES_APPROVED)
    row = attendance(demo, past.id)[0]
    with pytest.raises(NotAllowedNow):
        bring_new_substitute(demo, past.id, row.membership_id, NewSubstitute("Bo Å"))


def test_a_member_sits_on_no_seat_but_their_own(demo: Database, meeting: MeetingRow) -> None:
    one, other = attendance(demo, meeting.id)[:2]
    with pytest.raises(InvalidValue) as refused:
        bring_substitute(demo, meeting.id, one.membership_id, other.person_id)
    assert other.name in refused.value.explain()
