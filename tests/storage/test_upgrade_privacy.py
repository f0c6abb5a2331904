"""A council of an earlier release keeps nothing private, and its members' contacts for ever."""

import sqlite3
from contextlib import closing

from sqlalchemy import select

from kkr_desktop.model.bodies import Body
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_a_council_begins_without_private_data_and_without_a_time_limit(
    data_folder: DataFolder,
) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0018")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", kind="kkr", appendix_numbering="per_item", name="KKR Æøå")
    upgraded = open_database(data_folder)
    with upgraded.read() as session:
        body = session.scalars(select(Body).filter_by(name="KKR Æøå")).one()
        assert (body.private_contacts, body.contacts_kept_months) == (False, None)
    upgraded.close()
