"""Writes meetings to calendar files that other calendars take in."""

from pathlib import Path

from sqlalchemy import select

from kkr_desktop.documents.calendar_file import CalendarEntry, calendar_file
from kkr_desktop.documents.file_names import file_name
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.meetings import Meeting, MeetingKind, MeetingState
from kkr_desktop.services.planning import read_meeting
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database

_EVERYTHING = "KKR-møder"
_KIND_NAMES = {
    MeetingKind.ORDINARY: "møde",
    MeetingKind.CONSTITUTING: "konstituerende møde",
    MeetingKind.EXTRAORDINARY: "ekstraordinært møde",
    MeetingKind.WRITTEN: "skriftlig behandling",
}


def export_calendar(
    database: Database, path: Path, *, body_id: int | None = None, meeting_id: int | None = None
) -> None:
    """Write the meetings of all bodies, of one body, or one meeting to a calendar file.

    Raises NotFound, FileProblem or DiskFull.
    """
    if meeting_id is not None:
        read_meeting(database, meeting_id)
    name = calendar_name(database, body_id=body_id, meeting_id=meeting_id)
    entries = calendar_entries(database, body_id=body_id, meeting_id=meeting_id)
    write_complete(path, calendar_file(name, entries))


def calendar_name(
    database: Database, *, body_id: int | None = None, meeting_id: int | None = None
) -> str:
    """Return what the calendar is called: after the meeting, the body, or all of them."""
    if meeting_id is not None:
        row = read_meeting(database, meeting_id)
        return f"{row.body_name} {long_date(row.held_on)}"
    if body_id is None:
        return _EVERYTHING
    with database.read() as session:
        return f"Møder i {session.scalars(select(Body.name).where(Body.id == body_id)).one()}"


def calendar_file_name(
    database: Database, *, body_id: int | None = None, meeting_id: int | None = None
) -> str:
    """Return a good name for the file."""
    return file_name(calendar_name(database, body_id=body_id, meeting_id=meeting_id), ".ics")


def calendar_entries(
    database: Database, *, body_id: int | None = None, meeting_id: int | None = None
) -> tuple[CalendarEntry, ...]:
    """Return the meetings in order of time. Cancelled ones are there, to be taken out elsewhere."""
    query = (
        select(Meeting, Body.name)
        .join(Body, Body.id == Meeting.body_id)
        .where(Meeting.deleted_at.is_(None))
        .order_by(Meeting.held_on, Meeting.starts_at, Body.sort_key, Meeting.id)
    )
    if body_id is not None:
        query = query.where(Meeting.body_id == body_id)
    if meeting_id is not None:
        query = query.where(Meeting.id == meeting_id)
    with database.read() as session:
        return tuple(_entry(*found) for found in session.execute(query))


def _entry(meeting: Meeting, body_name: str) -> CalendarEntry:
    online = f"Online: {meeting.online_url}" if meeting.online_url else ""
    return CalendarEntry(
        uid=meeting.ics_uid,
        sequence=meeting.ics_sequence,
        changed_at=meeting.updated_at,
        title=f"{body_name}: {_KIND_NAMES[meeting.kind]}",
        day=meeting.held_on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
        link=meeting.online_url,
        description=online,
        category=body_name,
        is_cancelled=meeting.state is MeetingState.CANCELLED,
    )
