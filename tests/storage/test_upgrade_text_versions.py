"""Texts of the releases before get their earlier versions from now on."""

import sqlite3
from contextlib import closing

from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.drafting import save_part
from kkr_desktop.services.text_history import part_history
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_a_text_of_before_is_kept_when_it_is_written_over(data_folder: DataFolder) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0017")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", kind="kkr", appendix_numbering="per_item", name="KKR Æøå")
        insert(connection, "meeting", kind="ordinary", state="drafting")
        for table in ("agenda_section", "agenda_item"):
            insert(connection, table, kind="decision", title="Æøå")
        old = from_plain_text("Det gamle").to_json()
        insert(connection, "item_part", part_type="background", text=old, plain_text="Det gamle")
    upgraded = open_database(data_folder)
    assert part_history(upgraded, 1, PartType.BACKGROUND) == ()
    save_part(upgraded, 1, PartType.BACKGROUND, from_plain_text("Det nye"), 1)
    (kept,) = part_history(upgraded, 1, PartType.BACKGROUND)
    assert kept.text == from_plain_text("Det gamle")
    upgraded.close()
