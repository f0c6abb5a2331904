"""Notes who took part in a meeting. No reason for absence is ever kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.meeting_terms import Activity
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Attendance
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.participation import Answer, Reply
from kkr_desktop.model.presence import WHOLE, Stay, overlap
from kkr_desktop.services.attendance import CAME, AttendanceRow, attendance_in
from kkr_desktop.services.meeting_states import meeting_or_error, require
from kkr_desktop.services.treated_items import treated_items, uids
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_OF_ANSWER = {
    Answer.COMING: AttendanceStatus.PRESENT,
    Answer.ONLINE: AttendanceStatus.ONLINE,
    Answer.NOT_COMING: AttendanceStatus.APOLOGY,
}
Rows = tuple[AttendanceRow, ...]


def set_status(
    database: Database,
    meeting_id: int,
    memberships: Sequence[int],
    status: AttendanceStatus | None,
) -> Written[Rows]:
    """Note how members took part, for the whole meeting; None forgets it.

    A member who came needs no substitute. Going between present and online keeps the times.
    """

    def noted(row: AttendanceRow) -> AttendanceRow:
        if status not in CAME:
            return replace(row, status=status, stays=())
        stays = row.stays if row.came and row.status is not status else WHOLE
        return replace(row, status=status, stays=stays, substitute=None)

    return _change(database, meeting_id, memberships, noted)


def everybody_present(database: Database, meeting_id: int) -> Written[Rows]:
    """Note as present everybody of whom nothing is known yet."""

    def noted(row: AttendanceRow) -> AttendanceRow:
        if row.status is not None or not row.is_member:
            return row
        return replace(row, status=AttendanceStatus.PRESENT, stays=WHOLE)

    return _change(database, meeting_id, None, noted)


def take_replies(database: Database, meeting_id: int) -> Written[Rows]:
    """Make attendance of the replies, for everybody of whom nothing is noted yet."""

    def noted(row: AttendanceRow) -> AttendanceRow:
        if row.status is not None or row.answer is None:
            return row
        status = _OF_ANSWER[row.answer]
        return replace(row, status=status, stays=WHOLE if status in CAME else ())

    return _change(database, meeting_id, None, noted)


def set_answer(
    database: Database, meeting_id: int, memberships: Sequence[int], answer: Answer | None
) -> Written[None]:
    """Note what members answered before the meeting; None is that it is not known."""
    with database.write() as session:
        meeting = open_for_minutes(session, meeting_id)
        kept = {
            reply.membership_id: reply
            for reply in session.scalars(select(Reply).where(Reply.meeting_id == meeting_id))
        }
        for membership_id in memberships:
            reply = kept.get(membership_id)
            if answer is None:
                if reply is not None:
                    session.delete(reply)
            elif reply is None:
                session.add(
                    Reply(meeting_id=meeting_id, membership_id=membership_id, answer=answer)
                )
            else:
                reply.answer = answer
        return Written(None, attendance_changed(meeting))


def set_row(database: Database, meeting_id: int, row: AttendanceRow) -> Written[Rows]:
    """Write one seat's status, stays and substitute as edited.

    Raises ChangedElsewhere when it was written since it was read, and InvalidValue when
    someone leaves before coming, or when a seat or a person would be in two places at once.
    """
    check_times(row)
    with database.write() as session:
        meeting = open_for_minutes(session, meeting_id)
        rows = attendance_in(session, meeting)
        before = row_of(rows, row.membership_id)
        if before.revs != row.revs:
            raise ChangedElsewhere("Deltagelsen")
        if row.substitute is not None:
            refuse_seated(rows, row.membership_id, row.substitute.person.id)
            order = uids(treated_items(session, meeting))
            if row.came and overlap(row.stays, row.substitute.stays, order):
                raise InvalidValue(
                    "Stedfortræder",
                    f"{row.name} og {row.substitute.person.name} kan ikke deltage i samme punkt.",
                )
        write_attendance(session, meeting, row)
        return Written((before,), attendance_changed(meeting))


def check_times(row: AttendanceRow) -> None:
    """Raise InvalidValue when someone leaves before they came."""
    for stay in (*row.stays, *(row.substitute.stays if row.substitute else ())):
        if stay.arrived_at and stay.left_at and stay.left_at <= stay.arrived_at:
            raise InvalidValue("Gik kl.", "Skriv et tidspunkt efter det, hvor medlemmet kom.")


def put_back(database: Database, meeting_id: int, rows: Sequence[AttendanceRow]) -> Written[Rows]:
    """Write seats as they were before a change, and return how they are now."""
    wanted = {row.membership_id: row for row in rows}
    return _change(database, meeting_id, tuple(wanted), lambda now: wanted[now.membership_id])


def refuse_seated(rows: Sequence[AttendanceRow], membership_id: int, person_id: int) -> None:
    """Raise InvalidValue for someone with a seat of their own, or who came for another member."""
    for row in rows:
        if row.person_id == person_id:
            raise InvalidValue("Stedfortræder", f"{row.name} har selv en plads i rådet.")
        if row.membership_id == membership_id:
            continue
        if row.substitute is not None and row.substitute.person.id == person_id:
            raise InvalidValue(
                "Stedfortræder",
                f"{row.substitute.person.name} er allerede stedfortræder for {row.name}.",
            )


def row_of(rows: Sequence[AttendanceRow], membership_id: int) -> AttendanceRow:
    """Return the row of a seat."""
    return next(row for row in rows if row.membership_id == membership_id)


def _change(
    database: Database,
    meeting_id: int,
    memberships: Sequence[int] | None,
    change: Callable[[AttendanceRow], AttendanceRow],
) -> Written[Rows]:
    """Change seats, all of them when None are named; return those changed, as they were."""
    with database.write() as session:
        meeting = open_for_minutes(session, meeting_id)
        return change_in(session, meeting, memberships, change)


def change_in(
    session: Session,
    meeting: Meeting,
    memberships: Sequence[int] | None,
    change: Callable[[AttendanceRow], AttendanceRow],
) -> Written[Rows]:
    """Change seats in a unit of work that goes on."""
    before: list[AttendanceRow] = []
    for row in attendance_in(session, meeting):
        if memberships is not None and row.membership_id not in memberships:
            continue
        after = change(row)
        if after != row:
            write_attendance(session, meeting, after)
            before.append(row)
    return Written(tuple(before), attendance_changed(meeting))


def write_attendance(session: Session, meeting: Meeting, row: AttendanceRow) -> None:
    """Write one seat's attendance in a unit of work that goes on."""
    rows = session.scalars(
        select(Attendance)
        .where(
            Attendance.meeting_id == meeting.id,
            (Attendance.membership_id == row.membership_id)
            | (Attendance.substitute_for_membership_id == row.membership_id),
        )
        .order_by(Attendance.id)
    ).all()
    own = [kept for kept in rows if kept.substitute_for_membership_id is None]
    others = [kept for kept in rows if kept.substitute_for_membership_id is not None]
    stays: tuple[Stay, ...] = ()
    if row.status is not None:
        stays = row.stays if row.status in CAME and row.stays else WHOLE
    for kept, stay in _matched(
        session, own, stays, meeting_id=meeting.id, membership_id=row.membership_id
    ):
        kept.person_id = row.person_id
        kept.status = row.status or AttendanceStatus.PRESENT
        _write_stay(kept, stay)
    other = row.substitute if row.status is not None else None
    for kept, stay in _matched(
        session,
        others,
        other.stays if other else (),
        meeting_id=meeting.id,
        substitute_for_membership_id=row.membership_id,
    ):
        if other is not None:
            kept.person_id = other.person.id
            kept.status = AttendanceStatus.ONLINE if other.is_online else AttendanceStatus.PRESENT
            _write_stay(kept, stay)


def _matched(
    session: Session, rows: Sequence[Attendance], stays: Sequence[Stay], **seat: int
) -> list[tuple[Attendance, Stay]]:
    """Give every stay a row, and remove the rows that are left over."""
    for left_over in rows[len(stays) :]:
        session.delete(left_over)
    made = [*rows[: len(stays)]]
    while len(made) < len(stays):
        made.append(Attendance(**seat))
        session.add(made[-1])
    return list(zip(made, stays, strict=True))


def _write_stay(row: Attendance, stay: Stay) -> None:
    row.from_item_uid, row.to_item_uid = stay.first, stay.last
    row.arrived_at, row.left_at = stay.arrived_at, stay.left_at


def open_for_minutes(session: Session, meeting_id: int) -> Meeting:
    """Return a meeting whose attendance and guests may be changed. Raises NotAllowedNow."""
    meeting = meeting_or_error(session, meeting_id)
    require(
        meeting,
        Activity.EDIT_MINUTES,
        "At ændre deltagerlisten",
        "Gå først tilbage til referatet i udkast.",
    )
    return meeting


def attendance_changed(meeting: Meeting) -> tuple[Change, ...]:
    """Return what a change of attendance touches."""
    return (Change(Area.MINUTES, body_id=meeting.body_id, meeting_id=meeting.id),)
