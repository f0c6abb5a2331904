"""Items of earlier releases stand on the board as ordered, with nothing noted."""

import sqlite3
from contextlib import closing

from kkr_desktop.model.item_work import WorkStatus
from kkr_desktop.services.item_work import WorkDraft, board_items, save_work
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_an_item_of_before_can_be_followed(data_folder: DataFolder) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0020")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", kind="kkr", appendix_numbering="per_item", name="KKR Æøå")
        insert(connection, "meeting", kind="ordinary", state="drafting")
        insert(connection, "agenda_section", title="Sager")
        insert(connection, "agenda_item", kind="decision", title="Sag", withdrawn=0)
    upgraded = open_database(data_folder)
    (item,) = board_items(upgraded, 1)
    assert (item.title, item.work, item.open_comments) == ("Sag", WorkDraft(), 0)
    save_work(upgraded, item.item_id, WorkDraft("Åse", status=WorkStatus.READY))
    assert board_items(upgraded, 1)[0].work.owner == "Åse"
    upgraded.close()
