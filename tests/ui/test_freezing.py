"""Dispatching and approving freeze what was sent, and the window goes on meanwhile."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.meetings import MeetingState
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.meeting_changes import cancel_meeting
from kkr_desktop.services.meeting_states import advance
from kkr_desktop.services.planning import read_meeting
from kkr_desktop.ui.agenda.tab import AgendaTab
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


def test_an_agenda_is_dispatched_and_can_then_not_be_changed(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    tab = AgendaTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    said: list[str] = []
    answer(QMessageBox.ButtonRole.AcceptRole, said)
    tab.dispatch_action.trigger()
    qtbot.waitUntil(lambda: state_of(demo_workspace) is MeetingState.DISPATCHED)
    qtbot.waitUntil(lambda: tab.isEnabled() and not tab.add_item_action.isEnabled())
    assert len(said) == 1


def test_a_dispatch_that_is_refused_gives_the_tab_back(
    demo_workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = AgendaTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    database, meeting_id = demo_workspace.database, meeting_of(demo_workspace)

    def ask(*_arguments: object) -> bool:
        # Somebody else cancels the meeting while the question stands.
        cancel_meeting(database, meeting_id, "Sne", read_meeting(database, meeting_id).rev)
        return True

    monkeypatch.setattr("kkr_desktop.ui.agenda.tab.ask", ask)
    said: list[str] = []
    answer(QMessageBox.ButtonRole.AcceptRole, said)
    tab.dispatch_action.trigger()
    qtbot.waitUntil(lambda: bool(said) and tab.isEnabled())
    assert "aflyst" in said[0]
    assert state_of(demo_workspace) is MeetingState.CANCELLED


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
