"""Hands a seat over in one unit of work: a change of mayor, or another member who leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Body, Post, PostKind
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, KkrError
from kkr_desktop.model.people import ContactPoint, ContactRole, Membership, Person
from kkr_desktop.services.audit import record
from kkr_desktop.services.membership_changes import members_changed, seat_or_error
from kkr_desktop.services.membership_ends import end_seat, tied_to
from kkr_desktop.services.noted_meetings import noted_from
from kkr_desktop.services.register import live
from kkr_desktop.services.reversals import reversal_of, take_back_in, with_a_way_back
from kkr_desktop.services.seat_filling import Arrival, seat_in, seat_to_give_up
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database

_OF_THE_OFFICE = (ContactRole.SECRETARY, ContactRole.CHIEF_EXECUTIVE)
"""Whom one reaches a mayor through, whoever that is."""


@dataclass(frozen=True, slots=True)
class Handover:
    """Who leaves and who comes. `arrival` is None where the seat stays vacant.

    `last_day` is the leaver's; `rev` that of the membership that ends. With
    `contacts_follow` the mayor's secretary and the chief executive are those of
    the new mayor too.
    """

    last_day: date
    arrival: Arrival | None
    reason: str = ""
    contacts_follow: bool = True
    rev: int = 0


def hand_over(database: Database, membership_id: int, handover: Handover) -> Written[int | None]:
    """End a membership and give its seat to the successor; return the new membership's id."""
    with database.write() as session:
        leaving, leaver, post = seat_or_error(session, membership_id)
        if leaving.rev != handover.rev:
            raise ChangedElsewhere("Medlemskabet")
        if leaving.valid_to is not None:
            raise InvalidValue(
                "Fratræder", f"Medlemskabet for {leaver.name} er allerede afsluttet."
            )
        with with_a_way_back(session) as way:
            way.ended = end_seat(session, membership_id, handover.last_day, handover.reason)
            if handover.arrival is None:
                return Written(None, members_changed(post.body_id))
            way.begun = _seat_successor(session, leaver, post, handover, handover.arrival)
        return Written(way.begun.id, members_changed(post.body_id))


def _seat_successor(
    session: Session, leaver: Person, post: Post, handover: Handover, arrival: Arrival
) -> Membership:
    if arrival.person_id == leaver.id:
        raise InvalidValue("Tiltræder", f"{leaver.name} kan ikke afløse sig selv.")
    if arrival.from_day <= handover.last_day:
        raise InvalidValue("Tiltræder", "Den nye kan først tiltræde, når den gamle er fratrådt.")
    begun = seat_in(session, post, arrival)
    if post.kind is PostKind.EX_OFFICIO and handover.contacts_follow:
        _copy_contacts(session, leaver.id, begun.person_id)
    successor = session.get_one(Person, begun.person_id)
    record(
        session,
        begun,
        "hand_over",
        before=leaver.name,
        after=successor.name,
        reason=handover.reason,
    )
    return begun


def can_take_back(database: Database, membership_id: int) -> bool:
    """Tell whether a membership began or ended by a change that can be taken back."""
    with database.read() as session:
        membership, _person, _post = seat_or_error(session, membership_id)
        has_way = reversal_of(session, membership_id) is not None
        return has_way or membership.valid_to is not None


def take_back_seat(database: Database, membership_id: int) -> Written[int | None]:
    """Undo the change that a membership began by, with all that went with it.

    Returns the membership that goes on, None where the seat was vacant before.
    """
    with database.write() as session:
        _membership, person, post = seat_or_error(session, membership_id)
        reversal = reversal_of(session, membership_id)
        if reversal is None or reversal.begun_id != membership_id:
            raise InvalidValue("Skift", f"{person.name} har ikke overtaget pladsen fra nogen.")
        take_back_in(session, reversal)
        record(session, reversal, "take_back", before=person.name)
        return Written(reversal.ended_id, members_changed(post.body_id))


def what_follows(
    database: Database, membership_id: int, successor_id: int | None, day: date
) -> tuple[str, ...]:
    """Return in Danish what a change on `day` brings with it beside the seat itself."""
    with database.read() as session:
        leaving, leaver, post = seat_or_error(session, membership_id)
        return tuple(_consequences(session, leaving, leaver, post, successor_id, day))


def contacts_of_the_office(database: Database, membership_id: int) -> tuple[str, ...]:
    """Return who is reached through a mayor's office, and so follows to the next mayor."""
    with database.read() as session:
        _leaving, leaver, post = seat_or_error(session, membership_id)
        if post.kind is not PostKind.EX_OFFICIO:
            return ()
        names = [point.name or point.value for point in _office_contacts(session, leaver.id)]
        return tuple(dict.fromkeys(names))


def _consequences(
    session: Session,
    leaving: Membership,
    leaver: Person,
    post: Post,
    successor_id: int | None,
    day: date,
) -> Iterator[str]:
    for tied in tied_to(session, leaving, post):
        goes_on = tied.valid_to is None or tied.valid_to > day
        if goes_on and tied.substitute_for_id is None:
            role = session.get_one(Post, tied.post_id)
            if tied.follows_id is not None and role.kind in _ROLE_ENDS:
                continue
            body = session.get_one(Body, role.body_id)
            what = _ROLE_ENDS.get(role.kind, "medlem af")
            yield f"{leaver.name} er ikke længere {what} {body.name}."
    yield from noted_from(session, leaving, day)
    successor = session.get(Person, successor_id) if successor_id is not None else None
    if successor is not None:
        try:
            given_up = seat_to_give_up(session, post, successor, day)
        except KkrError as error:
            yield error.explain()
        else:
            if given_up is not None:
                yield f"{successor.name}s nuværende plads i rådet bliver ledig."


_ROLE_ENDS = {PostKind.CHAIR: "formand for", PostKind.VICE_CHAIR: "næstformand for"}


def _office_contacts(session: Session, person_id: int) -> list[ContactPoint]:
    return list(
        session.scalars(
            select(ContactPoint).where(
                ContactPoint.person_id == person_id,
                ContactPoint.role.in_(_OF_THE_OFFICE),
                live(ContactPoint),
            )
        )
    )


def _copy_contacts(session: Session, leaver_id: int, successor_id: int) -> None:
    """Give the successor the contacts of the office, unless they have their own already.

    The leaver keeps theirs: until the day of the change they are still in use.
    """
    known = {point.role for point in _office_contacts(session, successor_id)}
    for point in _office_contacts(session, leaver_id):
        if point.role not in known:
            session.add(
                ContactPoint(
                    person_id=successor_id,
                    kind=point.kind,
                    role=point.role,
                    value=point.value,
                    name=point.name,
                    copy_agenda=point.copy_agenda,
                    paper=point.paper,
                    large_print=point.large_print,
                )
            )
