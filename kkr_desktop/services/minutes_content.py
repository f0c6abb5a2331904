"""Builds what a meeting's minutes are made from, and makes the document."""

from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import (
    AttendanceContent,
    GuestContent,
    MinutesContent,
    MinutesItemContent,
    MinutesSectionContent,
    extract_title,
)
from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.frozen import minutes_from_json
from kkr_desktop.model.agenda import AgendaItem, ItemPart
from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meeting_words import became, listed
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Attendance, Decision, MinutesStage, MinutesVersion
from kkr_desktop.model.minutes_terms import AttendanceStatus, Outcome
from kkr_desktop.model.richtext import EMPTY, RichText, from_plain_text
from kkr_desktop.services.agenda_content import meeting_content
from kkr_desktop.services.agenda_needed import require_items
from kkr_desktop.services.agenda_outline import numbered
from kkr_desktop.services.attendance import AttendanceRow, Substitute, attendance_in
from kkr_desktop.services.guests import GuestRow, guests_in
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.minute_taking import decisions_of
from kkr_desktop.services.minutes_remarks import ItemRemarks, item_remarks
from kkr_desktop.services.presence_remarks import note_of
from kkr_desktop.services.register import ROLE_NAMES, MemberRole
from kkr_desktop.services.treated_items import TreatedItem, treated_items
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database

_FROZEN = frozenset(
    {MeetingState.MINUTES_SENT, MeetingState.MINUTES_APPROVED, MeetingState.PUBLISHED}
)


def minutes_content(database: Database, meeting_id: int) -> MinutesContent:
    """Return the minutes: what was sent or approved, or as they stand now. Raises NotFound."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        frozen = frozen_version(session, meeting)
        if frozen is not None:
            return minutes_from_json(frozen.content_json)
        return minutes_content_in(session, meeting)


def frozen_version(session: Session, meeting: Meeting) -> MinutesVersion | None:
    """Return the minutes as the members have them, or None while they are being written."""
    if meeting.state not in _FROZEN:
        return None
    return session.scalars(
        select(MinutesVersion)
        .where(
            MinutesVersion.meeting_id == meeting.id,
            MinutesVersion.stage.in_((MinutesStage.SENT, MinutesStage.APPROVED)),
        )
        .order_by(MinutesVersion.number.desc())
        .limit(1)
    ).one_or_none()


def minutes_content_in(session: Session, meeting: Meeting) -> MinutesContent:
    """Return the same in a unit of work that goes on."""
    sections, items, numbers = numbered(session, meeting.id)
    body_name = session.get_one(Body, meeting.body_id).name
    decisions = decisions_of(session, meeting.id)
    recommendations = _recommendations(
        session, [item.id for found in items.values() for item in found]
    )
    touched = [meeting.updated_at, *(decision.updated_at for decision in decisions.values())]
    touched += session.scalars(
        select(Attendance.updated_at).where(Attendance.meeting_id == meeting.id)
    ).all()
    room = meeting_room(session, meeting)
    return replace(
        minutes_frame(session, meeting, room),
        dated=max(touched),
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
                        room.remarks[item.id],
                        body_name,
                    )
                    for item in items[section.id]
                ),
            )
            for section in sections
        ),
    )


@dataclass(frozen=True, slots=True)
class MeetingRoom:
    """Who was at a meeting, and the sentences that this gives at each item, by its id."""

    rows: tuple[AttendanceRow, ...]
    items: tuple[TreatedItem, ...]
    guests: tuple[GuestRow, ...]
    remarks: dict[int, ItemRemarks]


def meeting_room(session: Session, meeting: Meeting) -> MeetingRoom:
    """Return who was at a meeting, and what is said of it."""
    rows, items = attendance_in(session, meeting), treated_items(session, meeting)
    guests = guests_in(session, meeting.id)
    remarks = item_remarks(session, meeting, items, rows, guests)
    return MeetingRoom(rows, items, guests, remarks)


def minutes_frame(session: Session, meeting: Meeting, room: MeetingRoom) -> MinutesContent:
    """Return minutes without their items: the meeting and who took part, for every reader."""
    return MinutesContent(
        document_uid=meeting.uid,
        dated=meeting.updated_at,
        meeting=meeting_content(meeting, session.get_one(Body, meeting.body_id)),
        attendance=_attendance(room),
        sections=(),
        is_draft=meeting.state not in _FROZEN,
        guests=_guests(room),
    )


def _guests(room: MeetingRoom) -> tuple[GuestContent, ...]:
    numbers = {item.id: item.number for item in room.items}
    taken_part: dict[tuple[str, str], list[str]] = {}
    for guest in room.guests:
        of_guest = taken_part.setdefault((guest.name, guest.title), [])
        if guest.item_id in numbers:
            of_guest.append(numbers[guest.item_id])
    return tuple(
        GuestContent(name, title, f"punkt {listed(found)}" if found else "")
        for (name, title), found in taken_part.items()
    )


def _recommendations(session: Session, items: list[int]) -> dict[int, RichText]:
    rows = session.execute(
        select(ItemPart.item_id, ItemPart.text).where(
            ItemPart.item_id.in_(items), ItemPart.part_type == PartType.RECOMMENDATION
        )
    )
    return {item_id: text for item_id, text in rows}  # noqa: C416


def _item(
    item: AgendaItem,
    number: str,
    recommendation: RichText,
    decision: Decision | None,
    remarks: ItemRemarks,
    body_name: str,
) -> MinutesItemContent:
    outcome = decision.outcome if decision else None
    return MinutesItemContent(
        uid=item.uid,
        number=number,
        title=item.title,
        kind=item.kind,
        is_public=item.is_public,
        recommendation=recommendation,
        decision=decided(decision.text if decision else EMPTY, outcome, body_name),
        withdrawn=item.withdrawn,
        outcome=outcome,
        before=remarks.before,
        after=remarks.after,
    )


def decided(text: RichText, outcome: Outcome | None, body_name: str) -> RichText:
    """Return the decision as written, or the usual sentence of its outcome."""
    return text if not text.is_empty else from_plain_text(became(outcome, body_name))


def _attendance(room: MeetingRoom) -> tuple[AttendanceContent, ...]:
    """Return who took part, as the register says for the day of the meeting."""
    found: list[AttendanceContent] = []
    for row in room.rows:
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
                note_of(row.stays, room.items),
            )
        )
        if row.substitute is not None:
            found.append(_substitute(row, row.substitute, room))
    return tuple(found)


def _substitute(row: AttendanceRow, other: Substitute, room: MeetingRoom) -> AttendanceContent:
    times = note_of(other.stays, room.items)
    return AttendanceContent(
        other.person.name,
        other.person.title,
        other.person.party_letter or row.party_letter,
        other.person.official_municipality or row.official_municipality,
        "",
        AttendanceStatus.ONLINE if other.is_online else AttendanceStatus.PRESENT,
        f"stedfortræder for {row.name}{', ' if times else ''}{times}",
    )


def role_text(row: AttendanceRow) -> str:
    """Return the role beside being a member, as documents name it."""
    return "" if row.role is MemberRole.MEMBER else ROLE_NAMES[row.role]


def preview_minutes(database: Database, meeting_id: int) -> bytes:
    """Return the minutes' PDF: what was sent or approved, or the draft as it stands."""
    from kkr_desktop.documents.minutes import render_minutes

    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        frozen = frozen_version(session, meeting)
        content = minutes_content_in(session, meeting)
    if frozen is not None:
        return database.files.read(frozen.pdf_sha256)
    return render_minutes(content)


def export_minutes(database: Database, meeting_id: int, path: Path) -> None:
    """Write the minutes to a file, which is replaced only by a complete one.

    They become PDF, or Word when the file is called so. Raises NotFound and NoItems.
    """
    require_items(database, meeting_id)
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
