"""Councils of earlier releases get the day on which they began; forums keep theirs unknown."""

import sqlite3
from contextlib import closing
from datetime import date

from sqlalchemy import select

from kkr_desktop.model.bodies import Body
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_a_council_of_an_earlier_release_is_open_since_the_reform(
    data_folder: DataFolder,
) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0006")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        shared = {"appendix_numbering": "per_item"}
        insert(connection, "body", id=1, kind="kkr", name="KKR Æøå", **shared)
        insert(connection, "body", id=2, kind="directors_forum", name="Forum", uid="two", **shared)
    upgraded = open_database(data_folder)
    with upgraded.read() as session:
        council, forum = session.scalars(select(Body).order_by(Body.id))
        assert (council.valid_from, council.valid_to, council.successor_id) == (
            date(2007, 1, 1),
            None,
            None,
        )
        assert forum.valid_from is None
    upgraded.close()
