"""A unit of work is on disk whole, or not at all; two writers never overwrite each other."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import select

from kkr_desktop.model.bodies import Term
from kkr_desktop.model.errors import ChangedElsewhere, DatabaseBusy
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.upgrade import open_database


def _term(name: str) -> Term:
    return Term(name=name, starts_on=date(2030, 1, 1), ends_on=date(2033, 12, 31))


def test_a_write_that_fails_in_the_middle_leaves_nothing(database: Database) -> None:
    def fail_in_the_middle() -> None:
        with database.write() as session:
            session.add(_term("halv"))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_in_the_middle()
    with database.read() as session:
        assert "halv" not in session.scalars(select(Term.name)).all()


def test_a_read_can_write_nothing(database: Database) -> None:
    with database.read() as session:
        session.add(_term("skjult"))
        with pytest.raises(RuntimeError, match="must not change"):
            session.flush()


def test_every_row_is_signed_and_its_revision_counts(database: Database) -> None:
    with database.write() as session:
        term = _term("underskrevet")
        session.add(term)
    first = term.rev
    with database.write() as session:
        session.get_one(Term, term.id).name = "ændret"
    with database.read() as session:
        again = session.get_one(Term, term.id)
    assert again.rev == first + 1
    assert again.updated_by == database.user
    assert len(again.uid) == 36


def test_what_another_wrote_in_between_is_not_overwritten(
    database: Database, data_folder: DataFolder
) -> None:
    with database.read() as session:
        stale = session.scalars(select(Term)).one()
    other = open_database(data_folder)
    with other.write() as session:
        session.scalars(select(Term)).one().name = "den anden"
    other.close()
    stale.name = "min"
    with pytest.raises(ChangedElsewhere), database.write() as session:
        session.merge(stale)
    with database.read() as session:
        assert session.scalars(select(Term.name)).one() == "den anden"


def test_a_database_held_by_another_program_is_explained(database: Database) -> None:
    impatient = Database(database.path, database.files)
    with closing(sqlite3.connect(database.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with impatient.read() as session:
            session.connection().exec_driver_sql("PRAGMA busy_timeout = 1")
        with pytest.raises(DatabaseBusy) as busy, impatient.write() as session:
            session.add(_term("venter"))
        holder.execute("ROLLBACK")
    impatient.close()
    assert "i brug af et andet program" in busy.value.explain()


def test_what_was_written_survives_a_kill(data_folder: DataFolder) -> None:
    open_database(data_folder).close()
    script = (
        "import os, signal, sys\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "from kkr_desktop.model.bodies import Term\n"
        "from kkr_desktop.storage.data_folder import DataFolder\n"
        "from kkr_desktop.storage.upgrade import open_database\n"
        "database = open_database(DataFolder(Path(sys.argv[1])))\n"
        "with database.write() as session:\n"
        "    session.add(Term(name='før', starts_on=date(2030, 1, 1), ends_on=date(2033, 1, 1)))\n"
        "session = database.write().__enter__()\n"
        "session.add(Term(name='midt i', starts_on=date(2030, 1, 1), ends_on=date(2033, 1, 1)))\n"
        "session.flush()\n"
        "os._exit(9)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(data_folder.path)], check=False)
    assert done.returncode == 9
    database = open_database(data_folder)
    with database.read() as session:
        names = set(session.scalars(select(Term.name)))
    database.close()
    assert "før" in names
    assert "midt i" not in names
