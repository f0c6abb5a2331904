"""What earlier releases sent is kept, and nothing is open for amendment."""

import sqlite3
from contextlib import closing

from sqlalchemy import select

from kkr_desktop.model.agenda import AgendaVersion
from kkr_desktop.model.meeting_terms import Activity
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_an_agenda_that_was_sent_before_keeps_its_version(data_folder: DataFolder) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0019")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", kind="kkr", appendix_numbering="per_item", name="KKR Æøå")
        insert(connection, "meeting", kind="ordinary", state="dispatched")
        insert(connection, "stored_file", sha256="abc")
        insert(connection, "agenda_version", content_json="{}", pdf_sha256="abc", note="Sendt")
    upgraded = open_database(data_folder)
    with upgraded.read() as session:
        version = session.scalars(select(AgendaVersion)).one()
        assert (version.content_json, version.note, version.recipients) == ("{}", "Sendt", "")
        meeting = session.scalars(select(Meeting)).one()
        assert not meeting.allows(Activity.EDIT_AGENDA)
    upgraded.close()
