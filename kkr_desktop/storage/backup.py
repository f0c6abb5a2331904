"""Whole, checked copies of the database."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kkr_desktop.model.errors import DatabaseDamaged, DiskFull
from kkr_desktop.storage.data_folder import DataFolder


def backup(folder: DataFolder, reason: str, at: datetime) -> Path:
    """Copy the database into the backups folder and return the copy.

    The copy gets its name only when it is complete and has passed SQLite's own
    check. `reason` becomes part of the file name.
    """
    folder.backups.mkdir(exist_ok=True)
    target = folder.backups / f"kkr {at:%Y-%m-%d %H%M%S} {reason}.db"
    partial = target.with_suffix(".part")
    copy_database(folder, partial)
    partial.replace(target)
    return target


def copy_database(folder: DataFolder, target: Path) -> None:
    """Write a compact, checked copy of the database to `target`.

    Raises DiskFull, or DatabaseDamaged when the copy does not pass the check;
    `target` is then not left behind.
    """
    target.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(folder.database)) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
        with closing(sqlite3.connect(target)) as copy:
            healthy = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.OperationalError as error:
        target.unlink(missing_ok=True)
        raise DiskFull from error
    except sqlite3.DatabaseError as error:
        target.unlink(missing_ok=True)
        raise DatabaseDamaged(folder.database, folder.backups) from error
    if not healthy:
        target.unlink(missing_ok=True)
        raise DatabaseDamaged(folder.database, folder.backups)
