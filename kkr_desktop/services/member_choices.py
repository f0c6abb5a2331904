"""What a member's municipality and party are chosen from; local lists are added here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import (
    Body,
    BodyKind,
    Municipality,
    Party,
    PartyKind,
    PostKind,
    has_types,
    is_for_elected,
)
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.text import one_line
from kkr_desktop.services.body_history import with_predecessors
from kkr_desktop.services.register import holds, live
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose from in a list."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class MemberChoices:
    """What a member's municipality and party are chosen from, as on a day.

    `may_have_party` is False on a forum of staff, of whom no party is kept; `has_types`
    is False where a member is just that, neither ex officio nor supplementary.
    """

    municipalities: tuple[Choice, ...]
    parties: tuple[Choice, ...] = field(default=())
    may_have_party: bool = True
    has_types: bool = True


def member_choices(database: Database, body_id: int, day: date) -> MemberChoices:
    """Return the municipalities for the body and the parties that there are on `day`."""
    with database.read() as session:
        municipalities = municipalities_for(session, body_id, day)
        parties = session.execute(
            select(Party.id, Party.letter, Party.name, Municipality.name)
            .outerjoin(Municipality, Municipality.id == Party.municipality_id)
            .where(live(Party), holds(Party, day))
            .order_by(Party.municipality_id.is_not(None), Party.letter, Party.name)
        )
        body = session.get_one(Body, body_id)
        by_name = sorted(municipalities, key=lambda row: danish_key(row.name))
        return MemberChoices(
            tuple(Choice(*row) for row in by_name),
            tuple(
                Choice(id_, f"{letter}  {name}" + (f" ({town})" if town else ""))
                for id_, letter, name, town in parties
            ),
            may_have_party=is_for_elected(body.kind, PostKind.SUPPLEMENTARY),
            has_types=has_types(body.kind),
        )


def municipalities_for(session: Session, body_id: int, day: date) -> Sequence[Row[int, str]]:
    """Return those of a KKR, for a forum those of the KKR it belongs to, else all there are."""
    there_are = select(Municipality.id, Municipality.name).where(
        live(Municipality), holds(Municipality, day)
    )
    above: int | None = body_id
    while above is not None:
        body = session.get_one(Body, above)
        if body.kind is BodyKind.KKR:
            councils = with_predecessors(session, above, day)
            return session.execute(there_are.where(Municipality.body_id.in_(councils))).all()
        above = body.parent_id
    return session.execute(there_are).all()


def add_local_list(
    database: Database, letter: str, name: str, municipality_id: int, from_day: date
) -> Written[int]:
    """Add a local list; its letter is its own in its municipality only."""
    with database.write() as session:
        party = new_local_list(session, letter, name, municipality_id, from_day)
        return Written(party.id, (Change(Area.MEMBERS),))


def new_local_list(
    session: Session, letter: str, name: str, municipality_id: int, from_day: date
) -> Party:
    """Add a local list in a unit of work that goes on."""
    clean = one_line(name)
    mark = one_line(letter).upper()
    if not clean:
        raise InvalidValue("Lokalliste", "Skriv listens navn.")
    if not 0 < len(mark) <= 2:
        raise InvalidValue("Bogstav", "Skriv listens bogstav fra stemmesedlen, fx »L«.")
    party = Party(
        letter=mark,
        name=clean,
        short_name=clean,
        press_abbreviation=mark,
        kind=PartyKind.LOCAL,
        municipality_id=municipality_id,
        valid_from=from_day,
    )
    session.add(party)
    session.flush()
    return party
