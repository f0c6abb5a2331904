"""The meetings whose lists of who took part name someone who was no member by then."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.dates import long_date
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Attendance
from kkr_desktop.model.people import Membership, Person
from kkr_desktop.services.register import live

_SETTLED = frozenset({MeetingState.MINUTES_APPROVED, MeetingState.PUBLISHED})


def noted_from(session: Session, membership: Membership, day: date) -> Iterator[str]:
    """Yield in Danish where a member who leaves before `day` is noted to have taken part."""
    named = (Attendance.membership_id == membership.id) | (
        Attendance.substitute_for_membership_id == membership.id
    )
    meetings = session.scalars(
        select(Meeting)
        .where(
            Meeting.held_on >= day,
            Meeting.deleted_at.is_(None),
            Meeting.id.in_(select(Attendance.meeting_id).where(named, live(Attendance))),
        )
        .order_by(Meeting.held_on)
    )
    name = session.get_one(Person, membership.person_id).name
    for meeting in meetings:
        where = f"{name} står på deltagerlisten til mødet {long_date(meeting.held_on)}"
        if meeting.state in _SETTLED:
            yield f"{where}. Referatet er godkendt og bliver, som det er."
        else:
            yield f"{where}. Det bliver stående; ret listen under Referat, hvis den er forkert."
