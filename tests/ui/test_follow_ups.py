"""Follow-ups are typed beside the decision, saved on their own, and worked off in a list."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.follow_ups import FollowUpState
from kkr_desktop.services.follow_up import FollowUpDraft, add_follow_up, follow_ups, owner_choices
from kkr_desktop.services.minute_taking import minutes_outline
from kkr_desktop.ui.follow_ups.dialog import FollowUpDialog
from kkr_desktop.ui.follow_ups.panel import FollowUpPanel
from kkr_desktop.ui.follow_ups.tab import FollowUpsTab
from kkr_desktop.ui.workspace import Workspace


@pytest.fixture
def place(demo_workspace: Workspace) -> tuple[int, int]:
    meeting_id = demo_workspace.selection.meeting_id
    assert meeting_id is not None
    return meeting_id, minutes_outline(demo_workspace.database, meeting_id).items[2].id


@pytest.fixture
def panel(qtbot: QtBot, demo_workspace: Workspace, place: tuple[int, int]) -> FollowUpPanel:
    panel = FollowUpPanel(demo_workspace)
    qtbot.addWidget(panel)
    panel.resize(500, 400)
    panel.show()
    panel.show_item(*place)
    return panel


@pytest.fixture
def tab(qtbot: QtBot, demo_workspace: Workspace) -> FollowUpsTab:
    tab = FollowUpsTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.resize(1000, 500)
    tab.show()
    return tab


def test_a_follow_up_is_typed_with_the_keyboard_alone(
    qtbot: QtBot, panel: FollowUpPanel, demo_workspace: Workspace, place: tuple[int, int]
) -> None:
    owner = next(one for one in owner_choices(demo_workspace.database, place[0]) if one.person_id)
    qtbot.keyClicks(panel.line.text, "Send brev til kommunerne")
    qtbot.keyClicks(panel.line.owner.line, owner.name)
    qtbot.keyClicks(panel.line.due_on, "15/1 2027")
    qtbot.keyClick(panel.line.due_on, Qt.Key.Key_Return)
    (row,) = follow_ups(demo_workspace.database, item_id=place[1])
    assert (row.draft.text, row.draft.due_on) == ("Send brev til kommunerne", date(2027, 1, 15))
    assert (row.owner_name, row.draft.owner_person_id) == (owner.name, owner.person_id)
    assert panel.list.count() == 1
    assert panel.line.text.text() == ""
    assert panel.line.text.hasFocus()

    panel.list.setCurrentRow(0)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    (row,) = follow_ups(demo_workspace.database, item_id=place[1], with_closed=True)
    assert row.draft.state is FollowUpState.DONE
    panel.actions_on.undo_stack.undo()
    panel.actions_on.undo_stack.undo()
    assert follow_ups(demo_workspace.database, item_id=place[1], with_closed=True) == ()
    panel.actions_on.undo_stack.redo()
    panel.actions_on.undo_stack.redo()
    assert "Send brev til kommunerne" in panel.list.item(0).text()


def test_what_is_typed_is_on_disk_before_enter_and_stays_with_its_item(
    qtbot: QtBot, panel: FollowUpPanel, demo_workspace: Workspace, place: tuple[int, int]
) -> None:
    database = demo_workspace.database
    qtbot.keyClicks(panel.line.text, "Undersøg")
    qtbot.waitUntil(lambda: len(follow_ups(database, item_id=place[1])) == 1, timeout=20_000)
    qtbot.keyClicks(panel.line.text, " lokaler")
    other = minutes_outline(database, place[0]).items[3].id
    panel.show_item(place[0], other)
    assert panel.line.text.text() == ""
    assert [row.draft.text for row in follow_ups(database, item_id=place[1])] == [
        "Undersøg lokaler"
    ]
    assert follow_ups(database, item_id=other) == ()


def test_a_task_that_is_wiped_out_again_leaves_nothing(
    qtbot: QtBot, panel: FollowUpPanel, demo_workspace: Workspace, place: tuple[int, int]
) -> None:
    qtbot.keyClicks(panel.line.text, "Ups")
    assert panel.line.flush()
    panel.line.text.selectAll()
    qtbot.keyClick(panel.line.text, Qt.Key.Key_Delete)
    assert panel.line.flush()
    assert follow_ups(demo_workspace.database, item_id=place[1], with_closed=True) == ()


def test_a_day_that_is_none_is_told_and_nothing_typed_is_lost(
    qtbot: QtBot,
    panel: FollowUpPanel,
    demo_workspace: Workspace,
    place: tuple[int, int],
) -> None:
    qtbot.keyClicks(panel.line.text, "Undersøg")
    qtbot.keyClicks(panel.line.due_on, "snart")
    qtbot.keyClick(panel.line.due_on, Qt.Key.Key_Return)
    told = panel.line.problem.text()
    assert told == "Frist: »snart« er ikke en dag. Skriv fx 15/1, uge 3 eller +14."
    assert (panel.line.text.text(), panel.line.due_on.text()) == ("Undersøg", "snart")
    panel.line.due_on.clear()
    qtbot.keyClick(panel.line.due_on, Qt.Key.Key_Return)
    assert panel.line.problem.text() == ""
    assert len(follow_ups(demo_workspace.database, item_id=place[1])) == 1


def test_several_are_marked_done_at_once_and_taken_back_at_once(
    tab: FollowUpsTab, demo_workspace: Workspace
) -> None:
    before = follow_ups(demo_workspace.database)
    assert len(before) > 1
    tab.table.selectAll()
    tab.mark_done()
    assert follow_ups(demo_workspace.database) == ()
    assert tab.model.count() == 0
    tab.show_closed.setChecked(True)
    assert tab.model.count() > len(before)
    tab.actions_on.undo_stack.undo()
    assert [row.id for row in follow_ups(demo_workspace.database)] == [row.id for row in before]


def test_the_list_is_narrowed_by_words_and_shows_the_late_ones(
    qtbot: QtBot, tab: FollowUpsTab, demo_workspace: Workspace, place: tuple[int, int]
) -> None:
    late = FollowUpDraft("Æblekage til mødet", "Kantinen", due_on=date(2020, 1, 31))
    demo_workspace.announcer.announce(add_follow_up(demo_workspace.database, *place, late))
    assert tab.model.row_at(0).draft.text == "Æblekage til mødet"
    qtbot.keyClicks(tab.filter, "kantine æble")
    assert tab.model.count() == 1
    assert tab.count.text() == "1 follow-up(s) · 1 late"
    tab.table.selectRow(0)
    with qtbot.waitSignal(tab.item_wanted, timeout=5000) as wanted:
        tab.go_to_item()
    assert wanted.args == [demo_workspace.selection.body_id, *place]


def test_a_follow_up_is_edited_in_a_form(
    tab: FollowUpsTab, demo_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: FollowUpDialog) -> None:
        dialog.text.setText("Nyt ordvalg")
        dialog.owner.setEditText("Formanden")
        dialog.due_on.setText("uge 3 2027")
        dialog.note.setPlainText("Ringet den 3.")
        buttons = dialog.findChildren(QDialogButtonBox)[0]
        buttons.button(QDialogButtonBox.StandardButton.Save).click()

    monkeypatch.setattr(FollowUpDialog, "show", fill)
    tab.table.selectRow(0)
    chosen = tab.chosen()[0]
    tab.edit()
    row = next(one for one in follow_ups(demo_workspace.database) if one.id == chosen.id)
    assert (row.draft.text, row.owner_name) == ("Nyt ordvalg", "Formanden")
    assert (row.draft.due_on, row.draft.note) == (date(2027, 1, 22), "Ringet den 3.")
    tab.actions_on.undo_stack.undo()
    row = next(one for one in follow_ups(demo_workspace.database) if one.id == chosen.id)
    assert row.draft.text == chosen.draft.text
