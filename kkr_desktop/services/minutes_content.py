"""Builds what a meeting's minutes are made from, and makes the document."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import (
    AttendanceContent,
    MinutesContent,
    MinutesItemContent,
    MinutesSectionContent,
    extract_title,
)
from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.frozen import minutes_from_json
from kkr_desktop.model.agenda import AgendaItem, ItemPart, PartType
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import clock
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.meetings import Meeting, MeetingState
from kkr_desktop.model.minutes import Attendance, AttendanceStatus, Decision, MinutesVersion
from kkr_desktop.model.richtext import EMPTY, RichText
from kkr_desktop.services.agenda_content import meeting_content
from kkr_desktop.services.agenda_outline import numbered
from kkr_desktop.services.attendance import AttendanceRow, attendance_in
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.minute_taking import decisions_of
from kkr_desktop.services.register import ROLE_NAMES, MemberRole
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database

_APPROVED = frozenset({MeetingState.MINUTES_APPROVED, MeetingState.PUBLISHED})


def minutes_content(database: Database, meeting_id: int) -> MinutesContent:
    """Return the minutes: what was approved, or as they stand now. Raises NotFound."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        approved = _approved(session, meeting)
        if approved is not None:
            return minutes_from_json(approved.content_json)
        return minutes_content_in(session, meeting)


def _approved(session: Session, meeting: Meeting) -> MinutesVersion | None:
    if meeting.state not in _APPROVED:
        return None
    return session.scalars(
        select(MinutesVersion)
        .where(MinutesVersion.meeting_id == meeting.id)
        .order_by(MinutesVersion.number.desc())
        .limit(1)
    ).one_or_none()


def minutes_content_in(session: Session, meeting: Meeting) -> MinutesContent:
    """Return the same in a unit of work that goes on."""
    sections, items, numbers = numbered(session, meeting.id)
    body = session.get_one(Body, meeting.body_id)
    decisions = decisions_of(session, meeting.id)
    recommendations = _recommendations(
        session, [item.id for found in items.values() for item in found]
    )
    touched = [meeting.updated_at, *(decision.updated_at for decision in decisions.values())]
    touched += session.scalars(
        select(Attendance.updated_at).where(Attendance.meeting_id == meeting.id)
    ).all()
    return MinutesContent(
        document_uid=meeting.uid,
        dated=max(touched),
        meeting=meeting_content(meeting, body),
        attendance=_attendance(session, meeting),
        sections=tuple(
            MinutesSectionContent(
                numbers.sections[section.id],
                section.title,
                tuple(
                    _item(
                        item,
                        numbers.items[item.id],
                        recommendations.get(item.id, EMPTY),
                        decisions.get(item.id),
                    )
                    for item in items[section.id]
                ),
            )
            for section in sections
        ),
        is_draft=meeting.state not in _APPROVED,
    )


def _recommendations(session: Session, items: list[int]) -> dict[int, RichText]:
    rows = session.execute(
        select(ItemPart.item_id, ItemPart.text).where(
            ItemPart.item_id.in_(items), ItemPart.part_type == PartType.RECOMMENDATION
        )
    )
    return {item_id: text for item_id, text in rows}  # noqa: C416


def _item(
    item: AgendaItem, number: str, recommendation: RichText, decision: Decision | None
) -> MinutesItemContent:
    return MinutesItemContent(
        uid=item.uid,
        number=number,
        title=item.title,
        kind=item.kind,
        is_public=item.is_public,
        recommendation=recommendation,
        decision=decision.text if decision else EMPTY,
        withdrawn=item.withdrawn,
    )


def _attendance(session: Session, meeting: Meeting) -> tuple[AttendanceContent, ...]:
    """Return who took part, as the register says for the day of the meeting."""
    found: list[AttendanceContent] = []
    for row in attendance_in(session, meeting):
        if row.status is None:
            continue
        found.append(
            AttendanceContent(
                row.name,
                row.title,
                row.party_letter,
                row.official_municipality,
                role_text(row),
                row.status,
                _times(row),
            )
        )
        if row.substitute_id is not None:
            found.append(
                AttendanceContent(
                    row.substitute_name,
                    "",
                    row.party_letter,
                    row.official_municipality,
                    "",
                    AttendanceStatus.PRESENT,
                    f"stedfortræder for {row.name}",
                )
            )
    return tuple(found)


def role_text(row: AttendanceRow) -> str:
    """Return the role beside being a member, as documents name it."""
    return "" if row.role is MemberRole.MEMBER else ROLE_NAMES[row.role]


def _times(row: AttendanceRow) -> str:
    times: list[str] = []
    if row.arrived_at:
        times.append(f"fra kl. {clock(row.arrived_at)}")
    if row.left_at:
        times.append(f"til kl. {clock(row.left_at)}")
    return ", ".join(times)


def preview_minutes(database: Database, meeting_id: int) -> bytes:
    """Return the minutes' PDF: what was approved, or the draft as it stands."""
    from kkr_desktop.documents.minutes import render_minutes

    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        approved = _approved(session, meeting)
        content = minutes_content_in(session, meeting)
    if approved is not None:
        return database.files.read(approved.pdf_sha256)
    return render_minutes(content)


def export_minutes(database: Database, meeting_id: int, path: Path) -> None:
    """Write the minutes to a file, which is replaced only by a complete one.

    They become PDF, or Word when the file is called so.
    """
    if _is_word(path):
        write_complete(path, minutes_file(minutes_content(database, meeting_id), path))
    else:
        write_complete(path, preview_minutes(database, meeting_id))


def minutes_file(content: MinutesContent, path: Path) -> bytes:
    """Return minutes in the form that a file's name asks for."""
    if _is_word(path):
        from kkr_desktop.documents.word import minutes_in_word

        return minutes_in_word(content)
    from kkr_desktop.documents.minutes import render_minutes

    return render_minutes(content)


def _is_word(path: Path) -> bool:
    return path.suffix.casefold() == ".docx"


def export_extract(database: Database, meeting_id: int, number: str, path: Path) -> None:
    """Write the extract of the item with a number as PDF. Raises NotFound."""
    from kkr_desktop.documents.extract import render_extract

    content = minutes_content(database, meeting_id)
    write_complete(path, render_extract(content, _item_numbered(content, number)))


def extract_file_name(database: Database, meeting_id: int, number: str) -> str:
    """Return the usual name of an extract's file. Raises NotFound."""
    content = minutes_content(database, meeting_id)
    return pdf_file_name(extract_title(content, _item_numbered(content, number)))


def _item_numbered(content: MinutesContent, number: str) -> MinutesItemContent:
    for section in content.sections:
        for item in section.items:
            if item.number == number:
                return item
    raise NotFound(f"Punkt {number}")


def minutes_file_name(database: Database, meeting_id: int) -> str:
    """Return the usual name of the minutes' file."""
    return pdf_file_name(minutes_content(database, meeting_id).title)
