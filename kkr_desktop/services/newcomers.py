"""Takes back, and does again, that someone came into the register with a seat at a meeting."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import Edited, now
from kkr_desktop.model.follow_ups import FollowUp
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Attendance
from kkr_desktop.model.people import ContactPoint, Membership, Office, PartyTie, Person
from kkr_desktop.services.attendance_changes import Rows, change_in, open_for_minutes
from kkr_desktop.services.audit import record
from kkr_desktop.services.membership_changes import members_changed
from kkr_desktop.services.register import live
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database


def swap_newcomers(
    database: Database, meeting_id: int, rows: Rows, instead_of: Rows
) -> Written[Rows]:
    """Write seats as in `rows`, and return how they are now.

    Substitutes who sit in `instead_of` alone leave the register too, unless something else
    is known of them by now; those of `rows` are in it again.
    """
    wanted = {row.membership_id: row for row in rows}
    with database.write() as session:
        meeting = open_for_minutes(session, meeting_id)
        written = change_in(session, meeting, tuple(wanted), lambda row: wanted[row.membership_id])
        session.flush()
        coming, leaving = _substitutes(rows), _substitutes(instead_of)
        for person_id in coming - leaving:
            _bring_again(session, person_id)
        for person_id in leaving - coming:
            if not _is_known_otherwise(session, person_id, meeting):
                _take_out(session, person_id)
    return Written(written.value, (*written.changes, *members_changed(meeting.body_id)))


def _substitutes(rows: Rows) -> set[int]:
    return {row.substitute.person.id for row in rows if row.substitute is not None}


def _is_known_otherwise(session: Session, person_id: int, meeting: Meeting) -> bool:
    """Tell whether a person has become more than whoever came to the meeting."""
    stands_in_since_then = Membership.substitute_for_id.is_not(None) & (
        Membership.valid_from == meeting.held_on
    )
    reasons = (
        select(Attendance.id).where(Attendance.person_id == person_id),
        select(FollowUp.id).where(FollowUp.owner_person_id == person_id, live(FollowUp)),
        select(ContactPoint.id).where(ContactPoint.person_id == person_id, live(ContactPoint)),
        select(Membership.id).where(
            Membership.person_id == person_id, live(Membership), ~stands_in_since_then
        ),
    )
    return any(session.scalars(reason).first() is not None for reason in reasons)


def _take_out(session: Session, person_id: int) -> None:
    """Remove a person with all that is written of them, at one moment."""
    at = now()
    for row in _written_of(session, person_id):
        if row.deleted_at is None:
            row.deleted_at = at
            record(session, row, "undo")


def _bring_again(session: Session, person_id: int) -> None:
    """Bring back who was taken out, with what was removed at that moment."""
    gone_at = session.get_one(Person, person_id).deleted_at
    for row in _written_of(session, person_id):
        if gone_at is not None and row.deleted_at == gone_at:
            row.deleted_at = None
            record(session, row, "redo")


def _written_of(session: Session, person_id: int) -> Iterator[Edited]:
    yield session.get_one(Person, person_id)
    for kind in (Office, PartyTie, Membership):
        yield from session.scalars(select(kind).where(kind.person_id == person_id))
