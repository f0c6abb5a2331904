"""The seats that nobody fills: whose they are to fill, and since when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import (
    Body,
    Municipality,
    Party,
    Post,
    PostKind,
    Term,
    has_types,
)
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.people import Membership, Person
from kkr_desktop.services.body_history import is_closed
from kkr_desktop.services.register import SEAT_KINDS, holds, live
from kkr_desktop.services.seats import term_on
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class VacantSeat:
    """A seat that nobody fills on a day.

    A mayor's names its `municipality`, one that a party fills its `party_id`,
    None while no party has been given it; no party fills one of a forum or a chairmanship,
    that is not `of_council`. `since` is the first day without a holder: of the term
    where there was none yet, and then `last_holder` is empty. `taken_from` is the day on
    which someone is known to come.
    """

    post_id: int
    kind: PostKind
    municipality_id: int | None
    municipality: str
    party_id: int | None
    party_letter: str
    party_name: str
    since: date
    last_holder: str
    taken_from: date | None
    of_council: bool = True


def vacant_seats(database: Database, body_id: int, day: date) -> tuple[VacantSeat, ...]:
    """Return the vacant seats of a body on `day`: mayors' first, then the parties'."""
    with database.read() as session:
        return vacant_seats_in(session, body_id, day)


def vacant_seats_in(session: Session, body_id: int, day: date) -> tuple[VacantSeat, ...]:
    """Return the same in a unit of work that goes on; a closed body has none."""
    if is_closed(session, body_id, day):
        return ()
    try:
        term = term_on(session, day)
    except InvalidValue:
        return ()
    holding = select(Membership.post_id).where(
        Membership.substitute_for_id.is_(None), live(Membership), holds(Membership, day)
    )
    rows = session.execute(
        select(Post, Municipality.name, Party.letter, Party.name)
        .outerjoin(Municipality, Municipality.id == Post.municipality_id)
        .outerjoin(Party, Party.id == Post.party_id)
        .where(
            Post.body_id == body_id,
            Post.term_id == term.id,
            Post.kind.in_(SEAT_KINDS),
            live(Post),
            Post.id.not_in(holding),
        )
    ).all()
    posts = {row[0].id for row in rows}
    left = _last_holders(session, posts, day)
    coming = _first_to_come(session, posts, day)
    body = session.get_one(Body, body_id)
    found = [_seat(body, term, post, names, left, coming) for post, *names in rows]
    return tuple(
        sorted(
            found,
            key=lambda seat: (
                seat.kind is not PostKind.EX_OFFICIO,
                danish_key(seat.municipality),
                not seat.party_letter,
                danish_key(seat.party_letter),
                seat.since,
                seat.post_id,
            ),
        )
    )


def _seat(
    body: Body,
    term: Term,
    post: Post,
    names: Sequence[str | None],
    left: Mapping[int, tuple[date, str]],
    coming: Mapping[int, date],
) -> VacantSeat:
    municipality, letter, party = (name or "" for name in names)
    since, last_holder = left.get(post.id, (term.starts_on, ""))
    return VacantSeat(
        post_id=post.id,
        kind=post.kind,
        municipality_id=post.municipality_id,
        municipality=municipality,
        party_id=post.party_id,
        party_letter=letter,
        party_name=party,
        since=since,
        last_holder=last_holder,
        taken_from=coming.get(post.id),
        of_council=has_types(body.kind),
    )


def _last_holders(session: Session, posts: set[int], day: date) -> dict[int, tuple[date, str]]:
    """Return who left each post last, and the first day without them."""
    rows = session.execute(
        select(Membership.post_id, Membership.valid_to, Person)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.post_id.in_(posts),
            Membership.substitute_for_id.is_(None),
            live(Membership),
            Membership.valid_to <= day,
        )
        .order_by(Membership.valid_to)
    )
    return {post: (end, person.name) for post, end, person in rows if end is not None}


def _first_to_come(session: Session, posts: set[int], day: date) -> dict[int, date]:
    rows = session.execute(
        select(Membership.post_id, func.min(Membership.valid_from))
        .where(
            Membership.post_id.in_(posts),
            Membership.substitute_for_id.is_(None),
            live(Membership),
            Membership.valid_from > day,
        )
        .group_by(Membership.post_id)
    )
    return {post: day for post, day in rows}  # noqa: C416
