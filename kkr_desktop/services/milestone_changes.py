"""Changes the milestones of a meeting: moves, assigns, settles, adds and removes them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.milestones import (
    NOTICE,
    Milestone,
    MilestoneStep,
    due_date,
)
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.back_planning import closed_days, fall_due, heard_elsewhere
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class MilestoneDraft:
    """What a person writes of a milestone. `rev` is the one it was read with, 0 for a new."""

    label: str
    due_on: date
    responsible: str = ""
    owner: str = ""
    waits_for_id: int | None = None
    rev: int = 0


def mark_done(database: Database, milestone_id: int, rev: int, *, done: bool) -> Written[int]:
    """Mark a milestone as done, or as not done after all."""

    def mark(session: Session, milestone: Milestone, _meeting: Meeting) -> None:
        milestone.done_at = now() if done else None
        record(session, milestone, "done" if done else "not done", after=milestone.label)

    return _changed(database, milestone_id, rev, mark)


def change_milestone(database: Database, milestone_id: int, draft: MilestoneDraft) -> Written[int]:
    """Write a milestone anew; on another day it keeps its new distance from the meeting."""
    _check(draft)

    def change(session: Session, milestone: Milestone, meeting: Meeting) -> None:
        milestone.label = one_line(draft.label)
        milestone.responsible = one_line(draft.responsible)
        milestone.owner = one_line(draft.owner)
        milestone.waits_for_id = draft.waits_for_id
        if draft.due_on == milestone.due_on:
            return
        _check_notice(milestone.step, draft.due_on, meeting.held_on)
        before = milestone.due_on
        milestone.offset_days = (draft.due_on - meeting.held_on).days
        milestone.moved_by_hand = True
        fall_due(milestone, meeting.held_on, closed_days(session))
        record(session, milestone, "move", before=str(before), after=str(milestone.due_on))

    return _changed(database, milestone_id, draft.rev, change)


def add_milestone(database: Database, meeting_id: int, draft: MilestoneDraft) -> Written[int]:
    """Add a milestone of the secretariat's own to a meeting; return its id."""
    _check(draft)
    with database.write() as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None or meeting.deleted_at is not None:
            raise NotFound(f"Mødet med nummer {meeting_id}")
        offset = (draft.due_on - meeting.held_on).days
        due = due_date(meeting.held_on, offset, MilestoneStep.OTHER, closed_days(session))
        milestone = Milestone(
            meeting_id=meeting_id,
            label=one_line(draft.label),
            responsible=one_line(draft.responsible),
            owner=one_line(draft.owner),
            waits_for_id=draft.waits_for_id,
            offset_days=offset,
            due_on=due.due_on,
            moved_by_hand=True,
        )
        session.add(milestone)
        session.flush()
        record(session, milestone, "add", after=milestone.label)
        return Written(milestone.id, _changes(meeting))


def remove_milestone(database: Database, milestone_id: int, rev: int) -> Written[int]:
    """Take a milestone out of its meeting's chain."""

    def remove(session: Session, milestone: Milestone, _meeting: Meeting) -> None:
        milestone.deleted_at = now()
        waiting = select(Milestone).where(Milestone.waits_for_id == milestone.id)
        for other in session.scalars(waiting):
            other.waits_for_id = None
        record(session, milestone, "remove", before=milestone.label)

    return _changed(database, milestone_id, rev, remove)


def _check(draft: MilestoneDraft) -> None:
    if not one_line(draft.label):
        raise InvalidValue("Milepæl", "Skriv, hvad der skal være gjort.")


def _check_notice(step: MilestoneStep, due_on: date, held_on: date) -> None:
    latest = held_on - NOTICE
    if step is MilestoneStep.DISPATCH and due_on > latest:
        raise InvalidValue(
            "Dato", f"Dagsordenen skal udsendes senest en uge før mødet: den {long_date(latest)}."
        )


def _changed(
    database: Database,
    milestone_id: int,
    rev: int,
    change: Callable[[Session, Milestone, Meeting], None],
) -> Written[int]:
    with database.write() as session:
        milestone = session.get(Milestone, milestone_id)
        if milestone is None:
            raise NotFound("Milepælen")
        if milestone.rev != rev:
            raise ChangedElsewhere("Milepælen")
        meeting = session.get_one(Meeting, milestone.meeting_id)
        with heard_elsewhere(milestone):
            change(session, milestone, meeting)
        session.flush()
        return Written(milestone.rev, _changes(meeting))


def _changes(meeting: Meeting) -> tuple[Change, ...]:
    return (Change(Area.CALENDAR, body_id=meeting.body_id, meeting_id=meeting.id),)
