"""Takes minutes on their way: to the chair, to the members, approved, published.

Each step freezes who took part, what was decided, and the PDF.
"""

import hashlib
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import MinutesContent
from kkr_desktop.documents.frozen import minutes_from_json, to_json
from kkr_desktop.model.errors import NotAllowedNow
from kkr_desktop.model.meeting_terms import STATE_NAMES, MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Attendance, MinutesStage, MinutesVersion
from kkr_desktop.services.appendices import store_file
from kkr_desktop.services.approval_appendix import attach_minutes
from kkr_desktop.services.approval_item import item_that_approves
from kkr_desktop.services.attendance import attendance_in
from kkr_desktop.services.audit import record
from kkr_desktop.services.meeting_states import enter_state, meeting_or_error, state_changes
from kkr_desktop.services.minute_taking import minutes_outline
from kkr_desktop.services.minutes_content import frozen_version, minutes_content_in
from kkr_desktop.services.public_minutes import public_minutes
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.file_store import FileStore

APPROVED_LATER = "approve minutes"
"""What the log calls the approval of minutes that were published before it."""


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
    remarks += [
        f"{row.name} er noteret på deltagerlisten, men var ikke medlem på mødets dag."
        for row in rows
        if not row.is_member
    ]
    return tuple(remarks)


def approve_minutes(
    database: Database, meeting_id: int, *, approved_at: datetime, note: str = ""
) -> Written[int]:
    """Freeze the minutes as approved; return the number of the version.

    What was sent stays word for word what it was. Minutes that were published
    first stay published.
    """
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        number = approve_in(session, database.files, meeting, approved_at, note)
        changes = attach_minutes(session, database.files, meeting)
        return Written(number, (*state_changes(meeting), *changes))


def approve_in(
    session: Session, files: FileStore, meeting: Meeting, approved_at: datetime, note: str = ""
) -> int:
    """Freeze the minutes in a unit of work that goes on."""
    sent = frozen_version(session, meeting)
    if meeting.state is MeetingState.PUBLISHED and sent is not None:
        if sent.stage is MinutesStage.APPROVED:
            raise NotAllowedNow("At godkende referatet igen", STATE_NAMES[meeting.state])
        record(session, meeting, APPROVED_LATER, reason=note)
    else:
        enter_state(session, meeting, MeetingState.MINUTES_APPROVED, note)
    if sent is None:
        version = _freeze(session, files, meeting, MinutesStage.APPROVED, approved_at, note)
    else:
        version = MinutesVersion(
            meeting_id=meeting.id,
            number=_next_number(session, meeting),
            content_json=sent.content_json,
            content_sha256=sent.content_sha256,
            pdf_sha256=sent.pdf_sha256,
            frozen_at=approved_at,
            note=note,
        )
        session.add(version)
    item = item_that_approves(session, meeting.id)
    version.approved_item_id = item.id if item is not None else None
    session.flush()
    return version.number


def give_to_chair(
    database: Database, meeting_id: int, *, given_at: datetime, note: str = ""
) -> Written[int]:
    """Freeze the draft, as PDF and Word, that the chair is given; return the version's number.

    The minutes can still be corrected.
    """
    from kkr_desktop.documents.word import minutes_in_word

    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        enter_state(session, meeting, MeetingState.MINUTES_WITH_CHAIR, note)
        version = _freeze(session, database.files, meeting, MinutesStage.WITH_CHAIR, given_at, note)
        content = minutes_from_json(version.content_json)
        version.word_sha256 = store_file(session, database.files, minutes_in_word(content))
        session.flush()
        return Written(version.number, state_changes(meeting))


def send_minutes(
    database: Database, meeting_id: int, *, sent_at: datetime, note: str = ""
) -> Written[int]:
    """Freeze the minutes as the members are sent them; return the version's number.

    They come beside the item of the next agenda that approves them.
    """
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        enter_state(session, meeting, MeetingState.MINUTES_SENT, note)
        version = _freeze(session, database.files, meeting, MinutesStage.SENT, sent_at, note)
        changes = attach_minutes(session, database.files, meeting)
        return Written(version.number, (*state_changes(meeting), *changes))


def publish_minutes(
    database: Database, meeting_id: int, *, published_at: datetime, note: str = ""
) -> Written[int]:
    """Freeze the public version of the minutes as published; return the version's number."""
    from kkr_desktop.documents.minutes import render_minutes

    content = replace(public_minutes(database, meeting_id), dated=published_at)
    pdf = render_minutes(content)
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        enter_state(session, meeting, MeetingState.PUBLISHED, note)
        version = _version(meeting, MinutesStage.PUBLISHED, content, published_at, note)
        version.number = _next_number(session, meeting)
        version.pdf_sha256 = store_file(session, database.files, pdf)
        session.add(version)
        session.flush()
        return Written(version.number, state_changes(meeting))


def _freeze(
    session: Session,
    files: FileStore,
    meeting: Meeting,
    stage: MinutesStage,
    at: datetime,
    note: str,
) -> MinutesVersion:
    """Keep the minutes as they stand, with the names of the day."""
    from kkr_desktop.documents.minutes import render_minutes

    _copy_names(session, meeting)
    session.flush()
    is_draft = stage is MinutesStage.WITH_CHAIR
    content = replace(minutes_content_in(session, meeting), dated=at, is_draft=is_draft)
    version = _version(meeting, stage, content, at, note)
    version.number = _next_number(session, meeting)
    version.pdf_sha256 = store_file(session, files, render_minutes(content))
    session.add(version)
    session.flush()
    return version


def _version(
    meeting: Meeting, stage: MinutesStage, content: MinutesContent, at: datetime, note: str
) -> MinutesVersion:
    stored = to_json(content)
    return MinutesVersion(
        meeting_id=meeting.id,
        stage=stage,
        content_json=stored,
        content_sha256=hashlib.sha256(stored.encode()).hexdigest(),
        frozen_at=at,
        note=note,
    )


def _next_number(session: Session, meeting: Meeting) -> int:
    last = session.scalar(
        select(func.max(MinutesVersion.number)).where(MinutesVersion.meeting_id == meeting.id)
    )
    return (last or 0) + 1


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
