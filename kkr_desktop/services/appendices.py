"""Takes appendices in: files that belong to an item."""

import io
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kkr_desktop.documents.intake.report import Report
from kkr_desktop.model.agenda import AgendaItem, Appendix, AppendixVersion, StoredFile
from kkr_desktop.model.base import now
from kkr_desktop.model.errors import ChangedElsewhere, NotFound
from kkr_desktop.model.ordering import STEP
from kkr_desktop.model.text import one_line
from kkr_desktop.services.appendix_intake import PreparedFile, prepared
from kkr_desktop.services.drafting import item_for_editing
from kkr_desktop.services.limited_process import Step, no_step
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.file_store import FileAddress, FileStore


def add_appendix(
    database: Database, item_id: int, path: Path, password: str = "", step: Step = no_step
) -> Written[int]:
    """Take a file in as the item's last appendix, titled by the file's name.

    Raises FileProblem, which says what to do, for what cannot be taken in; what
    `step`, called again and again, raises ends the work with nothing added.
    """
    with prepared(path, password, step) as file:
        files = keep_files(database.files, file)
        step()
        with database.write() as session:
            item, meeting = item_for_editing(session, item_id)
            appendix = new_appendix(session, item, path.stem, file.name, files, file.report)
            return Written(appendix.id, _changed(meeting.body_id, meeting.id, item_id))


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """Where the file as it came and its pages are kept."""

    original: FileAddress
    pdf: FileAddress


def keep_files(files: FileStore, file: PreparedFile) -> KeptFiles:
    """Keep a file that was looked at; it is on disk when this returns."""
    original = files.put_file(file.original)
    return KeptFiles(original, files.put_file(file.pdf))


def keep_typeset(files: FileStore, data: bytes) -> tuple[KeptFiles, Report]:
    """Keep a PDF that this program typeset itself, which needs no looking at."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as document:
        pages = len(document.pages)
    address = files.put(data)
    report = Report(pages, (), is_tagged=True, free_edges="b" * pages, is_unchanged=True)
    return KeptFiles(address, address), report


def new_appendix(
    session: Session,
    item: AgendaItem,
    title: str,
    name: str,
    files: KeptFiles,
    report: Report,
    *,
    is_public: bool = True,
) -> Appendix:
    """Add an appendix, whose files are kept, in a unit of work that goes on."""
    last = session.scalar(select(func.max(Appendix.sort_key)).where(Appendix.item_id == item.id))
    appendix = Appendix(
        item_id=item.id,
        title=one_line(title),
        is_public=is_public,
        sort_key=0 if last is None else last + STEP,
    )
    session.add(appendix)
    session.flush()
    new_file(session, appendix, name, files, report)
    return appendix


def new_file(
    session: Session, appendix: Appendix, name: str, files: KeptFiles, report: Report
) -> None:
    """Give an appendix a newer file, which is kept, in a unit of work that goes on."""
    last = session.scalar(
        select(func.max(AppendixVersion.number)).where(AppendixVersion.appendix_id == appendix.id)
    )
    session.add(
        AppendixVersion(
            appendix_id=appendix.id,
            number=(last or 0) + 1,
            original_name=one_line(name),
            file_sha256=note_file(session, files.pdf),
            original_sha256=note_file(session, files.original),
            size=files.pdf.size,
            pages=report.pages,
            notes="\n".join(report.notes),
            is_tagged=report.is_tagged,
            free_edges=report.free_edges,
        )
    )
    session.flush()


def store_file(session: Session, files: FileStore, data: bytes) -> str:
    """Keep bytes in the file store, note them in the database, and return their SHA-256."""
    return note_file(session, files.put(data))


def store_path(session: Session, files: FileStore, source: Path) -> FileAddress:
    """Keep a file in the store, however large, and note it in the database."""
    address = files.put_file(source)
    note_file(session, address)
    return address


def note_file(session: Session, address: FileAddress) -> str:
    """Note a kept file in the database and return its SHA-256."""
    known = session.scalars(select(StoredFile).filter_by(sha256=address.sha256)).one_or_none()
    if known is None:
        session.add(StoredFile(sha256=address.sha256, size=address.size))
        session.flush()
    return address.sha256


def replace_appendix(
    database: Database, appendix_id: int, path: Path, password: str = "", step: Step = no_step
) -> Written[int]:
    """Give an appendix a newer file, as `add_appendix` does; the old one is kept."""
    with prepared(path, password, step) as file:
        files = keep_files(database.files, file)
        step()
        with database.write() as session:
            appendix, changes = appendix_for_editing(session, appendix_id)
            new_file(session, appendix, file.name, files, file.report)
            return Written(appendix.id, changes)


def change_appendix(
    database: Database, appendix_id: int, title: str, *, is_public: bool, rev: int
) -> Written[int]:
    """Rename an appendix, or make it public or not; return its new rev."""
    with database.write() as session:
        appendix, changes = appendix_for_editing(session, appendix_id)
        if appendix.rev != rev:
            raise ChangedElsewhere("Bilaget")
        appendix.title = one_line(title)
        appendix.is_public = is_public
        session.flush()
        return Written(appendix.rev, changes)


def remove_appendix(database: Database, appendix_id: int) -> Written[int]:
    """Remove an appendix; its file is kept, so that it can be brought back."""
    with database.write() as session:
        appendix, changes = appendix_for_editing(session, appendix_id)
        appendix.deleted_at = now()
        return Written(appendix.id, changes)


def restore_appendix(database: Database, appendix_id: int) -> Written[int]:
    """Take the removal of an appendix back."""
    with database.write() as session:
        appendix = session.get_one(Appendix, appendix_id)
        _, meeting = item_for_editing(session, appendix.item_id)
        appendix.deleted_at = None
        return Written(appendix.id, _changed(meeting.body_id, meeting.id, appendix.item_id))


def appendix_path(database: Database, appendix_id: int) -> Path:
    """Return where the file that an appendix has now is stored."""
    with database.read() as session:
        sha256 = session.scalar(
            select(AppendixVersion.file_sha256)
            .where(AppendixVersion.appendix_id == appendix_id)
            .order_by(AppendixVersion.number.desc())
            .limit(1)
        )
    if sha256 is None:
        raise NotFound("Bilaget")
    return database.files.path_of(sha256)


def appendix_for_editing(session: Session, appendix_id: int) -> tuple[Appendix, tuple[Change, ...]]:
    """Return an appendix and what a change of it changes. Raises NotFound and NotAllowedNow."""
    appendix = session.get(Appendix, appendix_id)
    if appendix is None or appendix.deleted_at is not None:
        raise NotFound("Bilaget")
    _, meeting = item_for_editing(session, appendix.item_id)
    return appendix, _changed(meeting.body_id, meeting.id, appendix.item_id)


def _changed(body_id: int, meeting_id: int, item_id: int) -> tuple[Change, ...]:
    return (Change(Area.AGENDA, body_id=body_id, meeting_id=meeting_id, item_id=item_id),)
