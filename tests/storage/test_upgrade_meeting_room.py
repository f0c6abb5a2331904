"""A meeting that was held with an earlier release keeps its attendance and decisions."""

import sqlite3
from contextlib import closing

from sqlalchemy import select

from kkr_desktop.model.minutes import Attendance, Decision, Treatment
from kkr_desktop.model.participation import Reply
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_a_held_meeting_keeps_who_came_and_what_was_decided(data_folder: DataFolder) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0012")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", kind="kkr", appendix_numbering="per_item", name="KKR Æøå")
        insert(connection, "meeting", kind="ordinary", state="held")
        for table in ("agenda_section", "agenda_item"):
            insert(connection, table)
        insert(connection, "treatment")
        text = '{"blocks":[]}'
        insert(connection, "decision", outcome="noted", text=text, public_text=text)
        insert(connection, "attendance", status="present", arrived_at="10:15:00.000000")
    upgraded = open_database(data_folder)
    with upgraded.read() as session:
        assert session.scalars(select(Attendance.status)).one().value == "present"
        assert session.scalars(select(Decision.outcome)).one() == "noted"
        treatment = session.scalars(select(Treatment)).one()
        assert (treatment.is_moved, treatment.taken_after_item_id) == (False, None)
        assert session.scalars(select(Reply)).all() == []
    upgraded.close()
