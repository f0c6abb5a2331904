"""No party is kept of staff and guests: it is theirs alone (GDPR article 9)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Body, Post, PostKind, is_for_elected
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.people import Membership, Person
from kkr_desktop.services.register import live


def may_have_party(session: Session, person_id: int) -> bool:
    """Tell whether a party may be kept: of the elected, and of who has no place yet."""
    places = session.execute(
        select(Body.kind, Post.kind)
        .join(Post, Post.body_id == Body.id)
        .join(Membership, Membership.post_id == Post.id)
        .where(Membership.person_id == person_id, live(Membership))
    ).all()
    return not places or any(is_for_elected(body, post) for body, post in places)


def refuse_party_of_staff(session: Session, person: Person) -> None:
    """Raise InvalidValue where the register would come to hold the party of staff."""
    if not may_have_party(session, person.id):
        raise _party_of_staff(person.name)


def refuse_party_on(
    session: Session, body_id: int, kind: PostKind, party_id: int | None, name: str
) -> None:
    """Raise InvalidValue for a party together with a place that is not for elected people."""
    body = session.get_one(Body, body_id)
    if party_id is not None and not is_for_elected(body.kind, kind):
        raise _party_of_staff(name)


def _party_of_staff(name: str) -> InvalidValue:
    return InvalidValue(
        "Parti",
        f"{name} har ingen plads som folkevalgt. Parti skrives kun om folkevalgte, "
        "ikke om ansatte og gæster.",
    )
