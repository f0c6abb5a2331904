"""Dispatches an agenda: freezes its numbers, its content and its documents."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import AgendaContent
from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.frozen import fingerprint, to_json
from kkr_desktop.model.agenda import AgendaVersion, Appendix, SentDocument, SentKind
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.errors import ChangedElsewhere, KkrError, NotAllowedNow
from kkr_desktop.model.meeting_terms import FORWARD, STATE_NAMES, MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.services.agenda_content import agenda_content_in
from kkr_desktop.services.agenda_outline import appendix_rows, numbered
from kkr_desktop.services.appendices import store_file, store_path
from kkr_desktop.services.appendix_numbers import numbered_appendices
from kkr_desktop.services.meeting_states import (
    AMEND_INSTEAD,
    enter_state,
    meeting_or_error,
    state_changes,
)
from kkr_desktop.services.pack_content import PackChoices, PackPieces, pack_pieces
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.file_store import FileStore

Step = Callable[[int, int], None]


class NothingToSend(KkrError):
    """An agenda without items is not sent."""

    def explain(self) -> str:
        """Return what happened and what to do about it, in Danish."""
        return "Dagsordenen har ingen punkter, så der er intet at sende ud. Tilføj et punkt."


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """A document that is to be sent: what it is, its usual name, and where it is for now."""

    kind: SentKind
    file_name: str
    path: Path


def no_step(_done: int, _total: int) -> None:
    """Go on."""


def dispatch_agenda(
    database: Database,
    meeting_id: int,
    *,
    sent_at: datetime,
    note: str = "",
    recipients: Sequence[str] = (),
    step: Step = no_step,
) -> Written[int]:
    """Freeze the agenda, and the pack when there are appendices; return the version's number.

    The documents are made before anything is written, from what then stands: nothing that is
    out of date is ever sent. Raises NothingToSend, NotAllowedNow, FileProblem, or
    ChangedElsewhere when somebody wrote in the agenda meanwhile.
    """
    from kkr_desktop.documents.agenda import render_agenda

    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        _require_draft(meeting)
        pieces = pack_pieces(database, session, meeting, PackChoices())
    content = replace(pieces.agenda, dated=sent_at, is_draft=False)
    if not any(section.items for section in content.sections):
        raise NothingToSend
    with TemporaryDirectory(prefix="kkr-dispatch-", ignore_cleanup_errors=True) as temporary:
        whole = render_agenda(content)
        made = [agenda_document(content, whole, Path(temporary))]
        if pieces.items:
            pack = Path(temporary) / "pack.pdf"
            made.append(make_pack(replace(pieces, agenda=content), pack, step))
        step(1, 1)  # the last moment at which it can be stopped
        with database.write() as session:
            meeting = meeting_or_error(session, meeting_id)
            enter_state(session, meeting, MeetingState.DISPATCHED, note)
            freeze_numbers(session, meeting)
            session.flush()
            require_unchanged(session, meeting, content)
            number = keep_version(
                session,
                database.files,
                meeting,
                content,
                whole,
                made,
                note=note,
                recipients=recipients,
            )
            return Written(number, state_changes(meeting))


def _require_draft(meeting: Meeting) -> None:
    """Refuse before the work is done what would be refused after it."""
    if MeetingState.DISPATCHED not in FORWARD[meeting.state]:
        remedy = AMEND_INSTEAD if meeting.state is MeetingState.DISPATCHED else ""
        raise NotAllowedNow("At udsende dagsordenen", STATE_NAMES[meeting.state], remedy)


def agenda_document(content: AgendaContent, whole: bytes, folder: Path) -> MadeDocument:
    """Put the PDF of a whole agenda that is to be sent into a folder."""
    path = folder / "agenda.pdf"
    path.write_bytes(whole)
    return MadeDocument(SentKind.AGENDA, pdf_file_name(content.title), path)


def make_pack(pieces: PackPieces, path: Path, step: Step) -> MadeDocument:
    """Write the pack of an agenda that is to be sent."""
    from kkr_desktop.documents.pack import PackContent
    from kkr_desktop.documents.pack_frame import typeset_frame
    from kkr_desktop.documents.pack_merge import write_pack

    content = PackContent(agenda=pieces.agenda, items=pieces.items)
    write_pack(content, typeset_frame(content), path, step)
    return MadeDocument(SentKind.PACK, pdf_file_name(content.title), path)


def require_unchanged(session: Session, meeting: Meeting, content: AgendaContent) -> None:
    """Raise ChangedElsewhere unless the agenda still is what documents were made of."""
    now = agenda_content_in(session, meeting)
    if fingerprint((now.meeting, now.sections)) != fingerprint((content.meeting, content.sections)):
        raise ChangedElsewhere("Dagsordenen")


def dispatch_in(
    session: Session, files: FileStore, meeting: Meeting, sent_at: datetime, note: str = ""
) -> int:
    """Freeze the agenda, without a pack, in a unit of work that goes on."""
    from kkr_desktop.documents.agenda import render_agenda

    enter_state(session, meeting, MeetingState.DISPATCHED, note)
    freeze_numbers(session, meeting)
    session.flush()
    content = replace(agenda_content_in(session, meeting), dated=sent_at, is_draft=False)
    whole = render_agenda(content)
    with TemporaryDirectory(prefix="kkr-dispatch-", ignore_cleanup_errors=True) as temporary:
        made = [agenda_document(content, whole, Path(temporary))]
        return keep_version(session, files, meeting, content, whole, made, note=note)


def keep_version(
    session: Session,
    files: FileStore,
    meeting: Meeting,
    content: AgendaContent,
    whole: bytes,
    documents: Sequence[MadeDocument],
    *,
    note: str = "",
    recipients: Sequence[str] = (),
) -> int:
    """Keep what members now have, as content and as the PDF `whole`, and what they were sent."""
    stored = to_json(content)
    last = session.scalar(
        select(func.max(AgendaVersion.number)).where(AgendaVersion.meeting_id == meeting.id)
    )
    version = AgendaVersion(
        meeting_id=meeting.id,
        number=(last or 0) + 1,
        content_json=stored,
        content_sha256=hashlib.sha256(stored.encode()).hexdigest(),
        pdf_sha256=store_file(session, files, whole),
        frozen_at=content.dated,
        note=note,
        recipients="\n".join(recipients),
    )
    session.add(version)
    session.flush()
    for made in documents:
        address = store_path(session, files, made.path)
        session.add(
            SentDocument(
                version_id=version.id,
                kind=made.kind,
                file_name=made.file_name,
                pdf_sha256=address.sha256,
                size=address.size,
            )
        )
    session.flush()
    return version.number


def freeze_numbers(session: Session, meeting: Meeting) -> None:
    """Write down the numbers that members now receive; from here on they stay."""
    sections, items, numbers = numbered(session, meeting.id)
    for section in sections:
        section.number_frozen = numbers.sections[section.id]
        for item in items[section.id]:
            item.number_frozen = numbers.items[item.id]
    in_order = [(item.id, numbers.items[item.id]) for s in sections for item in items[s.id]]
    appendices = appendix_rows(session, [item_id for item_id, _ in in_order])
    numbering = session.get_one(Body, meeting.body_id).appendix_numbering
    for row, place, _ in numbered_appendices(in_order, appendices, numbering):
        session.get_one(Appendix, row.id).number_frozen = str(place)
