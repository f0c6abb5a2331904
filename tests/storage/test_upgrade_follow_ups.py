"""A secretariat of the releases before gets follow-ups on the meetings it has."""

import sqlite3
from contextlib import closing

from kkr_desktop.services.follow_up import FollowUpDraft, add_follow_up, follow_ups
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_an_item_of_an_older_meeting_can_be_followed_up(data_folder: DataFolder) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0006")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", kind="kkr", appendix_numbering="per_item", name="KKR Æøå")
        insert(connection, "meeting", kind="ordinary", state="published")
        for table in ("agenda_section", "agenda_item"):
            insert(connection, table, kind="decision", title="Æøå")
    upgraded = open_database(data_folder)
    add_follow_up(upgraded, 1, 1, FollowUpDraft("Undersøg"))
    (row,) = follow_ups(upgraded)
    assert (row.draft.text, row.item_title, row.item_number) == ("Undersøg", "Æøå", "1.1")
    upgraded.close()
