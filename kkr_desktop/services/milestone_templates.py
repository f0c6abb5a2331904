"""The milestones that each new meeting of a body gets; coming meetings follow a change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.milestones import NOTICE, Milestone, MilestoneStep, MilestoneTemplate
from kkr_desktop.model.text import one_line
from kkr_desktop.model.working_days import ClosedDays
from kkr_desktop.services.audit import record
from kkr_desktop.services.back_planning import (
    closed_days,
    fall_due,
    heard_elsewhere,
    milestone_from,
    templates_for,
    templates_of_kind,
)
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_FURTHEST = 366
_OPEN = (MeetingState.PLANNED, MeetingState.DRAFTING)


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A milestone of every meeting; `id` is 0 for one not written yet."""

    label: str
    responsible: str
    offset_days: int
    step: MilestoneStep = MilestoneStep.OTHER
    id: int = 0


def read_templates(database: Database, body_id: int) -> tuple[TemplateRow, ...]:
    """Return the milestones of a body's meetings, in order of time."""
    with database.read() as session:
        body = session.get_one(Body, body_id)
        return tuple(
            TemplateRow(row.label, row.responsible, row.offset_days, row.step, row.id)
            for row in templates_for(session, body)
        )


def standard_templates(database: Database, body_id: int) -> tuple[TemplateRow, ...]:
    """Return the milestones of the body's kind, for a body that goes back to them.

    One that the body has too, by its step or its name, keeps its identity, so
    that what is done and who owns it in coming meetings is kept.
    """
    with database.read() as session:
        body = session.get_one(Body, body_id)
        present = {_likeness(row): row.id for row in templates_for(session, body)}
        return tuple(
            TemplateRow(
                row.label,
                row.responsible,
                row.offset_days,
                row.step,
                present.pop(_likeness(row), 0),
            )
            for row in templates_of_kind(session, body)
        )


def _likeness(row: MilestoneTemplate) -> str:
    return row.label.casefold() if row.step is MilestoneStep.OTHER else row.step.value


def save_templates(
    database: Database, body_id: int, rows: Sequence[TemplateRow], today: date
) -> Written[None]:
    """Give a body these milestones, and its coming meetings too.

    What is done or was moved by hand in a meeting stays as it is.
    """
    for row in rows:
        _check(row)
    with database.write() as session:
        body = session.get_one(Body, body_id)
        before = templates_for(session, body)
        kept = _write(session, body, rows)
        record(session, body, "milestones", after=", ".join(row.label for row in rows))
        session.flush()
        removed = {row.id for row in before} - set(kept)
        meetings = session.scalars(
            select(Meeting).where(
                Meeting.body_id == body_id,
                Meeting.deleted_at.is_(None),
                Meeting.held_on >= today,
                Meeting.state.in_(_OPEN),
            )
        ).all()
        is_closed = closed_days(session)
        for meeting in meetings:
            _follow(session, meeting, kept, removed, is_closed)
        changes = [Change(Area.CALENDAR, body_id=body_id, meeting_id=m.id) for m in meetings]
        return Written(None, (Change(Area.CALENDAR, body_id=body_id), *changes))


def _check(row: TemplateRow) -> None:
    if not one_line(row.label):
        raise InvalidValue("Milepæl", "Skriv, hvad der skal være gjort.")
    if abs(row.offset_days) > _FURTHEST:
        raise InvalidValue("Dage fra mødet", f"Vælg et tal mellem −{_FURTHEST} og {_FURTHEST}.")
    if row.step is MilestoneStep.DISPATCH and row.offset_days > -NOTICE.days:
        raise InvalidValue("Dage fra mødet", "Dagsordenen skal udsendes senest 7 dage før mødet.")


def _write(
    session: Session, body: Body, rows: Sequence[TemplateRow]
) -> dict[int, MilestoneTemplate]:
    """Write the body's own templates; return them by the id that each had before."""
    own = {
        row.id: row
        for row in session.scalars(
            select(MilestoneTemplate).where(
                MilestoneTemplate.body_id == body.id, MilestoneTemplate.deleted_at.is_(None)
            )
        )
    }
    kept: dict[int, MilestoneTemplate] = {}
    for position, row in enumerate(rows):
        template = own.pop(row.id, None) or MilestoneTemplate(body_id=body.id, step=row.step)
        template.label = one_line(row.label)
        template.responsible = one_line(row.responsible)
        template.offset_days = row.offset_days
        template.workday_before = row.step is not MilestoneStep.MEETING
        template.sort_key = position
        session.add(template)
        session.flush()
        kept[row.id or -template.id] = template
    for left in own.values():
        left.deleted_at = now()
    return kept


def _follow(
    session: Session,
    meeting: Meeting,
    kept: dict[int, MilestoneTemplate],
    removed: set[int],
    is_closed: ClosedDays,
) -> None:
    milestones = session.scalars(
        select(Milestone).where(Milestone.meeting_id == meeting.id, Milestone.deleted_at.is_(None))
    ).all()
    for milestone in milestones:
        is_settled = milestone.done_at is not None or milestone.moved_by_hand
        template = kept.get(milestone.template_id or 0)
        with heard_elsewhere(milestone):
            if template is not None:
                milestone.template_id = template.id
                if not is_settled:
                    milestone.label = template.label
                    milestone.responsible = template.responsible
                    milestone.offset_days = template.offset_days
                    fall_due(milestone, meeting.held_on, is_closed)
            elif milestone.template_id in removed and not is_settled:
                milestone.deleted_at = now()
    for before, template in kept.items():
        if before < 0:
            session.add(milestone_from(template, meeting, is_closed))
