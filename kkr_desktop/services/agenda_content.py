"""Builds what an agenda's document is made from, and makes the document."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import (
    AgendaContent,
    AppendixContent,
    ItemContent,
    LogoContent,
    MeetingContent,
    PartContent,
    SectionContent,
)
from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.frozen import agenda_from_json
from kkr_desktop.model.agenda import AgendaItem, ItemPart
from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.services.agenda_comparison import marked_agenda
from kkr_desktop.services.agenda_needed import require_items
from kkr_desktop.services.agenda_outline import AppendixRow, appendix_rows, numbered
from kkr_desktop.services.appendix_numbers import labels_of
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.sent_versions import last_sent
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database

BEFORE_DISPATCH = frozenset({MeetingState.PLANNED, MeetingState.DRAFTING})


def agenda_content(database: Database, meeting_id: int) -> AgendaContent:
    """Return the agenda as it stands now. Raises NotFound."""
    with database.read() as session:
        return agenda_content_in(session, meeting_or_error(session, meeting_id))


def agenda_content_in(session: Session, meeting: Meeting) -> AgendaContent:
    """Return the same in a unit of work that goes on."""
    sections, items, numbers = numbered(session, meeting.id)
    body = session.get_one(Body, meeting.body_id)
    ids = [item.id for found in items.values() for item in found]
    parts = _parts(session, ids)
    appendices = appendix_rows(session, ids)
    labels = labels_of(
        [(item.id, numbers.items[item.id]) for section in sections for item in items[section.id]],
        appendices,
        body.appendix_numbering,
    )
    touched = [meeting.updated_at, *(section.updated_at for section in sections)]
    touched += [item.updated_at for found in items.values() for item in found]
    touched += [part.updated_at for found in parts.values() for part in found.values()]
    return AgendaContent(
        document_uid=meeting.uid,
        dated=max(touched),
        meeting=meeting_content(meeting, body),
        sections=tuple(
            SectionContent(
                numbers.sections[section.id],
                section.title,
                tuple(
                    _item(
                        item,
                        numbers.items[item.id],
                        parts.get(item.id, {}),
                        appendices.get(item.id, ()),
                        labels,
                    )
                    for item in items[section.id]
                ),
            )
            for section in sections
        ),
        is_draft=meeting.state in BEFORE_DISPATCH or meeting.is_amending,
    )


def meeting_content(meeting: Meeting, body: Body) -> MeetingContent:
    """Return a meeting as its documents present it."""
    return MeetingContent(
        body_name=body.name,
        kind=meeting.kind,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
        is_online=bool(meeting.online_url),
        group_meeting_note=body.group_meeting_note,
        mission=body.mission,
        accent=body.accent,
        logo=logo_of(body),
        hyphenates=body.hyphenates,
    )


def logo_of(body: Body) -> LogoContent | None:
    """Return what a body's front pages show at the top, if it has chosen a logo."""
    return LogoContent(body.logo, body.logo_alternate) if body.logo else None


def _parts(session: Session, items: list[int]) -> dict[int, dict[PartType, ItemPart]]:
    found: dict[int, dict[PartType, ItemPart]] = {}
    for part in session.scalars(select(ItemPart).where(ItemPart.item_id.in_(items))):
        found.setdefault(part.item_id, {})[part.part_type] = part
    return found


def _item(
    item: AgendaItem,
    number: str,
    parts: dict[PartType, ItemPart],
    appendices: tuple[AppendixRow, ...],
    labels: dict[int, str],
) -> ItemContent:
    return ItemContent(
        uid=item.uid,
        number=number,
        title=item.title,
        kind=item.kind,
        is_public=item.is_public,
        case_number=item.case_number,
        presenter=item.presenter,
        minutes_planned=item.minutes_planned,
        parts=tuple(
            PartContent(kind, parts[kind].text)
            for kind in PartType
            if kind in parts and not parts[kind].text.is_empty
        ),
        appendices=tuple(
            AppendixContent(
                labels[row.id],
                row.title,
                row.pages,
                row.size,
                row.is_public,
                uid=row.uid,
                sha256=row.sha256,
            )
            for row in appendices
        ),
        withdrawn=item.withdrawn,
    )


def preview_agenda(database: Database, meeting_id: int) -> bytes:
    """Return the agenda's PDF as it stands: what was dispatched, or the draft.

    One that is open for an amendment is a draft again, with marks on what members do not have.
    """
    from kkr_desktop.documents.agenda import render_agenda

    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        sent = None if meeting.state in BEFORE_DISPATCH else last_sent(session, meeting_id)
        content = agenda_content_in(session, meeting)
    if sent is None:
        return render_agenda(content)
    if meeting.is_amending:
        return render_agenda(marked_agenda(agenda_from_json(sent.content_json), content))
    return database.files.read(sent.pdf_sha256)


def export_agenda(database: Database, meeting_id: int, path: Path) -> None:
    """Write the agenda's PDF to a file, which is replaced only by a complete one.

    Raises NotFound and NoItems.
    """
    require_items(database, meeting_id)
    write_complete(path, preview_agenda(database, meeting_id))


def agenda_file_name(database: Database, meeting_id: int) -> str:
    """Return the usual name of the agenda's file."""
    return pdf_file_name(agenda_content(database, meeting_id).title)
