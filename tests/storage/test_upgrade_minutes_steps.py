"""Minutes that were approved in the releases before stay approved as they were."""

import sqlite3
from contextlib import closing

from sqlalchemy import select

from kkr_desktop.model.minutes import MinutesStage, MinutesVersion
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import migrate, open_database
from tests.storage.test_upgrade_appendices import insert


def test_minutes_that_were_frozen_before_count_as_approved(data_folder: DataFolder) -> None:
    data_folder.path.mkdir(parents=True)
    migrate(data_folder.database, "0013")
    with closing(sqlite3.connect(data_folder.database)) as connection, connection:
        insert(connection, "body", kind="kkr", appendix_numbering="per_item", name="KKR Æøå")
        insert(connection, "meeting", kind="ordinary", state="published")
        insert(connection, "stored_file", sha256="abc")
        insert(connection, "minutes_version", pdf_sha256="abc", content_json="{}")
    upgraded = open_database(data_folder)
    with upgraded.read() as session:
        version = session.scalars(select(MinutesVersion)).one()
        assert (version.stage, version.pdf_sha256) == (MinutesStage.APPROVED, "abc")
        assert (version.word_sha256, version.approved_item_id) == (None, None)
    upgraded.close()
