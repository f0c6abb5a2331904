"""The meetings of a body one after another."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting


def meeting_before(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the body's last meeting before `meeting`; cancelled ones do not count."""
    return session.scalars(
        select(Meeting)
        .where(
            Meeting.body_id == meeting.body_id,
            Meeting.id != meeting.id,
            Meeting.state != MeetingState.CANCELLED,
            Meeting.deleted_at.is_(None),
            (Meeting.held_on < meeting.held_on)
            | ((Meeting.held_on == meeting.held_on) & (Meeting.starts_at < meeting.starts_at)),
        )
        .order_by(Meeting.held_on.desc(), Meeting.starts_at.desc(), Meeting.id.desc())
        .limit(1)
    ).one_or_none()


def meeting_after(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the body's first meeting after `meeting`; cancelled ones do not count."""
    return session.scalars(
        select(Meeting)
        .where(
            Meeting.body_id == meeting.body_id,
            Meeting.id != meeting.id,
            Meeting.state != MeetingState.CANCELLED,
            Meeting.deleted_at.is_(None),
            (Meeting.held_on > meeting.held_on)
            | ((Meeting.held_on == meeting.held_on) & (Meeting.starts_at > meeting.starts_at)),
        )
        .order_by(Meeting.held_on, Meeting.starts_at, Meeting.id)
        .limit(1)
    ).one_or_none()
