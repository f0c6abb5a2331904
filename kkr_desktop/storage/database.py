"""The database: one short unit of work after another, for reading or for writing."""

import getpass
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from kkr_desktop.model.base import Edited
from kkr_desktop.model.errors import ChangedElsewhere, DatabaseBusy, DiskFull, KkrError
from kkr_desktop.storage.file_store import FileStore
from kkr_desktop.storage.prepared_files import PreparedFiles

_BUSY_TIMEOUT_SECONDS = 5
_FULL = "full"
_LOCKED = "locked"


class Database:
    """An open database, and beside it the file store and what was prepared from it."""

    def __init__(self, path: Path, files: FileStore, *, user: str | None = None) -> None:
        self.path = path
        self.files = files
        self.prepared = PreparedFiles(path.with_name("prepared"))
        self.user = user or getpass.getuser()
        self._engine = make_engine(path)
        self._writing = self._engine.execution_options(begin_immediate=True)
        self._read_sessions = sessionmaker(self._engine, autoflush=False, expire_on_commit=False)
        self._write_sessions = sessionmaker(
            self._writing, expire_on_commit=False, info={"user": self.user}
        )

    @contextmanager
    def read(self) -> Generator[Session]:
        """Open a unit of work that only reads; nothing in it is ever written."""
        with self._read_sessions() as session:
            event.listen(session, "before_flush", _refuse_to_write)
            yield session

    @contextmanager
    def write(self) -> Generator[Session]:
        """Open a unit of work that is on disk, whole, when it ends without an error.

        Raises ChangedElsewhere, DatabaseBusy or DiskFull, with nothing written.
        """
        try:
            with self._write_sessions.begin() as session:
                event.listen(session, "before_flush", _sign)
                yield session
        except StaleDataError as error:
            raise ChangedElsewhere("Det, du ændrede,") from error
        except OperationalError as error:
            raise _explained(error) from error

    def on_a_copy(self) -> Session:
        """Open a unit of work on a copy in memory, to try out what shall not be written.

        The copy is gone when the session is closed. Threads may take turns at it.
        """

        def copy() -> sqlite3.Connection:
            connection = sqlite3.connect(":memory:", check_same_thread=False)
            with closing(sqlite3.connect(self.path, timeout=_BUSY_TIMEOUT_SECONDS)) as source:
                source.backup(connection)
            return connection

        engine = _set_up(create_engine("sqlite://", creator=copy, poolclass=NullPool))
        session = Session(engine, info={"user": self.user})
        event.listen(session, "before_flush", _sign)
        return session

    def close(self) -> None:
        """Let go of the file, so that it can be moved or replaced (Windows needs this)."""
        self._engine.dispose()


def make_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """Make an engine on the SQLite file `path`.

    The driver's own transactions are switched off, so that data definition is
    rolled back with the rest, and a unit of work that writes takes the write
    lock at its beginning instead of failing in its middle.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY_TIMEOUT_SECONDS}
    )
    return _set_up(engine, foreign_keys=foreign_keys)


def _set_up(engine: Engine, *, foreign_keys: bool = True) -> Engine:
    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("begin_immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _sign(session: Session, _context: object, _instances: object) -> None:
    """Put the user's name on every row that is about to be written."""
    for row in (*session.new, *session.dirty):
        if isinstance(row, Edited):
            row.updated_by = session.info["user"]


def _refuse_to_write(session: Session, _context: object, _instances: object) -> None:
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("a unit of work that reads must not change anything")


def _explained(error: OperationalError) -> KkrError | DatabaseError:
    reason = str(error.orig)
    if _FULL in reason:
        return DiskFull()
    if _LOCKED in reason:
        return DatabaseBusy()
    return error
