"""Starting the program makes or upgrades the database, and never harms one."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, select

from kkr_desktop.model import every_entity
from kkr_desktop.model.base import Base
from kkr_desktop.model.bodies import Body, Municipality, Party, SeatTarget, Term
from kkr_desktop.model.errors import DatabaseDamaged, DatabaseTooNew, DataFolderUnusable
from kkr_desktop.model.milestones import MilestoneStep
from kkr_desktop.model.minutes import Phrase
from kkr_desktop.model.people import ContactRole
from kkr_desktop.services.contacts import Contact, read_contacts
from kkr_desktop.services.milestones import milestones_of
from kkr_desktop.services.register import MemberRole, members_on
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database, make_engine
from kkr_desktop.storage.schema import HEAD, KNOWN_VERSIONS, stored_version
from kkr_desktop.storage.upgrade import MIGRATIONS, migrate, open_database


def test_a_new_database_has_the_five_councils_with_their_seats(database: Database) -> None:
    with database.read() as session:
        rows = session.execute(
            select(Body.name, SeatTarget.seats)
            .join(SeatTarget, SeatTarget.body_id == Body.id)
            .order_by(Body.sort_key)
        ).all()
    assert {tuple(row) for row in rows} == {
        ("KKR Nordjylland", 22),
        ("KKR Midtjylland", 38),
        ("KKR Syddanmark", 44),
        ("KKR Hovedstaden", 58),
        ("KKR Sjælland", 34),
    }


def test_a_new_database_has_the_98_municipalities_the_term_parties_and_phrases(
    database: Database,
) -> None:
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Municipality)) == 98
        assert session.scalars(select(Term.name)).all() == ["2026–2030"]
        letters = set(session.scalars(select(Party.letter)))
        assert {"A", "B", "C", "F", "I", "M", "V", "Ø"} <= letters
        assert (session.scalar(select(func.count()).select_from(Phrase)) or 0) > 10


def test_the_migrations_make_exactly_the_tables_of_the_entities(database: Database) -> None:
    assert every_entity  # importing it fills the metadata
    engine = make_engine(database.path)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


def test_each_migration_is_known_to_the_quick_start(database: Database) -> None:
    files = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert files == list(KNOWN_VERSIONS)
    assert stored_version(database.path) == HEAD


def test_a_second_start_keeps_what_was_written(data_folder: DataFolder) -> None:
    first = open_database(data_folder)
    with first.write() as session:
        session.add(Term(name="æøå", starts_on=date(2030, 1, 1), ends_on=date(2033, 12, 31)))
    first.close()
    second = open_database(data_folder)
    with second.read() as session:
        assert "æøå" in session.scalars(select(Term.name)).all()
    second.close()


def test_a_newer_database_is_refused_untouched(data_folder: DataFolder) -> None:
    open_database(data_folder).close()
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with closing(sqlite3.connect(data_folder.database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = data_folder.database.read_bytes()
    with pytest.raises(DatabaseTooNew) as refused:
        open_database(data_folder)
    assert "nyere udgave" in refused.value.explain()
    assert data_folder.database.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all, but long enough" * 40, b""])
def test_a_file_that_is_no_database_is_refused_untouched(
    data_folder: DataFolder, content: bytes
) -> None:
    data_folder.path.mkdir()
    data_folder.database.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        open_database(data_folder)
    assert data_folder.database.read_bytes() == content


def test_a_start_that_was_cut_off_is_begun_again(data_folder: DataFolder) -> None:
    data_folder.path.mkdir()
    data_folder.database.with_suffix(".part").write_bytes(b"half a database")
    database = open_database(data_folder)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Municipality)) == 98
    database.close()


def test_a_data_folder_that_is_a_file_is_explained(tmp_path: Path) -> None:
    taken = tmp_path / "data"
    taken.write_text("a note", encoding="utf-8")
    with pytest.raises(DataFolderUnusable) as refused:
        open_database(DataFolder(taken))
    assert "Der ligger en fil" in refused.value.explain()


def test_a_database_of_the_first_release_keeps_every_row(data_folder: DataFolder) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0001")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        connection.execute(
            "INSERT INTO body (kind, name, short_name, appendix_numbering, mission,"
            " group_meeting_note, sort_key, uid, created_at, updated_at, updated_by, rev)"
            " VALUES ('kkr', 'KKR Æøå', 'Æøå', 'per_item', '', '', 1, 'uid',"
            " '2026-01-01 12:00:00', '2026-01-01 12:00:00', 'hk', 1)"
        )
    upgraded = open_database(data_folder)
    with upgraded.read() as session:
        body = session.scalars(select(Body)).one()
        assert (body.name, body.accent) == ("KKR Æøå", "")
        assert (body.logo, body.logo_alternate, body.hyphenates) == (None, "", False)
    upgraded.close()
    assert stored_version(data_folder.database) == HEAD
    assert len(list(data_folder.backups.iterdir())) == 1


def test_meetings_of_the_second_version_get_milestones_and_the_councils_their_forums(
    data_folder: DataFolder,
) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0002")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        connection.execute(
            "INSERT INTO body (id, kind, name, short_name, appendix_numbering, mission, accent,"
            " group_meeting_note, sort_key, uid, created_at, updated_at, updated_by, rev)"
            " VALUES (7, 'kkr', 'KKR Hovedstaden', 'Hovedstaden', 'per_item', '', '', '', 1, 'b',"
            " '2026-01-01 12:00:00', '2026-01-01 12:00:00', 'hk', 1)"
        )
        for number, day in enumerate(("2020-02-05", "2099-06-18"), start=1):
            connection.execute(
                "INSERT INTO meeting (id, body_id, kind, state, held_on, starts_at, ends_at,"
                " place, online_url, notes, cancel_reason, ics_uid, ics_sequence, uid, created_at,"
                " updated_at, updated_by, rev) VALUES (?, 7, 'ordinary', 'planned', ?,"
                " '09:30:00.000000', '12:30:00.000000', 'Æ', '', '', '', ?, 0, ?,"
                " '2026-01-01 12:00:00', '2026-01-01 12:00:00', 'hk', 1)",
                (number, day, f"i{number}", f"m{number}"),
            )
    upgraded = open_database(data_folder)
    past, coming = (milestones_of(upgraded, meeting_id) for meeting_id in (1, 2))
    assert len(past) == len(coming) == 17
    assert all(row.done_at is not None for row in past)
    assert all(row.done_at is None for row in coming)
    dispatch = next(row for row in coming if row.step is MilestoneStep.DISPATCH)
    assert dispatch.due_on == date(2099, 6, 11)
    with upgraded.read() as session:
        forums = session.execute(
            select(Body.short_name, Body.appendix_numbering).where(Body.parent_id == 7)
        ).all()
        assert {name: numbering.value for name, numbering in forums} == {
            "K29": "per_item",
            "Formandskab Hovedstaden": "per_item",
            "Embedsmænd Sundhed": "through",
            "Embedsmænd Social": "through",
        }
    upgraded.close()


def test_addresses_of_the_fifth_version_ask_for_no_copies(data_folder: DataFolder) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0005")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        connection.execute(
            "INSERT INTO person (id, given_name, family_name, uid, created_at, updated_at,"
            " updated_by, rev) VALUES (3, 'Åse', 'Dal', 'p', '2026-01-01 12:00:00',"
            " '2026-01-01 12:00:00', 'hk', 1)"
        )
        connection.execute(
            "INSERT INTO contact_point (person_id, kind, role, value, uid, created_at, updated_at,"
            " updated_by, rev) VALUES (3, 'email', 'secretary', 'ida@dal.example', 'c',"
            " '2026-01-01 12:00:00', '2026-01-01 12:00:00', 'hk', 1)"
        )
    upgraded = open_database(data_folder)
    contacts = read_contacts(upgraded, 3).contacts
    assert contacts[1] == Contact(ContactRole.SECRETARY, email="ida@dal.example")
    upgraded.close()


def insert(connection: sqlite3.Connection, table: str, **row: object) -> None:
    """Write a row that people edit as an earlier release did."""
    moment = "2026-01-01 12:00:00"
    uid = f"{table} {row.values()}"
    row |= {"created_at": moment, "updated_at": moment, "updated_by": "hk", "rev": 1, "uid": uid}
    places = ", ".join("?" * len(row))
    connection.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})",  # noqa: S608
        tuple(row.values()),
    )


def test_the_chairmanships_of_the_21st_version_have_those_who_lead_the_council(
    data_folder: DataFolder,
) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0021")
    looks = dict.fromkeys(("mission", "accent", "group_meeting_note", "logo_alternate"), "")
    kept = {"appendix_numbering": "per_item", "hyphenates": 0, "private_contacts": 0}
    known = {**looks, **kept, "sort_key": 1}
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", id=1, kind="kkr", name="KKR Æ", short_name="Æ", **known)
        insert(
            connection,
            "body",
            id=2,
            kind="chairmanship",
            name="Formandskab",
            short_name="F",
            parent_id=1,
            **known,
        )
        term = {"starts_on": "2026-01-01", "ends_on": "2029-12-31"}
        insert(connection, "term", id=1, name="2026", **term)
        insert(connection, "person", id=3, given_name="Åse", family_name="Dal")
        days = {"valid_from": "2026-01-26", "valid_to": "2027-01-01", "end_reason": ""}
        for post, kind in ((1, "supplementary"), (2, "chair")):
            insert(connection, "post", id=post, body_id=1, term_id=1, kind=kind, sort_key=0)
            insert(connection, "membership", post_id=post, person_id=3, **days)
    upgraded = open_database(data_folder)
    (before, first, last, after) = (
        [(row.name, row.role) for row in members_on(upgraded, 2, date.fromisoformat(day))]
        for day in ("2026-01-25", "2026-01-26", "2026-12-31", "2027-01-01")
    )
    upgraded.close()
    assert first == last == [("Åse Dal", MemberRole.CHAIR)]
    assert before == after == []
