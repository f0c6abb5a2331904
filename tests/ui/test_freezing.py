"""Approving freezes what was sent, and the window goes on meanwhile."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.meeting_states import advance
from kkr_desktop.services.planning import read_meeting
from kkr_desktop.ui.minutes.tab import MinutesTab
from kkr_desktop.ui.workspace import Workspace
from tests.ui.test_accessibility_check import meeting_of


def answer(role: QMessageBox.ButtonRole, said: list[str]) -> None:
    """Press the button of a role in the next message box, and keep what it said."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        said.append(f"{box.text()} {box.informativeText()}")
        next(button for button in box.buttons() if box.buttonRole(button) is role).click()

    QTimer.singleShot(0, press)


def state_of(workspace: Workspace) -> MeetingState:
    return read_meeting(workspace.database, meeting_of(workspace)).state


def test_minutes_are_approved_and_can_then_not_be_changed(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    database, meeting_id = demo_workspace.database, meeting_of(demo_workspace)
    dispatch_agenda(database, meeting_id, sent_at=datetime(2026, 12, 3, 9, tzinfo=UTC))
    for state in (MeetingState.HELD, MeetingState.MINUTES_DRAFTED):
        advance(database, meeting_id, state)
    tab = MinutesTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    said: list[str] = []
    answer(QMessageBox.ButtonRole.AcceptRole, said)
    tab.steps.take(MeetingState.MINUTES_APPROVED)
    qtbot.waitUntil(lambda: state_of(demo_workspace) is MeetingState.MINUTES_APPROVED)
    qtbot.waitUntil(tab.isEnabled)
    tab.items.setCurrentRow(1)
    assert not tab.decision.outcome.isEnabled()
    assert "Deltagelse mangler for 58 af 58 medlemmer." in said[0]
