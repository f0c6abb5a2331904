"""A secretariat of earlier releases gets the forums that have come since, and keeps its own."""

import sqlite3
from contextlib import closing
from datetime import date, time

from kkr_desktop.model.bodies import BodyKind
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.milestones import milestones_of
from kkr_desktop.services.planning import MeetingDraft, bodies, body_named, plan_meeting
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_the_meetings_with_kls_chairmanship_come_with_their_own_milestones(
    data_folder: DataFolder,
) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0002")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        name = "KKR Syddanmark"
        insert(
            connection, "body", kind="kkr", appendix_numbering="per_item", name=name, short_name="S"
        )
    migrate(data_folder.database, "0016")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        connection.execute("UPDATE body SET name = 'Vores K22' WHERE short_name = 'K22'")
        connection.execute("DELETE FROM milestone_template WHERE body_kind = 'kl_chairmanship'")
        connection.execute("DELETE FROM body WHERE kind = 'kl_chairmanship'")
    upgraded = open_database(data_folder)
    names = [body.name for body in bodies(upgraded)]
    assert "Vores K22" in names
    together = next(body for body in bodies(upgraded) if body.kind is BodyKind.KL_CHAIRMANSHIP)
    draft = MeetingDraft(MeetingKind.ORDINARY, date(2031, 3, 5), time(10), time(12))
    meeting_id = plan_meeting(upgraded, together.id, draft).value
    assert [row.offset_days for row in milestones_of(upgraded, meeting_id)] == [-21, -10, -7, 0, 3]
    upgraded.close()


def test_councils_that_never_had_a_forum_of_directors_get_theirs_and_no_others_are_touched(
    data_folder: DataFolder,
) -> None:
    open_database(data_folder).close()
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0022'")
        connection.execute("DELETE FROM body WHERE short_name = 'Socialdirektørforum'")
        connection.execute("DELETE FROM milestone_template WHERE body_kind = 'directors_forum'")
        connection.execute("UPDATE body SET name = 'Vores' WHERE short_name = 'Embedsmænd Social'")
        connection.execute(
            "UPDATE body SET deleted_at = '2026-01-01' WHERE short_name = 'Embedsmænd Sundhed'"
        )
    upgraded = open_database(data_folder)
    directors = [body for body in bodies(upgraded) if body.kind is BodyKind.DIRECTORS_FORUM]
    assert [body.name for body in directors] == ["Socialdirektørforum Syddanmark", "Vores"]
    (added, _) = directors
    assert added.parent_id == body_named(upgraded, "Syddanmark").id
    draft = MeetingDraft(MeetingKind.ORDINARY, date(2031, 3, 5), time(10), time(12))
    meeting_id = plan_meeting(upgraded, added.id, draft).value
    assert [row.step.value for row in milestones_of(upgraded, meeting_id)].count("dispatch") == 1
    upgraded.close()
