"""Takes appendices in: PDF files that belong to an item."""

import io
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AgendaItem, Appendix, AppendixVersion, StoredFile
from kkr_desktop.model.base import now
from kkr_desktop.model.errors import ChangedElsewhere, FileProblem, NotFound
from kkr_desktop.model.ordering import STEP, spread_keys
from kkr_desktop.model.text import one_line
from kkr_desktop.services.drafting import item_for_editing
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.file_store import FileStore

LARGEST_BYTES = 200 * 1024 * 1024
MOST_PAGES = 5000


def read_pdf(path: Path) -> tuple[bytes, int]:
    """Return a PDF file's bytes and its number of pages.

    Raises FileProblem, which says what to do, for what cannot be taken in.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_BYTES:
            largest = LARGEST_BYTES // (1024 * 1024)
            raise FileProblem(path, f"er over {largest} MB. Gem den i en mindre udgave.")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileProblem(path, "findes ikke længere. Vælg den igen.") from error
    except OSError as error:
        raise FileProblem(
            path, "kan ikke læses. Er den åben i et andet program, så luk den først."
        ) from error
    return data, pages_of(data, path)


def pages_of(data: bytes, path: Path) -> int:
    """Return how many pages a PDF has. Raises FileProblem when it is none that can be used."""
    import pikepdf

    if not data:
        raise FileProblem(path, "er tom. Gem den igen fra det program, den kommer fra.")
    if b"%PDF-" not in data[:1024]:
        raise FileProblem(path, "er ikke en PDF. Gem den som PDF, og tilføj den så.")
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            pages = len(document.pages)
    except pikepdf.PasswordError as error:
        raise FileProblem(
            path, "er beskyttet med adgangskode. Gem den uden adgangskode, og tilføj den så."
        ) from error
    except pikepdf.PdfError as error:
        raise FileProblem(
            path, "er beskadiget. Gem den igen fra det program, den kommer fra."
        ) from error
    if not 0 < pages <= MOST_PAGES:
        raise FileProblem(path, f"har {pages} sider. Et bilag har mellem 1 og {MOST_PAGES}.")
    return pages


def add_appendix(database: Database, item_id: int, path: Path) -> Written[int]:
    """Take a file in as the item's last appendix, titled by the file's name."""
    data, pages = read_pdf(path)
    with database.write() as session:
        item, meeting = item_for_editing(session, item_id)
        appendix = new_appendix(
            session, database.files, item, path.stem, data, pages, name=path.name
        )
        return Written(appendix.id, _changed(meeting.body_id, meeting.id, item_id))


def new_appendix(
    session: Session,
    files: FileStore,
    item: AgendaItem,
    title: str,
    data: bytes,
    pages: int,
    *,
    name: str,
    is_public: bool = True,
) -> Appendix:
    """Take bytes in as an appendix in a unit of work that goes on."""
    last = session.scalar(select(func.max(Appendix.sort_key)).where(Appendix.item_id == item.id))
    appendix = Appendix(
        item_id=item.id,
        title=one_line(title),
        is_public=is_public,
        sort_key=0 if last is None else last + STEP,
    )
    session.add(appendix)
    session.flush()
    _new_version(session, files, appendix, data, pages, name, 1)
    return appendix


def _new_version(
    session: Session,
    files: FileStore,
    appendix: Appendix,
    data: bytes,
    pages: int,
    name: str,
    number: int,
) -> None:
    session.add(
        AppendixVersion(
            appendix_id=appendix.id,
            number=number,
            original_name=one_line(name),
            file_sha256=store_file(session, files, data),
            size=len(data),
            pages=pages,
        )
    )
    session.flush()


def store_file(session: Session, files: FileStore, data: bytes) -> str:
    """Keep bytes in the file store, note them in the database, and return their SHA-256."""
    address = files.put(data)
    known = session.scalars(select(StoredFile).filter_by(sha256=address.sha256)).one_or_none()
    if known is None:
        session.add(StoredFile(sha256=address.sha256, size=address.size))
        session.flush()
    return address.sha256


def replace_appendix(database: Database, appendix_id: int, path: Path) -> Written[int]:
    """Give an appendix a newer file; the old one is kept."""
    data, pages = read_pdf(path)
    with database.write() as session:
        appendix, changes = _appendix(session, appendix_id)
        number = session.scalar(
            select(func.max(AppendixVersion.number)).where(
                AppendixVersion.appendix_id == appendix.id
            )
        )
        _new_version(session, database.files, appendix, data, pages, path.name, (number or 0) + 1)
        return Written(appendix.id, changes)


def change_appendix(
    database: Database, appendix_id: int, title: str, *, is_public: bool, rev: int
) -> Written[int]:
    """Rename an appendix, or make it public or not; return its new rev."""
    with database.write() as session:
        appendix, changes = _appendix(session, appendix_id)
        if appendix.rev != rev:
            raise ChangedElsewhere("Bilaget")
        appendix.title = one_line(title)
        appendix.is_public = is_public
        session.flush()
        return Written(appendix.rev, changes)


def move_appendix(database: Database, appendix_id: int, position: int) -> Written[int]:
    """Move an appendix to a place among those of its item; return where it came from."""
    with database.write() as session:
        appendix, changes = _appendix(session, appendix_id)
        siblings = list(
            session.scalars(
                select(Appendix)
                .where(Appendix.item_id == appendix.item_id, Appendix.deleted_at.is_(None))
                .order_by(Appendix.sort_key, Appendix.id)
            )
        )
        came_from = siblings.index(appendix)
        siblings.remove(appendix)
        siblings.insert(min(max(position, 0), len(siblings)), appendix)
        for sibling, key in zip(siblings, spread_keys(len(siblings)), strict=True):
            sibling.sort_key = key
        return Written(came_from, changes)


def remove_appendix(database: Database, appendix_id: int) -> Written[int]:
    """Remove an appendix; its file is kept, so that it can be brought back."""
    with database.write() as session:
        appendix, changes = _appendix(session, appendix_id)
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


def _appendix(session: Session, appendix_id: int) -> tuple[Appendix, tuple[Change, ...]]:
    appendix = session.get(Appendix, appendix_id)
    if appendix is None or appendix.deleted_at is not None:
        raise NotFound("Bilaget")
    _, meeting = item_for_editing(session, appendix.item_id)
    return appendix, _changed(meeting.body_id, meeting.id, appendix.item_id)


def _changed(body_id: int, meeting_id: int, item_id: int) -> tuple[Change, ...]:
    return (Change(Area.AGENDA, body_id=body_id, meeting_id=meeting_id, item_id=item_id),)
