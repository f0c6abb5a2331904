"""What the public may read of a meeting, by queries of its own.

A closed item is there only with the public title or the public text that was written for it;
its other words are never read here.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import (
    MinutesContent,
    MinutesItemContent,
    MinutesSectionContent,
)
from kkr_desktop.documents.web_text import WebText, cancelled_web_text, web_text
from kkr_desktop.model.agenda import (
    AgendaItem,
    AgendaSection,
    AgendaTemplateItem,
    AgendaTemplateSection,
    ItemPart,
)
from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Attendance, Decision, MinutesVersion, Treatment
from kkr_desktop.model.minutes_terms import Outcome
from kkr_desktop.model.richtext import EMPTY, from_plain_text
from kkr_desktop.services.agenda_content import meeting_content
from kkr_desktop.services.agenda_needed import require_items
from kkr_desktop.services.agenda_outline import numbered
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.minutes_content import (
    MeetingRoom,
    decided,
    meeting_room,
    minutes_file,
    minutes_frame,
)
from kkr_desktop.services.minutes_remarks import ItemRemarks
from kkr_desktop.services.treated_items import treated_items
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database

_KEPT_BACK = from_plain_text("Beslutningen offentliggøres ikke.")
_NO_THEME = frozenset({ItemKind.APPROVAL, ItemKind.ANNOUNCEMENT, ItemKind.ANY_OTHER_BUSINESS})
_NOT_HELD = frozenset(
    {MeetingState.PLANNED, MeetingState.DRAFTING, MeetingState.DISPATCHED, MeetingState.CANCELLED}
)

_NOT_FROZEN = frozenset(MeetingState) - {
    MeetingState.MINUTES_SENT,
    MeetingState.MINUTES_APPROVED,
    MeetingState.PUBLISHED,
}


def public_minutes(database: Database, meeting_id: int) -> MinutesContent:
    """Return the minutes without what is closed. Raises NotFound."""
    with database.read() as session:
        return public_minutes_in(session, meeting_or_error(session, meeting_id))


def public_minutes_in(session: Session, meeting: Meeting) -> MinutesContent:
    """Return the same in a unit of work that goes on."""
    room = _open_room(meeting_room(session, meeting))
    frame = minutes_frame(session, meeting, room)
    dated = _dated(session, meeting)
    body_name = frame.meeting.body_name
    readable = _open_items(session, meeting, body_name) | _closed_items(session, meeting)
    sections, items, numbers = numbered(session, meeting.id)
    found = tuple(
        MinutesSectionContent(
            numbers.sections[section.id],
            section.title,
            tuple(
                _with_remarks(readable[item.id], numbers.items[item.id], room.remarks[item.id])
                for item in items[section.id]
                if item.id in readable
            ),
        )
        for section in sections
    )
    return replace(
        frame,
        document_uid=f"{frame.document_uid}-public",
        dated=dated,
        sections=tuple(section for section in found if section.items),
    )


def _open_room(room: MeetingRoom) -> MeetingRoom:
    """Leave out the guests of closed items: that they came says what these were about."""
    closed = {item.id for item in room.items if not item.is_public}
    return replace(room, guests=tuple(g for g in room.guests if g.item_id not in closed))


def _dated(session: Session, meeting: Meeting) -> datetime:
    """Return when what the public reads was last changed, or when the minutes were approved."""
    approved = (
        session.scalar(
            select(func.max(MinutesVersion.frozen_at)).where(
                MinutesVersion.meeting_id == meeting.id
            )
        )
        if meeting.state not in _NOT_FROZEN
        else None
    )
    if approved is not None:
        return approved
    last_decided = session.scalar(
        select(func.max(Decision.updated_at))
        .join(Treatment, Treatment.id == Decision.treatment_id)
        .where(Treatment.meeting_id == meeting.id)
    )
    attended = session.scalar(
        select(func.max(Attendance.updated_at)).where(Attendance.meeting_id == meeting.id)
    )
    return max(
        moment for moment in (meeting.updated_at, last_decided, attended) if moment is not None
    )


def _with_remarks(
    item: MinutesItemContent, number: str, remarks: ItemRemarks
) -> MinutesItemContent:
    """Add what is said beside the decision; of a closed item only who came and left."""
    if item.is_public:
        return replace(item, number=number, before=remarks.before, after=remarks.after)
    return replace(item, number=number, before=remarks.public_before, after=remarks.public_after)


def _open_items(
    session: Session, meeting: Meeting, body_name: str
) -> dict[int, MinutesItemContent]:
    rows = session.execute(
        select(
            AgendaItem.id,
            AgendaItem.uid,
            AgendaItem.title,
            AgendaItem.kind,
            AgendaItem.withdrawn,
            ItemPart.text,
            Decision.text,
            Decision.outcome,
        )
        .join(AgendaSection, AgendaSection.id == AgendaItem.section_id)
        .outerjoin(
            ItemPart,
            (ItemPart.item_id == AgendaItem.id) & (ItemPart.part_type == PartType.RECOMMENDATION),
        )
        .outerjoin(
            Treatment,
            (Treatment.item_id == AgendaItem.id) & (Treatment.meeting_id == meeting.id),
        )
        .outerjoin(
            Decision, (Decision.treatment_id == Treatment.id) & Decision.deleted_at.is_(None)
        )
        .where(AgendaSection.meeting_id == meeting.id, AgendaItem.is_public.is_(True))
    )
    return {
        item_id: MinutesItemContent(
            uid,
            "",
            title,
            kind,
            True,
            recommended or EMPTY,
            decided(text or EMPTY, outcome, body_name),
            withdrawn,
            outcome,
        )
        for item_id, uid, title, kind, withdrawn, recommended, text, outcome in rows
    }


def _closed_items(session: Session, meeting: Meeting) -> dict[int, MinutesItemContent]:
    rows = session.execute(
        select(
            AgendaItem.id,
            AgendaItem.uid,
            AgendaItem.public_title,
            AgendaItem.kind,
            AgendaItem.withdrawn,
            Decision.public_text,
        )
        .join(AgendaSection, AgendaSection.id == AgendaItem.section_id)
        .outerjoin(
            Treatment,
            (Treatment.item_id == AgendaItem.id) & (Treatment.meeting_id == meeting.id),
        )
        .outerjoin(
            Decision, (Decision.treatment_id == Treatment.id) & Decision.deleted_at.is_(None)
        )
        .where(AgendaSection.meeting_id == meeting.id, AgendaItem.is_public.is_(False))
    )
    found: dict[int, MinutesItemContent] = {}
    for item_id, uid, title, kind, withdrawn, text in rows:
        written = text or EMPTY
        told = _KEPT_BACK if written.is_empty else written
        if title or told is not _KEPT_BACK:
            found[item_id] = MinutesItemContent(
                uid, "", title or "Lukket punkt", kind, False, EMPTY, told, withdrawn
            )
    return found


def export_public_minutes(database: Database, meeting_id: int, path: Path) -> None:
    """Write the public version: as PDF, or as Word when the file is called so.

    Raises NotFound and NoItems.
    """
    require_items(database, meeting_id)
    write_complete(path, minutes_file(public_minutes(database, meeting_id), path))


def text_for_web(database: Database, meeting_id: int, *, is_over: bool | None = None) -> WebText:
    """Return the text about a meeting on kl.dk before it, or after it; by its state when not said.

    What was postponed or went out is no theme of a meeting that is over. Raises NotFound.
    """
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        content = meeting_content(meeting, session.get_one(Body, meeting.body_id))
        if meeting.state is MeetingState.CANCELLED:
            return cancelled_web_text(content)
        over = meeting.state not in _NOT_HELD if is_over is None else is_over
        themes = _themes(session, meeting, is_over=over)
        has_agenda = meeting.state is not MeetingState.PLANNED
    return web_text(content, themes, is_over=over, has_agenda=has_agenda)


def _themes(session: Session, meeting: Meeting, *, is_over: bool) -> tuple[str, ...]:
    """Return the public titles of what a meeting is about, without what stands on every agenda."""
    standing = {
        title.casefold()
        for title in session.scalars(
            select(AgendaTemplateItem.title)
            .join(AgendaTemplateSection, AgendaTemplateSection.id == AgendaTemplateItem.section_id)
            .where(AgendaTemplateSection.meeting_kind == MeetingKind.ORDINARY)
        )
    }
    left = {
        item.id
        for item in treated_items(session, meeting)
        if is_over and (not item.was_dealt_with or item.outcome is Outcome.POSTPONED)
    }
    sections, items, _ = numbered(session, meeting.id)
    titles = (
        item.title if item.is_public else item.public_title
        for section in sections
        for item in items[section.id]
        if not item.withdrawn and item.id not in left and item.kind not in _NO_THEME
    )
    return tuple(title for title in titles if title and title.casefold() not in standing)
