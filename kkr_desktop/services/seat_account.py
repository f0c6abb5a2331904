"""How many of a body's seats are taken, and whose mayor is missing."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kkr_desktop.model.bodies import Municipality, Post, PostKind, SeatTarget, Term
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.people import Membership
from kkr_desktop.services.register import SEAT_KINDS, holds, live
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class SeatAccount:
    """The seats of a body on a day. `seats` is None when nobody has set the number."""

    seats: int | None
    filled: int
    without_mayor: tuple[str, ...]


def seat_account(database: Database, body_id: int, day: date) -> SeatAccount:
    """Count the seats of a body as on `day`."""
    with database.read() as session:
        seats = session.scalar(
            select(SeatTarget.seats)
            .join(Term, Term.id == SeatTarget.term_id)
            .where(SeatTarget.body_id == body_id, Term.starts_on <= day, Term.ends_on >= day)
        )
        holding = (
            select(Membership.post_id)
            .join(Post, Post.id == Membership.post_id)
            .where(
                Post.body_id == body_id,
                Post.kind.in_(SEAT_KINDS),
                Membership.substitute_for_id.is_(None),
                live(Membership),
                holds(Membership, day),
            )
        )
        filled = session.scalar(select(func.count()).select_from(holding.subquery())) or 0
        missing = session.scalars(
            select(Municipality.name)
            .join(Post, Post.municipality_id == Municipality.id)
            .join(Term, Term.id == Post.term_id)
            .where(
                Post.body_id == body_id,
                Post.kind == PostKind.EX_OFFICIO,
                live(Post),
                Term.starts_on <= day,
                Term.ends_on >= day,
                Post.id.not_in(holding),
            )
        )
        return SeatAccount(seats, filled, tuple(sorted(missing, key=danish_key)))
