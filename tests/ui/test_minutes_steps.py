"""The line above the minutes says where they are and takes the next step."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.meeting_states import advance
from kkr_desktop.services.planning import read_meeting
from kkr_desktop.ui.minutes.tab import MinutesTab
from kkr_desktop.ui.widgets.reason_dialog import ReasonDialog
from kkr_desktop.ui.workspace import Workspace


def state_of(workspace: Workspace) -> MeetingState:
    assert workspace.selection.meeting_id is not None
    return read_meeting(workspace.database, workspace.selection.meeting_id).state


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the files that were opened in the system's programs, and say yes to every question."""
    paths: list[Path] = []

    def open_url(url: QUrl) -> bool:
        paths.append(Path(url.toLocalFile()))
        return True

    def ask(*_arguments: object) -> bool:
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    monkeypatch.setattr("kkr_desktop.ui.minutes.steps.ask", ask)
    return paths


@pytest.fixture
def tab(qtbot: QtBot, demo_workspace: Workspace) -> MinutesTab:
    database, meeting_id = demo_workspace.database, demo_workspace.selection.meeting_id
    assert meeting_id is not None
    dispatch_agenda(database, meeting_id, sent_at=datetime(2026, 12, 3, 9, tzinfo=UTC))
    for state in (MeetingState.HELD, MeetingState.MINUTES_DRAFTED):
        advance(database, meeting_id, state)
    tab = MinutesTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    tab.show()
    return tab


def test_the_next_step_is_one_button_from_the_draft_to_the_public(
    qtbot: QtBot, tab: MinutesTab, demo_workspace: Workspace, opened: list[Path]
) -> None:
    for state, said in (
        (MeetingState.MINUTES_WITH_CHAIR, "Send to the chair…"),
        (MeetingState.MINUTES_SENT, "Send to the members…"),
        (MeetingState.MINUTES_APPROVED, "Approve…"),
        (MeetingState.PUBLISHED, "Mark as published…"),
    ):
        assert tab.steps.next_button.text() == said
        tab.steps.next_button.click()
        qtbot.waitUntil(
            lambda state=state: state_of(demo_workspace) is state and tab.isEnabled(),
            timeout=60_000,
        )
    assert tab.steps.next_button.isHidden()
    assert len(opened) == 2
    to_chair, to_members = (message_from_bytes(path.read_bytes()) for path in opened)
    assert to_chair["To"] is not None
    assert to_members["Bcc"] is not None
    assert "✓ Published" in tab.steps.words.text()
    assert " at " in tab.steps.words.text().split("<br>")[-1], "who took the step, and when"


def test_going_back_shows_the_reason_and_lets_the_minutes_be_corrected(
    qtbot: QtBot,
    tab: MinutesTab,
    demo_workspace: Workspace,
    opened: list[Path],
) -> None:
    tab.steps.take(MeetingState.MINUTES_SENT)
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=60_000)
    tab.items.setCurrentRow(1)
    assert not tab.decision.outcome.isEnabled()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReasonDialog)
        assert not dialog.accept_button.isEnabled(), "nothing goes back without a reason"
        qtbot.keyClicks(dialog.reason, "Punkt 4.2 <mangler>")
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    tab.steps.go_back()
    assert state_of(demo_workspace) is MeetingState.MINUTES_DRAFTED
    assert "Punkt 4.2 &lt;mangler&gt;" in tab.steps.words.text()
    tab.items.setCurrentRow(1)
    assert tab.decision.outcome.isEnabled()
