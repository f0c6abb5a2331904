"""Whether everything that was kept is still there and whole."""

import sqlite3
from contextlib import closing

from sqlalchemy import select

from kkr_desktop.model.agenda import StoredFile
from kkr_desktop.model.errors import DatabaseDamaged, DatabaseTooNew, KkrError, NotFound
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.file_store import FileStore
from kkr_desktop.storage.schema import KNOWN_VERSIONS, stored_version


def problems_in(folder: DataFolder) -> list[KkrError]:
    """Check the database page by page and every stored file by its hash; change nothing."""
    if not folder.database.exists():
        return [NotFound(f"Databasen »{folder.database}«")]
    damaged = DatabaseDamaged(folder.database, folder.backups)
    try:
        version = stored_version(folder.database)
        if version is not None and version not in KNOWN_VERSIONS:
            return [DatabaseTooNew(folder.database)]
        if version is None or not _is_whole(folder):
            return [damaged]
    except sqlite3.DatabaseError:
        return [damaged]
    return list(_file_problems(folder))


def _is_whole(folder: DataFolder) -> bool:
    with closing(sqlite3.connect(f"{folder.database.as_uri()}?mode=ro", uri=True)) as connection:
        pages = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        orphans = connection.execute("PRAGMA foreign_key_check").fetchone()
        return pages and orphans is None


def _file_problems(folder: DataFolder) -> list[KkrError]:
    files = FileStore(folder.files)
    database = Database(folder.database, files)
    with database.read() as session:
        expected = list(session.scalars(select(StoredFile.sha256)))
    database.close()
    return list(files.damaged(expected))
