"""The chairmanship of a council is its chair and its vice-chair, for as long as they are that."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import Body, BodyKind, Post, PostKind
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.minutes import Attendance
from kkr_desktop.model.people import Membership, Person
from kkr_desktop.services.audit import record
from kkr_desktop.services.register import ROLE_POSTS, SEAT_KINDS, holds, live
from kkr_desktop.services.seats import free_seat
from kkr_desktop.services.titles_and_parties import end_on
from kkr_desktop.storage.database import Database


def chairmanship_name(database: Database, council_id: int) -> str:
    """Return what the chairmanship of a council is called, empty where it has none."""
    with database.read() as session:
        found = _chairmanships(session, council_id)
        return found[0].name if found else ""


def follow(session: Session, role: Membership) -> None:
    """Let the chairmanships of a council follow when a role there begins, ends, moves or goes.

    A place that was taken from a chairmanship by hand is not given again, and who has a
    seat there already gets no second one.
    """
    session.flush()
    post = session.get_one(Post, role.post_id)
    if post.kind in ROLE_POSTS.values():
        for chairmanship in _chairmanships(session, post.body_id):
            _follow_in(session, chairmanship, role, post.kind)


def seat_leaders(session: Session, chairmanship: Body, day: date) -> None:
    """Give those who lead a council on `day` or later their places in its chairmanship."""
    if chairmanship.kind is not BodyKind.CHAIRMANSHIP or chairmanship.parent_id is None:
        return
    roles = session.execute(
        select(Membership, Post.kind)
        .join(Post, Post.id == Membership.post_id)
        .where(
            Post.body_id == chairmanship.parent_id,
            Post.kind.in_(ROLE_POSTS.values()),
            live(Membership),
            (Membership.valid_to.is_(None)) | (Membership.valid_to > day),
        )
        .order_by(Membership.valid_from)
    ).all()
    for role, kind in roles:
        _follow_in(session, chairmanship, role, kind)


def _chairmanships(session: Session, council_id: int) -> Sequence[Body]:
    return session.scalars(
        select(Body).where(
            Body.parent_id == council_id, Body.kind == BodyKind.CHAIRMANSHIP, live(Body)
        )
    ).all()


def _follow_in(session: Session, chairmanship: Body, role: Membership, kind: PostKind) -> None:
    places = session.scalars(
        select(Membership)
        .join(Post, Post.id == Membership.post_id)
        .where(Membership.follows_id == role.id, Post.body_id == chairmanship.id)
    ).all()
    begins, ends = _days(chairmanship, role)
    lasts = role.deleted_at is None and (ends is None or begins < ends)
    if lasts and not places:
        _give_places(session, chairmanship, role, kind)
    for place in places:
        if place.deleted_at is None and lasts:
            place.valid_from, place.valid_to = begins, ends
        elif place.deleted_at is None:
            _refuse_if_met(session, chairmanship, place)
            place.deleted_at = now()
    session.flush()
    _keep_seated(session, chairmanship, role)


def _keep_seated(session: Session, chairmanship: Body, role: Membership) -> None:
    """Give who leads the council by another role too a seat for what is left of that one."""
    others = session.scalars(
        select(Membership)
        .join(Post, Post.id == Membership.post_id)
        .where(
            Post.body_id == chairmanship.parent_id,
            Post.kind.in_(ROLE_POSTS.values()),
            Membership.person_id == role.person_id,
            Membership.id != role.id,
            live(Membership),
        )
    ).all()
    for other in others:
        begins, ends = _days(chairmanship, other)
        if role.valid_to is not None and role.deleted_at is None:
            begins = max(begins, role.valid_to)
        is_over = ends is not None and ends <= begins
        if not is_over and not _had_seat_by(session, chairmanship, other):
            _give_seat(session, chairmanship, other, begins, ends)


def _had_seat_by(session: Session, chairmanship: Body, role: Membership) -> bool:
    return (
        session.scalars(
            select(Membership.id)
            .join(Post, Post.id == Membership.post_id)
            .where(
                Membership.follows_id == role.id,
                Post.body_id == chairmanship.id,
                Post.kind.in_(SEAT_KINDS),
            )
        ).first()
        is not None
    )


def _days(chairmanship: Body, role: Membership) -> tuple[date, date | None]:
    """Return the days of a role on which the chairmanship exists."""
    begins = max(role.valid_from, chairmanship.valid_from or role.valid_from)
    ends = [day for day in (role.valid_to, chairmanship.valid_to) if day is not None]
    return begins, min(ends, default=None)


def _give_places(session: Session, chairmanship: Body, role: Membership, kind: PostKind) -> None:
    begins, ends = _days(chairmanship, role)
    _give_seat(session, chairmanship, role, begins, ends)
    post = _role_post(session, chairmanship, role, kind)
    for other in session.scalars(
        select(Membership).where(
            Membership.post_id == post.id, live(Membership), holds(Membership, begins)
        )
    ):
        end_on(other, begins)
    _add(session, post, role, begins, ends)


def _give_seat(
    session: Session, chairmanship: Body, role: Membership, begins: date, ends: date | None
) -> None:
    """Give a seat, unless the person has one on some of the days."""
    if not _has_seat(session, chairmanship, role, begins, ends):
        seat = free_seat(
            session,
            chairmanship.id,
            PostKind.SUPPLEMENTARY,
            begins,
            municipality_id=None,
            party_id=None,
        )
        _add(session, seat, role, begins, ends)


def _has_seat(
    session: Session, chairmanship: Body, role: Membership, begins: date, ends: date | None
) -> bool:
    meets = (Membership.valid_to.is_(None)) | (Membership.valid_to > begins)
    if ends is not None:
        meets &= Membership.valid_from < ends
    return (
        session.scalars(
            select(Membership.id)
            .join(Post, Post.id == Membership.post_id)
            .where(
                Post.body_id == chairmanship.id,
                Post.kind.in_(SEAT_KINDS),
                Membership.person_id == role.person_id,
                Membership.substitute_for_id.is_(None),
                live(Membership),
                meets,
            )
        ).first()
        is not None
    )


def _role_post(session: Session, chairmanship: Body, role: Membership, kind: PostKind) -> Post:
    term_id = session.get_one(Post, role.post_id).term_id
    known = select(Post).filter_by(body_id=chairmanship.id, term_id=term_id, kind=kind).limit(1)
    post = session.scalars(known).one_or_none()
    if post is None:
        post = Post(body_id=chairmanship.id, term_id=term_id, kind=kind)
        session.add(post)
        session.flush()
    return post


def _add(session: Session, post: Post, role: Membership, begins: date, ends: date | None) -> None:
    place = Membership(
        post_id=post.id,
        person_id=role.person_id,
        follows_id=role.id,
        valid_from=begins,
        valid_to=ends,
    )
    session.add(place)
    session.flush()
    if post.kind in SEAT_KINDS:
        person = session.get_one(Person, role.person_id)
        record(session, place, "follow", after=person.name)


def _refuse_if_met(session: Session, chairmanship: Body, place: Membership) -> None:
    met = session.scalars(select(Attendance.id).where(Attendance.membership_id == place.id)).first()
    if met is not None:
        person = session.get_one(Person, place.person_id)
        raise InvalidValue(
            "Rolle",
            f"{person.name} står på deltagerlisten til et møde i {chairmanship.name} i kraft af "
            "rollen. Den kan ikke fjernes, men den kan få en sidste dag.",
        )
