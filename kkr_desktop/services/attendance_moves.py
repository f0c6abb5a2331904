"""Notes who came when, who left, and who came in whose place, with the items worked out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import time

from sqlalchemy.orm import Session

from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.presence import WHOLE, Order, Stay, arrive, is_there, leave
from kkr_desktop.services.attendance import CAME, AttendanceRow, Substitute, attendance_in
from kkr_desktop.services.attendance_changes import (
    Rows,
    attendance_changed,
    change_in,
    check_times,
    open_for_minutes,
    refuse_seated,
    row_of,
    write_attendance,
)
from kkr_desktop.services.people_on import people_on
from kkr_desktop.services.treated_items import TreatedItem, arrival_at, item_at, treated_items, uids
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the meeting: an item, and the clock where it is known; neither is open."""

    item: str | None = None
    at: time | None = None


def came_at(
    database: Database, meeting_id: int, memberships: Sequence[int], moment: time
) -> Written[Rows]:
    """Note that members came at a time of the day; the item is worked out from it.

    A substitute who sat there until then makes room. Who comes before the meeting begins
    has been there from the start.
    """
    with database.write() as session:
        meeting = open_for_minutes(session, meeting_id)
        items = treated_items(session, meeting)
        arriving, order = arrival_at(items, meeting.starts_at, moment), uids(items)
        at = None if arriving.is_at_start else moment
        return change_in(
            session,
            meeting,
            memberships,
            lambda row: seat_arrives(row, order, arriving.uid, at),
        )


def left_at(
    database: Database, meeting_id: int, memberships: Sequence[int], moment: time
) -> Written[Rows]:
    """Note that whoever sits on the members' seats left at a time of the day."""
    with database.write() as session:
        meeting = open_for_minutes(session, meeting_id)
        items = treated_items(session, meeting)
        item, order = item_at(items, meeting.starts_at, moment), uids(items)
        return change_in(
            session, meeting, memberships, lambda row: seat_leaves(row, order, item, moment)
        )


def seat_arrives(
    row: AttendanceRow, order: Order, item: str | None, at: time | None
) -> AttendanceRow:
    """Return a seat whose member comes at an item."""
    status = row.status if row.status in CAME else AttendanceStatus.PRESENT
    stays = arrive(row.stays, order, item, at)
    other = row.substitute
    if other is not None:
        kept = tuple(_before(stay, order, item) for stay in other.stays)
        shortened = tuple(stay for stay in kept if stay is not None)
        other = replace(other, stays=shortened) if shortened else None
    return replace(row, status=status, stays=stays, substitute=other)


def _before(stay: Stay, order: Order, item: str | None) -> Stay | None:
    """Return the part of a substitute's stay that lies before an item."""
    place = order.index(item) if item in order else 0
    first = order.index(stay.first) if stay.first in order else 0
    if first >= place:
        return None
    last = order.index(stay.last) if stay.last in order else len(order) - 1
    return stay if last < place else replace(stay, last=order[place - 1], left_at=None)


def seat_leaves(row: AttendanceRow, order: Order, item: str | None, at: time) -> AttendanceRow:
    """Return a seat whose sitter leaves during an item."""
    if row.came and (item is None or is_there(row.stays, item, order)):
        return replace(row, stays=leave(row.stays, order, item, at) or row.stays)
    other = row.substitute
    if other is not None:
        stays = leave(other.stays, order, item, at)
        return replace(row, substitute=replace(other, stays=stays or other.stays))
    return row


def bring_substitute(
    database: Database, meeting_id: int, membership_id: int, person_id: int | None
) -> Written[Rows]:
    """Note who came in a member's place; None for nobody.

    Beside a member who left, the substitute takes over from the item after. Raises
    InvalidValue for someone who already sits on another seat.
    """
    with database.write() as session:
        return bring_substitute_in(session, meeting_id, membership_id, person_id)


def bring_substitute_in(
    session: Session, meeting_id: int, membership_id: int, person_id: int | None
) -> Written[Rows]:
    """Do the same in a unit of work that goes on."""
    meeting = open_for_minutes(session, meeting_id)
    rows = attendance_in(session, meeting)
    row = row_of(rows, membership_id)
    if person_id is None:
        after = replace(row, substitute=None)
    else:
        refuse_seated(rows, membership_id, person_id)
        person = people_on(session, [person_id], meeting.held_on)[person_id]
        order = uids(treated_items(session, meeting))
        after = _with_substitute(row, Substitute(person, ()), order)
    write_attendance(session, meeting, after)
    return Written((row,), attendance_changed(meeting))


def _with_substitute(row: AttendanceRow, other: Substitute, order: Order) -> AttendanceRow:
    """Put a substitute on a seat, for what the member was not there for."""
    if not row.came:
        status = row.status or AttendanceStatus.APOLOGY
        return replace(row, status=status, substitute=replace(other, stays=WHOLE))
    last = row.stays[-1]
    if last.last is None or last.last not in order:
        return replace(
            row,
            status=AttendanceStatus.APOLOGY,
            stays=(),
            substitute=replace(other, stays=WHOLE),
        )
    place = order.index(last.last) + 1
    if place >= len(order):
        raise InvalidValue("Stedfortræder", f"{row.name} deltog til og med det sidste punkt.")
    return replace(row, substitute=replace(other, stays=(Stay(first=order[place]),)))


def note_arrival(
    database: Database, meeting_id: int, membership_id: int, words: str
) -> Written[Rows]:
    """Note or correct when a seat's sitter came: at a clock ("10.15"), or from an item ("3.2").

    No words is from the start. After someone left, a later moment is that they came back.
    Raises InvalidValue for what is neither, and for a time after they left.
    """

    def noted(stays: tuple[Stay, ...], moment: Moment, order: Order) -> tuple[Stay, ...]:
        last = stays[-1]
        came = Stay(moment.item, None, moment.at, None)
        if _is_after(moment, last, order):
            return (*stays, came)
        return (*stays[:-1], replace(last, first=moment.item, arrived_at=moment.at))

    return _note(database, meeting_id, membership_id, words, noted)


def note_departure(
    database: Database, meeting_id: int, membership_id: int, words: str
) -> Written[Rows]:
    """Note or correct when a seat's sitter left: at a clock, or with an item as their last.

    No words is at the end. Raises as `note_arrival` does.
    """

    def noted(stays: tuple[Stay, ...], moment: Moment, _order: Order) -> tuple[Stay, ...]:
        return (*stays[:-1], replace(stays[-1], last=moment.item, left_at=moment.at))

    return _note(database, meeting_id, membership_id, words, noted)


def _is_after(moment: Moment, stay: Stay, order: Order) -> bool:
    """Tell whether a moment lies after the end of a stay."""
    if stay.last is None and stay.left_at is None:
        return False
    if moment.at is not None and stay.left_at is not None:
        return moment.at > stay.left_at
    if moment.item in order and stay.last in order:
        return order.index(moment.item) > order.index(stay.last)
    return False


def _note(
    database: Database,
    meeting_id: int,
    membership_id: int,
    words: str,
    noted: Callable[[tuple[Stay, ...], Moment, Order], tuple[Stay, ...]],
) -> Written[Rows]:
    with database.write() as session:
        meeting = open_for_minutes(session, meeting_id)
        items = treated_items(session, meeting)
        moment = read_moment(words, items, meeting.starts_at)
        row = row_of(attendance_in(session, meeting), membership_id)
        order = uids(items)
        if not row.came and row.substitute is not None:
            other = row.substitute
            after = replace(row, substitute=replace(other, stays=noted(other.stays, moment, order)))
        else:
            status = row.status if row.status in CAME else AttendanceStatus.PRESENT
            after = replace(row, status=status, stays=noted(row.stays or WHOLE, moment, order))
        check_times(after)
        write_attendance(session, meeting, after)
        return Written((row,), attendance_changed(meeting))


def read_moment(words: str, items: Sequence[TreatedItem], begins_at: time) -> Moment:
    """Read "10.15", "10:15", "1015", "10" or an item's number. Raises InvalidValue."""
    said = words.strip().removeprefix("punkt").removeprefix("kl.").strip().rstrip(".")
    if not said:
        return Moment()
    numbered = {item.number: item.uid for item in items}
    if said in numbered:
        return Moment(numbered[said])
    parts = said.replace(":", ".").split(".")
    if len(parts) == 1 and len(said) > 2:
        parts = [said[:-2], said[-2:]]
    if len(parts) == 1:
        parts.append("0")
    try:
        hour, minute = (int(part) for part in parts)
        at = time(hour, minute)
    except ValueError as error:
        raise InvalidValue(
            "Klokkeslæt",
            f"»{words}« er hverken et klokkeslæt eller et punkt. Skriv fx 10.15 eller 3.2.",
        ) from error
    return Moment(item_at(items, begins_at, at), at)
