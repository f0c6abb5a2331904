"""Builds the chair's script from the agenda, and makes the document."""

from datetime import datetime, time, timedelta
from pathlib import Path

from kkr_desktop.documents.content import ItemContent
from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.script_content import ScriptContent, ScriptItem, ScriptSection
from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.decision_draft import propose_decision
from kkr_desktop.model.richtext import EMPTY
from kkr_desktop.services.agenda_content import agenda_content
from kkr_desktop.services.agenda_needed import require_items
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database


def script_content(database: Database, meeting_id: int) -> ScriptContent:
    """Return the script of a meeting: the clock runs as the minutes were planned.

    Raises NotFound.
    """
    agenda = agenda_content(database, meeting_id)
    begins = datetime.combine(agenda.meeting.held_on, agenda.meeting.starts_at)
    running = begins
    sections: list[ScriptSection] = []
    for section in agenda.sections:
        items: list[ScriptItem] = []
        for item in section.items:
            items.append(_item(item, running.time(), agenda.meeting.body_name))
            if not item.withdrawn:
                running += timedelta(minutes=item.minutes_planned or 0)
        sections.append(ScriptSection(section.number, section.title, tuple(items)))
    return ScriptContent(
        f"{agenda.document_uid}-script",
        agenda.dated,
        agenda.meeting,
        tuple(sections),
        running.time(),
    )


def _item(item: ItemContent, starts_at: time, council: str) -> ScriptItem:
    recommendation = next(
        (part.text for part in item.parts if part.part_type is PartType.RECOMMENDATION), EMPTY
    )
    proposal = propose_decision(recommendation, council)
    return ScriptItem(
        item.uid,
        item.number,
        item.title,
        item.kind,
        item.is_public,
        starts_at,
        item.minutes_planned,
        item.presenter,
        recommendation,
        proposal.text,
        proposal.reasons,
        item.withdrawn,
    )


def export_script(database: Database, meeting_id: int, path: Path) -> None:
    """Write the script's PDF to a file, which is replaced only by a complete one.

    Raises NotFound and NoItems.
    """
    from kkr_desktop.documents.script import render_script

    require_items(database, meeting_id)
    write_complete(path, render_script(script_content(database, meeting_id)))


def script_file_name(database: Database, meeting_id: int) -> str:
    """Return the usual name of the script's file."""
    return pdf_file_name(script_content(database, meeting_id).title)
