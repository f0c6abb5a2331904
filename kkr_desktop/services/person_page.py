"""All that is known of a person over time, and who wrote it when."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from kkr_desktop.model.bodies import Body, Post, PostKind
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.log import AuditEvent
from kkr_desktop.model.people import Membership, Office, PartyTie, Person
from kkr_desktop.services.person_facts import FactDraft, FactKind, fact_name
from kkr_desktop.services.register import live
from kkr_desktop.storage.database import Database

_POST_NAMES = {
    PostKind.EX_OFFICIO: "Født medlem",
    PostKind.SUPPLEMENTARY: "Suppleringsmedlem",
    PostKind.CHAIR: "Formand",
    PostKind.VICE_CHAIR: "Næstformand",
    PostKind.OBSERVER: "Observatør",
    PostKind.SECRETARY: "Sekretær",
}
WHAT_WAS_DONE = {
    ("Person", "contacts"): "Kontaktoplysninger ændret",
    ("Membership", "add"): "Tilføjet som medlem",
    ("Membership", "change"): "Oplysninger om medlemmet rettet",
    ("Membership", "end"): "Medlemskabet afsluttet",
    ("Membership", "undo_end"): "Medlemskabets afslutning taget tilbage",
    ("Membership", "role"): "Rolle givet",
    ("Membership", "hand_over"): "Pladsen gik videre",
    ("Membership", "fill"): "Ledig plads besat",
    ("Membership", "undo"): "Taget tilbage",
    ("Office", "add"): "Titel tilføjet",
    ("Office", "change"): "Titel ændret",
    ("Office", "remove"): "Titel fjernet",
    ("PartyTie", "add"): "Parti tilføjet",
    ("PartyTie", "change"): "Parti ændret",
    ("PartyTie", "remove"): "Parti fjernet",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A title or a party tie as one reads it, with the draft to change it by."""

    name: str
    draft: FactDraft


@dataclass(frozen=True, slots=True)
class MembershipFact:
    """A seat, a role or a substitute's place; `last_day` is None while no end is known."""

    name: str
    valid_from: date
    last_day: date | None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What was done, when, and by whom."""

    at: datetime
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person over time; everything stands newest first."""

    person_id: int
    name: str
    offices: tuple[Fact, ...]
    parties: tuple[Fact, ...]
    memberships: tuple[MembershipFact, ...]
    history: tuple[HistoryLine, ...]


def read_person_page(database: Database, person_id: int) -> PersonPage:
    """Return all that is known of a person. Raises NotFound."""
    with database.read() as session:
        person = session.get(Person, person_id)
        if person is None or person.deleted_at is not None:
            raise NotFound("Personen")
        return PersonPage(
            person_id=person.id,
            name=person.name,
            offices=_offices(session, person_id),
            parties=_parties(session, person_id),
            memberships=_memberships(session, person_id),
            history=_history(session, person),
        )


def _offices(session: Session, person_id: int) -> tuple[Fact, ...]:
    found = session.scalars(
        select(Office)
        .where(Office.person_id == person_id, live(Office))
        .order_by(Office.valid_from.desc())
    )
    return tuple(
        Fact(
            fact_name(session, office),
            FactDraft(
                FactKind.OFFICE,
                office.valid_from,
                _last_day(office.valid_to),
                title=office.title,
                municipality_id=office.municipality_id,
                fact_id=office.id,
                rev=office.rev,
            ),
        )
        for office in found
    )


def _parties(session: Session, person_id: int) -> tuple[Fact, ...]:
    found = session.scalars(
        select(PartyTie)
        .where(PartyTie.person_id == person_id, live(PartyTie))
        .order_by(PartyTie.valid_from.desc())
    )
    return tuple(
        Fact(
            fact_name(session, tie),
            FactDraft(
                FactKind.PARTY,
                tie.valid_from,
                _last_day(tie.valid_to),
                party_id=tie.party_id,
                fact_id=tie.id,
                rev=tie.rev,
            ),
        )
        for tie in found
    )


def _memberships(session: Session, person_id: int) -> tuple[MembershipFact, ...]:
    stood_in_for = aliased(Membership)
    found = session.execute(
        select(Membership, Post.kind, Body.name, Person)
        .join(Post, Post.id == Membership.post_id)
        .join(Body, Body.id == Post.body_id)
        .outerjoin(stood_in_for, stood_in_for.id == Membership.substitute_for_id)
        .outerjoin(Person, Person.id == stood_in_for.person_id)
        .where(Membership.person_id == person_id, live(Membership))
        .order_by(Membership.valid_from.desc())
    )
    return tuple(
        MembershipFact(
            f"{body}: " + (f"Stedfortræder for {other.name}" if other else _POST_NAMES[kind]),
            membership.valid_from,
            _last_day(membership.valid_to),
        )
        for membership, kind, body, other in found
    )


def _history(session: Session, person: Person) -> tuple[HistoryLine, ...]:
    """Return what was done to the person and to all facts about them, removed ones too."""
    uids = {person.uid}
    for fact in (Membership, Office, PartyTie):
        uids.update(session.scalars(select(fact.uid).where(fact.person_id == person.id)))
    events = session.scalars(
        select(AuditEvent)
        .where(AuditEvent.uid.in_(uids))
        .order_by(AuditEvent.at.desc(), AuditEvent.id.desc())
    )
    return tuple(HistoryLine(event.at, event.by, _told(event)) for event in events)


def _told(event: AuditEvent) -> str:
    done = WHAT_WAS_DONE.get((event.entity, event.action), "Rettet")
    if event.before and event.after and event.before != event.after:
        done += f": fra »{event.before}« til »{event.after}«"
    elif (event.entity, event.action) != ("Membership", "change") and (event.after or event.before):
        done += f": {event.after or event.before}"
    return f"{done} (begrundelse: {event.reason})" if event.reason else done


def _last_day(valid_to: date | None) -> date | None:
    return None if valid_to is None else valid_to - timedelta(days=1)
