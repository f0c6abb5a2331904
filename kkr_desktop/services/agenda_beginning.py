"""Begins an agenda: its standing sections, and what the meeting before left to it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AgendaTemplateItem, AgendaTemplateSection
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.services.approval_appendix import attach_minutes
from kkr_desktop.services.approval_item import make_approval_item
from kkr_desktop.services.carrying_over import carry_over_in, postponed_in
from kkr_desktop.services.drafting import ItemDraft, new_item, new_section
from kkr_desktop.services.meeting_sequence import meeting_before
from kkr_desktop.services.meeting_states import enter_state, meeting_or_error, state_changes
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.file_store import FileStore


def begin_agenda(database: Database, meeting_id: int) -> Written[int]:
    """Begin the agenda of a planned meeting with the standing sections of its kind.

    The item that approves the minutes of the meeting before is made for them, with the
    minutes as its appendix, and items that were postponed come along.
    """
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        begin_agenda_in(session, database.files, meeting)
        return Written(meeting.id, state_changes(meeting))


def begin_agenda_in(session: Session, files: FileStore, meeting: Meeting) -> None:
    """Begin the agenda in a unit of work that goes on."""
    enter_state(session, meeting, MeetingState.DRAFTING)
    for template in _templates(session, meeting):
        section = new_section(session, meeting, template.title)
        items = session.scalars(
            select(AgendaTemplateItem)
            .where(AgendaTemplateItem.section_id == template.id)
            .where(AgendaTemplateItem.deleted_at.is_(None))
            .order_by(AgendaTemplateItem.sort_key)
        )
        for item in items:
            new_item(session, section, ItemDraft(item.title, item.kind))
    make_approval_item(session, meeting)
    earlier = meeting_before(session, meeting)
    if earlier is not None:
        attach_minutes(session, files, earlier)
    for left in postponed_in(session, meeting):
        carry_over_in(session, left.item_id, meeting)


def _templates(session: Session, meeting: Meeting) -> Sequence[AgendaTemplateSection]:
    """Return the body's own standing sections, or those for all; by kind, or the ordinary ones."""
    for kind in (meeting.kind, None):
        for body_id in (meeting.body_id, None):
            query = select(AgendaTemplateSection).where(
                AgendaTemplateSection.body_id.is_(None)
                if body_id is None
                else AgendaTemplateSection.body_id == body_id,
                AgendaTemplateSection.meeting_kind == (kind or "ordinary"),
                AgendaTemplateSection.deleted_at.is_(None),
            )
            found = session.scalars(query.order_by(AgendaTemplateSection.sort_key)).all()
            if found:
                return found
    return ()
