"""Items of the releases before continue nothing, and keep what they are."""

import sqlite3
from contextlib import closing

from kkr_desktop.services.agenda_outline import read_item
from kkr_desktop.services.carrying_over import history_of
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_an_older_item_has_no_history_and_keeps_its_title(data_folder: DataFolder) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0011")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", kind="kkr", appendix_numbering="per_item", name="KKR Æøå")
        insert(connection, "meeting", kind="ordinary", state="drafting")
        for table in ("agenda_section", "agenda_item"):
            insert(connection, table, kind="decision", title="Æøå")
    upgraded = open_database(data_folder)
    assert history_of(upgraded, 1) == ()
    assert read_item(upgraded, 1).draft.title == "Æøå"
    upgraded.close()
