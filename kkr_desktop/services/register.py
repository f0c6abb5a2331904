"""Who belongs to a body when: the register of members, as on any date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import Dated, Edited
from kkr_desktop.model.bodies import ATTACHED, SEATS, Municipality, Party, Post, PostKind
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.people import (
    ContactKind,
    ContactPoint,
    ContactRole,
    Membership,
    Office,
    PartyTie,
    Person,
)
from kkr_desktop.storage.database import Database


class MemberRole(StrEnum):
    """What a member is on the body, beside being one."""

    MEMBER = "member"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"


ROLE_NAMES = {
    MemberRole.MEMBER: "Medlem",
    MemberRole.CHAIR: "Formand",
    MemberRole.VICE_CHAIR: "Næstformand",
}
"""The roles as documents name them."""

ROLE_POSTS = {
    MemberRole.CHAIR: PostKind.CHAIR,
    MemberRole.VICE_CHAIR: PostKind.VICE_CHAIR,
}
"""The posts that a role is a membership of."""

SEAT_KINDS = (PostKind.EX_OFFICIO, PostKind.SUPPLEMENTARY)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member as on one day. `last_day` is None while no end is known."""

    membership_id: int
    person_id: int
    rev: int
    name: str
    party_letter: str
    party_name: str
    municipality: str
    official_municipality: str
    title: str
    role: MemberRole
    type: PostKind
    substitute: str
    email: str
    phone: str
    valid_from: date
    last_day: date | None

    @property
    def has_seat(self) -> bool:
        """Whether it is a member, and nobody who sits in without a seat."""
        return self.type in SEATS

    @property
    def is_former(self) -> bool:
        """Whether an end of the membership is known."""
        return self.last_day is not None


def members_on(database: Database, body_id: int, day: date) -> tuple[MemberRow, ...]:
    """Return who holds a seat of the body on `day`, in Danish order of names."""
    with database.read() as session:
        return members_in(session, body_id, day)


def members_in(session: Session, body_id: int, day: date) -> tuple[MemberRow, ...]:
    """Return the same in a unit of work that goes on."""
    memberships = session.execute(_places(body_id).where(holds(Membership, day))).all()
    return _rows(session, body_id, day, [(row[0], row[1], row[2]) for row in memberships])


def former_members(database: Database, body_id: int, day: date) -> tuple[MemberRow, ...]:
    """Return those whose membership ended before `day`, as on their last day.

    Observers and secretaries are among them.
    """
    with database.read() as session:
        places = _places(body_id, (*SEAT_KINDS, *ATTACHED))
        ended = session.execute(places.where(Membership.valid_to <= day)).all()
        return _rows_as_on(
            session,
            body_id,
            [
                (membership, person, post, (membership.valid_to or day) - timedelta(days=1))
                for membership, person, post in ended
            ],
        )


def members_named_in(
    session: Session, body_id: int, memberships: Iterable[int], day: date
) -> tuple[MemberRow, ...]:
    """Return some memberships of a body as on `day`, or on the nearest of their own days."""
    found = session.execute(_places(body_id).where(Membership.id.in_(memberships))).all()
    return _rows_as_on(
        session,
        body_id,
        [
            (membership, person, post, _nearest(membership, day))
            for membership, person, post in found
        ],
    )


def _nearest(fact: Dated, day: date) -> date:
    """Return the day on which a fact holds that is nearest to `day`."""
    last = day if fact.valid_to is None else fact.valid_to - timedelta(days=1)
    return max(fact.valid_from, min(day, last))


def holds(fact: type[Dated], day: date) -> ColumnElement[bool]:
    """Return the condition that a dated fact holds on `day`."""
    return and_(fact.valid_from <= day, or_(fact.valid_to.is_(None), fact.valid_to > day))


def attached_on(database: Database, body_id: int, day: date) -> tuple[MemberRow, ...]:
    """Return the observers and secretaries of a body, who sit in without a seat, as on `day`."""
    with database.read() as session:
        return attached_in(session, body_id, day)


def attached_in(session: Session, body_id: int, day: date) -> tuple[MemberRow, ...]:
    """Return the same in a unit of work that goes on."""
    found = session.execute(_places(body_id, ATTACHED).where(holds(Membership, day))).all()
    return _rows(session, body_id, day, [(row[0], row[1], row[2]) for row in found])


def _places(
    body_id: int, kinds: Iterable[PostKind] = SEAT_KINDS
) -> Select[Membership, Person, Post]:
    return (
        select(Membership, Person, Post)
        .join(Person, Person.id == Membership.person_id)
        .join(Post, Post.id == Membership.post_id)
        .where(
            Post.body_id == body_id,
            Post.kind.in_(kinds),
            Membership.substitute_for_id.is_(None),
            Membership.deleted_at.is_(None),
        )
    )


def _rows(
    session: Session,
    body_id: int,
    day: date,
    found: list[tuple[Membership, Person, Post]],
) -> tuple[MemberRow, ...]:
    return _rows_as_on(
        session, body_id, [(membership, person, post, day) for membership, person, post in found]
    )


def _rows_as_on(
    session: Session, body_id: int, found: list[tuple[Membership, Person, Post, date]]
) -> tuple[MemberRow, ...]:
    """Add party, office, role, substitute and contact to each membership, as on its day.

    Each kind of fact is read once, for whatever days: twenty years of former
    members have thousands of last days.
    """
    people = {person.id for _, person, _, _ in found}
    parties = _parties(session, people)
    offices = _offices(session, people)
    roles = _roles(session, body_id)
    substitutes = _substitutes(session, {membership.id for membership, *_ in found})
    contacts = _contacts(session, people)
    rows: list[MemberRow] = []
    for membership, person, post, day in found:
        letter, party = parties.on(person.id, day) or ("", "")
        title, municipality, official = offices.on(person.id, day) or ("", "", "")
        ends = membership.valid_to
        rows.append(
            MemberRow(
                membership_id=membership.id,
                person_id=person.id,
                rev=membership.rev,
                name=person.name,
                party_letter=letter,
                party_name=party,
                municipality=municipality,
                official_municipality=official,
                title=title,
                role=roles.on(person.id, day) or MemberRole.MEMBER,
                type=post.kind,
                substitute=substitutes.on(membership.id, day) or "",
                email=contacts.get((person.id, ContactKind.EMAIL), ""),
                phone=contacts.get((person.id, ContactKind.PHONE), ""),
                valid_from=membership.valid_from,
                last_day=None if ends is None else ends - timedelta(days=1),
            )
        )
    return tuple(sorted(rows, key=lambda row: danish_key(row.name)))


_Known = TypeVar("_Known")


class _Facts(Generic[_Known]):
    """What is known of each person or membership, and on which days."""

    def __init__(self, rows: Iterable[tuple[int, date, date | None, _Known]]) -> None:
        self._known: dict[int, list[tuple[date, date | None, _Known]]] = {}
        for of, valid_from, valid_to, known in rows:
            self._known.setdefault(of, []).append((valid_from, valid_to, known))

    def on(self, of: int, day: date) -> _Known | None:
        """Return what holds on `day`, None for nothing."""
        for valid_from, valid_to, known in self._known.get(of, ()):
            if valid_from <= day and (valid_to is None or day < valid_to):
                return known
        return None

    def all_on(self, day: date) -> dict[int, _Known]:
        """Return what holds on `day` of everybody of whom something does."""
        found = ((of, self.on(of, day)) for of in self._known)
        return {of: known for of, known in found if known is not None}


def parties_on(session: Session, people: set[int], day: date) -> dict[int, tuple[str, str]]:
    """Return the letter and the name of the party of each person on `day`."""
    return _parties(session, people).all_on(day)


def offices_on(session: Session, people: set[int], day: date) -> dict[int, tuple[str, str, str]]:
    """Return title, municipality and its official name of each person on `day`."""
    return _offices(session, people).all_on(day)


def _parties(session: Session, people: set[int]) -> _Facts[tuple[str, str]]:
    rows = session.execute(
        select(PartyTie.person_id, PartyTie.valid_from, PartyTie.valid_to, Party.letter, Party.name)
        .join(Party, Party.id == PartyTie.party_id)
        .where(PartyTie.person_id.in_(people), live(PartyTie))
    )
    return _Facts((person, start, end, (letter, name)) for person, start, end, letter, name in rows)


def _offices(session: Session, people: set[int]) -> _Facts[tuple[str, str, str]]:
    rows = session.execute(
        select(
            Office.person_id,
            Office.valid_from,
            Office.valid_to,
            Office.title,
            Municipality.name,
            Municipality.official_name,
        )
        .outerjoin(Municipality, Municipality.id == Office.municipality_id)
        .where(Office.person_id.in_(people), live(Office))
    )
    return _Facts(
        (person, start, end, (title, municipality or "", official or ""))
        for person, start, end, title, municipality, official in rows
    )


def _roles(session: Session, body_id: int) -> _Facts[MemberRole]:
    names = {post: role for role, post in ROLE_POSTS.items()}
    rows = session.execute(
        select(Membership.person_id, Membership.valid_from, Membership.valid_to, Post.kind)
        .join(Post, Post.id == Membership.post_id)
        .where(Post.body_id == body_id, Post.kind.in_(names), live(Membership))
    )
    return _Facts((person, start, end, names[kind]) for person, start, end, kind in rows)


def _substitutes(session: Session, memberships: set[int]) -> _Facts[str]:
    rows = session.execute(
        select(Membership.substitute_for_id, Membership.valid_from, Membership.valid_to, Person)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.substitute_for_id.in_(memberships), live(Membership))
    )
    return _Facts(
        (member, start, end, person.name)
        for member, start, end, person in rows
        if member is not None
    )


def _contacts(session: Session, people: set[int]) -> dict[tuple[int, ContactKind], str]:
    rows = session.execute(
        select(ContactPoint.person_id, ContactPoint.kind, ContactPoint.value).where(
            ContactPoint.person_id.in_(people),
            ContactPoint.role == ContactRole.OWN,
            ContactPoint.deleted_at.is_(None),
        )
    )
    return {(person, kind): value for person, kind, value in rows}


def live(fact: type[Edited]) -> ColumnElement[bool]:
    """Return the condition that a row was not removed."""
    return fact.deleted_at.is_(None)
