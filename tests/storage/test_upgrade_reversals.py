"""Memberships that ended in earlier releases can still be let go on."""

import sqlite3
from contextlib import closing
from datetime import date

from kkr_desktop.services.membership_ends import undo_end
from kkr_desktop.services.register import members_on
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_a_membership_that_ended_before_the_upgrade_is_let_go_on_alone(
    data_folder: DataFolder,
) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0006")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", id=1, kind="kkr", appendix_numbering="per_item", name="KKR Æøå")
        insert(connection, "term", id=1)
        insert(connection, "post", id=1, kind="supplementary")
        insert(connection, "person", id=1, given_name="Åse", family_name="Dal")
        insert(connection, "person", id=2, given_name="Bo", family_name="Ek", uid="bo")
        ended = {"post_id": 1, "valid_to": "2026-06-01"}
        insert(connection, "membership", id=1, person_id=1, **ended)
        insert(connection, "membership", id=2, person_id=2, substitute_for_id=1, uid="two", **ended)
    upgraded = open_database(data_folder)
    assert members_on(upgraded, 1, date(2026, 7, 1)) == ()
    undo_end(upgraded, 1)
    (row,) = members_on(upgraded, 1, date(2026, 7, 1))
    assert (row.name, row.substitute) == ("Åse Dal", "")
    upgraded.close()
