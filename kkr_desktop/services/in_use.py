"""Refuses to take away again what something else stands on by now."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.minutes import Attendance
from kkr_desktop.model.people import Membership, Person
from kkr_desktop.services.register import live


def refuse_if_noted(session: Session, membership: Membership) -> None:
    """Raise InvalidValue for a membership by which somebody took part in a meeting."""
    noted = session.scalars(
        select(Attendance.id).where(
            (Attendance.membership_id == membership.id)
            | (Attendance.substitute_for_membership_id == membership.id),
            live(Attendance),
        )
    ).first()
    if noted is not None:
        person = session.get_one(Person, membership.person_id)
        raise InvalidValue(
            "Medlemskab",
            f"{person.name} står med deltagelse i et møde. Afslut medlemskabet i stedet.",
        )


def refuse_if_member(session: Session, person: Person) -> None:
    """Raise InvalidValue for a person who is still a member of something."""
    is_member = session.scalars(
        select(Membership.id).where(Membership.person_id == person.id, live(Membership))
    ).first()
    if is_member is not None:
        raise InvalidValue(
            "Person",
            f"{person.name} har fået et andet medlemskab siden. Afslut medlemskabet i stedet.",
        )
