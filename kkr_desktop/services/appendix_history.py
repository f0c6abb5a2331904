"""The files that an appendix had before: to look at, to save, and to go back to."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AppendixVersion
from kkr_desktop.model.errors import NotFound
from kkr_desktop.services.appendices import appendix_for_editing
from kkr_desktop.services.written import Written
from kkr_desktop.storage.atomic_file import copy_complete
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class AppendixFile:
    """A file that an appendix has or had; `original` and `pdf` are where it is stored."""

    number: int
    original_name: str
    pages: int
    taken_in: datetime
    original: Path
    pdf: Path


def appendix_files(database: Database, appendix_id: int) -> tuple[AppendixFile, ...]:
    """Return all files of an appendix, the one in use first."""
    path_of = database.files.path_of
    with database.read() as session:
        return tuple(
            AppendixFile(
                version.number,
                version.original_name,
                version.pages,
                version.created_at,
                path_of(version.original_sha256),
                path_of(version.file_sha256),
            )
            for version in _versions(session, appendix_id)
        )


def use_earlier_file(database: Database, appendix_id: int, number: int) -> Written[int]:
    """Let an appendix have a file again that it had before; the one it has now is kept too."""
    with database.write() as session:
        appendix, changes = appendix_for_editing(session, appendix_id)
        versions = _versions(session, appendix_id)
        wanted = next((version for version in versions if version.number == number), None)
        if wanted is None:
            raise NotFound("Bilagets fil")
        session.add(
            AppendixVersion(
                appendix_id=appendix.id,
                number=versions[0].number + 1,
                original_name=wanted.original_name,
                file_sha256=wanted.file_sha256,
                original_sha256=wanted.original_sha256,
                size=wanted.size,
                pages=wanted.pages,
                notes=wanted.notes,
                is_tagged=wanted.is_tagged,
                free_edges=wanted.free_edges,
            )
        )
        return Written(versions[0].number, changes)


def save_original(file: AppendixFile, path: Path) -> None:
    """Write the file as it came to `path`, which is replaced only by a complete one."""
    copy_complete(file.original, path)


def _versions(session: Session, appendix_id: int) -> list[AppendixVersion]:
    return list(
        session.scalars(
            select(AppendixVersion)
            .where(AppendixVersion.appendix_id == appendix_id)
            .order_by(AppendixVersion.number.desc())
        )
    )
