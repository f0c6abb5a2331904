"""The titles and party ties of a person, each with its own days."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import Municipality, Party
from kkr_desktop.model.dates import interval_words
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.people import Office, PartyTie, Person
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.party_rule import refuse_party_of_staff
from kkr_desktop.services.register import live
from kkr_desktop.services.undoable import Recording
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database


class FactKind(StrEnum):
    """What is known of a person for some days."""

    OFFICE = "office"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class FactDraft:
    """A title in a municipality, or a party, and the days it holds.

    `fact_id` is None for a new one; `last_day` is None while no end is known.
    """

    kind: FactKind
    valid_from: date
    last_day: date | None = None
    title: str = ""
    municipality_id: int | None = None
    party_id: int | None = None
    fact_id: int | None = None
    rev: int = 0


def save_fact(database: Database, person_id: int, draft: FactDraft) -> Written[int]:
    """Add or change a title or a party tie; return its id.

    Raises InvalidValue where it would hold on the same days as another, and for the party
    of someone who is not elected.
    """
    _check(draft)
    with database.write() as session:
        recording = Recording(session)
        person = session.get(Person, person_id)
        if person is None or person.deleted_at is not None:
            raise NotFound("Personen")
        if draft.kind is FactKind.PARTY:
            refuse_party_of_staff(session, person)
        _refuse_overlap(session, person_id, draft)
        fact = _fact(session, draft, person_id)
        before = fact_words(session, fact) if draft.fact_id is not None else ""
        _fill(fact, draft)
        session.add(fact)
        session.flush()
        action = "change" if before else "add"
        after = fact_words(session, fact)
        if before != after:
            record(session, fact, action, before=before, after=after)
        return recording.written(fact.id, (Change(Area.MEMBERS),))


def fact_draft(fact: Office | PartyTie) -> FactDraft:
    """Return a title or a party tie as it is to be changed."""
    ends = fact.valid_to
    is_office = isinstance(fact, Office)
    return FactDraft(
        FactKind.OFFICE if is_office else FactKind.PARTY,
        fact.valid_from,
        None if ends is None else ends - timedelta(days=1),
        title=fact.title if is_office else "",
        municipality_id=fact.municipality_id if is_office else None,
        party_id=None if is_office else fact.party_id,
        fact_id=fact.id,
        rev=fact.rev,
    )


def remove_fact(database: Database, kind: FactKind, fact_id: int, rev: int) -> Written[None]:
    """Remove a title or a party tie that was written by mistake."""
    with database.write() as session:
        recording = Recording(session)
        fact = session.get(ENTITIES[kind], fact_id)
        if fact is None or fact.deleted_at is not None:
            raise NotFound(_FIELDS[kind])
        if fact.rev != rev:
            raise ChangedElsewhere(_FIELDS[kind])
        record(session, fact, "remove", before=fact_words(session, fact))
        fact.deleted_at = now()
        return recording.written(None, (Change(Area.MEMBERS),))


def fact_words(session: Session, fact: Office | PartyTie) -> str:
    """Return for example "Borgmester, Aalborg fra 1. januar 2026"."""
    return f"{fact_name(session, fact)} {interval_words(fact.valid_from, fact.valid_to)}"


def fact_name(session: Session, fact: Office | PartyTie) -> str:
    """Return the title with its municipality, or the party with a local list's municipality."""
    if isinstance(fact, Office):
        town = session.get(Municipality, fact.municipality_id) if fact.municipality_id else None
        return f"{fact.title}, {town.name}" if town is not None else fact.title
    party = session.get_one(Party, fact.party_id)
    town = session.get(Municipality, party.municipality_id) if party.municipality_id else None
    return f"{party.name} ({town.name})" if town is not None else party.name


ENTITIES: dict[FactKind, type[Office] | type[PartyTie]] = {
    FactKind.OFFICE: Office,
    FactKind.PARTY: PartyTie,
}
_FIELDS = {FactKind.OFFICE: "Titel", FactKind.PARTY: "Parti"}


def _check(draft: FactDraft) -> None:
    if draft.kind is FactKind.OFFICE and not one_line(draft.title):
        raise InvalidValue("Titel", "Skriv titlen, fx »Borgmester«.")
    if draft.kind is FactKind.PARTY and draft.party_id is None:
        raise InvalidValue("Parti", "Vælg partiet eller lokallisten.")
    if draft.last_day is not None and draft.last_day < draft.valid_from:
        raise InvalidValue("Sidste dag", "Den kan ikke ligge før den første dag.")


def _refuse_overlap(session: Session, person_id: int, draft: FactDraft) -> None:
    entity = ENTITIES[draft.kind]
    others = session.scalars(
        select(entity).where(
            entity.person_id == person_id,
            live(entity),
            (entity.valid_to.is_(None)) | (entity.valid_to > draft.valid_from),
        )
    )
    for other in others:
        begins_later = draft.last_day is not None and other.valid_from > draft.last_day
        if other.id == draft.fact_id or begins_later:
            continue
        raise InvalidValue(
            _FIELDS[draft.kind],
            f"»{fact_words(session, other)}« gælder nogle af de samme dage. "
            "Afslut den først, eller vælg andre dage.",
        )


def _fact(session: Session, draft: FactDraft, person_id: int) -> Office | PartyTie:
    if draft.fact_id is None:
        return ENTITIES[draft.kind](person_id=person_id)
    fact = session.get(ENTITIES[draft.kind], draft.fact_id)
    if fact is None or fact.deleted_at is not None or fact.person_id != person_id:
        raise NotFound(_FIELDS[draft.kind])
    if fact.rev != draft.rev:
        raise ChangedElsewhere(_FIELDS[draft.kind])
    return fact


def _fill(fact: Office | PartyTie, draft: FactDraft) -> None:
    fact.valid_from = draft.valid_from
    fact.valid_to = None if draft.last_day is None else draft.last_day + timedelta(days=1)
    if isinstance(fact, Office):
        fact.title = one_line(draft.title)
        fact.municipality_id = draft.municipality_id
    elif draft.party_id is not None:
        fact.party_id = draft.party_id
