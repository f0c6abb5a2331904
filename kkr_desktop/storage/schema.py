"""Which versions of the database this program knows. Free of Alembic, for a quick start."""

import sqlite3
from contextlib import closing
from pathlib import Path

KNOWN_VERSIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
    "0020",
    "0021",
    "0022",
    "0023",
)
"""The revisions of the migrations, oldest first; the last is the one the program works on."""

HEAD = KNOWN_VERSIONS[-1]


def stored_version(database: Path) -> str | None:
    """Return the version that the file `database` says it has, or None when it says none.

    Raises sqlite3.DatabaseError when the file is not a database.
    """
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        has_table = connection.execute(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
        ).fetchone()
        if has_table is None:
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])
