"""Appendices of earlier releases have no redacted version, and are as public as they were."""

import sqlite3
from contextlib import closing

from kkr_desktop.services.agenda_outline import appendix_rows
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_an_appendix_of_the_ninth_version_is_as_public_as_it_was(data_folder: DataFolder) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0009")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", kind="kkr", appendix_numbering="per_item", name="KKR Æøå")
        insert(connection, "meeting", kind="ordinary", state="drafting")
        for table in ("agenda_section", "agenda_item"):
            insert(connection, table)
        insert(connection, "appendix", is_public=1)
        insert(connection, "stored_file", sha256="abc")
        insert(connection, "appendix_version", file_sha256="abc", original_sha256="abc")
    upgraded = open_database(data_folder)
    with upgraded.read() as session:
        (row,) = appendix_rows(session, [1])[1]
        assert (row.is_public, row.sha256, row.redacted) == (True, "abc", None)
    upgraded.close()
