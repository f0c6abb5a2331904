"""What speaks against a meeting on a day, why, and how much. Nothing is ever forbidden."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import select

from kkr_desktop.model.bodies import Body, BodyKind, Municipality
from kkr_desktop.model.dates import clock, weekday_date
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import CalendarBlockKind, Meeting, Severity
from kkr_desktop.model.milestones import NOTICE, working_day_before
from kkr_desktop.model.working_days import ClosedDays
from kkr_desktop.services.back_planning import closed_days
from kkr_desktop.services.calendar_blocks import BlockRow, blocks_between
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.public_holidays import holiday_name

_SATURDAY = 5
_GRAVEST_FIRST = (Severity.BLOCK, Severity.WARN, Severity.DEADLINE, Severity.INFO)
_EARLIEST_BY_FERRY = {"400": time(9, 30), "825": time(10), "741": time(10), "492": time(10)}
"""When a mayor from Bornholm, Læsø, Samsø or Ærø can be there in the morning at the earliest."""


@dataclass(frozen=True, slots=True)
class DayWarning:
    """Why a day may be a bad one for a meeting; it never forbids."""

    text: str
    severity: Severity

    @property
    def is_grave(self) -> bool:
        """Whether it speaks against the day, and is not only worth knowing."""
        return self.severity is not Severity.INFO


@dataclass(frozen=True, slots=True)
class OtherMeeting:
    """A meeting that another one may collide with."""

    id: int
    body_id: int
    body_name: str
    held_on: date


@dataclass(frozen=True, slots=True)
class PlanningCalendar:
    """Everything that can speak against a meeting between two days, read once."""

    blocks: tuple[BlockRow, ...]
    meetings: tuple[OtherMeeting, ...]
    is_closed: ClosedDays
    bodies: dict[int, tuple[BodyKind, int]]
    """Of each body its kind, and the KKR whose municipalities it is about."""
    islands: dict[int, tuple[tuple[str, time], ...]]
    """Of each KKR the municipalities that come by ferry, and how early they can be there."""

    def warnings(
        self,
        body_id: int,
        day: date,
        starts_at: time | None = None,
        moved_meeting: int | None = None,
        ends_at: time | None = None,
    ) -> tuple[DayWarning, ...]:
        """Tell what speaks against a meeting of a body on `day`, the gravest first."""
        found = [
            *_of_the_day(day),
            *self._of_blocks(day, starts_at, ends_at),
            *self._of_meetings(body_id, day, moved_meeting),
            *self._of_dispatch(day),
            *self._of_quotas(body_id, day),
            *self._of_ferries(body_id, starts_at),
        ]
        return tuple(sorted(found, key=lambda warning: _GRAVEST_FIRST.index(warning.severity)))

    def earliest_start(self, body_id: int) -> time:
        """Return when those who come by ferry can be there; midnight where nobody does."""
        _, council = self.bodies[body_id]
        return max((earliest for _, earliest in self.islands.get(council, ())), default=time(0))

    def of_the_same_day(self, body_id: int, other_id: int) -> Severity:
        """Tell how much it matters that two bodies meet on one day.

        Councils of different regions often do (2025: three of five rounds); a council and
        a forum of its own have the same people at the table.
        """
        if body_id == other_id:
            return Severity.BLOCK
        (kind, council), (other_kind, other_council) = self.bodies[body_id], self.bodies[other_id]
        is_shared = council == other_council or (
            BodyKind.KL_CHAIRMANSHIP in {kind, other_kind}
            and not {kind, other_kind}.isdisjoint(_WITH_CHAIRS)
        )
        return Severity.WARN if is_shared else Severity.INFO

    def _of_blocks(
        self, day: date, starts_at: time | None, ends_at: time | None
    ) -> Iterator[DayWarning]:
        for block in self.blocks:
            if block.severity is Severity.INFO or block.kind is _DEADLINE:
                continue
            if block.covers(day) and block.meets(starts_at, ends_at):
                told = block.told
                yield DayWarning(f"{told[0].upper()}{told[1:]}.", block.severity)

    def _of_meetings(
        self, body_id: int, day: date, moved_meeting: int | None
    ) -> Iterator[DayWarning]:
        for row in self.meetings:
            if row.held_on == day and row.id != moved_meeting:
                severity = self.of_the_same_day(body_id, row.body_id)
                yield DayWarning(f"{row.body_name} holder møde samme dag.", severity)

    def _of_dispatch(self, day: date) -> Iterator[DayWarning]:
        nominal = day - NOTICE
        why = self.is_closed.why(nominal)
        if why and nominal.weekday() < _SATURDAY:
            actual = weekday_date(working_day_before(nominal, self.is_closed))
            text = f"Udsendelsen en uge før falder på en lukket dag ({why}) og rykkes til {actual}."
            yield DayWarning(text, Severity.WARN)

    def _of_quotas(self, body_id: int, day: date) -> Iterator[DayWarning]:
        kind, _ = self.bodies[body_id]
        if kind is BodyKind.KKR and date(day.year, 9, 10) <= day <= date(day.year, 9, 30):
            text = "Kommunekvoterne for flygtninge skal være aftalt inden den 10. september."
            yield DayWarning(text, Severity.DEADLINE)

    def _of_ferries(self, body_id: int, starts_at: time | None) -> Iterator[DayWarning]:
        _, council = self.bodies[body_id]
        for name, earliest in self.islands.get(council, ()):
            if starts_at is not None and starts_at < earliest:
                text = f"{name} er afhængig af færge og kan være fremme kl. {clock(earliest)}."
                yield DayWarning(text, Severity.INFO)


_DEADLINE = CalendarBlockKind.DEADLINE
_WITH_CHAIRS = frozenset({BodyKind.KKR, BodyKind.CHAIRMANSHIP})
"""The bodies whose chairs KL's chairmanship meets."""


def _of_the_day(day: date) -> Iterator[DayWarning]:
    if holiday := holiday_name(day):
        yield DayWarning(f"{holiday} er en helligdag.", Severity.BLOCK)
    elif day.weekday() >= _SATURDAY:
        yield DayWarning("Dagen ligger i en weekend.", Severity.WARN)


def planning_calendar(database: Database, first: date, last: date) -> PlanningCalendar:
    """Read what can speak against meetings from `first` to `last`."""
    with database.read() as session:
        meetings = session.execute(
            select(Meeting.id, Meeting.body_id, Body.name, Meeting.held_on)
            .join(Body, Body.id == Meeting.body_id)
            .where(
                Meeting.deleted_at.is_(None),
                Meeting.state != MeetingState.CANCELLED,
                Meeting.held_on.between(first, last),
            )
            .order_by(Meeting.held_on, Body.sort_key)
        ).all()
        bodies = session.execute(select(Body.id, Body.kind, Body.parent_id)).all()
        ferries = session.execute(
            select(Municipality.body_id, Municipality.name, Municipality.code)
            .where(Municipality.code.in_(_EARLIEST_BY_FERRY))
            .order_by(Municipality.name)
        ).all()
        is_closed = closed_days(session)
    islands: dict[int, tuple[tuple[str, time], ...]] = {}
    for council, name, code in ferries:
        islands[council] = (*islands.get(council, ()), (name, _EARLIEST_BY_FERRY[code]))
    return PlanningCalendar(
        blocks=blocks_between(database, first, last),
        meetings=tuple(OtherMeeting(*row) for row in meetings),
        is_closed=is_closed,
        bodies={body_id: (kind, parent or body_id) for body_id, kind, parent in bodies},
        islands=islands,
    )


def warnings_for(
    database: Database,
    body_id: int,
    day: date,
    moved_meeting: int | None = None,
    starts_at: time | None = None,
    ends_at: time | None = None,
) -> tuple[DayWarning, ...]:
    """Tell what speaks against a meeting of a body on `day`, the gravest first."""
    around = timedelta(days=1)
    calendar = planning_calendar(database, day - around, day + around)
    return calendar.warnings(body_id, day, starts_at, moved_meeting, ends_at)
