"""Every meeting has its chain of milestones, which follows it and can be worked through."""

from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.milestones import MilestoneStep, Standing
from kkr_desktop.services.meeting_changes import cancel_meeting, move_meeting
from kkr_desktop.services.milestone_changes import (
    MilestoneDraft,
    add_milestone,
    change_milestone,
    mark_done,
    remove_milestone,
)
from kkr_desktop.services.milestone_states import milestone_state, put_back
from kkr_desktop.services.milestones import MilestoneRow, milestones_between, milestones_of
from kkr_desktop.services.planning import MeetingDraft, plan_meeting, read_meeting
from kkr_desktop.storage.database import Database

THURSDAY = date(2027, 5, 13)  # T-7 is Kristi himmelfartsdag


def planned(database: Database, body_id: int, day: date = THURSDAY) -> int:
    draft = MeetingDraft(MeetingKind.ORDINARY, day, time(9, 30), time(12, 30))
    return plan_meeting(database, body_id, draft).value


def move(database: Database, meeting_id: int, day: date) -> None:
    move_meeting(database, meeting_id, day, read_meeting(database, meeting_id).rev)


def chain(database: Database, meeting_id: int) -> list[tuple[str, date, date]]:
    rows = milestones_of(database, meeting_id)
    return [(row.label, row.nominal_on, row.due_on) for row in rows]


def step(database: Database, meeting_id: int, wanted: MilestoneStep) -> MilestoneRow:
    return next(row for row in milestones_of(database, meeting_id) if row.step is wanted)


def test_a_planned_meeting_has_the_whole_chain_with_both_dates(
    database: Database, body_id: int
) -> None:
    meeting_id = planned(database, body_id)
    rows = milestones_of(database, meeting_id)
    assert [row.offset_days for row in rows] == [
        -70, -63, -56, -35, -31, -24, -18, -14, -10, -7, -2, -1, 0, 2, 5, 7, 10,
    ]  # fmt: skip
    dispatch = step(database, meeting_id, MilestoneStep.DISPATCH)
    assert (dispatch.nominal_on, dispatch.due_on) == (date(2027, 5, 6), date(2027, 5, 5))
    assert dispatch.responsible == "Sekretariatet"


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=st.lists(st.dates(date(2026, 1, 1), date(2030, 12, 31)), min_size=1, max_size=3))
def test_moving_a_meeting_back_and_forth_leaves_its_milestones_as_they_were(
    database: Database, body_id: int, moves: list[date]
) -> None:
    meeting_id = planned(database, body_id)
    draft = MilestoneDraft("Sparring med KL", date(2027, 4, 6), owner="Bodil")
    add_milestone(database, meeting_id, draft)
    by_hand = milestones_of(database, meeting_id)[3]
    change_milestone(
        database,
        by_hand.id,
        MilestoneDraft(by_hand.label, by_hand.due_on + timedelta(days=3), rev=by_hand.rev),
    )
    before = chain(database, meeting_id)
    for day in moves:
        move(database, meeting_id, day)
        dispatch = step(database, meeting_id, MilestoneStep.DISPATCH)
        assert dispatch.due_on <= day - timedelta(days=7)
    move(database, meeting_id, THURSDAY)
    assert chain(database, meeting_id) == before


def test_a_moved_milestone_raises_its_sequence_for_other_calendars(
    database: Database, body_id: int
) -> None:
    meeting_id = planned(database, body_id)
    before = step(database, meeting_id, MilestoneStep.DISPATCH)
    move(database, meeting_id, THURSDAY + timedelta(days=7))
    after = step(database, meeting_id, MilestoneStep.DISPATCH)
    assert (after.uid, after.ics_sequence) == (before.uid, before.ics_sequence + 1)


def test_a_dispatch_cannot_be_moved_into_the_last_week(database: Database, body_id: int) -> None:
    meeting_id = planned(database, body_id)
    dispatch = step(database, meeting_id, MilestoneStep.DISPATCH)
    draft = MilestoneDraft(dispatch.label, THURSDAY - timedelta(days=6), rev=dispatch.rev)
    with pytest.raises(InvalidValue, match=r"senest en uge før mødet: den 6. maj 2027"):
        change_milestone(database, dispatch.id, draft)
    earlier = MilestoneDraft(dispatch.label, date(2027, 5, 3), owner="Rie", rev=dispatch.rev)
    change_milestone(database, dispatch.id, earlier)
    moved = step(database, meeting_id, MilestoneStep.DISPATCH)
    assert (moved.due_on, moved.owner, moved.moved_by_hand) == (date(2027, 5, 3), "Rie", True)


def test_a_milestone_is_done_taken_out_and_put_back(database: Database, body_id: int) -> None:
    meeting_id = planned(database, body_id)
    first = milestones_of(database, meeting_id)[0]
    today = first.due_on + timedelta(days=1)
    assert first.standing(today) is Standing.LATE
    rev = mark_done(database, first.id, first.rev, done=True).value
    assert milestones_of(database, meeting_id)[0].standing(today) is Standing.DONE
    with pytest.raises(ChangedElsewhere):
        mark_done(database, first.id, first.rev, done=False)
    there = milestone_state(database, first.id)
    remove_milestone(database, first.id, rev)
    gone = milestone_state(database, first.id)
    assert milestones_of(database, meeting_id)[0].id != first.id
    put_back(database, first.id, gone, there)
    assert milestones_of(database, meeting_id)[0].id == first.id
    with pytest.raises(ChangedElsewhere):
        put_back(database, first.id, gone, there)


def test_an_own_milestone_needs_a_name_and_falls_back_to_a_working_day(
    database: Database, body_id: int
) -> None:
    meeting_id = planned(database, body_id)
    with pytest.raises(InvalidValue, match="Milepæl"):
        add_milestone(database, meeting_id, MilestoneDraft("  ", THURSDAY))
    sunday = date(2027, 5, 9)
    added = add_milestone(database, meeting_id, MilestoneDraft("Bus bestilles", sunday)).value
    row = next(row for row in milestones_of(database, meeting_id) if row.id == added)
    assert (row.is_own, row.nominal_on, row.due_on) == (True, sunday, date(2027, 5, 5))


def test_milestones_between_two_days_leave_out_other_bodies_and_cancelled_meetings(
    database: Database, body_id: int
) -> None:
    meeting_id = planned(database, body_id)
    first, last = date(2027, 5, 3), date(2027, 5, 12)
    found = milestones_between(database, first, last, body_id)
    assert [row.offset_days for row in found] == [-10, -7, -2, -1]
    assert milestones_between(database, first, last, body_id + 1) == ()
    assert milestones_between(database, first, last) == found
    cancel_meeting(database, meeting_id, "Sne", read_meeting(database, meeting_id).rev)
    assert milestones_between(database, first, last) == ()
