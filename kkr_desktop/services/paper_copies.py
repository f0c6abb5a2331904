"""Which members want their agenda on paper."""

from dataclasses import dataclass

from sqlalchemy import select

from kkr_desktop.model.people import ContactPoint, ContactRole
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.register import live, members_in
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class PaperReader:
    """A member who wants paper."""

    name: str
    wants_large_print: bool


def paper_readers(database: Database, meeting_id: int) -> tuple[PaperReader, ...]:
    """Return the members on the day of a meeting who want paper, in Danish order of names.

    Raises NotFound.
    """
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        members = members_in(session, meeting.body_id, meeting.held_on)
        points = session.scalars(
            select(ContactPoint).where(
                ContactPoint.person_id.in_([member.person_id for member in members]),
                ContactPoint.role == ContactRole.OWN,
                live(ContactPoint),
            )
        ).all()
    paper = {point.person_id for point in points if point.paper or point.large_print}
    large = {point.person_id for point in points if point.large_print}
    return tuple(
        PaperReader(member.name, member.person_id in large)
        for member in members
        if member.person_id in paper
    )
