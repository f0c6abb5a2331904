"""Whom something is sent to: lists of addresses made by a rule, for a purpose."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select

from kkr_desktop.documents.mail import Attachment, MailDraft, write_mail_draft
from kkr_desktop.model.bodies import Body, PostKind
from kkr_desktop.model.people import OFFICE_ROLES, ContactPoint
from kkr_desktop.services.contacts import ROLE_NAMES, Contact, contact_of
from kkr_desktop.services.register import MemberRow, attached_in, live, members_in
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database


class Purpose(StrEnum):
    """What the list is for."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    INVITATION = "invitation"


PURPOSE_NAMES = {
    Purpose.AGENDA: "Udsendelse af dagsorden",
    Purpose.MINUTES: "Udsendelse af referat",
    Purpose.INVITATION: "Invitation",
}


class Part(StrEnum):
    """Who is on a list; the attached are observers and the body's secretary, without a seat."""

    MEMBERS = "members"
    ATTACHED = "attached"
    SECRETARIES = "secretaries"
    COPIES = "copies"


USUAL_PARTS = {
    Purpose.AGENDA: frozenset(Part),
    Purpose.MINUTES: frozenset({Part.MEMBERS, Part.ATTACHED, Part.COPIES}),
    Purpose.INVITATION: frozenset({Part.MEMBERS, Part.SECRETARIES}),
}
"""Who is on the list of each purpose, unless somebody decides otherwise."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Someone on the list; `reason` says why, in Danish."""

    name: str
    address: str
    reason: str


@dataclass(frozen=True, slots=True)
class AddressList:
    """The list: each address once. `missing` are those chosen without one of their own."""

    title: str
    addressees: tuple[Addressee, ...]
    missing: tuple[str, ...]
    on_paper: tuple[str, ...]

    def for_clipboard(self) -> str:
        """Return the addresses as Outlook takes them."""
        return "; ".join(addressee.address for addressee in self.addressees)


def address_list(
    database: Database, body_id: int, purpose: Purpose, parts: frozenset[Part], day: date
) -> AddressList:
    """Return whom to send to on `day`, in Danish order of the members' names."""
    with database.read() as session:
        body = session.get_one(Body, body_id)
        members = members_in(session, body_id, day)
        attached = attached_in(session, body_id, day) if Part.ATTACHED in parts else ()
        people = (*members, *attached)
        points: dict[int, list[ContactPoint]] = {}
        for point in session.scalars(
            select(ContactPoint).where(
                ContactPoint.person_id.in_([person.person_id for person in people]),
                live(ContactPoint),
            )
        ):
            points.setdefault(point.person_id, []).append(point)
        contacts = {
            person.person_id: [
                contact_of(role, points.get(person.person_id, [])) for role in OFFICE_ROLES
            ]
            for person in people
        }
        found: dict[str, Addressee] = {}
        for member in members:
            for addressee in _addressees(member, contacts[member.person_id], parts):
                found.setdefault(addressee.address.casefold(), addressee)
        for person in attached:
            for addressee in _attached_addressees(person, contacts[person.person_id], body.name):
                found.setdefault(addressee.address.casefold(), addressee)
        chosen = people if Part.MEMBERS in parts else attached
        return AddressList(
            title=f"{PURPOSE_NAMES[purpose]} – {body.name}",
            addressees=tuple(found.values()),
            missing=tuple(person.name for person in chosen if not person.email),
            on_paper=tuple(
                f"{person.name} (stor skrift)" if own.large_print else person.name
                for person in chosen
                for own in contacts[person.person_id][:1]
                if own.paper or own.large_print
            ),
        )


def _addressees(
    member: MemberRow, contacts: list[Contact], parts: frozenset[Part]
) -> Iterator[Addressee]:
    own, secretary, chief_executive = contacts
    if Part.MEMBERS in parts and own.email:
        yield Addressee(member.name, own.email, "Medlem")
    gets_copy = Part.COPIES in parts and secretary.copy_agenda
    if secretary.email and (Part.SECRETARIES in parts or gets_copy):
        name = secretary.name or "Sekretariatet"
        yield Addressee(name, secretary.email, f"Sekretær for {member.name}")
    if Part.COPIES in parts and chief_executive.copy_agenda and chief_executive.email:
        name = chief_executive.name or "Kommunaldirektøren"
        where = member.official_municipality or member.name
        yield Addressee(name, chief_executive.email, f"Kopi: kommunaldirektør, {where}")


def _attached_addressees(
    person: MemberRow, contacts: list[Contact], body_name: str
) -> Iterator[Addressee]:
    """Yield someone without a seat, and the contacts who follow with a copy."""
    own, *others = contacts
    if own.email:
        is_observer = person.type is PostKind.OBSERVER
        yield Addressee(
            person.name, own.email, "Observatør" if is_observer else f"Sekretær for {body_name}"
        )
    for contact in others:
        if contact.copy_agenda and contact.email:
            name = contact.name or ROLE_NAMES[contact.role]
            reason = f"Kopi: {ROLE_NAMES[contact.role].lower()} for {person.name}"
            yield Addressee(name, contact.email, reason)


def write_address_draft(
    found: AddressList, path: Path, attachments: tuple[Attachment, ...] = ()
) -> None:
    """Write an e-mail draft to everyone on the list, none of whom sees the others."""
    draft = MailDraft(
        subject=found.title,
        text="",
        blind_copy=tuple(addressee.address for addressee in found.addressees),
        attachments=attachments,
    )
    write_complete(path, write_mail_draft(draft))
