"""A person of an earlier release has no gender recorded: nothing is guessed."""

import sqlite3
from contextlib import closing

from kkr_desktop.model.people import Gender, Person
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_a_person_of_an_earlier_release_has_no_gender_recorded(data_folder: DataFolder) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0006")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "person", id=1, given_name="Åse", family_name="Dal")
    upgraded = open_database(data_folder)
    with upgraded.write() as session:
        person = session.get_one(Person, 1)
        assert (person.name, person.gender) == ("Åse Dal", None)
        person.gender = Gender.WOMAN
    with upgraded.read() as session:
        assert session.get_one(Person, 1).gender is Gender.WOMAN
    upgraded.close()
