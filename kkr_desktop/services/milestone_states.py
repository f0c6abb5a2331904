"""Remembers how a milestone stood, so that a change of it can be undone and done again."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.errors import ChangedElsewhere, NotFound
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.milestones import Milestone
from kkr_desktop.services.audit import record
from kkr_desktop.services.back_planning import closed_days, fall_due, heard_elsewhere
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class MilestoneState:
    """What a person decides of a milestone; the day it is due follows from the meeting's day.

    `waited_by` are the milestones that wait for it, which lose their tie when it is removed.
    """

    label: str
    responsible: str
    owner: str
    waits_for_id: int | None
    offset_days: int
    moved_by_hand: bool
    done_at: datetime | None
    deleted_at: datetime | None
    waited_by: frozenset[int] = field(default=frozenset(), compare=False)


def milestone_state(database: Database, milestone_id: int) -> MilestoneState:
    """Return how a milestone stands, also one that was removed. Raises NotFound."""
    with database.read() as session:
        milestone = session.get(Milestone, milestone_id)
        if milestone is None:
            raise NotFound("Milepælen")
        return _state(session, milestone)


def put_back(
    database: Database, milestone_id: int, expected: MilestoneState, state: MilestoneState
) -> Written[int]:
    """Bring a milestone from the `expected` state to another; return its id.

    Raises ChangedElsewhere when it stands otherwise than expected: somebody has changed it since.
    """
    with database.write() as session:
        milestone = session.get(Milestone, milestone_id)
        if milestone is None:
            raise NotFound("Milepælen")
        if _state(session, milestone) != expected:
            raise ChangedElsewhere("Milepælen")
        meeting = session.get_one(Meeting, milestone.meeting_id)
        with heard_elsewhere(milestone):
            _take(milestone, state)
            fall_due(milestone, meeting.held_on, closed_days(session))
        _tie(session, milestone, state)
        record(session, milestone, "undo", before=expected.label, after=state.label)
        change = Change(Area.CALENDAR, body_id=meeting.body_id, meeting_id=meeting.id)
        return Written(milestone.id, (change,))


def _state(session: Session, milestone: Milestone) -> MilestoneState:
    waiting = select(Milestone.id).where(Milestone.waits_for_id == milestone.id)
    return MilestoneState(
        label=milestone.label,
        responsible=milestone.responsible,
        owner=milestone.owner,
        waits_for_id=milestone.waits_for_id,
        offset_days=milestone.offset_days,
        moved_by_hand=milestone.moved_by_hand,
        done_at=milestone.done_at,
        deleted_at=milestone.deleted_at,
        waited_by=frozenset(session.scalars(waiting)),
    )


def _take(milestone: Milestone, state: MilestoneState) -> None:
    milestone.label = state.label
    milestone.responsible = state.responsible
    milestone.owner = state.owner
    milestone.waits_for_id = state.waits_for_id
    milestone.offset_days = state.offset_days
    milestone.moved_by_hand = state.moved_by_hand
    milestone.done_at = state.done_at
    milestone.deleted_at = state.deleted_at


def _tie(session: Session, milestone: Milestone, state: MilestoneState) -> None:
    """Let those wait for it that did; nobody waits for what is removed."""
    if state.deleted_at is not None:
        waiting = select(Milestone).where(Milestone.waits_for_id == milestone.id)
        for other in session.scalars(waiting):
            other.waits_for_id = None
        return
    for other_id in state.waited_by:
        other = session.get_one(Milestone, other_id)
        if other.waits_for_id is None:
            other.waits_for_id = milestone.id
