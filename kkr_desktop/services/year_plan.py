"""Plans a whole year: five rounds for each council, and the forums that prepare them.

All KKRs meet in the same weeks: 6, 16, 25, 36 and 47, and in week 43 instead of
47 when councils are elected in November. The best day of the weeks around each
is proposed; a proposal says why, and what speaks against it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from kkr_desktop.model.bodies import BodyKind
from kkr_desktop.model.dates import WEEKDAYS, iso_week, long_date
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.model.meetings import Severity
from kkr_desktop.model.milestones import NOTICE
from kkr_desktop.model.rounds import WEEKS, RoundKey, nearest_round, target_weeks
from kkr_desktop.model.usual_days import is_election_year
from kkr_desktop.services.conflicts import PlanningCalendar, planning_calendar
from kkr_desktop.services.planning import (
    BodyRow,
    MeetingRow,
    bodies,
    list_meetings,
)
from kkr_desktop.services.proposals import Proposal, with_collisions
from kkr_desktop.storage.database import Database

_WHY = (
    "før vinterferien",
    "omkring påske",
    "ugen efter Folkemødet",
    "før fristen for flygtningekvoter den 10. september",
    "sidst i november",
)
_WHY_BEFORE_ELECTION = "tidligt, fordi der er kommunalvalg i november"
_DAYS_AHEAD = {
    BodyKind.DIRECTORS_FORUM: 38,
    BodyKind.CHIEF_EXECUTIVE_FORUM: 24,
    BodyKind.CHAIRMANSHIP: 14,
    BodyKind.KL_CHAIRMANSHIP: 21,
}
"""How long before the council's meeting each forum meets to prepare it."""

_HOURS = {
    BodyKind.CHAIRMANSHIP: (time(9), time(10)),
    BodyKind.KL_CHAIRMANSHIP: (time(10), time(12)),
}
_USUAL_HOURS = (time(9, 30), time(12, 30))
_USUAL_WEEKDAYS = (2, 1, 4, 3, 0)
_COST = {Severity.BLOCK: 1000, Severity.WARN: 100, Severity.DEADLINE: 500, Severity.INFO: 0}
_COST_OF_A_WEEK = 40
_DAYS_AROUND = range(-45, 11)
"""How far from its usual distance a forum's meeting may lie: before the summer, not in it."""

_SATURDAY = 5
_YEARS_AHEAD = 4


def propose_year(database: Database, body_ids: Sequence[int], year: int) -> tuple[Proposal, ...]:
    """Propose the meetings that the chosen bodies still lack in a year, in order of time."""
    return _Year(database, year).propose(body_ids)


def year_to_plan(database: Database, body_id: int, first: int) -> int:
    """Return the first year, from `first` on, in which a body still lacks meetings."""
    years = range(first, first + _YEARS_AHEAD)
    return next((year for year in years if propose_year(database, [body_id], year)), first)


def propose_as_last_year(
    database: Database, body_ids: Sequence[int], year: int
) -> tuple[Proposal, ...]:
    """Propose the ordinary meetings of the year before again, in the same weeks and weekdays."""
    calendar = _calendar(database, year)
    chosen = {body.id: body for body in bodies(database) if body.id in body_ids}
    there = {(row.body_id, row.held_on) for row in list_meetings(database, year=year)}
    found: list[Proposal] = []
    for row in list_meetings(database, year=year - 1):
        week, weekday = row.held_on.isocalendar()[1:]
        if row.body_id not in chosen or row.state is MeetingState.CANCELLED:
            continue
        if row.kind is not MeetingKind.ORDINARY:
            continue
        day = date.fromisocalendar(year, min(week, _weeks_in(year)), weekday)
        if (row.body_id, day) in there:
            continue
        held = WEEKDAYS[row.held_on.weekday()]
        found.append(
            Proposal(
                row.body_id,
                row.body_name,
                RoundKey(year, row.round.number) if row.round else nearest_round(day),
                day,
                row.starts_at,
                row.ends_at,
                f"Samme uge og ugedag som i {year - 1}: {held} i uge {week}.",
                row.place,
                calendar.warnings(row.body_id, day, row.starts_at, ends_at=row.ends_at),
            )
        )
    return with_collisions(found, calendar)


def _weeks_in(year: int) -> int:
    return date(year, 12, 28).isocalendar().week


def _is_around_new_year(day: date) -> bool:
    """Tell whether most people are off, although the days are working days."""
    return (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 3)


def _calendar(database: Database, year: int) -> PlanningCalendar:
    return planning_calendar(database, date(year - 1, 11, 1), date(year, 12, 31))


class _Year:
    """Works out the proposals of a year, the councils before the forums that prepare for them."""

    def __init__(self, database: Database, year: int) -> None:
        self._year = year
        self._calendar = _calendar(database, year)
        self._bodies = {body.id: body for body in bodies(database)}
        self._ordinary: defaultdict[int, list[MeetingRow]] = defaultdict(list)
        self._held_on: defaultdict[date, list[int]] = defaultdict(list)
        for row in list_meetings(database):
            self._know(row)
        self._found: list[Proposal] = []

    def _know(self, row: MeetingRow) -> None:
        if row.state is MeetingState.CANCELLED:
            return
        self._held_on[row.held_on].append(row.body_id)
        if row.kind is MeetingKind.ORDINARY:
            self._ordinary[row.body_id].append(row)

    def propose(self, body_ids: Sequence[int]) -> tuple[Proposal, ...]:
        chosen = [body for body in self._bodies.values() if body.id in body_ids]
        for body in chosen:
            if body.kind not in _DAYS_AHEAD:
                self._found.extend(self._rounds(body))
        for body in chosen:
            if body.kind in _DAYS_AHEAD:
                self._found.extend(self._preparing(body))
        return with_collisions(self._found, self._calendar)

    def _rounds(self, body: BodyRow) -> Iterator[Proposal]:
        for number, week in enumerate(target_weeks(self._year), start=1):
            if not self._has(body, RoundKey(self._year, number)):
                yield self._best_day(body, number, week)

    def _has(self, body: BodyRow, key: RoundKey) -> bool:
        return any(self._round_of(row) == key for row in self._ordinary[body.id])

    def _round_of(self, row: MeetingRow) -> RoundKey:
        return row.round or nearest_round(row.held_on)

    def _best_day(self, body: BodyRow, number: int, week: int) -> Proposal:
        hours = self._hours(body)
        monday = date.fromisocalendar(self._year, week, 1)
        days = [
            monday + timedelta(days=offset) for offset in range(-7, 14) if offset % 7 < _SATURDAY
        ]
        preferred = self._weekdays(body)

        def cost(day: date) -> int:
            warnings = self._calendar.warnings(body.id, day, hours[0], ends_at=hours[1])
            return (
                sum(_COST[warning.severity] for warning in warnings)
                + _COST_OF_A_WEEK * abs((day - monday).days // 7)
                + _COST[Severity.WARN] * self._held_elsewhere(body, day)
                + preferred.index(day.weekday())
            )

        day = min(days, key=cost)
        usual = monday + timedelta(days=preferred[0])
        return self._proposal(
            body, RoundKey(self._year, number), day, self._why(body, number, week, day, usual)
        )

    def _held_elsewhere(self, body: BodyRow, day: date) -> int:
        """Return how many unrelated bodies meet on a day, or would: each has its own if it can."""
        planned = sum(
            self._calendar.of_the_same_day(body.id, other) is Severity.INFO
            for other in self._held_on[day]
        )
        return planned + sum(one.held_on == day for one in self._found)

    def _why(self, body: BodyRow, number: int, week: int, day: date, usual: date) -> str:
        last = number == len(WEEKS) and is_election_year(self._year)
        why = _WHY_BEFORE_ELECTION if last else _WHY[number - 1]
        reason = f"Runde {number}: uge {week}, {why}."
        if iso_week(day) != week:
            against = self._calendar.warnings(body.id, usual)
            cause = against[0].text.rstrip(".") if against else "ugen er optaget"
            reason = (
                f"Runde {number} plejer at ligge i uge {week}, {why}; "
                f"her uge {iso_week(day)}, fordi: {cause}."
            )
        return reason

    def _weekdays(self, body: BodyRow) -> list[int]:
        """Return the weekdays, those that the body has met on most often first."""
        habit = Counter(row.held_on.weekday() for row in self._ordinary[body.id])
        return sorted(range(5), key=lambda day: (-habit[day], _USUAL_WEEKDAYS.index(day)))

    def _hours(self, body: BodyRow) -> tuple[time, time]:
        earlier = self._ordinary[body.id]
        if earlier:
            return earlier[-1].starts_at, earlier[-1].ends_at
        starts_at, ends_at = _HOURS.get(body.kind, _USUAL_HOURS)
        earliest = self._calendar.earliest_start(body.id)
        if starts_at >= earliest:
            return starts_at, ends_at
        day = date(self._year, 1, 1)
        length = datetime.combine(day, ends_at) - datetime.combine(day, starts_at)
        return earliest, (datetime.combine(day, earliest) + length).time()

    def _preparing(self, body: BodyRow) -> Iterator[Proposal]:
        """Propose a forum's meetings: so many days before those that it prepares."""
        prepared: dict[RoundKey, tuple[date, BodyRow]] = {}
        for council in self._councils(body):
            for key, held_on in self._held(council):
                if key not in prepared or held_on < prepared[key][0]:
                    prepared[key] = held_on, council
        for key, (held_on, council) in sorted(prepared.items()):
            if self._has(body, key):
                continue
            day = self._best_day_before(body, held_on)
            days = (held_on - day).days
            yield self._proposal(
                body, key, day, f"{days} dage før {council.name} den {long_date(held_on)}."
            )

    def _councils(self, body: BodyRow) -> list[BodyRow]:
        """Return the councils whose meetings a forum prepares: the one above it, or all."""
        if body.kind is BodyKind.KL_CHAIRMANSHIP:
            return [one for one in self._bodies.values() if one.kind is BodyKind.KKR]
        council = self._bodies.get(body.parent_id or 0)
        return [] if council is None else [council]

    def _held(self, council: BodyRow) -> list[tuple[RoundKey, date]]:
        """Return when a council meets in the year, or would when nothing is planned yet."""
        planned = [
            (self._round_of(row), row.held_on)
            for row in self._ordinary[council.id]
            if self._round_of(row).year == self._year
        ]
        proposed = [(p.round, p.held_on) for p in self._found if p.body_id == council.id]
        return planned + proposed or [(p.round, p.held_on) for p in self._rounds(council)]

    def _best_day_before(self, body: BodyRow, held_on: date) -> date:
        """Return the good day nearest to the usual distance before the council's meeting."""
        wanted = held_on - timedelta(days=_DAYS_AHEAD[body.kind])
        around = (wanted + timedelta(days=offset) for offset in sorted(_DAYS_AROUND, key=abs))
        in_time = [day for day in around if day < held_on - NOTICE]
        hours = self._hours(body)

        def drawbacks(day: date) -> int:
            warnings = self._calendar.warnings(body.id, day, hours[0], ends_at=hours[1])
            collisions = (
                self._calendar.of_the_same_day(body.id, one.body_id)
                for one in self._found
                if one.held_on == day
            )
            return (
                sum(_COST[warning.severity] for warning in warnings)
                + sum(_COST[severity] for severity in collisions)
                + _COST[Severity.WARN] * _is_around_new_year(day)
            )

        best, least = in_time[0], math.inf
        for day in in_time:
            distance = abs((day - wanted).days)
            if distance >= least:
                break
            cost = drawbacks(day) + distance
            if cost < least:
                best, least = day, cost
        return best

    def _proposal(self, body: BodyRow, key: RoundKey, day: date, reason: str) -> Proposal:
        starts_at, ends_at = self._hours(body)
        earlier = self._ordinary[body.id]
        return Proposal(
            body.id,
            body.name,
            key,
            day,
            starts_at,
            ends_at,
            reason,
            earlier[-1].place if earlier else "",
            self._calendar.warnings(body.id, day, starts_at, ends_at=ends_at),
        )
