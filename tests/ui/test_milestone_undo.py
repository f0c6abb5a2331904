"""What is done to a meeting's milestones can be undone and done again."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import NamedTuple

import pytest
from PySide6.QtCore import QDate, QTimer
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.milestone_changes import MilestoneDraft, change_milestone
from kkr_desktop.services.milestones import MilestoneRow, milestones_of
from kkr_desktop.services.planning import MeetingDraft, body_named, plan_meeting
from kkr_desktop.services.written import Change
from kkr_desktop.ui.calendar import chain_panel
from kkr_desktop.ui.calendar.chain_panel import ChainPanel
from kkr_desktop.ui.calendar.milestone_dialog import MilestoneDialog
from kkr_desktop.ui.workspace import Workspace

HELD_ON = date(2031, 2, 5)


class Shown(NamedTuple):
    """A meeting's chain on the screen, with the undo stack of its calendar."""

    workspace: Workspace
    panel: ChainPanel
    stack: QUndoStack
    meeting_id: int

    def rows(self) -> tuple[MilestoneRow, ...]:
        return milestones_of(self.workspace.database, self.meeting_id)

    def words(self) -> list[tuple[object, ...]]:
        return [
            (row.label, row.due_on, row.owner, row.done_at, row.waits_for_id) for row in self.rows()
        ]


@pytest.fixture
def shown(workspace: Workspace, qtbot: QtBot) -> Shown:
    draft = MeetingDraft(MeetingKind.ORDINARY, HELD_ON, time(9, 30), time(12, 30))
    body = body_named(workspace.database, "Sjælland")
    meeting_id = plan_meeting(workspace.database, body.id, draft).value
    stack = QUndoStack(workspace.announcer)
    panel = ChainPanel(workspace, stack)
    qtbot.addWidget(panel)

    def show_again(_: Change) -> None:
        panel.show_meeting(meeting_id, HELD_ON)

    workspace.announcer.changed.connect(show_again)
    panel.show_meeting(meeting_id, HELD_ON)
    panel.show()
    return Shown(workspace, panel, stack, meeting_id)


def fill(write: Callable[[MilestoneDialog], object]) -> None:
    """Fill the form that is opened next, and save it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MilestoneDialog)
        write(dialog)
        (buttons,) = dialog.findChildren(QDialogButtonBox)
        buttons.button(QDialogButtonBox.StandardButton.Save).click()

    QTimer.singleShot(0, act)


def test_adding_changing_settling_and_removing_are_undone_and_done_again(shown: Shown) -> None:
    panel, stack = shown.panel, shown.stack
    steps = [shown.words()]
    fill(lambda dialog: dialog.label.setText("Bussen bestilles"))
    panel.add_button.click()
    steps.append(shown.words())
    assert panel.chain.chosen is not None
    assert panel.chain.chosen.label == "Bussen bestilles"
    earlier = panel.chain.chosen.due_on - timedelta(days=30)

    def change(dialog: MilestoneDialog) -> None:
        dialog.owner.setText("Åse")
        dialog.due_on.setDate(QDate(earlier.year, earlier.month, earlier.day))

    fill(change)
    panel.edit_button.click()
    steps.append(shown.words())
    panel.done_button.click()
    steps.append(shown.words())
    panel.done_button.click()
    steps.append(shown.words())
    panel.remove_button.click()
    steps.append(shown.words())
    assert len(set(map(tuple, steps))) == 4
    assert steps[2] == steps[4]
    assert steps[0] == steps[5]
    for _ in range(2):
        for expected in reversed(steps[:-1]):
            stack.undo()
            assert shown.words() == expected
        assert not stack.canUndo()
        for expected in steps[1:]:
            stack.redo()
            assert shown.words() == expected


def test_what_waited_for_a_removed_milestone_waits_for_it_again(shown: Shown) -> None:
    first, second = shown.rows()[:2]
    draft = MilestoneDraft(
        second.label, second.due_on, second.responsible, "", first.id, second.rev
    )
    change_milestone(shown.workspace.database, second.id, draft)
    before = shown.words()
    shown.panel.chain.choose(first.id)
    shown.panel.remove_button.click()
    assert shown.rows()[0].waits_for_id is None
    shown.stack.undo()
    assert shown.words() == before


def test_undo_leaves_what_a_colleague_wrote_since(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(_parent: object, error: KkrError) -> None:
        told.append(str(error))

    monkeypatch.setattr(chain_panel, "show_error", tell)
    shown.panel.chain.choose(shown.rows()[0].id)
    shown.panel.done_button.click()
    row = shown.rows()[0]
    draft = MilestoneDraft(row.label, row.due_on, row.responsible, "Bodil", None, row.rev)
    change_milestone(shown.workspace.database, row.id, draft)
    shown.stack.undo()
    assert (shown.rows()[0].owner, shown.rows()[0].done_at) == ("Bodil", row.done_at)
    assert len(told) == 1


def test_saving_a_form_unchanged_is_nothing_to_undo(shown: Shown) -> None:
    shown.panel.chain.choose(shown.rows()[0].id)
    fill(lambda dialog: dialog.label.selectAll())
    shown.panel.edit_button.click()
    assert not shown.stack.canUndo()
