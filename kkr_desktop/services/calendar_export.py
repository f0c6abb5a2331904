"""Writes meetings and their deadlines to calendar files that other calendars take in."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from kkr_desktop.documents.calendar_file import CalendarEntry, calendar_file
from kkr_desktop.documents.file_names import file_name
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import long_date, weekday_date
from kkr_desktop.model.meeting_terms import KIND_NAMES, MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.milestones import Milestone, MilestoneStep
from kkr_desktop.services.planning import read_meeting
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database

_EVERYTHING = "KKR-møder"


def export_calendar(
    database: Database,
    path: Path,
    *,
    body_id: int | None = None,
    meeting_id: int | None = None,
    with_deadlines: bool = True,
) -> None:
    """Write the meetings of all bodies, of one body, or one meeting to a calendar file.

    The deadlines of the meetings go along unless they are left out: they are
    the secretariat's own. Raises NotFound, FileProblem or DiskFull.
    """
    if meeting_id is not None:
        read_meeting(database, meeting_id)
    name = calendar_name(database, body_id=body_id, meeting_id=meeting_id)
    entries = calendar_entries(database, body_id=body_id, meeting_id=meeting_id)
    if with_deadlines:
        entries += deadline_entries(database, body_id=body_id, meeting_id=meeting_id)
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


def deadline_entries(
    database: Database, *, body_id: int | None = None, meeting_id: int | None = None
) -> tuple[CalendarEntry, ...]:
    """Return the milestones of meetings as days without hours, in order of time.

    Those taken out of a meeting's chain, and those of a cancelled meeting, are
    there to be taken out elsewhere. The meeting itself is none of them.
    """
    query = (
        select(Milestone, Meeting, Body.name)
        .join(Meeting, Meeting.id == Milestone.meeting_id)
        .join(Body, Body.id == Meeting.body_id)
        .where(Meeting.deleted_at.is_(None), Milestone.step != MilestoneStep.MEETING)
        .order_by(Milestone.due_on, Body.sort_key, Milestone.offset_days, Milestone.id)
    )
    if body_id is not None:
        query = query.where(Meeting.body_id == body_id)
    if meeting_id is not None:
        query = query.where(Meeting.id == meeting_id)
    with database.read() as session:
        return tuple(_deadline(*found) for found in session.execute(query))


def _deadline(milestone: Milestone, meeting: Meeting, body_name: str) -> CalendarEntry:
    nominal_on = meeting.held_on + timedelta(days=milestone.offset_days)
    lines = [f"Til mødet {weekday_date(meeting.held_on)}."]
    if nominal_on != milestone.due_on:
        lines.append(f"Rykket fra {weekday_date(nominal_on)}, som ikke kan bruges.")
    lines += [
        f"{role}: {name}"
        for role, name in (("Ansvarlig", milestone.responsible), ("Tovholder", milestone.owner))
        if name
    ]
    return CalendarEntry(
        uid=milestone.uid,
        sequence=milestone.ics_sequence,
        changed_at=max(milestone.updated_at, meeting.updated_at),
        title=f"{body_name}: {milestone.label}",
        day=milestone.due_on,
        description="\n".join(lines),
        category=body_name,
        is_cancelled=milestone.deleted_at is not None or meeting.state is MeetingState.CANCELLED,
    )


def _entry(meeting: Meeting, body_name: str) -> CalendarEntry:
    told = (("Gruppemøder", meeting.group_meetings), ("Online", meeting.online_url))
    return CalendarEntry(
        uid=meeting.ics_uid,
        sequence=meeting.ics_sequence,
        changed_at=meeting.updated_at,
        title=f"{body_name}: {KIND_NAMES[meeting.kind]}",
        day=meeting.held_on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
        link=meeting.online_url,
        description="\n".join(f"{name}: {words}" for name, words in told if words),
        category=body_name,
        is_cancelled=meeting.state is MeetingState.CANCELLED,
    )
