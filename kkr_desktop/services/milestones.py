"""The milestones of meetings, as lists and calendars show them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, select

from kkr_desktop.model.bodies import Body
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.milestones import (
    Milestone,
    MilestoneStep,
    Standing,
    standing,
)
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone as lists and calendars show it; `due_on` is the working day it is due on."""

    id: int
    uid: str
    rev: int
    meeting_id: int
    body_id: int
    body_name: str
    held_on: date
    meeting_state: MeetingState
    label: str
    responsible: str
    owner: str
    step: MilestoneStep
    offset_days: int
    due_on: date
    moved_by_hand: bool
    is_own: bool
    done_at: datetime | None
    waits_for_id: int | None
    ics_sequence: int
    known_since: date

    @property
    def nominal_on(self) -> date:
        """The day that the distance from the meeting points at."""
        return self.held_on + timedelta(days=self.offset_days)

    def standing(self, today: date) -> Standing:
        """Tell how it stands with the milestone on `today`."""
        return standing(
            held_on=self.held_on,
            due_on=self.due_on,
            offset_days=self.offset_days,
            step=self.step,
            is_done=self.done_at is not None,
            known_since=self.known_since,
            state=self.meeting_state,
            today=today,
        )


def milestones_between(
    database: Database, first: date, last: date, body_id: int | None = None
) -> tuple[MilestoneRow, ...]:
    """Return the milestones due from `first` to `last`, both inside, in order of time.

    Those of cancelled meetings are left out.
    """
    query = _due(first, last)
    if body_id is not None:
        query = query.where(Meeting.body_id == body_id)
    return _read(database, query)


def dispatches_between(database: Database, first: date, last: date) -> tuple[MilestoneRow, ...]:
    """Return those of them by which an agenda goes out."""
    query = _due(first, last).where(Milestone.step == MilestoneStep.DISPATCH)
    return _read(database, query)


def milestones_of(database: Database, meeting_id: int) -> tuple[MilestoneRow, ...]:
    """Return the whole chain of a meeting, in order of time."""
    return _read(database, _milestones().where(Milestone.meeting_id == meeting_id))


def _milestones() -> Select[Milestone, Meeting, str]:
    return (
        select(Milestone, Meeting, Body.name)
        .join(Meeting, Meeting.id == Milestone.meeting_id)
        .join(Body, Body.id == Meeting.body_id)
        .where(Milestone.deleted_at.is_(None), Meeting.deleted_at.is_(None))
        .order_by(Milestone.due_on, Milestone.offset_days, Body.sort_key, Milestone.id)
    )


def _due(first: date, last: date) -> Select[Milestone, Meeting, str]:
    return _milestones().where(
        Milestone.due_on.between(first, last), Meeting.state != MeetingState.CANCELLED
    )


def _read(database: Database, query: Select[Milestone, Meeting, str]) -> tuple[MilestoneRow, ...]:
    with database.read() as session:
        return tuple(_row(*found) for found in session.execute(query))


def _row(milestone: Milestone, meeting: Meeting, body_name: str) -> MilestoneRow:
    return MilestoneRow(
        id=milestone.id,
        uid=milestone.uid,
        rev=milestone.rev,
        meeting_id=meeting.id,
        body_id=meeting.body_id,
        body_name=body_name,
        held_on=meeting.held_on,
        meeting_state=meeting.state,
        label=milestone.label,
        responsible=milestone.responsible,
        owner=milestone.owner,
        step=milestone.step,
        offset_days=milestone.offset_days,
        due_on=milestone.due_on,
        moved_by_hand=milestone.moved_by_hand,
        is_own=milestone.template_id is None,
        done_at=milestone.done_at,
        waits_for_id=milestone.waits_for_id,
        ics_sequence=milestone.ics_sequence,
        known_since=milestone.created_at.date(),
    )
