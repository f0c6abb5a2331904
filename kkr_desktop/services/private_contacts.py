"""Whether private contact data of a person may be kept: it is off unless a body says so."""

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Body, Post
from kkr_desktop.model.people import ContactPoint, ContactRole, Membership
from kkr_desktop.services.register import live


def may_keep_private(session: Session, person_id: int) -> bool:
    """Tell whether one of the bodies that a person has a place on keeps private contact data."""
    return session.scalars(_allowed().where(Membership.person_id == person_id)).first() is not None


def private_points(session: Session, body_id: int) -> list[ContactPoint]:
    """Return the private contact data that only this body lets be kept."""
    of_body = _places(Post.body_id == body_id)
    elsewhere = _allowed().where(Post.body_id != body_id)
    return list(
        session.scalars(
            select(ContactPoint).where(
                ContactPoint.role == ContactRole.PRIVATE,
                ContactPoint.person_id.in_(of_body),
                ContactPoint.person_id.not_in(elsewhere),
                live(ContactPoint),
            )
        )
    )


def _allowed() -> Select[int]:
    return _places(Body.private_contacts.is_(True))


def _places(condition: ColumnElement[bool]) -> Select[int]:
    return (
        select(Membership.person_id)
        .join(Post, Post.id == Membership.post_id)
        .join(Body, Body.id == Post.body_id)
        .where(live(Membership), condition)
    )
