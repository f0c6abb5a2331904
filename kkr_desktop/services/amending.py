"""After the dispatch: late items and appendices, corrections, and what members get of them.

A sent agenda is opened for an amendment with a reason, without going back to its draft: all
numbers that members have received stay. What is then sent is a new version of the agenda.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from kkr_desktop.documents.content import AgendaContent
from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.frozen import agenda_from_json
from kkr_desktop.model.agenda import AgendaVersion, SentKind
from kkr_desktop.model.base import now
from kkr_desktop.model.errors import InvalidValue, KkrError, NotAllowedNow
from kkr_desktop.model.meeting_terms import STATE_NAMES, MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.services.agenda_comparison import (
    ItemChange,
    compare_agendas,
    marked_agenda,
    supplement_of,
)
from kkr_desktop.services.agenda_content import agenda_content_in
from kkr_desktop.services.audit import record
from kkr_desktop.services.dispatch import (
    MadeDocument,
    Step,
    agenda_document,
    freeze_numbers,
    keep_version,
    make_pack,
    no_step,
    require_unchanged,
)
from kkr_desktop.services.meeting_states import meeting_or_error, state_changes
from kkr_desktop.services.pack_content import PackChoices, PackPieces, pack_pieces
from kkr_desktop.services.sent_versions import last_sent
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database

if TYPE_CHECKING:
    from kkr_desktop.documents.pack import PackItem


class NothingChanged(KkrError):
    """There is nothing that members do not have already."""

    def explain(self) -> str:
        """Return what happened and what to do about it, in Danish."""
        return (
            "Der er ingen ændringer siden udsendelsen, så der er intet at sende. Skriv det nye "
            "punkt, tilføj bilaget, eller ret teksten først."
        )


@dataclass(frozen=True, slots=True)
class Amendment:
    """What members have, what the agenda is now, and what differs."""

    before: AgendaContent
    after: AgendaContent
    changes: tuple[ItemChange, ...]

    @property
    def is_supplement(self) -> bool:
        """Whether there is something that members do not have."""
        return any(change.is_supplement for change in self.changes)

    @property
    def is_correction(self) -> bool:
        """Whether something changed that members have."""
        return any(change.is_correction for change in self.changes)

    def usual_documents(self) -> frozenset[SentKind]:
        """Return what one would send of it."""
        wanted = {
            SentKind.SUPPLEMENT: self.is_supplement,
            SentKind.CORRECTION: self.is_correction,
        }
        return frozenset(kind for kind, is_wanted in wanted.items() if is_wanted)


def open_for_amendment(database: Database, meeting_id: int, reason: str) -> Written[int]:
    """Open a sent agenda for a late item or a correction; the reason is logged."""
    if not reason.strip():
        raise InvalidValue("Begrundelse", "Skriv, hvorfor dagsordenen åbnes igen.")
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        _require_sent(meeting, "At åbne dagsordenen for tillæg eller rettelse")
        meeting.amending_since = now()
        record(session, meeting, "open_for_amendment", reason=reason.strip())
        return Written(meeting.id, state_changes(meeting))


def close_amendment(database: Database, meeting_id: int) -> Written[int]:
    """Close the agenda again when nothing was changed. Raises InvalidValue when something was."""
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        found = _amendment(session, meeting)
        if found.changes:
            places = ", ".join(change.number or change.title for change in found.changes)
            raise InvalidValue(
                "Tillæg eller rettelse",
                f"Der er ændringer, som ikke er sendt ({places}). Send dem, eller tag dem tilbage.",
            )
        meeting.amending_since = None
        record(session, meeting, "close_amendment")
        return Written(meeting.id, state_changes(meeting))


def pending_amendment(database: Database, meeting_id: int) -> Amendment:
    """Return what differs from what members have. Raises NotAllowedNow before the dispatch."""
    with database.read() as session:
        return _amendment(session, meeting_or_error(session, meeting_id))


def _amendment(session: Session, meeting: Meeting) -> Amendment:
    before = agenda_from_json(_version(session, meeting).content_json)
    after = replace(agenda_content_in(session, meeting), is_draft=False)
    return Amendment(before, after, compare_agendas(before, after))


def _version(session: Session, meeting: Meeting) -> AgendaVersion:
    _require_sent(meeting, "At sende tillæg eller rettelse")
    version = last_sent(session, meeting.id)
    if version is None:
        raise NotAllowedNow("At sende tillæg eller rettelse", STATE_NAMES[meeting.state])
    return version


def _require_sent(meeting: Meeting, what: str) -> None:
    if meeting.state is not MeetingState.DISPATCHED:
        raise NotAllowedNow(what, STATE_NAMES[meeting.state])


def send_amendment(
    database: Database,
    meeting_id: int,
    kinds: frozenset[SentKind],
    *,
    sent_at: datetime,
    note: str = "",
    recipients: Sequence[str] = (),
    step: Step = no_step,
) -> Written[int]:
    """Freeze a new version of a sent agenda with the documents that members get of it.

    `kinds` are the documents; a whole new pack marks what changed. Returns the version's
    number. Raises NothingChanged, InvalidValue, NotAllowedNow, FileProblem or ChangedElsewhere.
    """
    from kkr_desktop.documents.agenda import render_agenda

    if not kinds:
        raise InvalidValue("Dokumenter", "Vælg mindst ét dokument at sende.")
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        old_pdf = database.files.read(_version(session, meeting).pdf_sha256)
        found = _amendment(session, meeting)
        pieces = pack_pieces(database, session, meeting, PackChoices())
    if not found.changes:
        raise NothingChanged
    content = replace(found.after, dated=sent_at)
    with TemporaryDirectory(prefix="kkr-dispatch-", ignore_cleanup_errors=True) as temporary:
        maker = _Maker(replace(found, after=content), pieces, old_pdf, Path(temporary), step)
        made = [document for kind in SentKind if kind in kinds for document in maker.make(kind)]
        step(1, 1)  # the last moment at which it can be stopped
        with database.write() as session:
            meeting = meeting_or_error(session, meeting_id)
            _require_sent(meeting, "At sende tillæg eller rettelse")
            freeze_numbers(session, meeting)
            meeting.amending_since = None
            session.flush()
            require_unchanged(session, meeting, content)
            number = keep_version(
                session,
                database.files,
                meeting,
                content,
                render_agenda(content),
                made,
                note=note,
                recipients=recipients,
            )
            record(session, meeting, "send_amendment", after=str(number), reason=note)
            return Written(number, state_changes(meeting))


class _Maker:
    """Makes the documents of an amendment in a folder."""

    def __init__(
        self, found: Amendment, pieces: PackPieces, old_pdf: bytes, folder: Path, step: Step
    ) -> None:
        self._found = found
        self._pieces = pieces
        self._old_pdf = old_pdf
        self._folder = folder
        self._step = step

    def make(self, kind: SentKind) -> Iterator[MadeDocument]:
        """Make a document, if there is something to put in it."""
        match kind:
            case SentKind.SUPPLEMENT:
                if self._found.is_supplement:
                    yield self._supplement()
            case SentKind.CORRECTION:
                if self._found.is_correction:
                    yield self._correction()
            case SentKind.CHANGED_PAGES:
                yield from self._changed_pages()
            case SentKind.PACK | SentKind.AGENDA:
                yield self._whole()

    def _supplement(self) -> MadeDocument:
        from kkr_desktop.documents.agenda import render_agenda

        content = supplement_of(self._found.before, self._found.after)
        pieces = replace(self._pieces, agenda=content, items=_listed(self._pieces, content))
        if pieces.items:
            pack = make_pack(pieces, self._folder / "supplement.pdf", self._step)
            return replace(pack, kind=SentKind.SUPPLEMENT)
        return self._write(SentKind.SUPPLEMENT, content.title, render_agenda(content))

    def _correction(self) -> MadeDocument:
        from kkr_desktop.documents.correction_sheet import render_correction
        from kkr_desktop.services.correction_content import correction_content

        content = correction_content(self._found.before, self._found.after)
        return self._write(SentKind.CORRECTION, content.title, render_correction(content))

    def _changed_pages(self) -> Iterator[MadeDocument]:
        from kkr_desktop.documents.agenda import render_agenda
        from kkr_desktop.documents.changed_pages import changed_pages

        title = f"Ændrede sider - {self._found.after.title}"
        pages = changed_pages(self._old_pdf, render_agenda(self._found.after), title)
        if pages is not None:
            yield self._write(SentKind.CHANGED_PAGES, title, pages)

    def _whole(self) -> MadeDocument:
        from kkr_desktop.documents.agenda import render_agenda

        content = marked_agenda(self._found.before, self._found.after)
        if not self._pieces.items:
            return agenda_document(content, render_agenda(content), self._folder)
        pieces = replace(self._pieces, agenda=content)
        return make_pack(pieces, self._folder / "pack.pdf", self._step)

    def _write(self, kind: SentKind, title: str, pdf: bytes) -> MadeDocument:
        path = self._folder / f"{kind}.pdf"
        path.write_bytes(pdf)
        return MadeDocument(kind, pdf_file_name(title), path)


def _listed(pieces: PackPieces, content: AgendaContent) -> "tuple[PackItem, ...]":
    """Return the appendices that an agenda lists, of those of a whole pack."""
    wanted = {
        (item.uid, row.label)
        for section in content.sections
        for item in section.items
        if not item.withdrawn
        for row in item.appendices
    }
    items = (
        replace(
            item,
            appendices=tuple(row for row in item.appendices if (item.uid, row.label) in wanted),
        )
        for item in pieces.items
    )
    return tuple(item for item in items if item.appendices)
