"""Who may come in a member's place (domain: 1.2).

A substitute of their own comes first. The deputy mayor is the mayor's substitute; for a
supplementary member the party may send someone else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.people import Membership, Office
from kkr_desktop.services.people_on import PersonOn, people_on
from kkr_desktop.services.register import MemberRow, holds, live

_DEPUTY = "viceborgmester"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who may come in a member's place; `why` says so in Danish."""

    person: PersonOn
    why: str


def substitutes_in(
    session: Session, meeting: Meeting, members: Sequence[MemberRow]
) -> dict[int, tuple[Candidate, ...]]:
    """Return for each membership who may come, the best first. Members come as themselves."""
    seated = {member.person_id for member in members}
    own = _own(session, meeting, members)
    elected = session.scalars(
        select(Office.person_id).where(live(Office), holds(Office, meeting.held_on))
    ).all()
    wanted = {*elected, *own.values(), *seated}
    known = people_on(session, wanted, meeting.held_on)
    free = sorted(
        (person for person in known.values() if person.id not in seated),
        key=lambda person: danish_key(person.name),
    )
    return {
        member.membership_id: _ranked(
            member, known.get(member.person_id), known.get(own.get(member.membership_id, 0)), free
        )
        for member in members
    }


def _own(session: Session, meeting: Meeting, members: Sequence[MemberRow]) -> dict[int, int]:
    rows = session.execute(
        select(Membership.substitute_for_id, Membership.person_id).where(
            Membership.substitute_for_id.in_([member.membership_id for member in members]),
            live(Membership),
            holds(Membership, meeting.held_on),
        )
    )
    return {member: person for member, person in rows if member is not None}


def _ranked(
    member: MemberRow, herself: PersonOn | None, own: PersonOn | None, free: Sequence[PersonOn]
) -> tuple[Candidate, ...]:
    found = [Candidate(own, "personlig stedfortræder")] if own is not None else []
    for person in free:
        if person is own:
            continue
        if member.type is PostKind.EX_OFFICIO:
            is_deputy = person.title.casefold().endswith(_DEPUTY)
            if is_deputy and person.municipality == member.municipality:
                found.append(Candidate(person, person.title.lower()))
        elif herself is not None and herself.party_id and person.party_id == herself.party_id:
            found.append(Candidate(person, f"samme parti ({person.party_letter})"))
    return tuple(found)
