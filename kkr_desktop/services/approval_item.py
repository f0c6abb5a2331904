"""Makes the item by which a meeting approves the minutes of the one before."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AgendaItem, AgendaSection
from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.drafting import (
    ItemDraft,
    items_of,
    new_item,
    new_section,
    sections_of,
    write_part,
)
from kkr_desktop.services.meeting_sequence import meeting_before

_NOT_BEGUN = frozenset({MeetingState.PLANNED, MeetingState.CANCELLED})
_MINUTES = "referat"
_SECTION_TITLE = "Godkendelse af referat"


def make_approval_item(session: Session, meeting: Meeting) -> AgendaItem | None:
    """Give the standing item its title and recommendation, or add one where there is none.

    Nothing is made for the first meeting of a body. The item keeps which
    meeting's minutes it approves.
    """
    earlier = meeting_before(session, meeting)
    if earlier is None or earlier.state in _NOT_BEGUN:
        return None
    body_name = session.get_one(Body, meeting.body_id).name
    day = long_date(earlier.held_on)
    item = _standing_item(session, meeting) or _added_item(session, meeting)
    item.title = f"Godkendelse af referat fra møde i {body_name} den {day}"
    item.approves_minutes_of_id = earlier.id
    words = f"Det indstilles, at {body_name} godkender referatet fra mødet den {day}."
    write_part(session, item.id, PartType.RECOMMENDATION, from_plain_text(words))
    session.flush()
    return item


def item_that_approves(session: Session, meeting_id: int) -> AgendaItem | None:
    """Return the item on a later agenda that approves the minutes of a meeting, or None."""
    return session.scalars(
        select(AgendaItem)
        .where(
            AgendaItem.approves_minutes_of_id == meeting_id,
            AgendaItem.deleted_at.is_(None),
            AgendaItem.withdrawn.is_(False),
        )
        .order_by(AgendaItem.id.desc())
        .limit(1)
    ).one_or_none()


def meeting_of(session: Session, item: AgendaItem) -> Meeting:
    """Return the meeting on whose agenda an item stands."""
    section = session.get_one(AgendaSection, item.section_id)
    return session.get_one(Meeting, section.meeting_id)


def _standing_item(session: Session, meeting: Meeting) -> AgendaItem | None:
    for section in sections_of(session, meeting.id):
        for item in items_of(session, section.id):
            if item.kind is ItemKind.APPROVAL and _MINUTES in item.title.casefold():
                return item
    return None


def _added_item(session: Session, meeting: Meeting) -> AgendaItem:
    """Add the item first of all."""
    sections = sections_of(session, meeting.id)
    section = sections[0] if sections else new_section(session, meeting, _SECTION_TITLE)
    return new_item(session, section, ItemDraft("", ItemKind.APPROVAL), 0)
