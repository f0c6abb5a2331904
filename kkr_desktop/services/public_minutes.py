"""What the public may read of a meeting, by queries of its own.

A closed item is there only with the public title or the public text that was written for it;
its other words are never read here.
"""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import (
    MinutesContent,
    MinutesItemContent,
    MinutesSectionContent,
)
from kkr_desktop.documents.web_text import WebText, web_text
from kkr_desktop.model.agenda import AgendaItem, AgendaSection, ItemKind, ItemPart, PartType
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.meetings import Meeting, MeetingState
from kkr_desktop.model.minutes import Decision, Treatment
from kkr_desktop.model.richtext import EMPTY, from_plain_text
from kkr_desktop.services.agenda_content import meeting_content
from kkr_desktop.services.agenda_outline import numbered
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.minutes_content import minutes_content, minutes_file
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database

_KEPT_BACK = from_plain_text("Beslutningen offentliggøres ikke.")
_NO_THEME = frozenset({ItemKind.APPROVAL, ItemKind.ANNOUNCEMENT, ItemKind.ANY_OTHER_BUSINESS})
_NOT_HELD = frozenset(
    {MeetingState.PLANNED, MeetingState.DRAFTING, MeetingState.DISPATCHED, MeetingState.CANCELLED}
)


def public_minutes(database: Database, meeting_id: int) -> MinutesContent:
    """Return the minutes without what is closed. Raises NotFound."""
    frame = minutes_content(database, meeting_id)
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        readable = _open_items(session, meeting) | _closed_items(session, meeting)
        sections, items, numbers = numbered(session, meeting.id)
        found = tuple(
            MinutesSectionContent(
                numbers.sections[section.id],
                section.title,
                tuple(
                    replace(readable[item.id], number=numbers.items[item.id])
                    for item in items[section.id]
                    if item.id in readable
                ),
            )
            for section in sections
        )
    return replace(
        frame,
        document_uid=f"{frame.document_uid}-public",
        sections=tuple(section for section in found if section.items),
    )


def _open_items(session: Session, meeting: Meeting) -> dict[int, MinutesItemContent]:
    rows = session.execute(
        select(
            AgendaItem.id,
            AgendaItem.uid,
            AgendaItem.title,
            AgendaItem.kind,
            AgendaItem.withdrawn,
            ItemPart.text,
            Decision.text,
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
            uid, "", title, kind, True, recommended or EMPTY, decided or EMPTY, withdrawn
        )
        for item_id, uid, title, kind, withdrawn, recommended, decided in rows
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
        decided = _KEPT_BACK if written.is_empty else written
        if title or decided is not _KEPT_BACK:
            found[item_id] = MinutesItemContent(
                uid, "", title or "Lukket punkt", kind, False, EMPTY, decided, withdrawn
            )
    return found


def export_public_minutes(database: Database, meeting_id: int, path: Path) -> None:
    """Write the public version: as PDF, or as Word when the file is called so."""
    write_complete(path, minutes_file(public_minutes(database, meeting_id), path))


def text_for_web(database: Database, meeting_id: int) -> WebText:
    """Return the text about a meeting on kl.dk, in the tense of its state. Raises NotFound."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        sections, items, _ = numbered(session, meeting.id)
        themes = tuple(
            title
            for section in sections
            for item in items[section.id]
            if not item.withdrawn and item.kind not in _NO_THEME
            for title in (item.title if item.is_public else item.public_title,)
            if title
        )
        content = meeting_content(meeting, session.get_one(Body, meeting.body_id))
        is_over = meeting.state not in _NOT_HELD
    return web_text(content, themes, is_over=is_over)
