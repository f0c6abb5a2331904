"""Plans back from a meeting: gives it its milestones, and lets them follow when it moves."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Body
from kkr_desktop.model.meetings import CalendarBlock, CalendarBlockKind, Meeting
from kkr_desktop.model.milestones import (
    Milestone,
    MilestoneTemplate,
    due_date,
    working_day_before,
)
from kkr_desktop.model.working_days import ClosedDays
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.public_holidays import holiday_name


def closed_days(session: Session) -> ClosedDays:
    """Return the days on which the secretariat does not work."""
    periods = session.execute(
        select(CalendarBlock.starts_on, CalendarBlock.ends_on).where(
            CalendarBlock.deleted_at.is_(None),
            CalendarBlock.kind == CalendarBlockKind.CLOSED_DAY,
        )
    )
    return ClosedDays(holiday_name, [(first, last) for first, last in periods])


def templates_for(session: Session, body: Body) -> Sequence[MilestoneTemplate]:
    """Return the templates of a body: its own where it has any, else those of its kind."""
    own = session.scalars(_templates().where(MilestoneTemplate.body_id == body.id)).all()
    return own or templates_of_kind(session, body)


def templates_of_kind(session: Session, body: Body) -> Sequence[MilestoneTemplate]:
    """Return the templates that the program brings for a kind of body."""
    return session.scalars(_templates().where(MilestoneTemplate.body_kind == body.kind)).all()


def _templates() -> Select[MilestoneTemplate]:
    return (
        select(MilestoneTemplate)
        .where(MilestoneTemplate.deleted_at.is_(None))
        .order_by(MilestoneTemplate.offset_days, MilestoneTemplate.sort_key)
    )


def give_milestones(session: Session, meeting: Meeting) -> None:
    """Give a new meeting the milestones of its body, in a unit of work that goes on."""
    is_closed = closed_days(session)
    for template in templates_for(session, session.get_one(Body, meeting.body_id)):
        session.add(milestone_from(template, meeting, is_closed))
    session.flush()


def milestone_from(
    template: MilestoneTemplate, meeting: Meeting, is_closed: ClosedDays
) -> Milestone:
    """Return a new milestone of a meeting as the template has it."""
    due = due_date(
        meeting.held_on,
        template.offset_days,
        template.step,
        is_closed,
        workday_before=template.workday_before,
    )
    return Milestone(
        meeting_id=meeting.id,
        template_id=template.id,
        label=template.label,
        responsible=template.responsible,
        offset_days=template.offset_days,
        workday_before=template.workday_before,
        step=template.step,
        due_on=due.due_on,
    )


def follow_meeting(session: Session, meeting: Meeting) -> None:
    """Move the milestones of a meeting that was moved, in a unit of work that goes on."""
    is_closed = closed_days(session)
    for milestone in _chain(session, meeting):
        fall_due(milestone, meeting.held_on, is_closed)
        milestone.ics_sequence += 1


def tell_anew(session: Session, meeting: Meeting) -> None:
    """Raise the sequences of a meeting and its milestones: other calendars must hear of it."""
    meeting.ics_sequence += 1
    for milestone in _chain(session, meeting):
        milestone.ics_sequence += 1


def _chain(session: Session, meeting: Meeting) -> Sequence[Milestone]:
    query = select(Milestone).where(
        Milestone.meeting_id == meeting.id, Milestone.deleted_at.is_(None)
    )
    return session.scalars(query).all()


@contextmanager
def heard_elsewhere(milestone: Milestone) -> Generator[None]:
    """Raise the sequence of a milestone when what other calendars show of it is changed inside."""
    before = _told(milestone)
    yield
    if _told(milestone) != before:
        milestone.ics_sequence += 1


def _told(milestone: Milestone) -> tuple[object, ...]:
    return (
        milestone.label,
        milestone.responsible,
        milestone.owner,
        milestone.offset_days,
        milestone.due_on,
        milestone.deleted_at is None,
    )


def fall_due(milestone: Milestone, held_on: date, is_closed: ClosedDays) -> None:
    """Set the day that a milestone is due."""
    milestone.due_on = due_date(
        held_on,
        milestone.offset_days,
        milestone.step,
        is_closed,
        workday_before=milestone.workday_before,
    ).due_on


def fall_back(database: Database, day: date) -> tuple[date, str]:
    """Return the working day on which what falls on `day` is due, and why it is another."""
    with database.read() as session:
        is_closed = closed_days(session)
    return working_day_before(day, is_closed), is_closed.why(day)
