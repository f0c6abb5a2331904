"""A real secretariat on a real SQLite file, and the window's shared parts on top of it."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kkr_desktop.services.demo import make_demo
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.upgrade import open_database
from kkr_desktop.ui.announcer import Announcer
from kkr_desktop.ui.garbage_collection import GarbageCollection
from kkr_desktop.ui.saving import SaveLog
from kkr_desktop.ui.selection import Selection
from kkr_desktop.ui.workspace import Workspace

# How long an example takes says nothing of the program on a busy machine.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def collection(qapp: QApplication) -> GarbageCollection:
    """Return what collects garbage on this thread only, as in the program."""
    assert qapp  # its timer needs an application
    collection = GarbageCollection()
    collection.start()
    return collection


@pytest.fixture(autouse=True)
def collect_between_tests(collection: GarbageCollection) -> Iterator[None]:
    assert collection  # from here on garbage is collected here only
    yield
    # What a test made is young; to look through all that was ever loaded takes longer than it.
    gc.collect(1)


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a new database: to copy it is quicker than all migrations again."""
    folder = DataFolder(tmp_path_factory.mktemp("new") / "data")
    open_database(folder).close()
    return folder.path


@pytest.fixture
def database(data_folder: DataFolder, new_folder: Path) -> Iterator[Database]:
    """Return a new database with the reference data that every secretariat begins with."""
    shutil.copytree(new_folder, data_folder.path)
    database = open_database(data_folder)
    yield database
    database.close()


@pytest.fixture
def workspace(qapp: QApplication, database: Database) -> Workspace:
    return Workspace(database, Selection(qapp), Announcer(qapp), SaveLog(qapp))


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
