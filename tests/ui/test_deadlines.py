"""The next deadlines stand beside the tabs, and a meeting's milestones on one line."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.milestones import milestones_of
from kkr_desktop.services.planning import MeetingDraft, body_named, plan_meeting
from kkr_desktop.services.written import Change
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.calendar.chain_panel import ChainPanel
from kkr_desktop.ui.deadline_panel import DeadlinePanel
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.window_memory import WindowMemory
from kkr_desktop.ui.workspace import Workspace


def planned(database: Database, name: str, day: date) -> int:
    draft = MeetingDraft(MeetingKind.ORDINARY, day, time(9, 30), time(12, 30))
    return plan_meeting(database, body_named(database, name).id, draft).value


def test_a_deadline_opens_the_meeting_that_it_belongs_to(
    database: Database, qtbot: QtBot, tmp_path: Path
) -> None:
    today = date.today()  # noqa: DTZ011
    meeting_id = planned(database, "Sjælland", today)
    planned(database, "Hovedstaden", date(2031, 2, 5))
    window = MainWindow(database, WindowMemory(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.deadlines.list.count() > 0)
    texts = [window.deadlines.list.item(row) for row in range(window.deadlines.list.count())]
    ours = next(item for item in texts if "KKR Sjælland" in item.text())
    window.deadlines.list.itemActivated.emit(ours)
    assert window.workspace.selection.meeting_id == meeting_id
    assert window.chooser.body_list.currentText() == "KKR Sjælland"
    window.deadlines.closed.emit()
    assert not window.deadlines.isVisible()
    assert not WindowMemory(tmp_path / "window.ini").shows_deadlines


def test_a_milestone_is_chosen_and_settled_with_the_keyboard(
    workspace: Workspace, qtbot: QtBot
) -> None:
    day = date(2031, 2, 5)
    meeting_id = planned(workspace.database, "Sjælland", day)
    stack = QUndoStack()
    panel = ChainPanel(workspace, stack)
    qtbot.addWidget(panel)

    def show_again(_: Change) -> None:
        panel.show_meeting(meeting_id, day)

    workspace.announcer.changed.connect(show_again)
    panel.show_meeting(meeting_id, day)
    panel.show()
    assert "Bruttoliste" in panel.words.text()
    QTest.keyClick(panel.chain, Qt.Key.Key_Right)
    assert "Formandskabet drøfter" in panel.words.text()
    QTest.mouseClick(panel.done_button, Qt.MouseButton.LeftButton)
    assert panel.done_button.isChecked()
    assert [row.done_at is not None for row in milestones_of(workspace.database, meeting_id)][
        :3
    ] == [False, True, False]
    assert "Formandskabet drøfter" in panel.words.text()
    before = milestones_of(workspace.database, meeting_id)
    QTest.mouseClick(panel.remove_button, Qt.MouseButton.LeftButton)
    assert [row.id for row in milestones_of(workspace.database, meeting_id)] == [
        row.id for row in before if row.id != before[1].id
    ]
    stack.undo()
    stack.redo()
    stack.undo()
    assert [row.id for row in milestones_of(workspace.database, meeting_id)] == [
        row.id for row in before
    ]


@pytest.mark.parametrize("width", [170, 230, 300])
def test_no_deadline_is_cut_however_narrow_the_panel_is(
    workspace: Workspace, qtbot: QtBot, width: int
) -> None:
    for name in ("Formandskab Hovedstaden", "K29", "Sjælland", "KL-møder"):
        planned(workspace.database, name, date.today() + timedelta(days=3))  # noqa: DTZ011
    panel = DeadlinePanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(width, 240)
    panel.show()
    panel.reload()
    QTest.qWait(0)
    assert panel.list.count() > 4
    assert shows_all_words(panel)
    for other in (400, 170, width):
        panel.resize(other, 240)
        QTest.qWait(0)
        assert shows_all_words(panel)


def shows_all_words(panel: DeadlinePanel) -> bool:
    """Tell whether each entry has the room that its words need, within the panel, for itself."""
    metrics = panel.list.fontMetrics()
    end = 0
    for row in range(panel.list.count()):
        item = panel.list.item(row)
        room = panel.list.visualItemRect(item)
        words = QRect(0, 0, room.width() - 4, 10_000)
        needed = sum(
            metrics.boundingRect(words, Qt.TextFlag.TextWrapAnywhere.value, line).height()
            for line in item.text().split("\n")
        )
        if room.height() < needed or room.right() > panel.list.viewport().width():
            return False
        if room.top() < end:
            return False
        end = room.bottom()
    return True
