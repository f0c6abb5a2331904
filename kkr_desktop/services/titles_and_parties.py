"""Writes the title and the party of a person from a day on; the time before stays as it was."""

from datetime import date
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.people import Membership, Office, PartyTie
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.person_facts import fact_name, fact_words
from kkr_desktop.services.register import holds, live

_OfPerson = TypeVar("_OfPerson", Office, PartyTie)


def current(fact: type[_OfPerson], person_id: int, day: date) -> Select[_OfPerson]:
    """Return the query for the title or the party tie that holds on `day`."""
    return select(fact).where(fact.person_id == person_id, live(fact), holds(fact, day))


def party_on(session: Session, person_id: int, day: date) -> int | None:
    """Return the party that a person belongs to on `day`."""
    tie = session.scalars(current(PartyTie, person_id, day)).first()
    return None if tie is None else tie.party_id


def end_on(fact: Membership | Office | PartyTie, day: date) -> None:
    """End a fact before `day`; one that began that same day is removed instead."""
    if fact.valid_from >= day:
        fact.deleted_at = now()
    else:
        fact.valid_to = day


def write_office(
    session: Session, person_id: int, title: str, municipality_id: int | None, day: date
) -> None:
    """Give a person a title from `day` until the next that is known; the former one ends."""
    clean = one_line(title)
    former = session.scalars(current(Office, person_id, day)).first()
    if former is not None:
        if (former.title, former.municipality_id) == (clean, municipality_id):
            return
        end_on(former, day)
    office = Office(
        person_id=person_id,
        title=clean,
        municipality_id=municipality_id,
        valid_from=day,
        valid_to=_next_start(session, Office, person_id, day),
    )
    session.add(office)
    _record(session, office, former)


def write_party(session: Session, person_id: int, party_id: int | None, day: date) -> None:
    """Tie a person to a party from `day` until the next that is known; None is no party."""
    former = session.scalars(current(PartyTie, person_id, day)).first()
    if former is not None:
        if former.party_id == party_id:
            return
        end_on(former, day)
        if party_id is None:
            record(session, former, "remove", before=fact_name(session, former))
    if party_id is not None:
        tie = PartyTie(
            person_id=person_id,
            party_id=party_id,
            valid_from=day,
            valid_to=_next_start(session, PartyTie, person_id, day),
        )
        session.add(tie)
        _record(session, tie, former)


def move_starts(session: Session, person_id: int, old: date, new: date) -> None:
    """Let the title and the party that began on `old` begin on `new`, where nothing else holds."""
    for kind in (Office, PartyTie):
        own = session.scalars(
            select(kind).where(kind.person_id == person_id, kind.valid_from == old, live(kind))
        ).all()
        for fact in own:
            others = session.scalars(
                select(kind.id).where(
                    kind.person_id == person_id,
                    kind.id != fact.id,
                    live(kind),
                    kind.valid_from < old,
                    (kind.valid_to.is_(None)) | (kind.valid_to > new),
                )
            )
            if others.first() is None and (fact.valid_to is None or new < fact.valid_to):
                fact.valid_from = new


def _next_start(
    session: Session, fact: type[Office] | type[PartyTie], person_id: int, day: date
) -> date | None:
    return session.scalars(
        select(fact.valid_from)
        .where(fact.person_id == person_id, live(fact), fact.valid_from > day)
        .order_by(fact.valid_from)
        .limit(1)
    ).one_or_none()


def _record(session: Session, fact: Office | PartyTie, former: Office | PartyTie | None) -> None:
    before = "" if former is None else fact_name(session, former)
    action = "change" if before else "add"
    record(session, fact, action, before=before, after=fact_words(session, fact))
