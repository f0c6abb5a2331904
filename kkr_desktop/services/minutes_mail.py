"""E-mail drafts that take the minutes to the chair and to the members."""

from datetime import date
from pathlib import Path

from sqlalchemy import select

from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.frozen import minutes_from_json
from kkr_desktop.documents.mail import Attachment, MailDraft, write_mail_draft
from kkr_desktop.model.dates import weekday_date
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.minutes import MinutesStage, MinutesVersion
from kkr_desktop.services.address_lists import USUAL_PARTS, Purpose, address_list
from kkr_desktop.services.planning import read_meeting
from kkr_desktop.services.register import MemberRole, members_on
from kkr_desktop.storage.database import Database

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draft_to_chair(database: Database, meeting_id: int, answer_by: date | None = None) -> bytes:
    """Return the draft that takes the minutes, as PDF and Word, to the chair.

    The vice-chair gets a copy. Without a known address the field stays empty. Raises
    NotFound when the chair was given nothing yet.
    """
    version = _newest(database, meeting_id, MinutesStage.WITH_CHAIR)
    meeting = read_meeting(database, meeting_id)
    members = members_on(database, meeting.body_id, meeting.held_on)

    def addresses(role: MemberRole) -> tuple[str, ...]:
        return tuple(row.email for row in members if row.role is role and row.email)

    title = minutes_from_json(version.content_json).title
    by = f" senest {weekday_date(answer_by)}" if answer_by is not None else ""
    text = (
        f"Kære formand\n\nHermed udkast til {_lower(title)}.\n\n"
        f"Skriv rettelser direkte i Word-filen, gerne med »Registrer ændringer«, og send den "
        f"retur{by}. PDF-filen viser, hvordan referatet kommer til at se ud.\n"
    )
    name = pdf_file_name(title)
    attachments = [Attachment(name, database.files.read(version.pdf_sha256), PDF)]
    if version.word_sha256 is not None:
        word = Path(name).with_suffix(".docx").name
        attachments.append(Attachment(word, database.files.read(version.word_sha256), WORD))
    return write_mail_draft(
        MailDraft(
            subject=f"Til godkendelse: {title}",
            text=text,
            to=addresses(MemberRole.CHAIR),
            copy=addresses(MemberRole.VICE_CHAIR),
            attachments=tuple(attachments),
        )
    )


def draft_to_members(database: Database, meeting_id: int, day: date) -> bytes:
    """Return the draft that sends the minutes to whoever is sent minutes on `day`.

    Nobody sees the others. Raises NotFound when the minutes were not sent yet.
    """
    version = _newest(database, meeting_id, MinutesStage.SENT)
    meeting = read_meeting(database, meeting_id)
    purpose = Purpose.MINUTES
    found = address_list(database, meeting.body_id, purpose, USUAL_PARTS[purpose], day)
    title = minutes_from_json(version.content_json).title
    text = (
        f"Til medlemmerne af {meeting.body_name}\n\nHermed {_lower(title)}.\n\n"
        "Referatet bliver forelagt til godkendelse på næste møde.\n"
    )
    pdf = Attachment(pdf_file_name(title), database.files.read(version.pdf_sha256), PDF)
    return write_mail_draft(
        MailDraft(
            subject=title,
            text=text,
            blind_copy=tuple(addressee.address for addressee in found.addressees),
            attachments=(pdf,),
        )
    )


def _newest(database: Database, meeting_id: int, stage: MinutesStage) -> MinutesVersion:
    with database.read() as session:
        found = session.scalars(
            select(MinutesVersion)
            .where(MinutesVersion.meeting_id == meeting_id, MinutesVersion.stage == stage)
            .order_by(MinutesVersion.number.desc())
            .limit(1)
        ).one_or_none()
    if found is None:
        raise NotFound("Det frosne referat")
    return found


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
