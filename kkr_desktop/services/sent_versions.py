"""What members have received of a meeting's agenda, version by version."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import AgendaContent
from kkr_desktop.documents.frozen import agenda_from_json
from kkr_desktop.model.agenda import AgendaVersion, SentDocument, SentKind
from kkr_desktop.model.errors import NotFound
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class SentDocumentRow:
    """A document that was sent; `size` in bytes."""

    kind: SentKind
    file_name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class SentVersion:
    """A version of an agenda: when it was sent, why, to whom, and in which documents."""

    id: int
    number: int
    sent_at: datetime
    note: str
    recipients: tuple[str, ...]
    agenda_sha256: str
    documents: tuple[SentDocumentRow, ...]


def sent_versions(database: Database, meeting_id: int) -> tuple[SentVersion, ...]:
    """Return what was sent of a meeting's agenda, oldest first."""
    with database.read() as session:
        return sent_versions_in(session, meeting_id)


def sent_versions_in(session: Session, meeting_id: int) -> tuple[SentVersion, ...]:
    """Return the same in a unit of work that goes on."""
    versions = session.scalars(
        select(AgendaVersion)
        .where(AgendaVersion.meeting_id == meeting_id)
        .order_by(AgendaVersion.number)
    ).all()
    documents: dict[int, list[SentDocumentRow]] = {version.id: [] for version in versions}
    for row in session.scalars(
        select(SentDocument).where(SentDocument.version_id.in_(documents)).order_by(SentDocument.id)
    ):
        documents[row.version_id].append(
            SentDocumentRow(row.kind, row.file_name, row.pdf_sha256, row.size)
        )
    return tuple(
        SentVersion(
            id=version.id,
            number=version.number,
            sent_at=version.frozen_at,
            note=version.note,
            recipients=tuple(version.recipients.splitlines()),
            agenda_sha256=version.pdf_sha256,
            documents=tuple(documents[version.id]),
        )
        for version in versions
    )


def sent_content(database: Database, version_id: int) -> AgendaContent:
    """Return the agenda as it was in a version. Raises NotFound."""
    with database.read() as session:
        version = session.get(AgendaVersion, version_id)
        if version is None:
            raise NotFound("Versionen")
        return agenda_from_json(version.content_json)


def last_sent(session: Session, meeting_id: int) -> AgendaVersion | None:
    """Return the version that members have now, if anything was sent."""
    return session.scalars(
        select(AgendaVersion)
        .where(AgendaVersion.meeting_id == meeting_id)
        .order_by(AgendaVersion.number.desc())
        .limit(1)
    ).one_or_none()
