"""Whom a seat or a substitute's place can be given to: everybody in the register."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kkr_desktop.model.bodies import Municipality, Post
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.people import Membership, Office, PartyTie, Person
from kkr_desktop.services.register import SEAT_KINDS, holds, live
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Someone in the register as on a day.

    `stands_in_for` is the membership that the person is a substitute for, and
    `seat_id` the one that they hold on the body themselves.
    """

    person_id: int
    name: str
    title: str
    municipality_id: int | None
    municipality: str
    party_id: int | None
    stands_in_for: int | None
    seat_id: int | None

    @property
    def described(self) -> str:
        """The name with what tells people of one name apart."""
        known = ", ".join(part for part in (self.title, self.municipality) if part)
        return f"{self.name} – {known}" if known else self.name


def people_to_choose(database: Database, body_id: int, day: date) -> tuple[PersonChoice, ...]:
    """Return everybody in the register, in Danish order, with what holds of them on `day`."""
    with database.read() as session:
        offices = {
            person: (title, town, name or "")
            for person, title, town, name in session.execute(
                select(Office.person_id, Office.title, Municipality.id, Municipality.name)
                .outerjoin(Municipality, Municipality.id == Office.municipality_id)
                .where(live(Office), holds(Office, day))
            )
        }
        parties: dict[int, int] = {
            row.person_id: row.party_id
            for row in session.execute(
                select(PartyTie.person_id, PartyTie.party_id).where(
                    live(PartyTie), holds(PartyTie, day)
                )
            )
        }
        seats: dict[int, int] = {}
        stands_in: dict[int, int] = {}
        for person, membership, member in session.execute(
            select(Membership.person_id, Membership.id, Membership.substitute_for_id)
            .join(Post, Post.id == Membership.post_id)
            .where(
                Post.body_id == body_id,
                Post.kind.in_(SEAT_KINDS),
                live(Membership),
                holds(Membership, day),
            )
        ):
            if member is None:
                seats[person] = membership
            else:
                stands_in[person] = member
        people = session.execute(
            select(Person.id, Person.given_name, Person.family_name).where(live(Person))
        )
        found: list[PersonChoice] = []
        for person_id, given, family in people:
            title, town_id, town = offices.get(person_id, ("", None, ""))
            found.append(
                PersonChoice(
                    person_id=person_id,
                    name=f"{given} {family}".strip(),
                    title=title,
                    municipality_id=town_id,
                    municipality=town,
                    party_id=parties.get(person_id),
                    stands_in_for=stands_in.get(person_id),
                    seat_id=seats.get(person_id),
                )
            )
    return tuple(sorted(found, key=lambda choice: danish_key(choice.name)))
