"""E-mail drafts to those who get an agenda: one a list, nobody on it sees the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import MeetingContent
from kkr_desktop.documents.file_names import file_name, file_size
from kkr_desktop.documents.mail import Attachment, MailDraft, write_mail_draft
from kkr_desktop.model.agenda import SENT_KIND_NAMES, SentKind
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import clock_range, weekday_date
from kkr_desktop.model.log import Setting
from kkr_desktop.services.address_lists import AddressList, Part, Purpose, address_list
from kkr_desktop.services.agenda_content import meeting_content
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.sent_versions import SentDocumentRow, SentVersion, sent_versions
from kkr_desktop.services.written import Written
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database

USUAL_LIMIT = 15_000_000
"""What most mail servers take, in bytes, when the letters of the encoding are counted in."""

_LIMIT = "mail_attachment_limit"
_LINK_MISSING = "[indsæt link til materialet]"
_LIST_NAMES = {
    Part.MEMBERS: "medlemmer",
    Part.ATTACHED: "observatører og sekretær",
    Part.SECRETARIES: "sekretærer",
    Part.COPIES: "kopi",
}
_SENT_TOGETHER = (
    SentKind.SUPPLEMENT,
    SentKind.CORRECTION,
    SentKind.PACK,
    SentKind.AGENDA,
    SentKind.CHANGED_PAGES,
)
_AFTERWARDS = {
    SentKind.SUPPLEMENT: "Numrene i den dagsorden, I allerede har, er uændrede.",
    SentKind.CORRECTION: "Rettelsesbladet viser ord for ord, hvad der er ændret.",
}


@dataclass(frozen=True, slots=True)
class MailList:
    """Those who get one of the drafts."""

    part: Part
    addresses: AddressList


@dataclass(frozen=True, slots=True)
class NamedDraft:
    """A draft and the name of its file."""

    file_name: str
    draft: MailDraft


def attachment_limit(database: Database) -> int:
    """Return how large attachments may be in one e-mail, in bytes."""
    with database.read() as session:
        setting = _setting(session)
        return int(setting.value) if setting is not None else USUAL_LIMIT


def set_attachment_limit(database: Database, limit: int) -> Written[int]:
    """Choose how large attachments may be, in bytes."""
    with database.write() as session:
        setting = _setting(session)
        if setting is None:
            setting = Setting(name=_LIMIT)
            session.add(setting)
        setting.value = str(limit)
        return Written(limit, ())


def _setting(session: Session) -> Setting | None:
    return session.scalars(select(Setting).filter_by(name=_LIMIT)).one_or_none()


def mail_lists(
    database: Database, body_id: int, parts: frozenset[Part], day: date
) -> tuple[MailList, ...]:
    """Return the lists that an agenda is sent to; each address is on the first of them only."""
    known: set[str] = set()
    lists: list[MailList] = []
    for part in (part for part in Part if part in parts):
        found = address_list(database, body_id, Purpose.AGENDA, frozenset({part}), day)
        new = tuple(row for row in found.addressees if row.address.casefold() not in known)
        known |= {row.address.casefold() for row in new}
        if new:
            lists.append(MailList(part, replace(found, addressees=new)))
    return tuple(lists)


def recipients_of(lists: Sequence[MailList]) -> tuple[str, ...]:
    """Return everybody on the lists as text, to be kept with what was sent."""
    return tuple(
        f"{row.name} <{row.address}> ({row.reason})"
        for mail_list in lists
        for row in mail_list.addresses.addressees
    )


def attached_documents(version: SentVersion) -> tuple[SentDocumentRow, ...]:
    """Return what goes along: the pack in place of the agenda alone, when there is one."""
    kinds = {row.kind for row in version.documents}
    return tuple(
        row
        for kind in _SENT_TOGETHER
        for row in version.documents
        if row.kind is kind and not (kind is SentKind.AGENDA and SentKind.PACK in kinds)
    )


def dispatch_drafts(
    database: Database,
    meeting_id: int,
    lists: Sequence[MailList],
    *,
    link: str = "",
    limit: int | None = None,
) -> tuple[NamedDraft, ...]:
    """Return a draft for each list, of what was sent last.

    What is larger than `limit` (bytes; None for the setting) is not attached but linked to.
    Raises FileProblem when what was sent is gone or damaged.
    """
    version = sent_versions(database, meeting_id)[-1]
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        told = meeting_content(meeting, session.get_one(Body, meeting.body_id))
    documents = attached_documents(version)
    fits = sum(row.size for row in documents) <= (
        attachment_limit(database) if limit is None else limit
    )
    attachments = tuple(
        Attachment(row.file_name, database.files.read(row.sha256), "application/pdf")
        for row in documents
        if fits
    )
    subject = Path(documents[0].file_name).stem
    text = _text(told, documents, link, fits=fits)
    return tuple(
        NamedDraft(
            file_name(f"{subject} - {_LIST_NAMES[mail_list.part]}", ".eml"),
            MailDraft(
                subject=subject,
                text=text,
                blind_copy=tuple(row.address for row in mail_list.addresses.addressees),
                attachments=attachments,
            ),
        )
        for mail_list in lists
    )


def _text(
    meeting: MeetingContent, documents: Sequence[SentDocumentRow], link: str, *, fits: bool
) -> str:
    names = [SENT_KIND_NAMES[row.kind].lower() for row in documents]
    sent = " og ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    when = f"{weekday_date(meeting.held_on)} {clock_range(meeting.starts_at, meeting.ends_at)}"
    where = f" i {meeting.place}" if meeting.place else ""
    size = file_size(sum(row.size for row in documents))
    way = (
        f"Materialet er vedhæftet ({size})."
        if fits
        else f"Materialet fylder {size} og hentes her:\n{link.strip() or _LINK_MISSING}"
    )
    after = [_AFTERWARDS[row.kind] for row in documents if row.kind in _AFTERWARDS]
    paragraphs = [
        f"Til {meeting.body_name}",
        f"Hermed {sent} til mødet {when}{where}.",
        *after,
        way,
        f"Venlig hilsen\nSekretariatet for {meeting.body_name}",
    ]
    return "\n\n".join(paragraphs) + "\n"


def write_drafts(drafts: Sequence[NamedDraft], folder: Path) -> tuple[Path, ...]:
    """Write drafts into a folder, beside what is there already; return where they are."""
    written: list[Path] = []
    for named in drafts:
        path = free_path(folder / named.file_name)
        write_complete(path, write_mail_draft(named.draft))
        written.append(path)
    return tuple(written)


def free_path(path: Path) -> Path:
    """Return the path, or the next like it that nothing stands at: "x (2).eml"."""
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return found
