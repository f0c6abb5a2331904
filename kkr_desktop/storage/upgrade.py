"""Makes a new database, or brings an older one up to this program's version."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kkr_desktop.model.errors import DatabaseDamaged, DatabaseTooNew, DiskFull
from kkr_desktop.storage.backup import backup, copy_database
from kkr_desktop.storage.data_folder import DataFolder, prepare
from kkr_desktop.storage.database import Database, make_engine
from kkr_desktop.storage.file_store import FileStore
from kkr_desktop.storage.schema import HEAD, KNOWN_VERSIONS, stored_version

MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(folder: DataFolder) -> Database:
    """Open the database of a data folder, made or upgraded first where needed.

    Raises DatabaseTooNew, DatabaseDamaged, DataFolderUnusable or DiskFull; the
    existing database is then as it was.
    """
    prepare(folder)
    if not folder.database.exists():
        _create(folder)
    else:
        _upgrade_when_behind(folder)
    return Database(folder.database, FileStore(folder.files))


def _create(folder: DataFolder) -> None:
    """Make the database with its reference data under another name, then give it its own."""
    from kkr_desktop.storage.reference_data import load_reference_data

    partial = folder.database.with_suffix(".part")
    _remove_database(partial)
    try:
        migrate(partial)
        database = Database(partial, FileStore(folder.files))
        with database.write() as session:
            load_reference_data(session)
        database.close()
    except sqlite3.OperationalError as error:
        raise DiskFull from error
    partial.replace(folder.database)


def _upgrade_when_behind(folder: DataFolder) -> None:
    try:
        version = stored_version(folder.database)
    except sqlite3.DatabaseError as error:
        raise DatabaseDamaged(folder.database, folder.backups) from error
    if version == HEAD:
        return
    if version is None:
        raise DatabaseDamaged(folder.database, folder.backups)
    if version not in KNOWN_VERSIONS:
        raise DatabaseTooNew(folder.database)
    backup(folder, f"før opgradering fra {version}", datetime.now().astimezone())
    partial = folder.database.with_suffix(".part")
    _remove_database(partial)
    copy_database(folder, partial)
    migrate(partial)
    partial.replace(folder.database)


def migrate(database: Path, target: str = HEAD) -> None:
    """Run the migrations up to `target` on a file, all in one transaction.

    Foreign keys are off meanwhile, since recreating a table would otherwise
    delete the rows that point to it, and are checked afterwards.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    engine = make_engine(database, foreign_keys=False).execution_options(begin_immediate=True)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, target)
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if orphans:
            raise RuntimeError(f"rows without the row they point to: {orphans[:5]}")
    engine.dispose()
    _fold_in_log(database)


def _fold_in_log(database: Path) -> None:
    """Move the write-ahead log into the file, so that the file alone can be renamed."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _remove_database(database: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
