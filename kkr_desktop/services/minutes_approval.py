"""Approves minutes: freezes who took part, what was decided, and the PDF."""

import hashlib
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kkr_desktop.documents.frozen import to_json
from kkr_desktop.model.meetings import Meeting, MeetingState
from kkr_desktop.model.minutes import Attendance, MinutesVersion
from kkr_desktop.services.appendices import store_file
from kkr_desktop.services.attendance import attendance_in
from kkr_desktop.services.meeting_states import enter_state, meeting_or_error, state_changes
from kkr_desktop.services.minute_taking import minutes_outline
from kkr_desktop.services.minutes_content import minutes_content_in
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.file_store import FileStore


def remarks_before_approval(database: Database, meeting_id: int) -> tuple[str, ...]:
    """Return what is still missing in the minutes, in Danish; none of it blocks."""
    remarks = [
        f"Punkt {item.number} »{item.title}« har ingen beslutning."
        for item in minutes_outline(database, meeting_id).items
        if not item.has_decision and not item.withdrawn
    ]
    with database.read() as session:
        rows = attendance_in(session, meeting_or_error(session, meeting_id))
    unknown = sum(row.status is None for row in rows)
    if unknown:
        remarks.insert(0, f"Deltagelse mangler for {unknown} af {len(rows)} medlemmer.")
    return tuple(remarks)


def approve_minutes(
    database: Database, meeting_id: int, *, approved_at: datetime, note: str = ""
) -> Written[int]:
    """Freeze the minutes as approved; return the number of the version."""
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        number = approve_in(session, database.files, meeting, approved_at, note)
        return Written(number, state_changes(meeting))


def approve_in(
    session: Session, files: FileStore, meeting: Meeting, approved_at: datetime, note: str = ""
) -> int:
    """Freeze the minutes in a unit of work that goes on."""
    from kkr_desktop.documents.minutes import render_minutes

    enter_state(session, meeting, MeetingState.MINUTES_APPROVED, note)
    _copy_names(session, meeting)
    session.flush()
    content = replace(minutes_content_in(session, meeting), dated=approved_at, is_draft=False)
    stored = to_json(content)
    last = session.scalar(
        select(func.max(MinutesVersion.number)).where(MinutesVersion.meeting_id == meeting.id)
    )
    version = MinutesVersion(
        meeting_id=meeting.id,
        number=(last or 0) + 1,
        content_json=stored,
        content_sha256=hashlib.sha256(stored.encode()).hexdigest(),
        pdf_sha256=store_file(session, files, render_minutes(content)),
        frozen_at=approved_at,
        note=note,
    )
    session.add(version)
    session.flush()
    return version.number


def _copy_names(session: Session, meeting: Meeting) -> None:
    """Copy name, title, party and municipality of the day, so that minutes keep them for ever."""
    rows = {row.membership_id: row for row in attendance_in(session, meeting)}
    kept = session.scalars(select(Attendance).where(Attendance.meeting_id == meeting.id))
    for attendance in kept:
        is_substitute = attendance.substitute_for_membership_id is not None
        seat = attendance.substitute_for_membership_id or attendance.membership_id
        row = rows.get(seat) if seat is not None else None
        if row is not None:
            other = row.substitute.person if is_substitute and row.substitute else None
            attendance.name_as_text = other.name if other else row.name
            attendance.title_as_text = other.title if other else row.title
            attendance.party_as_text = (other.party_letter if other else "") or row.party_letter
            attendance.municipality_as_text = (
                other.official_municipality if other else ""
            ) or row.official_municipality
