"""Gathers everything that is kept of a person, for the person's right to see it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.member_content import PersonReportContent, ReportTable
from kkr_desktop.model.base import Dated
from kkr_desktop.model.bodies import Body, Municipality, Party, Post, post_name
from kkr_desktop.model.dates import short_date
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.follow_ups import FollowUp
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Attendance
from kkr_desktop.model.minutes_terms import ATTENDANCE_NAMES
from kkr_desktop.model.participation import ANSWER_NAMES, Reply
from kkr_desktop.model.people import (
    ContactKind,
    ContactPoint,
    Gender,
    Membership,
    Office,
    PartyTie,
    Person,
)
from kkr_desktop.services.contacts import ROLE_NAMES
from kkr_desktop.services.person_history import history_of
from kkr_desktop.services.register import live
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database

_GENDERS = {Gender.WOMAN: "Kvinde", Gender.MAN: "Mand", Gender.OTHER: "Andet"}
_INTERVAL = ("Fra", "Til")


def export_person_report(database: Database, person_id: int, moment: datetime, path: Path) -> None:
    """Write the report as PDF. Raises NotFound."""
    from kkr_desktop.documents.person_report import render_person_report

    write_complete(path, render_person_report(person_report(database, person_id, moment)))


def report_file_name(name: str, day: date) -> str:
    """Return the usual name of the report's file."""
    return pdf_file_name(f"Oplysninger om {name} {short_date(day)}")


def person_report(database: Database, person_id: int, moment: datetime) -> PersonReportContent:
    """Return all that is kept of a person at `moment`. Raises NotFound."""
    with database.read() as session:
        person = session.get(Person, person_id)
        if person is None or person.deleted_at is not None:
            raise NotFound("Personen")
        return PersonReportContent(
            document_uid=f"{person.uid}-{moment.date()}",
            dated=moment,
            name=person.name,
            tables=(
                *_gender(person),
                _contacts(session, person_id),
                _memberships(session, person_id),
                _offices(session, person_id),
                _parties(session, person_id),
                _replies(session, person_id),
                _attendance(session, person_id),
                _follow_ups(session, person_id),
                _log(session, person),
            ),
        )


def _gender(person: Person) -> tuple[ReportTable, ...]:
    """Return the gender where it is recorded; most reports have nothing to say of it."""
    if person.gender is None:
        return ()
    row = ("Køn", _GENDERS[person.gender], "Kønsbalancen")
    return (ReportTable("Person", ("Hvad", "Oplysning", "Bruges til"), (0.2, 0.4, 0.4), (row,)),)


def _contacts(session: Session, person_id: int) -> ReportTable:
    points = session.scalars(
        select(ContactPoint).where(ContactPoint.person_id == person_id, live(ContactPoint))
    )
    kinds = {
        ContactKind.EMAIL: "E-mail",
        ContactKind.PHONE: "Telefon",
        ContactKind.ADDRESS: "Adresse",
    }
    return ReportTable(
        "Kontaktoplysninger",
        ("Hvem", "Navn", "Hvad", "Oplysning", "Ønsker"),
        (0.18, 0.15, 0.10, 0.44, 0.13),
        tuple(
            (ROLE_NAMES[one.role], one.name, kinds[one.kind], one.value, _wishes(one))
            for one in points
        ),
    )


def _wishes(point: ContactPoint) -> str:
    wishes = (
        ("kopi", point.copy_agenda),
        ("papir", point.paper),
        ("stor skrift", point.large_print),
    )
    return ", ".join(words for words, wanted in wishes if wanted)


def _memberships(session: Session, person_id: int) -> ReportTable:
    rows = session.execute(
        select(Membership, Post.kind, Body.kind, Body.name)
        .join(Post, Post.id == Membership.post_id)
        .join(Body, Body.id == Post.body_id)
        .where(Membership.person_id == person_id, live(Membership))
        .order_by(Membership.valid_from)
    )
    return ReportTable(
        "Medlemskaber og roller",
        ("Råd", "Plads", *_INTERVAL, "Grund til ophør"),
        (0.24, 0.28, 0.14, 0.14, 0.20),
        tuple(
            (
                body,
                f"Stedfortræder ({post_name(of, kind).lower()})"
                if one.substitute_for_id
                else post_name(of, kind),
                *_interval(one),
                one.end_reason,
            )
            for one, kind, of, body in rows
        ),
    )


def _offices(session: Session, person_id: int) -> ReportTable:
    rows = session.execute(
        select(Office, Municipality.official_name)
        .outerjoin(Municipality, Municipality.id == Office.municipality_id)
        .where(Office.person_id == person_id, live(Office))
        .order_by(Office.valid_from)
    )
    return ReportTable(
        "Hverv",
        ("Titel", "Kommune", *_INTERVAL),
        (0.40, 0.32, 0.14, 0.14),
        tuple((one.title, town or "", *_interval(one)) for one, town in rows),
    )


def _parties(session: Session, person_id: int) -> ReportTable:
    rows = session.execute(
        select(PartyTie, Party.letter, Party.name)
        .join(Party, Party.id == PartyTie.party_id)
        .where(PartyTie.person_id == person_id, live(PartyTie))
        .order_by(PartyTie.valid_from)
    )
    return ReportTable(
        "Parti, som personen er valgt for",
        ("Parti", *_INTERVAL),
        (0.72, 0.14, 0.14),
        tuple((f"{name} ({letter})", *_interval(one)) for one, letter, name in rows),
    )


def _attendance(session: Session, person_id: int) -> ReportTable:
    rows = session.execute(
        select(Meeting.held_on, Body.name, Attendance.status)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .join(Body, Body.id == Meeting.body_id)
        .where(Attendance.person_id == person_id, live(Attendance))
        .order_by(Meeting.held_on)
    )
    return ReportTable(
        "Deltagelse i møder",
        ("Dato", "Råd", "Deltagelse"),
        (0.20, 0.45, 0.35),
        tuple((short_date(day), body, ATTENDANCE_NAMES[status]) for day, body, status in rows),
    )


def _replies(session: Session, person_id: int) -> ReportTable:
    rows = session.execute(
        select(Meeting.held_on, Body.name, Reply.answer)
        .join(Meeting, Meeting.id == Reply.meeting_id)
        .join(Body, Body.id == Meeting.body_id)
        .join(Membership, Membership.id == Reply.membership_id)
        .where(Membership.person_id == person_id, live(Reply))
        .order_by(Meeting.held_on)
    )
    return ReportTable(
        "Svar på indkaldelser",
        ("Dato", "Råd", "Svar"),
        (0.20, 0.45, 0.35),
        tuple((short_date(day), body, ANSWER_NAMES[answer]) for day, body, answer in rows),
    )


def _follow_ups(session: Session, person_id: int) -> ReportTable:
    rows = session.execute(
        select(FollowUp, Meeting.held_on)
        .join(Meeting, Meeting.id == FollowUp.meeting_id)
        .where(FollowUp.owner_person_id == person_id, live(FollowUp))
        .order_by(Meeting.held_on)
    )
    return ReportTable(
        "Opgaver fra møder",
        ("Møde", "Opgave", "Frist"),
        (0.20, 0.60, 0.20),
        tuple(
            (short_date(held_on), task.text, short_date(task.due_on) if task.due_on else "")
            for task, held_on in rows
        ),
    )


def _log(session: Session, person: Person) -> ReportTable:
    return ReportTable(
        "Ændringer i registret",
        ("Dato", "Af", "Hvad"),
        (0.16, 0.16, 0.68),
        tuple(
            (short_date(line.at.date()), line.by, line.what)
            for line in reversed(history_of(session, person))
        ),
    )


def _interval(fact: Dated) -> Iterable[str]:
    ends = fact.valid_to
    return short_date(fact.valid_from), short_date(ends - timedelta(days=1)) if ends else ""
