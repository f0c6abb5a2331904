"""All that is known of a person over time, and who wrote it when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.log import AuditEvent
from kkr_desktop.model.people import Membership, Office, PartyTie, Person
from kkr_desktop.services.party_rule import may_have_party
from kkr_desktop.services.person_facts import (
    ENTITIES,
    FactDraft,
    FactKind,
    fact_draft,
    fact_name,
)
from kkr_desktop.services.person_memberships import MembershipFact, memberships_of
from kkr_desktop.services.register import live
from kkr_desktop.storage.database import Database

WHAT_WAS_DONE = {
    ("Person", "contacts"): "Kontaktoplysninger ændret",
    ("Membership", "add"): "Tilføjet som medlem",
    ("Membership", "change"): "Oplysninger om medlemmet rettet",
    ("Membership", "end"): "Medlemskabet afsluttet",
    ("Membership", "undo_end"): "Medlemskabets afslutning taget tilbage",
    ("Membership", "correct"): "Medlemskab rettet",
    ("Membership", "remove"): "Medlemskab fjernet",
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
class HistoryLine:
    """What was done, when, and by whom."""

    at: datetime
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person over time; everything stands newest first.

    `may_have_party` is False for staff and guests, of whom none is kept.
    """

    person_id: int
    name: str
    may_have_party: bool
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
            may_have_party=may_have_party(session, person_id),
            offices=_facts(session, person_id, FactKind.OFFICE),
            parties=_facts(session, person_id, FactKind.PARTY),
            memberships=memberships_of(session, person_id),
            history=_history(session, person),
        )


def _facts(session: Session, person_id: int, kind: FactKind) -> tuple[Fact, ...]:
    entity = ENTITIES[kind]
    found = session.scalars(
        select(entity)
        .where(entity.person_id == person_id, live(entity))
        .order_by(entity.valid_from.desc())
    )
    return tuple(Fact(fact_name(session, fact), fact_draft(fact)) for fact in found)


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
