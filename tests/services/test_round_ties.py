"""A forum's meeting is tied to the meeting that it prepares, through their round."""

from datetime import date, time

from kkr_desktop.model.bodies import BodyKind
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.rounds import RoundKey
from kkr_desktop.services.body_register import BodyDraft, add_body
from kkr_desktop.services.meeting_changes import cancel_meeting
from kkr_desktop.services.milestones import milestones_of
from kkr_desktop.services.planning import (
    MeetingDraft,
    MeetingRow,
    blank_meeting,
    body_named,
    plan_meeting,
    read_meeting,
)
from kkr_desktop.services.round_ties import ties_of
from kkr_desktop.storage.database import Database

FIRST = RoundKey(2027, 1)


def planned(database: Database, name: str, day: date, key: RoundKey | None = FIRST) -> MeetingRow:
    draft = MeetingDraft(MeetingKind.ORDINARY, day, time(9, 30), time(12), round=key)
    body_id = body_named(database, name).id
    return read_meeting(database, plan_meeting(database, body_id, draft).value)


def names(rows: tuple[MeetingRow, ...]) -> list[str]:
    return [row.body_name for row in rows]


def test_a_council_knows_what_prepares_it_and_a_forum_what_it_prepares(database: Database) -> None:
    council = planned(database, "Hovedstaden", date(2027, 2, 10))
    other = planned(database, "Sjælland", date(2027, 2, 11))
    forum = planned(database, "K29", date(2027, 1, 15))
    parent = body_named(database, "Hovedstaden").id
    name, first_day = "Fagdirektørforum Sundhed", date(2026, 1, 1)
    draft = BodyDraft(name, "FDS", BodyKind.DIRECTORS_FORUM, parent, first_day, 4)
    add_body(database, draft, first_day)
    health = planned(database, "FDS", date(2026, 12, 30))
    assert [row.offset_days for row in milestones_of(database, health.id)] == [-21, -10, -7, 0, 3]
    together = planned(database, "KL's formandskab", date(2027, 1, 18))
    planned(database, "K17", date(2027, 1, 16))
    planned(database, "K29", date(2027, 3, 15), RoundKey(2027, 2))
    off = planned(database, "Formandskab Hovedstaden", date(2027, 1, 27))
    cancel_meeting(database, off.id, "Sne", off.rev)
    assert names(ties_of(database, council).prepared_by) == [
        health.body_name,
        forum.body_name,
        together.body_name,
    ]
    assert ties_of(database, council).prepares == ()
    assert names(ties_of(database, forum).prepares) == [council.body_name]
    assert ties_of(database, forum).prepared_by == ()
    assert names(ties_of(database, together).prepares) == [council.body_name, other.body_name]


def test_a_meeting_outside_the_rounds_is_tied_to_nothing(database: Database) -> None:
    planned(database, "Hovedstaden", date(2027, 2, 10))
    alone = planned(database, "K29", date(2027, 1, 15), None)
    ties = ties_of(database, alone)
    assert (ties.prepares, ties.prepared_by) == ((), ())


def test_a_new_meeting_is_in_the_round_of_its_time_or_the_one_it_prepares(
    database: Database,
) -> None:
    planned(database, "Hovedstaden", date(2027, 4, 21), RoundKey(2027, 2))

    def usual(name: str, day: date) -> RoundKey | None:
        return blank_meeting(database, body_named(database, name).id, day).round

    assert usual("Hovedstaden", date(2027, 6, 25)) == RoundKey(2027, 3)
    assert usual("K29", date(2027, 3, 25)) == RoundKey(2027, 2)
    assert usual("KL's formandskab", date(2027, 3, 25)) == RoundKey(2027, 2)
    assert usual("K29", date(2027, 5, 25)) is None
    assert usual("K17", date(2027, 3, 25)) is None
