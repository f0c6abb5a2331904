"""The seats of a body on a day: how many are taken, by whom, and what is missing."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import (
    Body,
    Municipality,
    PostKind,
    SeatTarget,
    has_types,
    is_for_elected,
)
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.people import Gender, Person
from kkr_desktop.services.body_history import is_closed, with_predecessors
from kkr_desktop.services.register import MemberRow, holds, live, members_in
from kkr_desktop.services.seats import term_on
from kkr_desktop.services.vacant_seats import VacantSeat, vacant_seats_in
from kkr_desktop.storage.database import Database

_EACH_MUNICIPALITY = 2
"""A KKR has at most twice as many members as its municipalities (standing orders of KL)."""


@dataclass(frozen=True, slots=True)
class PartySeats:
    """How many of the members belong to a party; letter and name are empty for none."""

    letter: str
    name: str
    seats: int


@dataclass(frozen=True, slots=True)
class GenderBalance:
    """How many members of each gender are recorded, and of how many nothing is."""

    women: int
    men: int
    others: int
    not_recorded: int


@dataclass(frozen=True, slots=True)
class SeatAccount:
    """The seats of a body on a day.

    `seats` is None when nobody has set the number, `cap` where no municipality
    belongs to the body, `for_elected` False for a forum of staff, and `has_types` False
    where members are neither ex officio nor supplementary. `parties` stand with the
    largest first, `vacant` with the mayors' seats first.
    """

    seats: int | None
    filled: int
    cap: int | None
    parties: tuple[PartySeats, ...]
    genders: GenderBalance
    vacant: tuple[VacantSeat, ...]
    for_elected: bool = True
    has_types: bool = True

    @property
    def without_mayor(self) -> tuple[str, ...]:
        """The municipalities whose mayor is missing, in Danish order."""
        return tuple(seat.municipality for seat in self.vacant if seat.kind is PostKind.EX_OFFICIO)

    @property
    def is_over_cap(self) -> bool:
        """Whether there are more than two for each municipality; a warning, never a rule."""
        return self.cap is not None and max(self.filled, self.seats or 0) > self.cap


def seat_account(database: Database, body_id: int, day: date) -> SeatAccount:
    """Count the seats of a body as on `day`."""
    with database.read() as session:
        kind = session.get_one(Body, body_id).kind
        members = members_in(session, body_id, day)
        towns = session.scalar(
            select(func.count())
            .select_from(Municipality)
            .where(
                Municipality.body_id.in_(with_predecessors(session, body_id, day)),
                live(Municipality),
                holds(Municipality, day),
            )
        )
        return SeatAccount(
            seats=_seats(session, body_id, day),
            filled=len(members),
            cap=_EACH_MUNICIPALITY * towns if towns else None,
            parties=_parties(members),
            genders=_genders(session, members),
            vacant=vacant_seats_in(session, body_id, day),
            for_elected=is_for_elected(kind, PostKind.SUPPLEMENTARY),
            has_types=has_types(kind),
        )


def _seats(session: Session, body_id: int, day: date) -> int | None:
    if is_closed(session, body_id, day):
        return None
    try:
        term = term_on(session, day)
    except InvalidValue:
        return None
    return session.scalars(
        select(SeatTarget.seats).where(
            SeatTarget.body_id == body_id, SeatTarget.term_id == term.id, live(SeatTarget)
        )
    ).first()


def _parties(members: tuple[MemberRow, ...]) -> tuple[PartySeats, ...]:
    counted = Counter((row.party_letter, row.party_name) for row in members)
    found = [PartySeats(letter, name, seats) for (letter, name), seats in counted.items()]
    return tuple(
        sorted(
            found,
            key=lambda party: (not party.letter, -party.seats, danish_key(party.letter)),
        )
    )


def _genders(session: Session, members: tuple[MemberRow, ...]) -> GenderBalance:
    recorded = Counter(
        session.scalars(
            select(Person.gender).where(Person.id.in_([row.person_id for row in members]))
        )
    )
    return GenderBalance(
        women=recorded[Gender.WOMAN],
        men=recorded[Gender.MAN],
        others=recorded[Gender.OTHER],
        not_recorded=recorded[None],
    )
