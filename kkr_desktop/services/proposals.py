"""Proposals of meetings: why on that day, what speaks against it, and how they are planned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from kkr_desktop.model.dates import weekday_date
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.rounds import RoundKey
from kkr_desktop.services.conflicts import DayWarning, PlanningCalendar, planning_calendar
from kkr_desktop.services.meeting_states import state_changes
from kkr_desktop.services.planning import MeetingDraft, add_meeting
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Proposal:
    """A meeting that may be planned, and why on that day.

    `warnings` is what speaks against the day, `collisions` which other proposals
    are for the same; `moved_from` is the day that was proposed when it is another.
    """

    body_id: int
    body_name: str
    round: RoundKey
    held_on: date
    starts_at: time
    ends_at: time
    reason: str
    place: str = ""
    warnings: tuple[DayWarning, ...] = ()
    collisions: tuple[DayWarning, ...] = ()
    moved_from: date | None = None

    @property
    def why(self) -> str:
        """Why it was proposed, and from which day it was moved."""
        if self.moved_from is None:
            return self.reason
        return f"Flyttet fra {weekday_date(self.moved_from)}. {self.reason}"

    @property
    def against(self) -> tuple[DayWarning, ...]:
        """All that speaks against it."""
        return (*self.warnings, *self.collisions)


def with_collisions(
    proposals: Iterable[Proposal], calendar: PlanningCalendar
) -> tuple[Proposal, ...]:
    """Return proposals in order of time, each with which others are for the same day."""
    listed = sorted(proposals, key=lambda one: (one.held_on, one.body_id, one.round))
    return tuple(
        replace(
            one,
            collisions=tuple(
                DayWarning(
                    f"{other.body_name} foreslås samme dag.",
                    calendar.of_the_same_day(one.body_id, other.body_id),
                )
                for other in listed
                if other.held_on == one.held_on and other is not one
            ),
        )
        for one in listed
    )


def moved(database: Database, proposal: Proposal, day: date) -> Proposal:
    """Return a proposal on another day, with what speaks against that."""
    return _moved(proposal, day, planning_calendar(database, day, day))


def moved_among(
    database: Database, proposals: Sequence[Proposal], place: int, day: date
) -> tuple[Proposal, ...]:
    """Return proposals, of which the one at `place` is on another day, in order of time."""
    calendar = planning_calendar(database, day, day)
    one = _moved(proposals[place], day, calendar)
    return with_collisions([*proposals[:place], one, *proposals[place + 1 :]], calendar)


def _moved(proposal: Proposal, day: date, calendar: PlanningCalendar) -> Proposal:
    warnings = calendar.warnings(
        proposal.body_id, day, proposal.starts_at, ends_at=proposal.ends_at
    )
    proposed = proposal.moved_from or proposal.held_on
    moved_from = None if proposed == day else proposed
    return replace(proposal, held_on=day, warnings=warnings, moved_from=moved_from)


def apply_plan(database: Database, proposals: Iterable[Proposal]) -> Written[tuple[int, ...]]:
    """Plan all of the proposals or none; return the ids of the meetings."""
    with database.write() as session:
        added = [
            add_meeting(
                session,
                one.body_id,
                MeetingDraft(
                    MeetingKind.ORDINARY,
                    one.held_on,
                    one.starts_at,
                    one.ends_at,
                    one.place,
                    round=one.round,
                ),
            )
            for one in proposals
        ]
        changes = tuple(change for meeting in added for change in state_changes(meeting))
        return Written(tuple(meeting.id for meeting in added), changes)
