"""Election terms, and how many seats each body has in them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import Body, Municipality, Post, PostKind, SeatTarget, Term
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.people import Membership
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.body_history import with_predecessors
from kkr_desktop.services.register import SEAT_KINDS, holds, live
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_MOST_SEATS = 999
_SUPPLEMENTARY_AFTER = 1000


@dataclass(frozen=True, slots=True)
class TermDraft:
    """An election term; both days are inside it. `term_id` is None for a new one."""

    name: str
    starts_on: date
    ends_on: date
    term_id: int | None = None
    rev: int = 0


def terms(database: Database) -> tuple[TermDraft, ...]:
    """Return the election terms, the latest first."""
    with database.read() as session:
        found = session.scalars(select(Term).where(live(Term)).order_by(Term.starts_on.desc()))
        return tuple(
            TermDraft(term.name, term.starts_on, term.ends_on, term.id, term.rev) for term in found
        )


def save_term(database: Database, draft: TermDraft) -> Written[int]:
    """Add or change an election term; return its id.

    A new one has the seats of the term before it, all of them vacant.
    """
    with database.write() as session:
        _check(session, draft)
        if draft.term_id is None:
            term = Term()
        else:
            term = _term(session, draft.term_id)
            if term.rev != draft.rev:
                raise ChangedElsewhere("Valgperioden")
        term.name = one_line(draft.name)
        term.starts_on, term.ends_on = draft.starts_on, draft.ends_on
        session.add(term)
        session.flush()
        if draft.term_id is None:
            _take_over_seats(session, term)
        days = f"{term.name}: {long_date(term.starts_on)} – {long_date(term.ends_on)}"
        record(session, term, "change" if draft.term_id else "add", after=days)
        return Written(term.id, (Change(Area.MEMBERS),))


def give_seats(session: Session, body_id: int, term: Term, seats: int) -> None:
    """Set how many seats a body has in a term, in a unit of work that goes on.

    Seats are added as ones that parties fill, and taken from those that nobody
    has ever filled; a seat with a history stays, and counts as one too many.
    """
    if not 0 < seats <= _MOST_SEATS:
        raise InvalidValue("Pladser", f"Skriv et antal fra 1 til {_MOST_SEATS}.")
    target = session.scalars(
        select(SeatTarget).where(SeatTarget.body_id == body_id, SeatTarget.term_id == term.id)
    ).first()
    if target is None:
        target = SeatTarget(body_id=body_id, term_id=term.id)
        session.add(target)
    target.seats = seats
    target.deleted_at = None
    session.flush()
    posts = session.scalars(
        select(Post)
        .where(
            Post.body_id == body_id,
            Post.term_id == term.id,
            Post.kind.in_(SEAT_KINDS),
            live(Post),
        )
        .order_by(Post.sort_key, Post.id)
    ).all()
    for number in range(len(posts), seats):
        session.add(
            Post(
                body_id=body_id,
                term_id=term.id,
                kind=PostKind.SUPPLEMENTARY,
                sort_key=_SUPPLEMENTARY_AFTER + number,
            )
        )
    used = set(session.scalars(select(Membership.post_id).where(live(Membership))))
    spare = [post for post in posts if post.kind is PostKind.SUPPLEMENTARY and post.id not in used]
    for post in spare[::-1][: max(0, len(posts) - seats)]:
        post.deleted_at = now()


def seat_mayors(session: Session, body_id: int, term: Term, day: date) -> None:
    """Give each municipality of a body the seat of its mayor in a term, where it has none."""
    seated = set(
        session.scalars(
            select(Post.municipality_id).where(
                Post.body_id == body_id,
                Post.term_id == term.id,
                Post.kind == PostKind.EX_OFFICIO,
                live(Post),
            )
        )
    )
    towns = session.scalars(
        select(Municipality).where(
            Municipality.body_id.in_(with_predecessors(session, body_id, day)),
            live(Municipality),
            holds(Municipality, day),
        )
    )
    for place, town in enumerate(sorted(towns, key=lambda town: danish_key(town.name))):
        if town.id not in seated:
            session.add(
                Post(
                    body_id=body_id,
                    term_id=term.id,
                    kind=PostKind.EX_OFFICIO,
                    municipality_id=town.id,
                    sort_key=place,
                )
            )
    session.flush()


def _take_over_seats(session: Session, term: Term) -> None:
    """Give each open body the seats that it had in the term before."""
    before = session.scalars(
        select(Term)
        .where(live(Term), Term.starts_on < term.starts_on)
        .order_by(Term.starts_on.desc())
        .limit(1)
    ).one_or_none()
    if before is None:
        return
    targets = session.execute(
        select(SeatTarget, Body)
        .join(Body, Body.id == SeatTarget.body_id)
        .where(SeatTarget.term_id == before.id, live(SeatTarget), live(Body))
    ).all()
    for target, body in targets:
        if body.valid_to is None or body.valid_to > term.starts_on:
            seat_mayors(session, body.id, term, term.starts_on)
            give_seats(session, body.id, term, target.seats)


def _term(session: Session, term_id: int) -> Term:
    term = session.get(Term, term_id)
    if term is None or term.deleted_at is not None:
        raise NotFound("Valgperioden")
    return term


def _check(session: Session, draft: TermDraft) -> None:
    name = one_line(draft.name)
    if not name:
        raise InvalidValue("Navn", "Skriv valgperiodens navn, fx »2030–2034«.")
    if draft.ends_on <= draft.starts_on:
        raise InvalidValue("Til", "Valgperioden skal slutte, efter den er begyndt.")
    for other in session.scalars(select(Term).where(live(Term))):
        if other.id == draft.term_id:
            continue
        if other.name == name:
            raise InvalidValue("Navn", f"Der er allerede en valgperiode, der hedder »{name}«.")
        if other.starts_on <= draft.ends_on and draft.starts_on <= other.ends_on:
            raise InvalidValue("Fra", f"Valgperioden {other.name} dækker nogle af de samme dage.")
