"""Reads who took part in a meeting: the members as on its day, and their substitutes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Attendance, Treatment
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.participation import Answer, Reply
from kkr_desktop.model.presence import Order, Stay, is_there
from kkr_desktop.model.treatment import Stance
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.people_on import PersonOn, people_on
from kkr_desktop.services.register import MemberRole, MemberRow, live, members_in, members_named_in
from kkr_desktop.services.substitutes import Candidate, substitutes_in
from kkr_desktop.services.treated_items import TreatedItem, treated_items
from kkr_desktop.storage.database import Database

CAME = frozenset({AttendanceStatus.PRESENT, AttendanceStatus.ONLINE})
_FROZEN = frozenset({MeetingState.MINUTES_APPROVED, MeetingState.PUBLISHED})


@dataclass(frozen=True, slots=True)
class Substitute:
    """Who came in a member's place, and for which items."""

    person: PersonOn
    stays: tuple[Stay, ...]
    is_online: bool = False


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """How one seat of the body was filled at a meeting; `status` is None before it is known.

    `stays` are the member's own, empty unless they came. `candidates` may come in the
    member's place, the best first. `revs` are of the rows that it was read from.
    `is_member` is False for one of whom something was noted before the register said that
    they were no member on the day of the meeting.
    """

    membership_id: int
    person_id: int
    name: str
    party_letter: str
    party_name: str
    municipality: str
    official_municipality: str
    title: str
    role: MemberRole
    status: AttendanceStatus | None
    stays: tuple[Stay, ...] = ()
    substitute: Substitute | None = None
    answer: Answer | None = None
    candidates: tuple[Candidate, ...] = ()
    revs: tuple[tuple[int, int], ...] = ()
    is_member: bool = True

    @property
    def came(self) -> bool:
        """Whether the member came in person or online."""
        return self.status in CAME


@dataclass(frozen=True, slots=True)
class AttendanceTotals:
    """How many seats were filled and how; a member whose substitute came has sent an apology."""

    present: int
    online: int
    apologies: int
    absent: int
    unknown: int


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """Every seat's attendance, with the meeting's items in the order they were taken."""

    rows: tuple[AttendanceRow, ...] = ()
    items: tuple[TreatedItem, ...] = ()


def attendance(database: Database, meeting_id: int) -> tuple[AttendanceRow, ...]:
    """Return every seat's attendance, in Danish order of the members' names."""
    with database.read() as session:
        return attendance_in(session, meeting_or_error(session, meeting_id))


def attendance_sheet(database: Database, meeting_id: int) -> AttendanceSheet:
    """Return the attendance with the items that it is about. Raises NotFound."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        return AttendanceSheet(attendance_in(session, meeting), treated_items(session, meeting))


def attendance_in(session: Session, meeting: Meeting) -> tuple[AttendanceRow, ...]:
    """Return the same in a unit of work that goes on."""
    members = members_at(session, meeting)
    kept: dict[int, list[Attendance]] = {}
    came_for: dict[int, list[Attendance]] = {}
    for row in session.scalars(
        select(Attendance)
        .where(Attendance.meeting_id == meeting.id, live(Attendance))
        .order_by(Attendance.id)
    ):
        if row.substitute_for_membership_id is not None:
            came_for.setdefault(row.substitute_for_membership_id, []).append(row)
        elif row.membership_id is not None:
            kept.setdefault(row.membership_id, []).append(row)
    people = people_on(
        session,
        (row.person_id for rows in came_for.values() for row in rows if row.person_id),
        meeting.held_on,
    )
    answers = _answers(session, meeting)
    candidates = substitutes_in(session, meeting, members)
    is_frozen = meeting.state in _FROZEN
    return tuple(
        _row(
            member,
            kept.get(member.membership_id, ()),
            _substitute(came_for.get(member.membership_id, ()), people, is_frozen=is_frozen),
            came_for.get(member.membership_id, ()),
            answers.get(member.membership_id),
            candidates[member.membership_id],
            is_frozen=is_frozen,
            is_member=is_member_on(member, meeting.held_on),
        )
        for member in members
    )


def members_at(session: Session, meeting: Meeting) -> tuple[MemberRow, ...]:
    """Return the members on the day of a meeting, and those of whom something is noted there.

    A change of mayor that is written afterwards, from a day before the meeting, takes
    nothing out of its minutes.
    """
    day = meeting.held_on
    members = members_in(session, meeting.body_id, day)
    rows = session.execute(
        select(Attendance.membership_id, Attendance.substitute_for_membership_id).where(
            Attendance.meeting_id == meeting.id, live(Attendance)
        )
    )
    noted = {member for row in rows for member in row if member is not None}
    noted.update(
        member
        for member in session.scalars(
            select(Stance.membership_id)
            .join(Treatment, Treatment.id == Stance.treatment_id)
            .where(Treatment.meeting_id == meeting.id, live(Stance))
        )
        if member is not None
    )
    others = noted - {member.membership_id for member in members}
    if not others:
        return members
    found = (*members, *members_named_in(session, meeting.body_id, others, day))
    return tuple(sorted(found, key=lambda member: danish_key(member.name)))


def is_member_on(member: MemberRow, day: date) -> bool:
    """Tell whether a membership holds on `day`."""
    return member.valid_from <= day and (member.last_day is None or day <= member.last_day)


def _answers(session: Session, meeting: Meeting) -> dict[int, Answer]:
    rows = session.execute(
        select(Reply.membership_id, Reply.answer).where(Reply.meeting_id == meeting.id, live(Reply))
    )
    return {membership_id: answer for membership_id, answer in rows}  # noqa: C416


def _substitute(
    rows: Sequence[Attendance], people: dict[int, PersonOn], *, is_frozen: bool
) -> Substitute | None:
    person = people.get(rows[0].person_id or 0) if rows else None
    if person is None:
        return None
    if is_frozen and rows[0].name_as_text:
        person = replace(
            person,
            name=rows[0].name_as_text,
            title=rows[0].title_as_text,
            party_letter=rows[0].party_as_text,
            official_municipality=rows[0].municipality_as_text,
        )
    is_online = rows[0].status is AttendanceStatus.ONLINE
    return Substitute(person, tuple(_stay(row) for row in rows), is_online)


def _stay(row: Attendance) -> Stay:
    return Stay(row.from_item_uid, row.to_item_uid, row.arrived_at, row.left_at)


def _row(
    member: MemberRow,
    kept: Sequence[Attendance],
    substitute: Substitute | None,
    substitute_rows: Sequence[Attendance],
    answer: Answer | None,
    candidates: tuple[Candidate, ...],
    *,
    is_frozen: bool,
    is_member: bool,
) -> AttendanceRow:
    status = kept[0].status if kept else None
    frozen = kept[0] if kept and is_frozen and kept[0].name_as_text else None
    return AttendanceRow(
        membership_id=member.membership_id,
        person_id=member.person_id,
        name=frozen.name_as_text if frozen else member.name,
        party_letter=frozen.party_as_text if frozen else member.party_letter,
        party_name=member.party_name,
        municipality=member.municipality,
        official_municipality=(
            frozen.municipality_as_text if frozen else member.official_municipality
        ),
        title=frozen.title_as_text if frozen else member.title,
        role=member.role,
        status=status,
        stays=tuple(_stay(row) for row in kept) if status in CAME else (),
        substitute=substitute,
        answer=answer,
        candidates=candidates,
        revs=tuple((row.id, row.rev) for row in (*kept, *substitute_rows)),
        is_member=is_member,
    )


def totals(rows: Sequence[AttendanceRow]) -> AttendanceTotals:
    """Count who took part over the whole meeting."""

    def count(status: AttendanceStatus | None) -> int:
        return sum(row.status is status for row in rows)

    came_for = [row.substitute for row in rows if row.substitute is not None and not row.came]
    online = sum(substitute.is_online for substitute in came_for)
    return AttendanceTotals(
        present=count(AttendanceStatus.PRESENT) + len(came_for) - online,
        online=count(AttendanceStatus.ONLINE) + online,
        apologies=count(AttendanceStatus.APOLOGY),
        absent=count(AttendanceStatus.ABSENT),
        unknown=count(None),
    )


def who_sits(row: AttendanceRow, item: str | None, order: Order) -> PersonOn | None:
    """Return who fills a seat at an item, or at all when `item` is None; None when nobody does."""
    if row.came and (item is None or is_there(row.stays, item, order)):
        return PersonOn(
            row.person_id,
            row.name,
            row.title,
            row.municipality,
            row.official_municipality,
            party_letter=row.party_letter,
        )
    other = row.substitute
    if other is not None and (item is None or is_there(other.stays, item, order)):
        return other.person
    return None


def is_sitting(row: AttendanceRow) -> bool:
    """Tell whether somebody fills a seat now: came, and did not leave again."""
    stays = row.stays if row.came else (row.substitute.stays if row.substitute else ())
    return bool(stays) and stays[-1].last is None and stays[-1].left_at is None


def balance(
    rows: Iterable[AttendanceRow], item: str | None = None, order: Order = ()
) -> tuple[tuple[str, int], ...]:
    """Return how many seats each party fills, at an item or at all, the largest first."""
    count: Counter[str] = Counter()
    for row in rows:
        sitter = who_sits(row, item, order)
        if sitter is not None:
            count[sitter.party_letter or row.party_letter or "–"] += 1
    return tuple(sorted(count.items(), key=lambda found: (-found[1], found[0])))
