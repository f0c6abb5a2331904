"""The seats of a body: finds a vacant one that fits, and says who sits there."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Post, PostKind, Term
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.people import Membership, Person
from kkr_desktop.services.register import live

_AFTER_ALL_OTHERS = 2000


def term_on(session: Session, day: date) -> Term:
    """Return the election term that `day` lies in, or the nearest before it."""
    term = session.scalars(
        select(Term)
        .where(live(Term), Term.starts_on <= day)
        .order_by(Term.starts_on.desc())
        .limit(1)
    ).one_or_none()
    if term is None:
        raise InvalidValue("Fra", "Datoen ligger før den første valgperiode. Vælg en senere dato.")
    return term


def free_seat(
    session: Session,
    body_id: int,
    kind: PostKind,
    day: date,
    *,
    municipality_id: int | None,
    party_id: int | None,
) -> Post:
    """Return a vacant seat that fits, or a new one: the number of seats is a warning only.

    Raises InvalidValue where the municipality's mayor sits already.
    """
    term = term_on(session, day)
    taken = (
        select(Membership.post_id)
        .where(
            live(Membership),
            Membership.substitute_for_id.is_(None),
            (Membership.valid_to.is_(None)) | (Membership.valid_to > day),
        )
        .scalar_subquery()
    )
    seats = (
        select(Post)
        .where(Post.body_id == body_id, Post.term_id == term.id, Post.kind == kind)
        .where(live(Post))
        .order_by(Post.sort_key, Post.id)
    )
    if kind is PostKind.EX_OFFICIO:
        seat = session.scalars(
            seats.where(Post.municipality_id == municipality_id).limit(1)
        ).one_or_none()
        if seat is not None:
            refuse_taken(session, seat, day)
            return seat
    else:
        free = seats.where(Post.id.not_in(taken))
        for fitting in (Post.party_id == party_id, Post.party_id.is_(None)):
            seat = session.scalars(free.where(fitting).limit(1)).one_or_none()
            if seat is not None:
                seat.party_id = party_id
                return seat
    post = Post(
        body_id=body_id,
        term_id=term.id,
        kind=kind,
        municipality_id=municipality_id if kind is PostKind.EX_OFFICIO else None,
        party_id=party_id if kind is PostKind.SUPPLEMENTARY else None,
        sort_key=_AFTER_ALL_OTHERS,
    )
    session.add(post)
    session.flush()
    return post


def refuse_taken(session: Session, seat: Post, day: date) -> None:
    """Raise InvalidValue when somebody sits on the seat on `day` or later."""
    holder = session.scalars(
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.post_id == seat.id,
            Membership.substitute_for_id.is_(None),
            live(Membership),
            (Membership.valid_to.is_(None)) | (Membership.valid_to > day),
        )
    ).first()
    if holder is not None:
        is_mayor = seat.kind is PostKind.EX_OFFICIO
        whose = "borgmesterens plads" if is_mayor else "pladsen"
        raise InvalidValue(
            "Kommune" if is_mayor else "Plads",
            f"{holder.name} har allerede {whose}. Afslut først det medlemskab, "
            "eller vælg en senere dato.",
        )
