"""A council to work with: an empty one, and the one of the demo secretariat."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_desktop.services.demo import make_demo
from kkr_desktop.services.planning import body_named
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.upgrade import open_database


@pytest.fixture
def body_id(database: Database) -> int:
    return body_named(database, "Nordjylland").id


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = DataFolder(tmp_path_factory.mktemp("demo") / "data")
    database = open_database(folder)
    make_demo(database)
    database.close()
    return folder.path


@pytest.fixture
def demo(demo_folder: Path, tmp_path: Path) -> Iterator[Database]:
    """Return a demo secretariat of the test's own."""
    shutil.copytree(demo_folder, tmp_path / "demo")
    database = open_database(DataFolder(tmp_path / "demo"))
    yield database
    database.close()
