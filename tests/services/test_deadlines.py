"""The next deadlines are those that someone has to think of now, of every body."""

from datetime import date, time

from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.deadlines import When, next_deadlines
from kkr_desktop.services.milestone_changes import mark_done
from kkr_desktop.services.planning import MeetingDraft, body_named, plan_meeting
from kkr_desktop.storage.database import Database

MONDAY = date(2030, 4, 8)


def planned(database: Database, name: str, day: date) -> None:
    draft = MeetingDraft(MeetingKind.ORDINARY, day, time(9, 30), time(12, 30))
    plan_meeting(database, body_named(database, name).id, draft)


def test_late_ones_come_first_then_this_week_and_next_week(database: Database) -> None:
    planned(database, "Hovedstaden", date(2030, 4, 12))
    planned(database, "K29", date(2030, 4, 24))
    told = [
        (one.when, one.milestone.body_name, one.milestone.offset_days)
        for one in next_deadlines(database, MONDAY)
    ]
    late = [offset for when, name, offset in told if when is When.LATE and "KKR" in name]
    assert late == [-70, -63, -56, -35, -31, -24, -18, -14, -10, -7]
    this_week = [(name, offset) for when, name, offset in told if when is When.THIS_WEEK]
    assert this_week == [
        ("KKR Hovedstaden", -2),
        ("KKR Hovedstaden", -1),
        ("Kommunaldirektørkreds K29", -10),  # a Sunday, so the Friday before
        ("KKR Hovedstaden", 0),
        ("KKR Hovedstaden", 2),  # the Sunday after falls back to the Friday of the meeting
    ]
    next_week = [(name, offset) for when, name, offset in told if when is When.NEXT_WEEK]
    assert ("Kommunaldirektørkreds K29", -7) in next_week
    assert [when for when, _, _ in told] == sorted(
        (when for when, _, _ in told), key=[When.LATE, When.THIS_WEEK, When.NEXT_WEEK].index
    )


def test_what_is_done_is_gone_and_a_body_can_be_seen_alone(database: Database) -> None:
    planned(database, "Hovedstaden", date(2030, 4, 12))
    planned(database, "Sjælland", date(2030, 4, 12))
    ours = body_named(database, "Hovedstaden").id
    before = next_deadlines(database, MONDAY, ours)
    assert {one.milestone.body_id for one in before} == {ours}
    first = before[0].milestone
    mark_done(database, first.id, first.rev, done=True)
    assert next_deadlines(database, MONDAY, ours) == before[1:]


def test_a_meeting_that_was_held_last_week_is_no_deadline(database: Database) -> None:
    planned(database, "Hovedstaden", date(2030, 4, 5))
    steps = [one.milestone.offset_days for one in next_deadlines(database, MONDAY)]
    assert 0 not in steps
