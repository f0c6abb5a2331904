"""Appendices of earlier releases keep what they were."""

import sqlite3
from contextlib import closing

from sqlalchemy import select

from kkr_desktop.model.agenda import AppendixVersion
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database


def insert(connection: sqlite3.Connection, table: str, **values: object) -> None:
    """Add row 1 of a table; what must be there and is not given gets a value of its type."""
    by_type = {"INTEGER": 1, "BOOLEAN": 1, "DATE": "2026-01-01", "TIME": "09:30:00"}
    row: dict[str, object] = {}
    for _, name, kind, needed, default, _ in connection.execute(f"PRAGMA table_info({table})"):
        if name in values:
            row[name] = values[name]
        elif needed and default is None:
            row[name] = by_type.get(kind, "2026-01-01 12:00:00")
    marks = ", ".join("?" * len(row))
    columns = ", ".join(row)
    query = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
    connection.execute(query, tuple(row.values()))


def test_an_appendix_of_the_first_releases_keeps_its_file_as_the_original(
    data_folder: DataFolder,
) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0003")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", kind="kkr", appendix_numbering="per_item", name="KKR Æøå")
        insert(connection, "meeting", kind="ordinary", state="drafting")
        for table in ("agenda_section", "agenda_item", "appendix"):
            insert(connection, table)
        insert(connection, "stored_file", sha256="abc")
        insert(connection, "appendix_version", file_sha256="abc")
    upgraded = open_database(data_folder)
    with upgraded.read() as session:
        version = session.scalars(select(AppendixVersion)).one()
        assert (version.original_sha256, version.file_sha256) == ("abc", "abc")
        assert (version.notes, version.is_tagged, version.free_edges) == ("", None, "")
    upgraded.close()
