"""Who chairs a body: one chair and one vice-chair at a time, the next taking over by consent."""

from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Body, Post, PostKind
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import InvalidValue, KkrError
from kkr_desktop.model.people import Membership, Person
from kkr_desktop.services.chairmanships import follow
from kkr_desktop.services.register import ROLE_NAMES, ROLE_POSTS, MemberRole, holds, live
from kkr_desktop.services.titles_and_parties import end_on
from kkr_desktop.storage.database import Database

_NAMES = {kind: ROLE_NAMES[role] for role, kind in ROLE_POSTS.items()}


class RoleTaken(KkrError):
    """Somebody else leads the body on those days; who takes over is asked first."""

    def __init__(self, role: str, name: str) -> None:
        self.role = role
        self.name = name

    def explain(self) -> str:
        """Return who has the role, in Danish."""
        return f"{self.name} er {self.role.lower()} på den dag. Der kan kun være én ad gangen."


def leader_other_than(
    database: Database, body_id: int, role: MemberRole, day: date, name: str
) -> str:
    """Return who has a role on `day`, empty for nobody or for the one called `name`."""
    kind = ROLE_POSTS.get(role)
    if kind is None:
        return ""
    with database.read() as session:
        found = other_leader(session, body_id, kind, holds(Membership, day) & live(Membership))
        return "" if found is None or found[1].name == name else found[1].name


def other_leader(
    session: Session, body_id: int, kind: PostKind, condition: ColumnElement[bool]
) -> tuple[Membership, Person] | None:
    """Return the first of a body's chairs, or vice-chairs, whose membership is as wanted."""
    found = session.execute(
        select(Membership, Person)
        .join(Person, Person.id == Membership.person_id)
        .join(Post, Post.id == Membership.post_id)
        .join(Body, Body.id == Post.body_id)
        .where(Body.id == body_id, Post.kind == kind, condition)
        .order_by(Membership.valid_from)
    ).first()
    return None if found is None else (found[0], found[1])


def end_leader(
    session: Session,
    leader: tuple[Membership, Person],
    kind: PostKind,
    day: date,
    *,
    takes_over: bool,
) -> None:
    """Let a chair leave on `day` for the next one, the chairmanship with it.

    Raises RoleTaken unless the next one takes over, and InvalidValue for a chair who comes later.
    """
    membership, person = leader
    if membership.valid_from > day:
        raise InvalidValue(
            "Sidste dag",
            f"{person.name} er {_NAMES[kind].lower()} fra {long_date(membership.valid_from)}. "
            "Vælg en sidste dag før den.",
        )
    if not takes_over:
        raise RoleTaken(_NAMES[kind], person.name)
    end_on(membership, day)
    follow(session, membership)
