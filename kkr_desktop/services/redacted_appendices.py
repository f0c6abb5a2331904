"""Gives an appendix a redacted version, which the public reads in its place."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.intake.report import Report
from kkr_desktop.model.agenda import Appendix, AppendixVersion
from kkr_desktop.model.base import now
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.redaction import RedactedVersion
from kkr_desktop.model.text import one_line
from kkr_desktop.services.agenda_outline import newest_versions
from kkr_desktop.services.appendices import (
    KeptFiles,
    appendix_for_editing,
    keep_files,
    note_file,
)
from kkr_desktop.services.appendix_intake import prepared
from kkr_desktop.services.limited_process import Step, no_step
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database


def add_redacted_version(
    database: Database, appendix_id: int, path: Path, password: str = "", step: Step = no_step
) -> Written[int]:
    """Take a file in as what the public reads; the appendix is then public in it alone.

    It belongs to the file that the appendix has now, and keeps the public title that there
    was; without one it takes the appendix's.
    Raises FileProblem, as `add_appendix` does.
    """
    with prepared(path, password, step) as file:
        kept = keep_files(database.files, file)
        step()
        with database.write() as session:
            appendix, changes = appendix_for_editing(session, appendix_id)
            made = new_redacted_version(session, appendix, file.name, kept, file.report)
            return Written(made.id, changes)


def new_redacted_version(
    session: Session, appendix: Appendix, name: str, files: KeptFiles, report: Report
) -> RedactedVersion:
    """Do the same with a file that is kept, in a unit of work that goes on."""
    title = _retire(session, appendix) or appendix.title
    made = RedactedVersion(
        appendix_id=appendix.id,
        version_id=_version_now(session, appendix),
        title=title,
        original_name=name,
        file_sha256=note_file(session, files.pdf),
        original_sha256=note_file(session, files.original),
        size=files.pdf.size,
        pages=report.pages,
        notes="\n".join(report.notes),
        is_tagged=report.is_tagged,
        free_edges=report.free_edges,
    )
    session.add(made)
    appendix.is_public = True
    session.flush()
    return made


def rename_redacted_version(database: Database, redacted_id: int, title: str) -> Written[str]:
    """Give a redacted version the title that the public reads; return the one it had."""
    with database.write() as session:
        version = _redacted(session, redacted_id)
        _, changes = appendix_for_editing(session, version.appendix_id)
        before, version.title = version.title, one_line(title)
        return Written(before, changes)


def remove_redacted_version(database: Database, redacted_id: int) -> Written[int]:
    """Take a redacted version away; the appendix is not public until it is said to be.

    Nothing that was redacted comes out by this.
    """
    with database.write() as session:
        version = _redacted(session, redacted_id)
        appendix, changes = appendix_for_editing(session, version.appendix_id)
        version.deleted_at = now()
        appendix.is_public = False
        return Written(redacted_id, changes)


def restore_redacted_version(database: Database, redacted_id: int) -> Written[int]:
    """Take the removal of a redacted version back."""
    with database.write() as session:
        version = session.get_one(RedactedVersion, redacted_id)
        appendix, changes = appendix_for_editing(session, version.appendix_id)
        _retire(session, appendix)
        version.deleted_at = None
        appendix.is_public = True
        return Written(redacted_id, changes)


def _redacted(session: Session, redacted_id: int) -> RedactedVersion:
    version = session.get(RedactedVersion, redacted_id)
    if version is None or version.deleted_at is not None:
        raise NotFound("Bilagets offentlige udgave")
    return version


def _version_now(session: Session, appendix: Appendix) -> int:
    return session.scalars(
        select(AppendixVersion.id).where(
            AppendixVersion.appendix_id == appendix.id, AppendixVersion.id.in_(newest_versions())
        )
    ).one()


def _retire(session: Session, appendix: Appendix) -> str:
    """Let go of the redacted version that was in use, whose file is kept; return its title."""
    title = ""
    for version in session.scalars(
        select(RedactedVersion).where(
            RedactedVersion.appendix_id == appendix.id, RedactedVersion.deleted_at.is_(None)
        )
    ):
        version.deleted_at = now()
        title = version.title
    return title
