"""Attendance of 58 members is noted by keys, and every key can be taken back."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.participation import Answer
from kkr_desktop.services.attendance import AttendanceRow, attendance, totals
from kkr_desktop.services.guests import guests
from kkr_desktop.services.people_choices import people_to_choose
from kkr_desktop.services.planning import read_meeting
from kkr_desktop.ui.meeting_room.screen import MeetingScreen
from kkr_desktop.ui.minutes.attendance_model import Column
from kkr_desktop.ui.minutes.new_substitute import NewSubstituteForm
from kkr_desktop.ui.minutes.tab import MinutesTab
from kkr_desktop.ui.workspace import Workspace


@pytest.fixture
def tab(qtbot: QtBot, demo_workspace: Workspace) -> Iterator[MinutesTab]:
    tab = MinutesTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.preview_action.trigger()
    tab.resize(1200, 800)
    tab.show()
    tab.attendance.table.setFocus()
    yield tab
    demo_workspace.saves.flush()


def rows(workspace: Workspace) -> tuple[AttendanceRow, ...]:
    meeting_id = workspace.selection.meeting_id
    assert meeting_id is not None
    return attendance(workspace.database, meeting_id)


def names_to_choose(workspace: Workspace) -> set[str]:
    meeting_id = workspace.selection.meeting_id
    assert meeting_id is not None
    meeting = read_meeting(workspace.database, meeting_id)
    people = people_to_choose(workspace.database, meeting.body_id, meeting.held_on)
    return {person.name for person in people}


def find(tab: MinutesTab, qtbot: QtBot, words: str) -> None:
    """Look for a member as the secretary does, and go to them."""
    tab.attendance.search.clear()
    qtbot.keyClicks(tab.attendance.search, words)
    qtbot.keyClick(tab.attendance.search, Qt.Key.Key_Return)


def type_where_the_keyboard_is(tab: MinutesTab, qtbot: QtBot, words: str) -> None:
    at = tab.window().focusWidget()
    assert at is not None
    qtbot.keyClicks(at, words)


def test_everybody_is_noted_by_keys_and_taken_back(
    tab: MinutesTab, demo_workspace: Workspace, qtbot: QtBot
) -> None:
    view, table = tab.attendance, tab.attendance.table
    table.selectRow(0)
    for key in (Qt.Key.Key_J, Qt.Key.Key_O, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_Up):
        qtbot.keyClick(table, key)
    answers = [row.answer for row in rows(demo_workspace)[:4]]
    assert answers == [Answer.COMING, Answer.ONLINE, Answer.NOT_COMING, Answer.NOT_COMING]
    qtbot.keyClick(table, Qt.Key.Key_Backspace)
    assert rows(demo_workspace)[3].answer is None

    view.take_over_replies()
    view.mark_everybody()
    counted = totals(rows(demo_workspace))
    assert (counted.present, counted.online, counted.apologies) == (56, 1, 1)
    assert "56 til stede" in view.totals.text() or "56 present" in view.totals.text()

    table.selectRow(5)
    for key in (Qt.Key.Key_A, Qt.Key.Key_U, Qt.Key.Key_V, Qt.Key.Key_T):
        qtbot.keyClick(table, key)
    statuses = [row.status for row in rows(demo_workspace)[5:9]]
    assert statuses == [
        AttendanceStatus.APOLOGY,
        AttendanceStatus.ABSENT,
        AttendanceStatus.ONLINE,
        AttendanceStatus.PRESENT,
    ]
    for _ in range(3):
        qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {row.status for row in rows(demo_workspace)[5:9]} == {AttendanceStatus.PRESENT}
    qtbot.keyClick(table, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert rows(demo_workspace)[5].status is AttendanceStatus.APOLOGY


def test_times_are_typed_in_the_table_with_the_item_worked_out(
    tab: MinutesTab, demo_workspace: Workspace, qtbot: QtBot
) -> None:
    tab.attendance.mark_everybody()
    model, table = tab.attendance.model, tab.attendance.table
    index = model.index(0, Column.ARRIVED)
    table.setCurrentIndex(index)
    table.edit(index)
    editor = table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "1015")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: index.data() == "10.15 (3.1)", timeout=5000)
    assert model.setData(model.index(0, Column.LEFT), "4.2")
    assert model.index(0, Column.LEFT).data() in {"item 4.2", "punkt 4.2"}
    row = rows(demo_workspace)[0]
    assert (row.stays[0].arrived_at is not None, row.stays[0].left_at) == (True, None)


def test_a_member_is_found_comes_and_leaves_with_one_key_each(
    tab: MinutesTab, demo_workspace: Workspace, qtbot: QtBot
) -> None:
    tab.attendance.now = lambda: datetime(2026, 12, 11, 10, 15).astimezone()
    tab.attendance.now = lambda: datetime(2026, 12, 11, 10, 15).astimezone()
    name = rows(demo_workspace)[30].name
    find(tab, qtbot, name.split()[-1].lower())
    assert tab.attendance.model.rowCount() < 58
    qtbot.keyClick(tab.attendance.table, Qt.Key.Key_K)
    (stay,) = rows(demo_workspace)[30].stays
    assert stay.arrived_at is not None
    qtbot.keyClick(tab.attendance.table, Qt.Key.Key_G)
    (stay,) = rows(demo_workspace)[30].stays
    assert stay.left_at is not None or stay.last is not None


def test_a_substitute_is_taken_from_those_who_may_come(
    tab: MinutesTab, demo_workspace: Workspace, qtbot: QtBot
) -> None:
    away = next(row for row in rows(demo_workspace) if row.candidates)
    find(tab, qtbot, away.name)
    qtbot.keyClick(tab.attendance.table, Qt.Key.Key_A)
    qtbot.keyClick(tab.attendance.table, Qt.Key.Key_S)
    type_where_the_keyboard_is(tab, qtbot, "1")
    now = next(r for r in rows(demo_workspace) if r.membership_id == away.membership_id)
    assert now.substitute is not None
    assert now.substitute.person == away.candidates[0].person
    assert now.status is AttendanceStatus.APOLOGY


def test_somebody_new_is_taken_into_the_register_by_keys(
    tab: MinutesTab, demo_workspace: Workspace, qtbot: QtBot
) -> None:
    seat = next(row for row in rows(demo_workspace) if row.title != "Borgmester")
    find(tab, qtbot, seat.name)
    qtbot.keyClick(tab.attendance.table, Qt.Key.Key_A)
    qtbot.keyClick(tab.attendance.table, Qt.Key.Key_S)
    type_where_the_keyboard_is(tab, qtbot, "n")
    type_where_the_keyboard_is(tab, qtbot, "Åse <Ny> & Søn")
    at = tab.window().focusWidget()
    assert at is not None
    qtbot.keyClick(at, Qt.Key.Key_Return)
    now = next(r for r in rows(demo_workspace) if r.membership_id == seat.membership_id)
    assert now.substitute is not None
    assert now.substitute.person.name == "Åse <Ny> & Søn"
    assert now.substitute.person.party_letter == seat.party_letter
    assert tab.window().focusWidget() is tab.attendance.table
    stack, someone = tab.attendance.changes.stack, now.substitute.person
    stack.undo()
    now = next(r for r in rows(demo_workspace) if r.membership_id == seat.membership_id)
    assert now.substitute is None
    assert someone.name not in names_to_choose(demo_workspace)
    stack.redo()
    now = next(r for r in rows(demo_workspace) if r.membership_id == seat.membership_id)
    assert now.substitute is not None
    assert now.substitute.person == someone
    assert someone.name in names_to_choose(demo_workspace)


def test_why_a_substitute_is_refused_is_said_where_the_name_is_typed(
    tab: MinutesTab, demo_workspace: Workspace, qtbot: QtBot
) -> None:
    find(tab, qtbot, rows(demo_workspace)[0].name)
    qtbot.keyClick(tab.attendance.table, Qt.Key.Key_S)
    type_where_the_keyboard_is(tab, qtbot, "n")
    (form,) = tab.window().findChildren(NewSubstituteForm)
    form.add()
    assert "navnet" in form.problem.text()
    assert form.isVisible()
    qtbot.keyClick(form.name, Qt.Key.Key_Escape)
    assert tab.window().focusWidget() is tab.attendance.table


def test_guests_are_added_changed_and_removed(
    tab: MinutesTab, demo_workspace: Workspace, qtbot: QtBot
) -> None:
    panel, meeting_id = tab.attendance.guests, demo_workspace.selection.meeting_id
    assert meeting_id is not None
    qtbot.keyClicks(panel.name, "Bo Øst")
    qtbot.keyClicks(panel.title, "direktør")
    panel.item.setCurrentIndex(2)
    qtbot.keyClick(panel.title, Qt.Key.Key_Return)
    (guest,) = guests(demo_workspace.database, meeting_id)
    assert (guest.name, guest.title, guest.item_id is not None) == ("Bo Øst", "direktør", True)
    panel.list.setCurrentRow(0)
    panel.list.itemActivated.emit(panel.list.item(0))
    panel.title.setText("formand")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert [guest.title for guest in guests(demo_workspace.database, meeting_id)] == ["formand"]
    panel.list.setCurrentRow(0)
    panel.list.setFocus()
    panel.remove()
    assert guests(demo_workspace.database, meeting_id) == ()


@pytest.mark.parametrize("points", [10.0, 15.0, 20.0])
def test_nothing_covers_anything_else_in_a_small_window_with_large_type(
    tab: MinutesTab, qtbot: QtBot, points: float
) -> None:
    tab.preview_action.trigger()
    font = tab.font()
    font.setPointSizeF(points)
    tab.setFont(font)
    tab.resize(900, 560)
    view = tab.attendance
    guests_panel = view.guests
    qtbot.waitUntil(lambda: guests_panel.width() >= guests_panel.minimumSizeHint().width())
    column = view.table.parentWidget()
    assert column is not None
    children = [
        child
        for child in column.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible()
    ]

    def nothing_overlaps() -> bool:
        return not any(
            one.geometry().intersects(other.geometry())
            for place, one in enumerate(children)
            for other in children[place + 1 :]
        )

    assert len(children) > 10
    qtbot.waitUntil(nothing_overlaps)
    right_edge = view.mapTo(tab, view.rect().topRight()).x()
    assert right_edge < tab.preview.mapTo(tab, tab.preview.rect().topLeft()).x()


def test_the_room_screen_shows_every_button_whole_in_large_type(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    meeting_id = demo_workspace.selection.meeting_id
    assert meeting_id is not None
    screen = MeetingScreen(demo_workspace, meeting_id, 28.0)
    qtbot.addWidget(screen)
    screen.show()
    screen.go_to_people()
    button = screen.people.guests.from_agenda
    qtbot.waitUntil(lambda: button.width() >= button.minimumSizeHint().width())
    assert button.mapTo(screen.people, button.rect().topRight()).x() < screen.people.width()
