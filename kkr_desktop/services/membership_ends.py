"""Ends memberships with all that follows a seat, and takes an end back."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Body, BodyKind, Post, PostKind
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.people import Membership, Office, PartyTie
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.membership_changes import members_changed, seat_or_error
from kkr_desktop.services.register import ROLE_POSTS, live
from kkr_desktop.services.reversals import reversal_of, take_back_in, with_a_way_back
from kkr_desktop.services.seats import refuse_taken
from kkr_desktop.services.titles_and_parties import current, end_on, party_on
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database


def end_membership(
    database: Database, membership_id: int, last_day: date, reason: str, rev: int
) -> Written[int]:
    """End a membership after `last_day`, and with it all that follows the seat."""
    with database.write() as session:
        membership, _person, post = seat_or_error(session, membership_id)
        if membership.rev != rev:
            raise ChangedElsewhere("Medlemskabet")
        end_membership_in(session, membership_id, last_day, reason)
        session.flush()
        return Written(membership.rev, members_changed(post.body_id))


def end_membership_in(session: Session, membership_id: int, last_day: date, reason: str) -> None:
    """Do the same in a unit of work that goes on."""
    with with_a_way_back(session) as way:
        way.ended = end_seat(session, membership_id, last_day, reason)


def end_seat(session: Session, membership_id: int, last_day: date, reason: str) -> Membership:
    """End a seat, the roles and the substitute's place that follow it, and what it vouched for.

    A mayor's title ends with a mayor's seat. Someone who is left with no other
    place in the register has no title and no party there from then on: nobody
    follows it any longer.
    """
    membership, _person, post = seat_or_error(session, membership_id)
    if last_day < membership.valid_from:
        raise InvalidValue("Sidste dag", "Den kan ikke ligge før medlemskabets første dag.")
    end = last_day + timedelta(days=1)
    if post.kind is PostKind.SUPPLEMENTARY and post.party_id is None:
        post.party_id = party_on(session, membership.person_id, last_day)
    membership.valid_to = end
    membership.end_reason = one_line(reason)
    for tied in tied_to(session, membership, post):
        if tied.valid_to is None or tied.valid_to > end:
            end_on(tied, end)
    session.flush()
    for fact in _facts_ending(session, membership, post, end):
        end_on(fact, end)
    record(session, membership, "end", after=f"sidste dag {long_date(last_day)}", reason=reason)
    return membership


def end_substitutes(session: Session, membership: Membership, end: date) -> None:
    """End the places of those who stand in for a member."""
    for substitute in session.scalars(
        select(Membership).where(Membership.substitute_for_id == membership.id, live(Membership))
    ):
        if substitute.valid_to is None or substitute.valid_to > end:
            end_on(substitute, end)


def undo_end(database: Database, membership_id: int) -> Written[int]:
    """Let a membership go on that was ended by mistake, with exactly what was ended with it.

    Where the seat was handed over in the same change, that is taken back too.
    """
    with database.write() as session:
        membership, person, post = seat_or_error(session, membership_id)
        reversal = reversal_of(session, membership_id)
        if reversal is not None and reversal.ended_id == membership_id:
            take_back_in(session, reversal)
        elif membership.valid_to is not None:
            refuse_taken(session, post, membership.valid_to)
            membership.valid_to = None
        membership.end_reason = ""
        record(session, membership, "undo_end", after=person.name)
        session.flush()
        return Written(membership.rev, members_changed(post.body_id))


def tied_to(session: Session, membership: Membership, post: Post) -> list[Membership]:
    """Return the memberships that follow a seat.

    They are the roles on the body, the seat in its chairmanship, and the places
    of those who stand in.
    """
    chairmanships = select(Body.id).where(
        Body.parent_id == post.body_id, Body.kind == BodyKind.CHAIRMANSHIP
    )
    following = select(Post.id).where(
        ((Post.body_id == post.body_id) & Post.kind.in_(ROLE_POSTS.values()))
        | Post.body_id.in_(chairmanships)
    )
    return list(
        session.scalars(
            select(Membership).where(
                live(Membership),
                (Membership.substitute_for_id == membership.id)
                | (
                    (Membership.person_id == membership.person_id)
                    & Membership.post_id.in_(following)
                ),
            )
        )
    )


def _facts_ending(
    session: Session, membership: Membership, post: Post, end: date
) -> list[Office | PartyTie]:
    person_id = membership.person_id
    goes_on = session.scalars(
        select(Membership.id).where(
            Membership.person_id == person_id,
            live(Membership),
            (Membership.valid_to.is_(None)) | (Membership.valid_to > end),
        )
    ).first()
    offices = session.scalars(current(Office, person_id, end)).all()
    if goes_on is None:
        return [*offices, *session.scalars(current(PartyTie, person_id, end))]
    is_mayors = post.kind is PostKind.EX_OFFICIO
    return [
        office for office in offices if is_mayors and office.municipality_id == post.municipality_id
    ]
