"""A year planned from nothing is the year that the councils really had."""

import csv
from datetime import date, time, timedelta
from pathlib import Path

from kkr_desktop.model.bodies import BodyKind
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.meetings import Severity
from kkr_desktop.model.usual_days import is_election_year
from kkr_desktop.services.conflicts import warnings_for
from kkr_desktop.services.meeting_changes import put_back_meetings, withdraw_meetings
from kkr_desktop.services.planning import (
    MeetingDraft,
    RoundKey,
    bodies,
    body_named,
    list_meetings,
    plan_meeting,
)
from kkr_desktop.services.proposals import apply_plan, moved
from kkr_desktop.services.year_plan import propose_as_last_year, propose_year, year_to_plan
from kkr_desktop.storage.database import Database

REAL = Path(__file__).parents[1] / "data" / "kkr_meeting_dates.csv"
COUNCILS = tuple(
    f"KKR {name}"
    for name in ("Nordjylland", "Midtjylland", "Syddanmark", "Hovedstaden", "Sjælland")
)


def real_dates() -> list[tuple[str, date]]:
    with REAL.open(encoding="utf-8", newline="") as stream:
        return [
            (row["kkr"], date.fromisoformat(row["date"]))
            for row in csv.DictReader(stream)
            if row["kind"] == "ordinary"
        ]


def ids(database: Database, *names: str) -> list[int]:
    return [body_named(database, name).id for name in names]


def test_the_plan_of_2023_to_2025_lands_in_the_real_weeks(database: Database) -> None:
    near = total = 0
    for name in ("KKR Hovedstaden", "KKR Sjælland"):
        for year in (2023, 2024, 2025):
            proposals = propose_year(database, ids(database, name), year)
            real = [day for kkr, day in real_dates() if kkr == name and day.year == year]
            assert len(proposals) == len(real) == 5
            for one, day in zip(proposals, real, strict=True):
                near += abs(one.held_on.isocalendar().week - day.isocalendar().week) <= 1
                total += 1
    assert near >= 0.9 * total


def test_the_real_meetings_raise_no_wrong_conflict(database: Database) -> None:
    for name, day in real_dates():
        (body_id,) = ids(database, name)
        assert warnings_for(database, body_id, day, starts_at=time(9, 30)) == (), day


def test_the_real_meetings_raise_no_wrong_conflict_beside_each_other(database: Database) -> None:
    planned: list[tuple[int, date, int]] = []
    for name, day in real_dates():
        (body_id,) = ids(database, name)
        draft = MeetingDraft(MeetingKind.ORDINARY, day, time(9, 30), time(12, 30))
        planned.append((body_id, day, plan_meeting(database, body_id, draft).value))
    told = [
        warning
        for body_id, day, meeting_id in planned
        for warning in warnings_for(database, body_id, day, meeting_id, time(9, 30), time(12, 30))
    ]
    assert not [warning.text for warning in told if warning.is_grave]
    assert {warning.text for warning in told} == {
        "KKR Hovedstaden holder møde samme dag.",
        "KKR Sjælland holder møde samme dag.",
    }


def test_all_bodies_are_planned_at_once_without_having_anybody_in_two_places(
    database: Database,
) -> None:
    everybody = [body.id for body in bodies(database)]
    for year in range(2026, 2031):
        proposals = propose_year(database, everybody, year)
        grave = [w.text for one in proposals for w in one.against if w.is_grave]
        assert grave == []


def test_no_proposal_meets_a_holiday_an_event_or_another_council(database: Database) -> None:
    chosen = ids(database, *COUNCILS)
    for year in range(2026, 2036):
        proposals = propose_year(database, chosen, year)
        assert len({one.held_on for one in proposals}) == len(proposals) == 25
        assert all(one.held_on.weekday() < 5 and one.reason for one in proposals)
        spoken = {w.text for one in proposals for w in one.warnings if w.severity != Severity.INFO}
        assert spoken == set()
        assert all(one.held_on < date(year, 9, 10) for one in proposals if one.round.number == 4)
        last = {one.held_on.isocalendar().week for one in proposals if one.round.number == 5}
        assert last == ({43} if is_election_year(year) else {47})


def test_a_plan_is_applied_once_and_can_be_taken_back(database: Database) -> None:
    chosen = ids(database, "KKR Hovedstaden")
    proposals = propose_year(database, chosen, 2028)
    later = proposals[0].held_on + timedelta(days=1)
    changed = (moved(database, proposals[0], later), *proposals[1:])
    added = apply_plan(database, changed).value
    rows = list_meetings(database, body_id=chosen[0], year=2028)
    assert [row.held_on for row in rows] == [one.held_on for one in changed]
    assert [row.round for row in rows] == [RoundKey(2028, number) for number in range(1, 6)]
    assert propose_year(database, chosen, 2028) == ()
    withdraw_meetings(database, added)
    assert list_meetings(database, year=2028) == ()
    put_back_meetings(database, added)
    assert list_meetings(database, body_id=chosen[0], year=2028) != ()


def test_the_weekday_hours_and_place_are_those_of_the_council(database: Database) -> None:
    (chosen,) = ids(database, "KKR Syddanmark")
    draft = MeetingDraft(
        MeetingKind.ORDINARY, date(2027, 2, 8), time(13), time(16), "Middelfart Rådhus"
    )
    plan_meeting(database, chosen, draft)
    proposals = propose_year(database, [chosen], 2028)
    assert {one.place for one in proposals} == {"Middelfart Rådhus"}
    assert {one.starts_at for one in proposals} == {time(13)}
    assert sum(one.held_on.weekday() == 0 for one in proposals) >= 3


def test_last_year_is_copied_with_the_same_week_and_weekday(database: Database) -> None:
    (chosen,) = ids(database, "KKR Hovedstaden")
    apply_plan(database, propose_year(database, [chosen], 2026))
    before = list_meetings(database, body_id=chosen, year=2026)
    copied = propose_as_last_year(database, [chosen], 2027)
    assert [one.held_on.isocalendar()[1:] for one in copied] == [
        row.held_on.isocalendar()[1:] for row in before
    ]
    assert copied[0].reason.startswith("Samme uge og ugedag som i 2026")
    apply_plan(database, copied)
    assert propose_as_last_year(database, [chosen], 2027) == ()


def test_forums_are_planned_before_the_meetings_they_prepare(database: Database) -> None:
    chosen = ids(database, "KKR Hovedstaden", "K29", "Formandskab Hovedstaden")
    proposals = propose_year(database, chosen, 2027)
    assert len(proposals) == 15
    for number in range(1, 6):
        council, chiefs, chairs = (
            next(one for one in proposals if one.body_id == body and one.round.number == number)
            for body in chosen
        )
        assert 14 <= (council.held_on - chiefs.held_on).days <= 34
        assert 8 <= (council.held_on - chairs.held_on).days <= 24
        assert council.body_name in chiefs.reason
        assert not any(warning.is_grave for one in (chiefs, chairs) for warning in one.warnings)
    alone = propose_year(database, chosen[1:2], 2027)
    assert [one.held_on for one in alone] == [
        one.held_on for one in proposals if one.body_id == chosen[1]
    ]


def test_the_reason_tells_why_a_round_lies_in_another_week(database: Database) -> None:
    (chosen,) = ids(database, "KKR Hovedstaden")
    second = propose_year(database, [chosen], 2025)[1]
    assert second.held_on.isocalendar().week == 15
    assert "plejer at ligge i uge 16" in second.reason
    assert "påske" in second.reason


def test_every_council_has_its_forums(database: Database) -> None:
    rows = bodies(database)
    councils = [row for row in rows if row.kind is BodyKind.KKR]
    assert [row.name for row in councils] == list(COUNCILS)
    prepared = {BodyKind.CHAIRMANSHIP, BodyKind.CHIEF_EXECUTIVE_FORUM}
    with_directors = {row.parent_id for row in rows if row.kind is BodyKind.DIRECTORS_FORUM}
    assert with_directors == {
        row.id for row in councils if row.short_name in {"Hovedstaden", "Syddanmark"}
    }
    for council in councils:
        assert prepared <= {row.kind for row in rows if row.parent_id == council.id}
    kinds = {row.kind for row in rows if row.parent_id is None}
    assert kinds == {BodyKind.KKR, BodyKind.KL_CHAIRMANSHIP}


def test_the_meetings_with_kls_chairmanship_come_before_the_first_of_each_round(
    database: Database,
) -> None:
    rows = bodies(database)
    councils = [row.id for row in rows if row.kind is BodyKind.KKR]
    together = next(row for row in rows if row.kind is BodyKind.KL_CHAIRMANSHIP)
    proposals = propose_year(database, [*councils, together.id], 2027)
    ours = [one for one in proposals if one.body_id == together.id]
    assert [one.round.number for one in ours] == [1, 2, 3, 4, 5]
    for one in ours:
        first = min(
            other.held_on
            for other in proposals
            if other.round == one.round and other.body_id != one.body_id
        )
        assert 14 < (first - one.held_on).days <= 35
        assert one.reason.startswith(f"{(first - one.held_on).days} dage før KKR")


def test_directors_meet_before_the_summer_and_never_around_new_year(database: Database) -> None:
    chosen = ids(database, "KKR Syddanmark", "Socialdirektørforum", "K22")
    for year in range(2026, 2036):
        proposals = propose_year(database, chosen, year)
        for number in range(1, 6):
            council, directors, chiefs = (
                next(one for one in proposals if one.body_id == body and one.round.number == number)
                for body in chosen
            )
            assert directors.held_on < chiefs.held_on < council.held_on
            assert not any(warning.is_grave for warning in directors.against)
            assert not (directors.held_on.month, directors.held_on.day) >= (12, 21)
            assert (directors.held_on.month, directors.held_on.day) >= (1, 4)


def test_who_comes_by_ferry_is_waited_for_and_the_meeting_keeps_its_length(
    database: Database,
) -> None:
    chosen = ids(database, "Formandskab Hovedstaden", "Formandskab Nordjylland")
    hours = {(one.starts_at, one.ends_at) for one in propose_year(database, chosen, 2027)}
    assert hours == {(time(9, 30), time(10, 30)), (time(10), time(11))}


def test_the_year_to_plan_is_the_first_that_still_lacks_meetings(database: Database) -> None:
    (chosen,) = ids(database, "KKR Sjælland")
    assert year_to_plan(database, chosen, 2027) == 2027
    added = apply_plan(database, propose_year(database, [chosen], 2027)).value
    assert year_to_plan(database, chosen, 2027) == 2028
    withdraw_meetings(database, added[:1])
    assert year_to_plan(database, chosen, 2027) == 2027
