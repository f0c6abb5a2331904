"""Whom something is sent to: lists of addresses made by a rule, for a purpose."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select

from kkr_desktop.documents.mail import Attachment, MailDraft, write_mail_draft
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.people import OFFICE_ROLES, ContactPoint
from kkr_desktop.services.contacts import Contact, contact_of
from kkr_desktop.services.register import MemberRow, live, members_in
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
    """Who is on a list."""

    MEMBERS = "members"
    SECRETARIES = "secretaries"
    COPIES = "copies"


USUAL_PARTS = {
    Purpose.AGENDA: frozenset({Part.MEMBERS, Part.SECRETARIES, Part.COPIES}),
    Purpose.MINUTES: frozenset({Part.MEMBERS, Part.COPIES}),
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
    """The list: each address once. `missing` are the members who have none of their own."""

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
        points: dict[int, list[ContactPoint]] = {}
        for point in session.scalars(
            select(ContactPoint).where(
                ContactPoint.person_id.in_([member.person_id for member in members]),
                live(ContactPoint),
            )
        ):
            points.setdefault(point.person_id, []).append(point)
        contacts = {
            member.person_id: [
                contact_of(role, points.get(member.person_id, [])) for role in OFFICE_ROLES
            ]
            for member in members
        }
        found: dict[str, Addressee] = {}
        for member in members:
            for addressee in _addressees(member, contacts[member.person_id], parts):
                found.setdefault(addressee.address.casefold(), addressee)
        return AddressList(
            title=f"{PURPOSE_NAMES[purpose]} – {body.name}",
            addressees=tuple(found.values()),
            missing=tuple(member.name for member in members if not member.email),
            on_paper=tuple(
                f"{member.name} (stor skrift)" if own.large_print else member.name
                for member in members
                for own in contacts[member.person_id][:1]
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
