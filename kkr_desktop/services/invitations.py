"""Calls a meeting, or calls it off: an e-mail draft with the meeting as a calendar file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from kkr_desktop.documents.calendar_file import calendar_file
from kkr_desktop.documents.mail import Attachment, MailDraft, write_mail_draft
from kkr_desktop.model.dates import clock_range, long_date, week_name, weekday_date
from kkr_desktop.model.meeting_terms import KIND_NAMES, MeetingState
from kkr_desktop.model.milestones import Milestone, MilestoneStep
from kkr_desktop.services.calendar_export import (
    calendar_entries,
    calendar_file_name,
    calendar_name,
)
from kkr_desktop.services.planning import MeetingRow, read_meeting
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is written to those who are to come, and the meeting for their calendars."""

    subject: str
    text: str
    calendar: Attachment


def invitation(database: Database, meeting_id: int) -> Invitation:
    """Return the invitation to a meeting; of a cancelled one, the notice that it is off.

    The calendar file has the meeting alone, with the identity that it has in
    every other file, so that a later one moves or removes it. Raises NotFound.
    """
    row = read_meeting(database, meeting_id)
    name = calendar_name(database, meeting_id=meeting_id)
    entries = calendar_entries(database, meeting_id=meeting_id)
    is_off = row.state is MeetingState.CANCELLED
    heading = "Aflysning" if is_off else "Indkaldelse"
    lines = _calling_off(row) if is_off else _calling(row, _dispatch(database, meeting_id))
    return Invitation(
        subject=f"{heading}: {KIND_NAMES[row.kind]} i {row.body_name} den {long_date(row.held_on)}",
        text="\n".join([*lines, "", "Venlig hilsen", f"Sekretariatet for {row.body_name}", ""]),
        calendar=Attachment(
            calendar_file_name(database, meeting_id=meeting_id),
            calendar_file(name, entries),
            "text/calendar",
            (("charset", "utf-8"), ("method", "PUBLISH")),
        ),
    )


def write_invitation(sent: Invitation, blind_copy: Sequence[str], path: Path) -> None:
    """Write the e-mail draft; none of those who get it sees the others.

    Raises InvalidValue for what is no address, FileProblem or DiskFull.
    """
    draft = MailDraft(
        subject=sent.subject,
        text=sent.text,
        blind_copy=tuple(blind_copy),
        attachments=(sent.calendar,),
    )
    write_complete(path, write_mail_draft(draft))


def _dispatch(database: Database, meeting_id: int) -> str:
    """Return when the agenda goes out, or nothing when the meeting has no such milestone."""
    query = select(Milestone.due_on).where(
        Milestone.meeting_id == meeting_id,
        Milestone.step == MilestoneStep.DISPATCH,
        Milestone.deleted_at.is_(None),
    )
    with database.read() as session:
        due_on = session.scalars(query).first()
    return "" if due_on is None else f"Dagsordenen udsendes {weekday_date(due_on)}."


def _calling(row: MeetingRow, dispatch: str) -> list[str]:
    facts = (
        ("Sted", row.place),
        ("Deltag virtuelt", row.online_url),
        ("Gruppemøder", row.group_meetings),
    )
    return [
        f"Der indkaldes hermed til {KIND_NAMES[row.kind]} i {row.body_name}:",
        "",
        _when(row),
        *(f"{name}: {words}" for name, words in facts if words),
        "",
        *([dispatch] if dispatch else []),
        "Åbn den vedhæftede kalenderfil for at lægge mødet i din kalender.",
        "Giv venligst besked til sekretariatet, hvis du er forhindret.",
    ]


def _calling_off(row: MeetingRow) -> list[str]:
    return [
        f"Følgende {KIND_NAMES[row.kind]} i {row.body_name} er aflyst:",
        "",
        _when(row),
        f"Begrundelse: {row.cancel_reason}",
        "",
        "Åbn den vedhæftede kalenderfil, så står mødet som aflyst i din kalender.",
    ]


def _when(row: MeetingRow) -> str:
    hours = clock_range(row.starts_at, row.ends_at)
    return f"{weekday_date(row.held_on).capitalize()} ({week_name(row.held_on)}), {hours}"
