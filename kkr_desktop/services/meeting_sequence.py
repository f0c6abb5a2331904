"""The meetings of a body one after another; cancelled ones do not count."""

from typing import Any

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.orm import Session

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting

_BEGIN = tuple_(Meeting.held_on, Meeting.starts_at)


def meeting_before(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the body's last meeting before `meeting`."""
    is_before = (meeting.held_on, meeting.starts_at) > _BEGIN
    last_first = Meeting.held_on.desc(), Meeting.starts_at.desc(), Meeting.id.desc()
    return _first(session, meeting, is_before, last_first)


def meeting_after(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the body's first meeting after `meeting`."""
    is_after = (meeting.held_on, meeting.starts_at) < _BEGIN
    return _first(session, meeting, is_after, (Meeting.held_on, Meeting.starts_at, Meeting.id))


def _first(
    session: Session, meeting: Meeting, is_meant: ColumnElement[bool], order: tuple[Any, ...]
) -> Meeting | None:
    return session.scalars(
        select(Meeting)
        .where(
            Meeting.body_id == meeting.body_id,
            Meeting.id != meeting.id,
            Meeting.state != MeetingState.CANCELLED,
            Meeting.deleted_at.is_(None),
            is_meant,
        )
        .order_by(*order)
        .limit(1)
    ).one_or_none()
