"""Keeps who took part in a meeting: the members as on its day, and substitutes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.meetings import Activity, Meeting
from kkr_desktop.model.minutes import Attendance, AttendanceStatus
from kkr_desktop.model.people import Membership, Person
from kkr_desktop.services.meeting_states import meeting_or_error, require
from kkr_desktop.services.register import MemberRole, MemberRow, holds, live, members_in
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """How one seat of the body was filled at a meeting; `status` is None before it is known.

    `substitute_id` is the person who came in the member's place, of those that
    may: `substitutes`.
    """

    membership_id: int
    person_id: int
    name: str
    party_letter: str
    municipality: str
    official_municipality: str
    title: str
    role: MemberRole
    status: AttendanceStatus | None
    substitute_id: int | None
    substitute_name: str
    possible_substitute: tuple[int, str] | None
    arrived_at: time | None
    left_at: time | None


@dataclass(frozen=True, slots=True)
class AttendanceTotals:
    """How many took part and how."""

    present: int
    online: int
    apologies: int
    absent: int
    unknown: int


def attendance(database: Database, meeting_id: int) -> tuple[AttendanceRow, ...]:
    """Return every seat's attendance, in Danish order of the members' names."""
    with database.read() as session:
        return attendance_in(session, meeting_or_error(session, meeting_id))


def attendance_in(session: Session, meeting: Meeting) -> tuple[AttendanceRow, ...]:
    """Return the same in a unit of work that goes on."""
    members = members_in(session, meeting.body_id, meeting.held_on)
    kept = {
        row.membership_id: row
        for row in session.scalars(
            select(Attendance).where(
                Attendance.meeting_id == meeting.id, Attendance.deleted_at.is_(None)
            )
        )
        if row.substitute_for_membership_id is None
    }
    came_for = {
        row.substitute_for_membership_id: row
        for row in session.scalars(
            select(Attendance).where(
                Attendance.meeting_id == meeting.id,
                Attendance.deleted_at.is_(None),
                Attendance.substitute_for_membership_id.is_not(None),
            )
        )
    }
    possible = _possible_substitutes(session, members, meeting)
    names = {
        person.id: person.name
        for person in session.scalars(
            select(Person).where(Person.id.in_([row.person_id for row in came_for.values()]))
        )
    }
    return tuple(
        _row(
            member,
            kept.get(member.membership_id),
            came_for.get(member.membership_id),
            names,
            possible.get(member.membership_id),
        )
        for member in members
    )


def _possible_substitutes(
    session: Session, members: Sequence[MemberRow], meeting: Meeting
) -> dict[int, tuple[int, str]]:
    rows = session.execute(
        select(Membership.substitute_for_id, Person)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.substitute_for_id.in_([member.membership_id for member in members]),
            live(Membership),
            holds(Membership, meeting.held_on),
        )
    )
    return {for_id: (person.id, person.name) for for_id, person in rows if for_id is not None}


def _row(
    member: MemberRow,
    kept: Attendance | None,
    substitute: Attendance | None,
    names: dict[int, str],
    possible: tuple[int, str] | None,
) -> AttendanceRow:
    substitute_id = substitute.person_id if substitute else None
    return AttendanceRow(
        membership_id=member.membership_id,
        person_id=member.person_id,
        name=member.name,
        party_letter=member.party_letter,
        municipality=member.municipality,
        official_municipality=member.official_municipality,
        title=member.title,
        role=member.role,
        status=kept.status if kept else None,
        substitute_id=substitute_id,
        substitute_name=names.get(substitute_id, "") if substitute_id else "",
        possible_substitute=possible,
        arrived_at=kept.arrived_at if kept else None,
        left_at=kept.left_at if kept else None,
    )


def totals(rows: Sequence[AttendanceRow]) -> AttendanceTotals:
    """Count who took part; a member whose substitute came counts as an apology."""

    def count(status: AttendanceStatus | None) -> int:
        return sum(row.status is status for row in rows)

    substitutes = sum(row.substitute_id is not None for row in rows)
    return AttendanceTotals(
        present=count(AttendanceStatus.PRESENT) + substitutes,
        online=count(AttendanceStatus.ONLINE),
        apologies=count(AttendanceStatus.APOLOGY),
        absent=count(AttendanceStatus.ABSENT),
        unknown=count(None),
    )


def set_status(
    database: Database,
    meeting_id: int,
    memberships: Sequence[int],
    status: AttendanceStatus | None,
) -> Written[None]:
    """Note how members took part; None forgets it. No reason for absence is kept.

    A member who came needs no substitute, so the substitute's row goes.
    """
    with database.write() as session:
        meeting = _open_for_minutes(session, meeting_id)
        people = {row.membership_id: row for row in attendance_in(session, meeting)}
        for membership_id in memberships:
            row = people[membership_id]
            write_attendance(session, meeting, replace(row, status=status))
        return Written(None, _changed(meeting))


def set_row(database: Database, meeting_id: int, row: AttendanceRow) -> Written[None]:
    """Write one member's status, times and substitute."""
    if row.arrived_at and row.left_at and row.left_at <= row.arrived_at:
        raise InvalidValue("Gik kl.", "Skriv et tidspunkt efter det, hvor medlemmet kom.")
    with database.write() as session:
        meeting = _open_for_minutes(session, meeting_id)
        write_attendance(session, meeting, row)
        return Written(None, _changed(meeting))


def everybody_present(database: Database, meeting_id: int) -> Written[int]:
    """Note as present everybody of whom nothing is known yet; return how many."""
    unknown = [row for row in attendance(database, meeting_id) if row.status is None]
    written = set_status(
        database, meeting_id, [row.membership_id for row in unknown], AttendanceStatus.PRESENT
    )
    return Written(len(unknown), written.changes)


def write_attendance(session: Session, meeting: Meeting, row: AttendanceRow) -> None:
    """Write one seat's attendance in a unit of work that goes on."""
    rows = session.scalars(
        select(Attendance).where(
            Attendance.meeting_id == meeting.id,
            (Attendance.membership_id == row.membership_id)
            | (Attendance.substitute_for_membership_id == row.membership_id),
        )
    ).all()
    own = next((kept for kept in rows if kept.substitute_for_membership_id is None), None)
    other = next((kept for kept in rows if kept.substitute_for_membership_id is not None), None)
    came = row.status in {AttendanceStatus.PRESENT, AttendanceStatus.ONLINE}
    if row.status is None:
        if own is not None:
            session.delete(own)
    else:
        if own is None:
            own = Attendance(
                meeting_id=meeting.id, membership_id=row.membership_id, person_id=row.person_id
            )
            session.add(own)
        own.status = row.status
        own.arrived_at = row.arrived_at if came else None
        own.left_at = row.left_at if came else None
    substitute_id = row.substitute_id if row.status is not None and not came else None
    if substitute_id is None:
        if other is not None:
            session.delete(other)
        return
    if other is None:
        other = Attendance(meeting_id=meeting.id, substitute_for_membership_id=row.membership_id)
        session.add(other)
    other.person_id = substitute_id
    other.status = AttendanceStatus.PRESENT


def _open_for_minutes(session: Session, meeting_id: int) -> Meeting:
    meeting = meeting_or_error(session, meeting_id)
    require(
        meeting,
        Activity.EDIT_MINUTES,
        "At ændre deltagerlisten",
        "Gå først tilbage til referatet i udkast.",
    )
    return meeting


def _changed(meeting: Meeting) -> tuple[Change, ...]:
    return (Change(Area.MINUTES, body_id=meeting.body_id, meeting_id=meeting.id),)
