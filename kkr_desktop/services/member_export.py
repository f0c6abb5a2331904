"""Writes the members of a body to a file: a table, contact cards or the directory."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.member_content import MemberContent, MemberListContent
from kkr_desktop.documents.spreadsheet import Sheet, SheetColumn, SheetValue, write_csv, write_xlsx
from kkr_desktop.model.bodies import Body, has_types
from kkr_desktop.model.dates import short_date
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.people import OFFICE_ROLES, ContactPoint, Person
from kkr_desktop.services.agenda_content import logo_of
from kkr_desktop.services.contacts import contact_of
from kkr_desktop.services.member_columns import EXPORTED, JUST_A_MEMBER, TYPE_NAMES, MemberColumn
from kkr_desktop.services.register import (
    ROLE_NAMES,
    MemberRole,
    MemberRow,
    attached_in,
    live,
    members_in,
)
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database

KINDS_OF_FILE = (".xlsx", ".csv", ".vcf", ".pdf")


def export_members(database: Database, body_id: int, day: date, path: Path) -> None:
    """Write who is a member on `day` to a file of the kind that its name ends on."""
    write = _WRITERS.get(path.suffix.casefold())
    if write is None:
        raise InvalidValue(
            "Filnavn", "Lad det ende på .xlsx, .csv, .vcf (kontakter) eller .pdf (Blå Bog)."
        )
    write_complete(path, write(member_list(database, body_id, day)))


def export_file_name(body_name: str, day: date) -> str:
    """Return the usual name of the file, without its ending."""
    return pdf_file_name(f"Medlemmer {body_name} {short_date(day)}").removesuffix(".pdf")


def member_list(database: Database, body_id: int, day: date) -> MemberListContent:
    """Return what the lists of a body's members are made from, as on `day`."""
    with database.read() as session:
        body = session.get_one(Body, body_id)
        rows, attached = members_in(session, body_id, day), attached_in(session, body_id, day)
        people = {row.person_id for row in (*rows, *attached)}
        names = _names(session, people)
        contacts = _contacts(session, people)

        def content(found: Iterable[MemberRow]) -> tuple[MemberContent, ...]:
            return tuple(
                _member(
                    row,
                    names[row.person_id],
                    contacts.get(row.person_id, []),
                    is_typed=has_types(body.kind),
                )
                for row in found
            )

        return MemberListContent(
            document_uid=f"{body.uid}-{day}",
            dated=datetime.combine(day, time(12), UTC),
            body_name=body.name,
            accent=body.accent,
            logo=logo_of(body),
            day=day,
            members=content(rows),
            attached=content(attached),
            has_types=has_types(body.kind),
        )


def _names(session: Session, people: set[int]) -> dict[int, tuple[str, str, str]]:
    rows = session.execute(
        select(Person.id, Person.uid, Person.given_name, Person.family_name).where(
            Person.id.in_(people)
        )
    )
    return {person: (uid, given, family) for person, uid, given, family in rows}


def _contacts(session: Session, people: set[int]) -> dict[int, list[ContactPoint]]:
    found: dict[int, list[ContactPoint]] = {}
    for point in session.scalars(
        select(ContactPoint).where(
            ContactPoint.person_id.in_(people),
            ContactPoint.role.in_(OFFICE_ROLES),
            live(ContactPoint),
        )
    ):
        found.setdefault(point.person_id, []).append(point)
    return found


def _member(
    row: MemberRow,
    names: tuple[str, str, str],
    points: list[ContactPoint],
    *,
    is_typed: bool,
) -> MemberContent:
    uid, given_name, family_name = names
    own, secretary, executive = (contact_of(role, points) for role in OFFICE_ROLES)
    return MemberContent(
        uid=uid,
        given_name=given_name,
        family_name=family_name,
        party_letter=row.party_letter,
        party_name=row.party_name,
        municipality=row.municipality,
        official_municipality=row.official_municipality,
        title=row.title,
        role="" if row.role is MemberRole.MEMBER else ROLE_NAMES[row.role],
        type=TYPE_NAMES[row.type] if is_typed or not row.has_seat else JUST_A_MEMBER,
        email=row.email,
        phone=row.phone,
        address=own.address.replace("\n", ", "),
        secretary_name=secretary.name,
        secretary_email=secretary.email,
        secretary_phone=secretary.phone,
        executive_name=executive.name,
        executive_email=executive.email,
        executive_phone=executive.phone,
        substitute=row.substitute,
        valid_from=row.valid_from,
        last_day=row.last_day,
    )


def member_sheet(content: MemberListContent) -> Sheet:
    """Return the members as a table, and after them those who sit in without a seat."""
    everybody = (*content.members, *content.attached)
    return Sheet(
        title=content.body_name,
        columns=tuple(SheetColumn(column.value, width) for column, width in EXPORTED.items()),
        rows=tuple(tuple(cells[column] for column in EXPORTED) for cells in map(_cells, everybody)),
    )


def _cells(member: MemberContent) -> dict[MemberColumn, SheetValue]:
    return {
        MemberColumn.GIVEN_NAME: member.given_name,
        MemberColumn.FAMILY_NAME: member.family_name,
        MemberColumn.PARTY: member.party_letter,
        MemberColumn.PARTY_NAME: member.party_name,
        MemberColumn.MUNICIPALITY: member.municipality,
        MemberColumn.TITLE: member.title,
        MemberColumn.ROLE: member.role,
        MemberColumn.TYPE: member.type,
        MemberColumn.EMAIL: member.email,
        MemberColumn.PHONE: member.phone,
        MemberColumn.ADDRESS: member.address,
        MemberColumn.SECRETARY_NAME: member.secretary_name,
        MemberColumn.SECRETARY_EMAIL: member.secretary_email,
        MemberColumn.SECRETARY_PHONE: member.secretary_phone,
        MemberColumn.EXECUTIVE_NAME: member.executive_name,
        MemberColumn.EXECUTIVE_EMAIL: member.executive_email,
        MemberColumn.EXECUTIVE_PHONE: member.executive_phone,
        MemberColumn.SUBSTITUTE: member.substitute,
        MemberColumn.VALID_FROM: member.valid_from,
        MemberColumn.LAST_DAY: member.last_day,
    }


def _xlsx(content: MemberListContent) -> bytes:
    return write_xlsx(member_sheet(content))


def _csv(content: MemberListContent) -> bytes:
    return write_csv(member_sheet(content))


def _contact_cards(content: MemberListContent) -> bytes:
    from kkr_desktop.documents.contact_cards import write_contact_cards

    return write_contact_cards((*content.members, *content.attached), content.body_name)


def _directory(content: MemberListContent) -> bytes:
    from kkr_desktop.documents.directory import render_directory

    return render_directory(content)


_WRITERS: dict[str, Callable[[MemberListContent], bytes]] = dict(
    zip(KINDS_OF_FILE, (_xlsx, _csv, _contact_cards, _directory), strict=True)
)
