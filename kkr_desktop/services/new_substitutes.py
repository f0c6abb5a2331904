"""Takes into the register, during a meeting, whoever comes in a member's place for the first time.

The deputy mayor stands in for the mayor from that day on; whom a party sends stands in for
the day (domain: 1.2). A personal substitute of the member's own is left as it is.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Post, PostKind
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.people import Membership, Office, PartyTie, Person
from kkr_desktop.model.text import one_line
from kkr_desktop.services.attendance_changes import Rows
from kkr_desktop.services.attendance_moves import bring_substitute_in
from kkr_desktop.services.audit import record
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.member_checks import refuse_personal_number
from kkr_desktop.services.membership_changes import members_changed, seat_or_error
from kkr_desktop.services.party_rule import refuse_party_on
from kkr_desktop.services.register import holds, live
from kkr_desktop.services.roles_and_substitutes import new_person, new_substitute
from kkr_desktop.services.titles_and_parties import current, write_office, write_party
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database

_DEPUTY = "Viceborgmester"
_COUNCILLOR = "Medlem af kommunalbestyrelsen"


@dataclass(frozen=True, slots=True)
class NewSubstitute:
    """Someone who is not in the register yet, as on the day of the meeting."""

    name: str = ""
    title: str = ""
    municipality_id: int | None = None
    party_id: int | None = None


def likely_substitute(database: Database, meeting_id: int, membership_id: int) -> NewSubstitute:
    """Return what is likely of someone who comes in a member's place, all but the name.

    A mayor's deputy may be of any party, so none is proposed. Raises NotFound.
    """
    with database.read() as session:
        day = meeting_or_error(session, meeting_id).held_on
        _membership, person, post = seat_or_error(session, membership_id)
        office = session.scalars(current(Office, person.id, day)).first()
        tie = session.scalars(current(PartyTie, person.id, day)).first()
        is_mayors = post.kind is PostKind.EX_OFFICIO
        town = post.municipality_id if is_mayors or office is None else office.municipality_id
        return NewSubstitute(
            title=_DEPUTY if is_mayors else _COUNCILLOR,
            municipality_id=town,
            party_id=None if is_mayors or tie is None else tie.party_id,
        )


def bring_new_substitute(
    database: Database, meeting_id: int, membership_id: int, someone: NewSubstitute
) -> Written[Rows]:
    """Note that someone new came in a member's place, and take them into the register.

    Raises InvalidValue when there is no name, and NotAllowedNow as all attendance does.
    """
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        membership, _member, post = seat_or_error(session, membership_id)
        person_id = _register(session, meeting, membership, post, someone)
        written = bring_substitute_in(session, meeting_id, membership_id, person_id)
        return replace(written, changes=(*written.changes, *members_changed(meeting.body_id)))


def _register(
    session: Session, meeting: Meeting, membership: Membership, post: Post, someone: NewSubstitute
) -> int:
    name, day = one_line(someone.name), meeting.held_on
    if not name:
        raise InvalidValue("Navn", "Skriv navnet på den, der kommer i medlemmets sted.")
    for label, words in (("Navn", name), ("Titel", someone.title)):
        refuse_personal_number(label, words)
    refuse_party_on(session, meeting.body_id, post.kind, someone.party_id, name)
    given, _, family = name.rpartition(" ")
    person = new_person(session, given or family, family if given else "")
    write_office(session, person.id, someone.title, someone.municipality_id, day)
    write_party(session, person.id, someone.party_id, day)
    if not _has_own(session, membership, day):
        place = new_substitute(session, membership, person.id, day)
        is_mayors = post.kind is PostKind.EX_OFFICIO
        place.valid_to = _until(session, membership, day) if is_mayors else day + timedelta(days=1)
        record(
            session, place, "substitute", after=session.get_one(Person, membership.person_id).name
        )
    session.flush()
    return person.id


def _has_own(session: Session, membership: Membership, day: date) -> bool:
    found = session.scalars(
        select(Membership.id).where(
            Membership.substitute_for_id == membership.id, live(Membership), holds(Membership, day)
        )
    )
    return found.first() is not None


def _until(session: Session, membership: Membership, day: date) -> date | None:
    """Return when the place of a member's substitute ends: with the seat, or with the next one."""
    following = session.scalars(
        select(Membership.valid_from)
        .where(
            Membership.substitute_for_id == membership.id,
            live(Membership),
            Membership.valid_from > day,
        )
        .order_by(Membership.valid_from)
    ).first()
    ends = [end for end in (following, membership.valid_to) if end is not None]
    return min(ends, default=None)
