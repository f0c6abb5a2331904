"""Writes who chairs a body and who stands in for whom; both are memberships with days."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Post
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.people import Membership, Office, Person
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.chairmanships import follow
from kkr_desktop.services.register import ROLE_NAMES, ROLE_POSTS, MemberRole, holds, live
from kkr_desktop.services.titles_and_parties import end_on


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who is to stand in, nobody when there is no name.

    `person_id` says which person in the register is meant; it counts only while
    that person is called `name`.
    """

    name: str = ""
    person_id: int | None = None


def write_role(
    session: Session,
    body_id: int,
    term_id: int,
    person_id: int,
    role: MemberRole,
    day: date,
    until: date | None = None,
) -> None:
    """Give the person the role from `day` on; who held it before leaves it that day.

    It lasts until the next holder who is known, and no longer than `until`, where the
    seat ends. The chairmanship of the council follows.
    """
    has_it = False
    for other, kind in ROLE_POSTS.items():
        holders = session.scalars(
            select(Membership)
            .join(Post, Post.id == Membership.post_id)
            .where(
                Post.body_id == body_id,
                Post.kind == kind,
                live(Membership),
                holds(Membership, day),
            )
        ).all()
        for holder in holders:
            if (holder.person_id == person_id) is (other is role):
                has_it |= other is role
            elif other is role or holder.person_id == person_id:
                end_on(holder, day)
                follow(session, holder)
    if role in ROLE_POSTS and not has_it:
        _begin_role(session, body_id, term_id, person_id, role, day, until)


def _begin_role(
    session: Session,
    body_id: int,
    term_id: int,
    person_id: int,
    role: MemberRole,
    day: date,
    until: date | None,
) -> None:
    kind = ROLE_POSTS[role]
    post = session.scalars(
        select(Post).filter_by(body_id=body_id, term_id=term_id, kind=kind).limit(1)
    ).one_or_none()
    if post is None:
        post = Post(body_id=body_id, term_id=term_id, kind=kind)
        session.add(post)
        session.flush()
    next_start = session.scalar(
        select(func.min(Membership.valid_from))
        .join(Post, Post.id == Membership.post_id)
        .where(
            Post.body_id == body_id,
            Post.kind == kind,
            live(Membership),
            Membership.valid_from > day,
        )
    )
    ends = min((known for known in (until, next_start) if known is not None), default=None)
    held = Membership(post_id=post.id, person_id=person_id, valid_from=day, valid_to=ends)
    session.add(held)
    session.flush()
    record(session, held, "role", after=ROLE_NAMES[role])
    follow(session, held)


def role_on(session: Session, body_id: int, person_id: int, day: date) -> MemberRole:
    """Return the role that a person has on a body on `day`."""
    kinds = {kind: role for role, kind in ROLE_POSTS.items()}
    kind = session.scalars(
        select(Post.kind)
        .join(Membership, Membership.post_id == Post.id)
        .where(
            Post.body_id == body_id,
            Post.kind.in_(kinds),
            Membership.person_id == person_id,
            live(Membership),
            holds(Membership, day),
        )
    ).first()
    return kinds[kind] if kind is not None else MemberRole.MEMBER


def write_substitute(
    session: Session, membership: Membership, stand_in: StandIn, day: date
) -> Person | None:
    """Let someone stand in for a member from `day` on; who did so before leaves it that day."""
    name = one_line(stand_in.name)
    current = session.execute(
        select(Membership, Person)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.substitute_for_id == membership.id, live(Membership), holds(Membership, day)
        )
    ).one_or_none()
    chosen = _chosen(session, stand_in, name)
    if current is not None:
        stands_in, person = current
        if person.name == name and (chosen is None or chosen.id == person.id):
            return person
        end_on(stands_in, day)
    if not name:
        return None
    person = chosen or _known_here(session, membership, name, day) or _called(session, name)
    if person.id == membership.person_id:
        raise InvalidValue("Stedfortræder", f"{person.name} kan ikke være sin egen stedfortræder.")
    new_substitute(session, membership, person.id, day)
    return person


def new_substitute(
    session: Session, membership: Membership, person_id: int, day: date
) -> Membership:
    """Make a person the substitute of a member from `day` on."""
    substitute = Membership(
        post_id=membership.post_id,
        person_id=person_id,
        substitute_for_id=membership.id,
        valid_from=day,
    )
    session.add(substitute)
    session.flush()
    return substitute


def new_person(session: Session, given_name: str, family_name: str) -> Person:
    """Add a person in a unit of work that goes on."""
    person = Person(given_name=one_line(given_name), family_name=one_line(family_name))
    session.add(person)
    session.flush()
    return person


def _chosen(session: Session, stand_in: StandIn, name: str) -> Person | None:
    if stand_in.person_id is None:
        return None
    person = session.get(Person, stand_in.person_id)
    is_meant = person is not None and person.deleted_at is None and person.name == name
    return person if is_meant else None


def _called(session: Session, name: str) -> Person:
    given, _, family = name.rpartition(" ")
    return new_person(session, given or family, family if given else "")


def _known_here(session: Session, membership: Membership, name: str, day: date) -> Person | None:
    """Return the only one of that name who stood in on the seat, or is of the municipality."""
    stood_in = select(Membership.person_id).where(
        Membership.post_id == membership.post_id, Membership.substitute_for_id.is_not(None)
    )
    town = select(Office.municipality_id).where(
        Office.person_id == membership.person_id, live(Office), holds(Office, day)
    )
    neighbours = select(Office.person_id).where(
        Office.municipality_id.in_(town), live(Office), holds(Office, day)
    )
    found = [
        person
        for person in session.scalars(
            select(Person).where(
                live(Person),
                Person.id != membership.person_id,
                Person.id.in_(stood_in) | Person.id.in_(neighbours),
            )
        )
        if person.name == name
    ]
    return found[0] if len(found) == 1 else None
