"""How a member is reached: directly, through the secretary, through the chief executive."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.people import OFFICE_ROLES, ContactKind, ContactPoint, ContactRole, Person
from kkr_desktop.model.text import kept_lines, one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.member_checks import check_address, refuse_personal_number
from kkr_desktop.services.private_contacts import may_keep_private
from kkr_desktop.services.register import live
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

ROLE_NAMES = {
    ContactRole.OWN: "Medlemmet selv",
    ContactRole.SECRETARY: "Sekretær",
    ContactRole.CHIEF_EXECUTIVE: "Kommunaldirektør",
    ContactRole.PRIVATE: "Privat",
}
"""The roles as documents and errors name them."""

_FIELD_NAMES = {
    "name": "navn",
    "email": "e-mail",
    "phone": "telefon",
    "address": "adresse",
    "copy_agenda": "kopi",
    "paper": "papir",
    "large_print": "stor skrift",
}


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to a member. `name` is empty for the member's own.

    `address` is where post for the member goes, in several lines.

    `copy_agenda` sends a copy of what the member is sent; `paper` and
    `large_print` say how the agenda is wanted.
    """

    role: ContactRole
    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    copy_agenda: bool = False
    paper: bool = False
    large_print: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return self == Contact(self.role)


@dataclass(frozen=True, slots=True)
class PersonContacts:
    """All contacts of a person; `revs` are those that they were read with."""

    person_id: int
    person_name: str
    contacts: tuple[Contact, ...]
    revs: tuple[tuple[int, int], ...]


def read_contacts(database: Database, person_id: int) -> PersonContacts:
    """Return how a person is reached, one contact for each role. Raises NotFound.

    What is private is among them only where one of the person's bodies keeps that.
    """
    with database.read() as session:
        person = session.get(Person, person_id)
        if person is None or person.deleted_at is not None:
            raise NotFound("Personen")
        points = contact_points(session, person_id)
        roles = list(ContactRole) if may_keep_private(session, person_id) else OFFICE_ROLES
        return PersonContacts(
            person_id,
            person.name,
            tuple(contact_of(role, points) for role in roles),
            _revs(points),
        )


def contact_of(role: ContactRole, points: Sequence[ContactPoint]) -> Contact:
    """Put together what is known of one role."""
    of_role = [point for point in points if point.role is role]
    values = {point.kind: point.value for point in of_role}
    return Contact(
        role=role,
        name=next((point.name for point in of_role if point.name), ""),
        email=values.get(ContactKind.EMAIL, ""),
        phone=values.get(ContactKind.PHONE, ""),
        address=values.get(ContactKind.ADDRESS, ""),
        copy_agenda=any(point.copy_agenda for point in of_role),
        paper=any(point.paper for point in of_role),
        large_print=any(point.large_print for point in of_role),
    )


def save_contacts(database: Database, contacts: PersonContacts) -> Written[int]:
    """Write how a person is reached. Raises InvalidValue and ChangedElsewhere."""
    for contact in contacts.contacts:
        label = ROLE_NAMES[contact.role]
        check_address(label, contact.email)
        for words in (contact.name, contact.phone, contact.email, contact.address):
            refuse_personal_number(label, words)
    with database.write() as session:
        points = contact_points(session, contacts.person_id)
        _refuse_private(session, contacts)
        if _revs(points) != contacts.revs:
            raise ChangedElsewhere("Kontaktoplysningerne")
        changed: list[str] = []
        for contact in contacts.contacts:
            changed += changed_words(contact_of(contact.role, points), contact)
            write_contact(session, contacts.person_id, contact, points)
        person = session.get_one(Person, contacts.person_id)
        if changed:
            record(session, person, "contacts", after="; ".join(changed))
        return Written(person.id, (Change(Area.MEMBERS),))


def changed_words(before: Contact, after: Contact) -> list[str]:
    """Return which fields differ, for the history, as in "Sekretær: e-mail, telefon".

    What they said is not for the history: it is to go when contact data go.
    """
    fields = [name for name in _FIELD_NAMES if getattr(before, name) != getattr(after, name)]
    named = ", ".join(_FIELD_NAMES[name] for name in fields)
    return [f"{ROLE_NAMES[after.role]}: {named}"] if fields else []


def _refuse_private(session: Session, contacts: PersonContacts) -> None:
    written = any(
        contact.role is ContactRole.PRIVATE and not contact.is_empty
        for contact in contacts.contacts
    )
    if written and not may_keep_private(session, contacts.person_id):
        raise InvalidValue("Privat", "Rådet opbevarer ikke private kontaktoplysninger.")


def write_contact(
    session: Session, person_id: int, contact: Contact, points: Sequence[ContactPoint]
) -> None:
    """Write one contact in a unit of work that goes on; `points` are those of the person."""
    for kind, value in (
        (ContactKind.EMAIL, one_line(contact.email)),
        (ContactKind.PHONE, one_line(contact.phone)),
        (ContactKind.ADDRESS, kept_lines(contact.address)),
    ):
        point = next((one for one in points if (one.role, one.kind) == (contact.role, kind)), None)
        # What has no address yet is kept with the e-mail, so that a name is not lost.
        is_wanted = bool(value) or (kind is ContactKind.EMAIL and not contact.is_empty)
        if point is None and is_wanted:
            point = ContactPoint(person_id=person_id, kind=kind, role=contact.role, value=value)
            session.add(point)
        elif point is not None and not is_wanted:
            point.deleted_at = now()
        if point is not None:
            point.value = value
            point.name = one_line(contact.name)
            point.copy_agenda = contact.copy_agenda
            point.paper = contact.paper
            point.large_print = contact.large_print


def contact_points(session: Session, person_id: int) -> list[ContactPoint]:
    """Return all ways to a person, oldest first."""
    return list(
        session.scalars(
            select(ContactPoint)
            .where(ContactPoint.person_id == person_id, live(ContactPoint))
            .order_by(ContactPoint.id)
        )
    )


def _revs(points: Sequence[ContactPoint]) -> tuple[tuple[int, int], ...]:
    return tuple((point.id, point.rev) for point in points)
