"""Ends memberships, and takes an end back."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Post
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.people import Membership
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.membership_changes import members_changed, seat_or_error
from kkr_desktop.services.register import ROLE_POSTS, live
from kkr_desktop.services.titles_and_parties import end_on
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database


def end_membership(
    database: Database, membership_id: int, last_day: date, reason: str, rev: int
) -> Written[int]:
    """End a membership after `last_day`, and with it the role and the substitute's place."""
    with database.write() as session:
        membership, _person, post = seat_or_error(session, membership_id)
        if membership.rev != rev:
            raise ChangedElsewhere("Medlemskabet")
        end_membership_in(session, membership_id, last_day, reason)
        session.flush()
        return Written(membership.rev, members_changed(post.body_id))


def end_membership_in(session: Session, membership_id: int, last_day: date, reason: str) -> None:
    """Do the same in a unit of work that goes on."""
    membership, _person, post = seat_or_error(session, membership_id)
    if last_day < membership.valid_from:
        raise InvalidValue("Sidste dag", "Den kan ikke ligge før medlemskabets første dag.")
    end = last_day + timedelta(days=1)
    membership.valid_to = end
    membership.end_reason = one_line(reason)
    for tied in _tied(session, membership, post):
        if tied.valid_to is None or tied.valid_to > end:
            end_on(tied, end)
    record(session, membership, "end", after=f"sidste dag {long_date(last_day)}", reason=reason)


def undo_end(database: Database, membership_id: int) -> Written[int]:
    """Let a membership go on that was ended by mistake, with what was ended with it."""
    with database.write() as session:
        membership, person, post = seat_or_error(session, membership_id)
        end = membership.valid_to
        successor = session.scalars(
            select(Membership.id).where(
                Membership.post_id == post.id,
                Membership.id != membership.id,
                Membership.substitute_for_id.is_(None),
                live(Membership),
                (Membership.valid_to.is_(None)) | (Membership.valid_to > end),
            )
        ).first()
        if successor is not None:
            raise InvalidValue("Medlemskab", "Pladsen er besat af en anden nu.")
        for tied in _tied(session, membership, post):
            if tied.valid_to == end:
                tied.valid_to = None
        membership.valid_to = None
        membership.end_reason = ""
        record(session, membership, "undo_end", after=person.name)
        session.flush()
        return Written(membership.rev, members_changed(post.body_id))


def _tied(session: Session, membership: Membership, post: Post) -> list[Membership]:
    """Return the role and substitute memberships that follow a seat."""
    role_posts = select(Post.id).where(
        Post.body_id == post.body_id, Post.kind.in_(ROLE_POSTS.values())
    )
    return list(
        session.scalars(
            select(Membership).where(
                live(Membership),
                (Membership.substitute_for_id == membership.id)
                | (
                    (Membership.person_id == membership.person_id)
                    & Membership.post_id.in_(role_posts)
                ),
            )
        )
    )
