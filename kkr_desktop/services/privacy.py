"""What a body keeps of people beside their office, and for how long (GDPR, articles 5 and 25)."""

import json
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import Body, Post
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.people import ContactKind, ContactPoint, Membership, Person
from kkr_desktop.model.reversals import Reversal
from kkr_desktop.services.audit import record
from kkr_desktop.services.contacts import ROLE_NAMES
from kkr_desktop.services.private_contacts import private_points
from kkr_desktop.services.register import live
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_MOST_MONTHS = 240
_KIND_NAMES = {
    ContactKind.EMAIL: "e-mail",
    ContactKind.PHONE: "telefon",
    ContactKind.ADDRESS: "adresse",
}


@dataclass(frozen=True, slots=True)
class PrivacyRules:
    """What is chosen for a body; `kept_months` is None for contact data that are kept for ever."""

    private_contacts: bool
    kept_months: int | None
    rev: int


@dataclass(frozen=True, slots=True)
class FormerMember:
    """Someone whose contact data are to go: the last day of all memberships, and what is kept."""

    person_id: int
    name: str
    last_day: date
    kept: str


def read_privacy(database: Database, body_id: int) -> PrivacyRules:
    """Return what a body keeps. Raises NotFound."""
    with database.read() as session:
        body = _body(session, body_id)
        return PrivacyRules(body.private_contacts, body.contacts_kept_months, body.rev)


def private_kept(database: Database, body_id: int) -> int:
    """Return of how many people the body alone keeps private contact data."""
    with database.read() as session:
        return len({point.person_id for point in private_points(session, body_id)})


def save_privacy(database: Database, body_id: int, rules: PrivacyRules) -> Written[int]:
    """Write what a body keeps; return the new rev.

    Where private contact data are no longer kept, those that it kept are wiped out.
    """
    months = rules.kept_months
    if months is not None and not 1 <= months <= _MOST_MONTHS:
        raise InvalidValue("Måneder", f"Skriv et tal fra 1 til {_MOST_MONTHS}.")
    with database.write() as session:
        body = _body(session, body_id)
        if body.rev != rules.rev:
            raise ChangedElsewhere("Rådet")
        if body.private_contacts and not rules.private_contacts:
            for person_id, points in _by_person(private_points(session, body_id)).items():
                _wipe(session, session.get_one(Person, person_id), points)
        body.private_contacts = rules.private_contacts
        body.contacts_kept_months = months
        kept = "for altid" if months is None else f"i {months} måneder"
        private = "ja" if rules.private_contacts else "nej"
        told = f"private kontaktoplysninger: {private}; tidligere medlemmers opbevares {kept}"
        record(session, body, "privacy", after=told)
        session.flush()
        return Written(body.rev, (Change(Area.MEMBERS, body_id=body_id),))


def former_with_contacts(
    database: Database, body_id: int, months: int, day: date
) -> tuple[FormerMember, ...]:
    """Return whose contact data are to go on `day`, in Danish order of names.

    They left the body, and every other, at least that many months ago.
    """
    with database.read() as session:
        return tuple(
            FormerMember(person.id, person.name, last_day, _told(points))
            for person, last_day, points in _concerned(session, body_id, months, day)
        )


def anonymise(database: Database, body_id: int, people: Iterable[int], day: date) -> Written[int]:
    """Wipe out the contact data of those of `people` whose time is over; return how many.

    Name, memberships, titles and what minutes say of them stay. It cannot be undone.
    Raises InvalidValue where the body keeps contact data for ever.
    """
    wanted = set(people)
    with database.write() as session:
        months = _body(session, body_id).contacts_kept_months
        if months is None:
            raise InvalidValue("Måneder", "Vælg først, hvor længe oplysningerne opbevares.")
        found = [
            (person, points)
            for person, _, points in _concerned(session, body_id, months, day)
            if person.id in wanted
        ]
        for person, points in found:
            _wipe(session, person, points)
        return Written(len(found), (Change(Area.MEMBERS, body_id=body_id),))


def _concerned(
    session: Session, body_id: int, months: int, day: date
) -> list[tuple[Person, date, list[ContactPoint]]]:
    end = months_before(day, months)
    of_body = (
        select(Membership.person_id)
        .join(Post, Post.id == Membership.post_id)
        .where(Post.body_id == body_id, live(Membership))
    )
    last_days: dict[int, date] = {}
    stays: set[int] = set()
    for person_id, ends in session.execute(
        select(Membership.person_id, Membership.valid_to).where(
            Membership.person_id.in_(of_body), live(Membership)
        )
    ):
        if ends is None or ends > end:
            stays.add(person_id)
        else:
            last_days[person_id] = max(last_days.get(person_id, ends), ends)
    points = _by_person(
        point
        for point in session.scalars(
            select(ContactPoint)
            .where(ContactPoint.person_id.in_(set(last_days) - stays))
            .order_by(ContactPoint.id)
        )
        if point.value or point.name
    )
    people = session.scalars(select(Person).where(Person.id.in_(points), live(Person)))
    found = [
        (person, last_days[person.id] - timedelta(days=1), points[person.id]) for person in people
    ]
    return sorted(found, key=lambda one: danish_key(one[0].name))


def _by_person(points: Iterable[ContactPoint]) -> dict[int, list[ContactPoint]]:
    found: dict[int, list[ContactPoint]] = {}
    for point in points:
        found.setdefault(point.person_id, []).append(point)
    return found


def _told(points: list[ContactPoint]) -> str:
    """Return for example "Medlemmet selv: e-mail, telefon; Sekretær: e-mail"."""
    by_role: dict[str, list[str]] = {}
    for point in points:
        kinds = by_role.setdefault(ROLE_NAMES[point.role], [])
        kind = _KIND_NAMES[point.kind]
        if kind not in kinds:
            kinds.append(kind)
    return "; ".join(f"{role}: {', '.join(kinds)}" for role, kinds in by_role.items())


def _wipe(session: Session, person: Person, points: list[ContactPoint]) -> None:
    """Wipe points out, also where the way back from a change remembers them."""
    ids = {point.id for point in points}
    record(session, person, "anonymise", after=_told(points))
    for point in points:
        point.value = point.name = ""
        point.copy_agenda = point.paper = point.large_print = False
        point.deleted_at = point.deleted_at or now()
    for reversal in session.scalars(
        select(Reversal).where(Reversal.written.contains(ContactPoint.__name__))
    ):
        kept = [
            entry
            for entry in json.loads(reversal.written)
            if entry["kind"] != ContactPoint.__name__ or entry["id"] not in ids
        ]
        reversal.written = json.dumps(kept, ensure_ascii=False)


def _body(session: Session, body_id: int) -> Body:
    body = session.get(Body, body_id)
    if body is None or body.deleted_at is not None:
        raise NotFound("Rådet")
    return body


def months_before(day: date, months: int) -> date:
    """Return the day so many months before; the last of a month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
