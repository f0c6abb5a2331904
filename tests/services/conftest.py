"""A council to work with."""

import pytest

from kkr_desktop.services.planning import body_named
from kkr_desktop.storage.database import Database


@pytest.fixture
def body_id(database: Database) -> int:
    return body_named(database, "Nordjylland").id
