"""All that is known of a person over time, and who wrote it when."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.people import Person
from kkr_desktop.services.party_rule import may_have_party
from kkr_desktop.services.person_facts import (
    ENTITIES,
    FactDraft,
    FactKind,
    fact_draft,
    fact_name,
)
from kkr_desktop.services.person_history import HistoryLine, history_of
from kkr_desktop.services.person_memberships import MembershipFact, memberships_of
from kkr_desktop.services.register import live
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Fact:
    """A title or a party tie as one reads it, with the draft to change it by."""

    name: str
    draft: FactDraft


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
            history=history_of(session, person),
        )


def _facts(session: Session, person_id: int, kind: FactKind) -> tuple[Fact, ...]:
    entity = ENTITIES[kind]
    found = session.scalars(
        select(entity)
        .where(entity.person_id == person_id, live(entity))
        .order_by(entity.valid_from.desc())
    )
    return tuple(Fact(fact_name(session, fact), fact_draft(fact)) for fact in found)
