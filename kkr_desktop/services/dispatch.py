"""Dispatches an agenda: freezes its numbers, its content and its PDF."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import AgendaContent
from kkr_desktop.documents.frozen import to_json
from kkr_desktop.model.agenda import AgendaVersion, Appendix, ItemKind, PartType
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.meetings import Meeting, MeetingState
from kkr_desktop.model.milestones import NOTICE
from kkr_desktop.services.agenda_content import agenda_content_in, numbered_appendices
from kkr_desktop.services.agenda_outline import appendix_rows, numbered
from kkr_desktop.services.appendices import store_file
from kkr_desktop.services.meeting_states import enter_state, meeting_or_error, state_changes
from kkr_desktop.services.readability_check import Finding, agenda_findings
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.file_store import FileStore

_NEEDS_RECOMMENDATION = frozenset({ItemKind.DECISION, ItemKind.APPOINTMENT, ItemKind.APPROVAL})


def checklist(database: Database, meeting_id: int, today: date) -> tuple[str, ...]:
    """Return what a careful secretary would look at before dispatch, in Danish; none blocks."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        content = agenda_content_in(session, meeting)
        public_titles = {
            item.uid: item.public_title
            for items in numbered(session, meeting_id)[1].values()
            for item in items
        }
    remarks: list[str] = []
    latest = content.meeting.held_on - NOTICE
    if today > latest:
        remarks.append(f"Dagsordenen skulle være sendt senest den {long_date(latest)}.")
    if not any(section.items for section in content.sections):
        remarks.append("Dagsordenen har ingen punkter.")
    for section in content.sections:
        if not section.items:
            remarks.append(f"Sektion {section.number} »{section.title}« er tom.")
        for item in section.items:
            if item.withdrawn:
                continue
            if not item.title:
                remarks.append(f"Punkt {item.number} har ingen overskrift.")
            has_recommendation = any(
                part.part_type is PartType.RECOMMENDATION for part in item.parts
            )
            if item.kind in _NEEDS_RECOMMENDATION and not has_recommendation:
                remarks.append(f"Punkt {item.number} »{item.title}« mangler en indstilling.")
            if not item.is_public and not public_titles[item.uid]:
                remarks.append(f"Punkt {item.number} er lukket og mangler en offentlig overskrift.")
    appendices = sum(len(item.appendices) for section in content.sections for item in section.items)
    return (*remarks, *_accessibility(agenda_findings(database, meeting_id), appendices))


def _accessibility(findings: Sequence[Finding], appendices: int) -> Iterator[str]:
    untagged = sum(finding.is_appendix for finding in findings)
    hard = len(findings) - untagged
    if untagged:
        yield f"{untagged} af {appendices} bilag er ikke tilgængelige."
    if hard:
        places = "1 sted er svært" if hard == 1 else f"{hard} steder er svære"
        yield f"{places} at læse op. F7 viser hvor."


def dispatch_agenda(
    database: Database, meeting_id: int, *, sent_at: datetime, note: str = ""
) -> Written[int]:
    """Freeze the agenda as sent; return the number of the version."""
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        number = dispatch_in(session, database.files, meeting, sent_at, note)
        return Written(number, state_changes(meeting))


def dispatch_in(
    session: Session, files: FileStore, meeting: Meeting, sent_at: datetime, note: str = ""
) -> int:
    """Freeze the agenda in a unit of work that goes on."""
    from kkr_desktop.documents.agenda import render_agenda

    enter_state(session, meeting, MeetingState.DISPATCHED, note)
    _freeze_numbers(session, meeting)
    session.flush()
    content = replace(agenda_content_in(session, meeting), dated=sent_at, is_draft=False)
    return _keep_version(session, files, meeting, content, render_agenda(content), note)


def _keep_version(
    session: Session,
    files: FileStore,
    meeting: Meeting,
    content: AgendaContent,
    pdf: bytes,
    note: str,
) -> int:
    stored = to_json(content)
    last = session.scalar(
        select(func.max(AgendaVersion.number)).where(AgendaVersion.meeting_id == meeting.id)
    )
    version = AgendaVersion(
        meeting_id=meeting.id,
        number=(last or 0) + 1,
        content_json=stored,
        content_sha256=hashlib.sha256(stored.encode()).hexdigest(),
        pdf_sha256=store_file(session, files, pdf),
        frozen_at=content.dated,
        note=note,
    )
    session.add(version)
    session.flush()
    return version.number


def _freeze_numbers(session: Session, meeting: Meeting) -> None:
    """Write down the numbers that members now receive; from here on they stay."""
    sections, items, numbers = numbered(session, meeting.id)
    for section in sections:
        section.number_frozen = numbers.sections[section.id]
        for item in items[section.id]:
            item.number_frozen = numbers.items[item.id]
    in_order = [(item.id, numbers.items[item.id]) for s in sections for item in items[s.id]]
    appendices = appendix_rows(session, [item_id for item_id, _ in in_order])
    numbering = session.get_one(Body, meeting.body_id).appendix_numbering
    for row, place, _ in numbered_appendices(in_order, appendices, numbering):
        session.get_one(Appendix, row.id).number_frozen = str(place)
