"""Milestones follow their meeting, and the dispatch is always a week before it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.milestones import MilestoneStep, Standing, due_date, standing
from kkr_desktop.model.working_days import ClosedDays
from kkr_desktop.storage.public_holidays import holiday_name

OPEN = ClosedDays(holiday_name, [(date(2027, 5, 7), date(2027, 5, 7))])

days = st.dates(date(2023, 1, 1), date(2035, 12, 31))
offsets = st.integers(-120, 60)
steps = st.sampled_from(MilestoneStep)


@given(days, offsets)
def test_the_dispatch_is_at_least_a_week_before(held_on: date, offset: int) -> None:
    due = due_date(held_on, offset, MilestoneStep.DISPATCH, OPEN)
    assert due.due_on <= held_on - timedelta(days=7)
    assert not OPEN(due.due_on)


@given(days, offsets, steps)
def test_a_milestone_falls_back_to_the_nearest_working_day_and_never_forward(
    held_on: date, offset: int, step: MilestoneStep
) -> None:
    due = due_date(held_on, offset, step, OPEN)
    assert due.nominal_on == held_on + timedelta(days=offset)
    assert due.due_on <= due.nominal_on
    if step is not MilestoneStep.DISPATCH:
        skipped = (due.nominal_on - due.due_on).days
        assert all(OPEN(due.nominal_on - timedelta(days=back)) for back in range(skipped))


def test_a_deadline_on_a_holiday_comes_before_it() -> None:
    # T-7 of the meeting on Thursday 13 May 2027 is Kristi himmelfartsdag.
    due = due_date(date(2027, 5, 13), -7, MilestoneStep.DISPATCH, OPEN)
    assert (due.nominal_on, due.due_on) == (date(2027, 5, 6), date(2027, 5, 5))
    # T+2 of the meeting on Friday 18 December 2026 is a Sunday.
    due = due_date(date(2026, 12, 18), 2, MilestoneStep.OTHER, OPEN)
    assert due.due_on == date(2026, 12, 18)


def test_why_a_day_is_closed_is_told() -> None:
    assert OPEN.why(date(2027, 5, 6)) == "Kristi himmelfartsdag"
    assert OPEN.why(date(2027, 5, 7)) == "lukkedag"
    assert OPEN.why(date(2027, 5, 8)) == "weekend"
    assert OPEN.why(date(2025, 6, 5)) == "lukkedag"
    assert OPEN.why(date(2027, 5, 10)) == ""


def stands(
    state: MeetingState,
    offset: int,
    today: date,
    *,
    step: str = "other",
    held_on: date = date(2027, 4, 14),
) -> Standing:
    return standing(
        held_on=held_on,
        due_on=held_on + timedelta(days=offset),
        offset_days=offset,
        step=MilestoneStep(step),
        is_done=False,
        known_since=date(2027, 3, 1),
        state=state,
        today=today,
    )


def test_what_the_meeting_has_passed_is_no_longer_late() -> None:
    today = date(2027, 4, 12)
    assert stands(MeetingState.DRAFTING, -14, today) is Standing.LATE
    assert stands(MeetingState.DISPATCHED, -14, today) is Standing.OVERTAKEN
    assert stands(MeetingState.DISPATCHED, -3, today) is Standing.LATE
    assert stands(MeetingState.DISPATCHED, -2, today) is Standing.COMING
    assert stands(MeetingState.CANCELLED, 10, today) is Standing.OVERTAKEN


def test_what_was_past_when_the_meeting_was_planned_is_not_late_but_a_dispatch_is() -> None:
    today = date(2027, 4, 12)
    assert stands(MeetingState.PLANNED, -70, today) is Standing.OVERTAKEN
    assert stands(MeetingState.PLANNED, -60, today, step="dispatch") is Standing.LATE


def test_a_meeting_written_down_afterwards_has_nothing_late() -> None:
    today = date(2027, 4, 12)
    day_before = date(2027, 2, 28)
    for offset, step in ((-7, "dispatch"), (-2, "other"), (0, "meeting")):
        found = stands(MeetingState.PLANNED, offset, today, step=step, held_on=day_before)
        assert found is Standing.OVERTAKEN
    same_day = date(2027, 3, 1)
    found = stands(MeetingState.PLANNED, -7, today, step="dispatch", held_on=same_day)
    assert found is Standing.LATE
