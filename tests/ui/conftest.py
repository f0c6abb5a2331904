"""The coming meeting of a demo secretariat, ready to work on."""

import pytest
from PySide6.QtWidgets import QApplication

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.announcer import Announcer
from kkr_desktop.ui.saving import SaveLog
from kkr_desktop.ui.selection import Selection
from kkr_desktop.ui.workspace import Workspace


@pytest.fixture
def demo_workspace(qapp: QApplication, demo: Database) -> Workspace:
    selection = Selection(qapp)
    coming = next(row for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)
    selection.choose(coming.body_id, coming.id)
    return Workspace(demo, selection, Announcer(qapp), SaveLog(qapp))
