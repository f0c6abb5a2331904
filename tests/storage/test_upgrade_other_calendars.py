"""School holidays and events of earlier releases stay the secretariat's own."""

import sqlite3
from contextlib import closing
from datetime import date

from kkr_desktop.services.calendar_blocks import blocks_between
from kkr_desktop.services.other_calendars import calendars_taken_in
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_days_that_were_written_before_come_from_no_calendar_and_take_whole_days(
    data_folder: DataFolder,
) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0006")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(
            connection,
            "calendar_block",
            kind="event",
            severity="warn",
            name="Topmøde på Ærø",
            starts_on="2026-03-12",
            ends_on="2026-03-13",
        )
    upgraded = open_database(data_folder)
    day = date(2026, 3, 13)
    (row,) = [row for row in blocks_between(upgraded, day, day) if row.id]
    assert (row.name, row.source, row.starts_at) == ("Topmøde på Ærø", "", None)
    assert calendars_taken_in(upgraded) == ()
    upgraded.close()
