"""A year is planned in one step in the calendar, and what was done there can be undone."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.model.dates import weekday_date
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.services.conflicts import DayWarning, warnings_for
from kkr_desktop.services.meeting_changes import change_meeting
from kkr_desktop.services.planning import (
    MeetingDraft,
    RoundKey,
    body_named,
    list_meetings,
    plan_meeting,
    read_meeting,
)
from kkr_desktop.services.proposals import Proposal
from kkr_desktop.ui.calendar import meeting_acts
from kkr_desktop.ui.calendar.meeting_dialog import MeetingDialog
from kkr_desktop.ui.calendar.plan_dialog import PlanDialog
from kkr_desktop.ui.calendar.plan_table import Column
from kkr_desktop.ui.calendar.tab import CalendarTab
from kkr_desktop.ui.calendar.views import View
from kkr_desktop.ui.meeting_chooser import MeetingChooser
from kkr_desktop.ui.window_memory import WindowMemory
from kkr_desktop.ui.workspace import Workspace

DRAFT = MeetingDraft(MeetingKind.ORDINARY, date(2031, 2, 5), time(9, 30), time(12, 30))


def press_save(dialog: QDialog) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Save).click()


def because_of_snow(_parent: QWidget, _title: str, _question: str) -> str:
    return "Sne"


@pytest.fixture
def tab(workspace: Workspace, qtbot: QtBot) -> CalendarTab:
    body_id = body_named(workspace.database, "Sjælland").id
    meeting_id = plan_meeting(workspace.database, body_id, DRAFT).value
    workspace.selection.choose(body_id, meeting_id)
    tab = CalendarTab(workspace)
    qtbot.addWidget(tab)
    return tab


def test_a_proposal_is_moved_another_left_out_and_the_rest_planned(
    workspace: Workspace, qtbot: QtBot, tab: CalendarTab
) -> None:
    body_id = body_named(workspace.database, "Sjælland").id
    saved: list[tuple[Proposal, ...]] = []
    dialog = PlanDialog(workspace.database, body_id, 2032, saved.append, tab)
    qtbot.addWidget(dialog)
    model = dialog.model
    assert model.rowCount() == 5
    christmas = QDate(2032, 12, 24)
    assert model.setData(model.index(4, Column.DATE), christmas)
    assert "Juleaftensdag" in model.data(model.index(4, Column.REMARKS))
    assert "1 of them" in dialog.summary.text()
    out = Qt.CheckState.Unchecked.value
    model.setData(model.index(0, Column.DATE), out, Qt.ItemDataRole.CheckStateRole)
    press_save(dialog)
    assert [one.round.number for one in saved[0]] == [2, 3, 4, 5]
    assert saved[0][-1].held_on == date(2032, 12, 24)


def test_a_council_is_planned_with_its_forums_or_all_bodies_by_one_press(
    workspace: Workspace, qtbot: QtBot, tab: CalendarTab
) -> None:
    forum = body_named(workspace.database, "K17")
    dialog = PlanDialog(workspace.database, forum.id, 2032, lambda _: None, tab)
    qtbot.addWidget(dialog)
    assert dialog.bodies.chosen() == [forum.id]
    dialog.bodies.family.click()
    assert {one.body_name for one in dialog.model.rows()} == {
        "KKR Sjælland",
        "Formandskabet for KKR Sjælland",
        "Kommunaldirektørkreds K17",
    }
    resets: list[None] = []
    dialog.model.modelReset.connect(lambda: resets.append(None))
    dialog.bodies.all.click()
    assert len(resets) == 1
    assert len({one.body_id for one in dialog.model.rows()}) == 19


def test_a_proposal_is_dragged_in_the_year_and_the_list_stays_in_order_of_time(
    workspace: Workspace, qtbot: QtBot, tab: CalendarTab
) -> None:
    body_id = body_named(workspace.database, "Sjælland").id
    dialog = PlanDialog(workspace.database, body_id, 2032, lambda _: None, tab)
    qtbot.addWidget(dialog)
    dialog.buttons[1].click()
    dialog.show()
    model, grid, left = dialog.model, dialog.calendar, Qt.MouseButton.LeftButton
    out = Qt.CheckState.Unchecked.value
    model.setData(model.index(0, Column.DATE), out, Qt.ItemDataRole.CheckStateRole)
    first, *others = model.rows()
    christmas = date(2032, 12, 24)
    QTest.mousePress(grid, left, pos=grid.place_of(first.held_on))
    QTest.mouseMove(grid, grid.place_of(christmas))
    assert "Juleaftensdag" in dialog.detail.text()
    assert model.rows()[0] == first
    QTest.mouseRelease(grid, left, pos=grid.place_of(christmas))
    assert [one.held_on for one in model.rows()] == [*(one.held_on for one in others), christmas]
    moved = model.rows()[-1]
    assert moved.why == f"Flyttet fra {weekday_date(first.held_on)}. {first.reason}"
    assert moved not in model.ticked()
    QTest.mousePress(grid, left, pos=grid.place_of(christmas))
    QTest.mouseMove(grid, grid.place_of(others[0].held_on))
    QTest.mouseRelease(grid, left, pos=grid.place_of(others[0].held_on))
    assert all("foreslås samme dag" in one.against[-1].text for one in model.rows()[:2])
    model.move(next(n for n, one in enumerate(model.rows()) if one.moved_from), first.held_on)
    assert model.rows() == (first, *others)


def test_a_meeting_is_dragged_in_the_year_view_and_escape_lets_go(
    workspace: Workspace, tab: CalendarTab
) -> None:
    meeting_id = workspace.selection.meeting_id
    assert meeting_id is not None
    tab.resize(1200, 800)
    tab.show()
    tab.views.buttons[View.YEAR].click()
    grid, left = tab.views.year, Qt.MouseButton.LeftButton
    target = date(2031, 2, 13)
    QTest.mousePress(grid, left, pos=grid.place_of(DRAFT.held_on))
    QTest.mouseMove(grid, grid.place_of(target))
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(grid, left, pos=grid.place_of(target))
    assert read_meeting(workspace.database, meeting_id).held_on == DRAFT.held_on
    QTest.mousePress(grid, left, pos=grid.place_of(DRAFT.held_on))
    QTest.mouseMove(grid, grid.place_of(date(2031, 2, 6)))
    QTest.mouseRelease(grid, left, pos=grid.place_of(date(2031, 2, 6)))
    assert read_meeting(workspace.database, meeting_id).held_on == date(2031, 2, 6)
    tab.undo_stack.undo()
    assert read_meeting(workspace.database, meeting_id).held_on == DRAFT.held_on


@pytest.mark.parametrize("view", [View.MONTH, View.YEAR])
def test_a_meeting_is_carried_to_another_day_by_keys_alone(
    workspace: Workspace, qtbot: QtBot, tab: CalendarTab, view: View
) -> None:
    meeting_id = workspace.selection.meeting_id
    assert meeting_id is not None

    def held_on() -> date:
        return read_meeting(workspace.database, meeting_id).held_on

    with qtbot.waitActive(tab):
        tab.show()
    tab.views.buttons[view].click()
    grid = tab.views.month if view is View.MONTH else tab.views.year
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert "torsdag den 6. februar 2031" in grid.accessibleDescription()
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert (held_on(), grid.day) == (DRAFT.held_on, DRAFT.held_on)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert held_on() == DRAFT.held_on
    for keys in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(grid, keys)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert held_on() == date(2031, 3, 5)
    assert grid.day == date(2031, 3, 5)
    tab.undo_stack.undo()
    assert held_on() == DRAFT.held_on


def test_a_proposal_is_carried_to_another_day_by_keys_alone(
    workspace: Workspace, qtbot: QtBot, tab: CalendarTab
) -> None:
    body_id = body_named(workspace.database, "Sjælland").id
    dialog = PlanDialog(workspace.database, body_id, 2032, lambda _: None, tab)
    qtbot.addWidget(dialog)
    assert "F2" in dialog.summary.text()
    dialog.buttons[1].click()
    assert "Space" in dialog.summary.text()
    with qtbot.waitActive(dialog):
        dialog.show()
    model, grid = dialog.model, dialog.calendar
    first = model.rows()[0]
    grid.choose(first.held_on)
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    later = first.held_on + timedelta(days=7)
    assert weekday_date(later) in dialog.detail.text()
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert model.rows()[0].held_on == later
    assert model.rows()[0].moved_from == first.held_on


def test_the_wheel_is_turned_by_keys(tab: CalendarTab) -> None:
    tab.show()
    tab.views.buttons[View.WHEEL].click()
    QTest.keyClick(tab.views.wheel, Qt.Key.Key_Right)
    assert tab.views.day.year == DRAFT.held_on.year + 1
    QTest.keyClick(tab.views.wheel, Qt.Key.Key_PageUp)
    assert tab.views.day == DRAFT.held_on


def test_a_meeting_leads_to_the_forum_that_prepares_it_and_back(
    workspace: Workspace, tab: CalendarTab
) -> None:
    database, selection = workspace.database, workspace.selection
    council, forum = selection.meeting_id, body_named(database, "K17").id
    assert council is not None
    in_round = replace(DRAFT, round=RoundKey(2031, 1))
    rev = read_meeting(database, council).rev
    change_meeting(database, council, replace(in_round, rev=rev))
    planned = plan_meeting(database, forum, replace(in_round, held_on=date(2031, 1, 13)))
    prepared = workspace.announcer.announce(planned)
    assert "Kommunaldirektørkreds K17</a> 13. jan." in tab.ties.text()
    tab.ties.linkActivated.emit(f"{forum}/{prepared}")
    assert (selection.body_id, selection.meeting_id) == (forum, prepared)
    assert "KKR Sjælland</a> 5. feb." in tab.ties.text()


def test_planning_moving_and_cancelling_are_undone_and_done_again(
    workspace: Workspace, tab: CalendarTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = workspace.database
    body_id, first = workspace.selection.body_id, workspace.selection.meeting_id
    assert body_id is not None
    assert first is not None
    tab.views.month.meeting_dropped.emit(first, date(2031, 2, 6))
    assert read_meeting(database, first).held_on == date(2031, 2, 6)
    monkeypatch.setattr(meeting_acts, "ask_reason", because_of_snow)
    tab.acts.cancel()
    assert read_meeting(database, first).state is MeetingState.CANCELLED
    tab.undo_stack.undo()
    assert read_meeting(database, first).state is MeetingState.PLANNED
    tab.undo_stack.undo()
    assert read_meeting(database, first).held_on == DRAFT.held_on
    tab.undo_stack.redo()
    tab.undo_stack.redo()
    again = read_meeting(database, first)
    assert (again.held_on, again.cancel_reason) == (date(2031, 2, 6), "Sne")


def test_a_duplicate_that_is_taken_back_leads_to_the_meeting_that_is_left(
    workspace: Workspace,
    qtbot: QtBot,
    tab: CalendarTab,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    chooser = MeetingChooser(workspace, WindowMemory(tmp_path / "window.ini"))
    qtbot.addWidget(chooser)
    chooser.reload()
    first = workspace.selection.meeting_id
    monkeypatch.setattr(MeetingDialog, "exec", press_save)
    tab.acts.duplicate()
    assert workspace.selection.meeting_id not in {None, first}
    tab.undo_stack.undo()
    assert workspace.selection.meeting_id == first
    assert chooser.meeting_list.count() == 1
    tab.undo_stack.redo()
    assert chooser.meeting_list.count() == 2


def test_a_planned_year_is_taken_back_with_one_undo(
    workspace: Workspace, tab: CalendarTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(dialog: PlanDialog) -> None:
        press_save(dialog)

    monkeypatch.setattr(PlanDialog, "exec", accept)
    before = list_meetings(workspace.database)
    tab.acts.plan_year()
    assert len(list_meetings(workspace.database)) == len(before) + 5
    tab.undo_stack.undo()
    assert list_meetings(workspace.database) == before
    tab.undo_stack.redo()
    assert len(list_meetings(workspace.database)) == len(before) + 5


def test_the_form_warns_while_one_writes_and_keeps_every_field(
    workspace: Workspace, qtbot: QtBot, tab: CalendarTab
) -> None:
    body_id = body_named(workspace.database, "Nordjylland").id
    saved: list[MeetingDraft] = []

    def warn(day: date, starts_at: time, ends_at: time) -> tuple[DayWarning, ...]:
        return warnings_for(workspace.database, body_id, day, None, starts_at, ends_at)

    dialog = MeetingDialog(DRAFT, warn, saved.append, tab)
    qtbot.addWidget(dialog)
    dialog.held_on.setDate(QDate(2031, 2, 6))
    assert "Læsø" in dialog.warnings.text()
    dialog.starts_at.setTime(dialog.starts_at.time().addSecs(3600))
    assert dialog.warnings.text() == ""
    dialog.held_on.setDate(QDate(2031, 5, 22))
    assert "Kristi himmelfartsdag" in dialog.warnings.text()
    dialog.group_meetings.setText("8.30–9.20")
    dialog.catering_count.setValue(42)
    dialog.round.setCurrentIndex(2)
    draft = dialog.draft()
    assert (draft.group_meetings, draft.catering_count) == ("8.30–9.20", 42)
    assert draft.round == RoundKey(2031, 2)
    assert draft.held_on == date(2031, 5, 22)
