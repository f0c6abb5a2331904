"""Who people are on a day, members or not: name, title, party and municipality."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Party
from kkr_desktop.model.people import PartyTie, Person
from kkr_desktop.services.register import holds, live, offices_on


@dataclass(frozen=True, slots=True)
class PersonOn:
    """A person as on one day; empty texts where nothing is known."""

    id: int
    name: str
    title: str = ""
    municipality: str = ""
    official_municipality: str = ""
    party_id: int | None = None
    party_letter: str = ""


def people_on(session: Session, people: Iterable[int], day: date) -> dict[int, PersonOn]:
    """Return people as on `day`, by their ids."""
    ids = set(people)
    offices = offices_on(session, ids, day)
    parties = {
        person: (party, letter)
        for person, party, letter in session.execute(
            select(PartyTie.person_id, Party.id, Party.letter)
            .join(Party, Party.id == PartyTie.party_id)
            .where(PartyTie.person_id.in_(ids), live(PartyTie), holds(PartyTie, day))
        )
    }
    return {
        person.id: PersonOn(
            person.id,
            person.name,
            *offices.get(person.id, ("", "", "")),
            *parties.get(person.id, (None, "")),
        )
        for person in session.scalars(select(Person).where(Person.id.in_(ids)))
    }
