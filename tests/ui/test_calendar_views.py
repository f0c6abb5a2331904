"""The calendar is seen as a list, a month, a year or a wheel, and worked in by mouse and keys."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.calendar_days import year_days
from kkr_desktop.services.meeting_changes import cancel_meeting
from kkr_desktop.services.planning import MeetingDraft, body_named, plan_meeting, read_meeting
from kkr_desktop.ui.calendar.day_marks import Mark, marks_of
from kkr_desktop.ui.calendar.meeting_table import Column
from kkr_desktop.ui.calendar.tab import CalendarTab
from kkr_desktop.ui.calendar.views import View
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.window_memory import WindowMemory
from kkr_desktop.ui.workspace import Workspace

DAY = date(2026, 11, 17)
DRAFT = MeetingDraft(MeetingKind.ORDINARY, DAY, time(10, 30), time(13), "Rådhuset")


@pytest.fixture
def meeting_id(workspace: Workspace) -> int:
    body = body_named(workspace.database, "Nordjylland").id
    return plan_meeting(workspace.database, body, DRAFT).value


@pytest.fixture
def tab(qtbot: QtBot, workspace: Workspace, meeting_id: int) -> CalendarTab:
    body = body_named(workspace.database, "Nordjylland").id
    workspace.selection.choose(body, meeting_id)
    made = CalendarTab(workspace)
    qtbot.addWidget(made)
    made.resize(1400, 850)
    made.show()
    qtbot.waitExposed(made)
    return made


def place_of(tab: CalendarTab, day: date) -> QPoint:
    """Return a place in the month's cell of a day, upon the first meeting in it."""
    month = tab.views.month
    for y in range(0, month.height(), 8):
        for x in range(month.width() - 4, 0, -8):
            point = QPoint(x, y)
            if month.day_at(point) == day and month.day_at(point + QPoint(0, 26)) == day:
                return point + QPoint(-30, 26)
    raise AssertionError(f"{day} is not shown")


def drag(tab: CalendarTab, begin: QPoint, end: QPoint) -> None:
    month, button = tab.views.month, Qt.MouseButton.LeftButton
    QTest.mousePress(month, button, pos=begin)
    QTest.mouseMove(month, end)
    QTest.mouseRelease(month, button, pos=end)


def test_a_meeting_is_dragged_to_another_day_without_a_question_and_back_by_undo(
    tab: CalendarTab, workspace: Workspace, meeting_id: int
) -> None:
    drag(tab, place_of(tab, DAY), place_of(tab, date(2026, 11, 19)))
    assert read_meeting(workspace.database, meeting_id).held_on == date(2026, 11, 19)
    tab.undo_stack.undo()
    assert read_meeting(workspace.database, meeting_id).held_on == DAY


def test_a_cancelled_meeting_stays_and_why_is_said(
    tab: CalendarTab,
    workspace: Workspace,
    meeting_id: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cancel_meeting(
        workspace.database, meeting_id, "Sne", read_meeting(workspace.database, meeting_id).rev
    )
    told: list[str] = []

    def tell(_parent: object, error: KkrError) -> None:
        told.append(error.explain())

    monkeypatch.setattr("kkr_desktop.ui.calendar.meeting_acts.show_error", tell)
    tab.reload()
    assert any("Aflyst:</b> Sne" in label.text() for label in tab.findChildren(QLabel))
    drag(tab, place_of(tab, DAY), place_of(tab, date(2026, 11, 19)))
    assert read_meeting(workspace.database, meeting_id).held_on == DAY
    assert told == ["At flytte mødet kan ikke lade sig gøre, når mødets tilstand er »aflyst«."]


def test_each_view_is_one_press_away_and_shows_the_same_year(tab: CalendarTab) -> None:
    for view in View:
        tab.views.buttons[view].click()
        assert tab.views.view is view
        assert tab.table.isVisible() is (view in {View.LIST, View.MONTH})
        assert tab.views.month.isVisible() is (view is View.MONTH)
        assert tab.views.year.isVisible() is (view is View.YEAR)
        assert tab.views.wheel.isVisible() is (view is View.WHEEL)


def test_the_view_is_remembered(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    def opened() -> tuple[MainWindow, CalendarTab]:
        window = MainWindow(workspace.database, WindowMemory(tmp_path / "window.ini"))
        qtbot.addWidget(window)
        window.tabs.setCurrentIndex(1)
        (tab,) = window.findChildren(CalendarTab)
        return window, tab

    window, tab = opened()
    tab.views.buttons[View.WHEEL].click()
    tab.views.all_councils.click()
    window.close()
    _, again = opened()
    assert again.views.view is View.WHEEL
    assert again.views.council_of_wheel() is None


def test_arrows_walk_the_year_and_enter_opens_the_day(tab: CalendarTab) -> None:
    tab.views.buttons[View.YEAR].click()
    year = tab.views.year
    opened: list[date] = []
    year.day_activated.disconnect()
    year.day_activated.connect(opened.append)
    year.choose(date(2026, 12, 31))
    QTest.keyClick(year, Qt.Key.Key_Right)
    assert tab.views.day == date(2027, 1, 1)
    assert "Nytårsdag" in year.accessibleDescription()
    assert "uge 53" in year.accessibleDescription()
    QTest.keyClick(year, Qt.Key.Key_Down)
    QTest.keyClick(year, Qt.Key.Key_Return)
    assert opened == [date(2027, 1, 8)]


def test_a_day_of_the_year_is_found_where_it_is_drawn(tab: CalendarTab) -> None:
    tab.views.buttons[View.YEAR].click()
    year = tab.views.year
    found = {
        year.day_at(QPoint(x, y))
        for x in range(0, year.width(), 10)
        for y in range(0, year.height(), 10)
    }
    assert len(found - {None}) == 365


def test_the_marks_tell_meetings_dispatch_holidays_and_school_holidays(
    workspace: Workspace, meeting_id: int
) -> None:
    body = read_meeting(workspace.database, meeting_id).body_id
    days = {shown.day: shown for shown in year_days(workspace.database, 2026)}

    def marks(month: int, day: int, of: int | None = body) -> set[Mark]:
        return set(marks_of(days[date(2026, month, day)], of))

    assert marks(11, 17) == {Mark.MEETING}
    assert marks(11, 17, None) == {Mark.OTHER_MEETING}
    assert Mark.DISPATCH in marks(11, 10)
    assert marks(12, 25) == {Mark.HOLIDAY}
    assert Mark.SCHOOL_HOLIDAY in marks(10, 14)
    assert Mark.EVENT in marks(6, 11)
    assert marks(11, 18) == set()


@pytest.mark.parametrize("width", [840, 1000, 1400])
def test_the_list_beside_the_month_shows_whole_columns_at_any_width(
    tab: CalendarTab, width: int
) -> None:
    tab.resize(width, 700)
    QTest.qWait(0)
    table, header = tab.table, tab.table.horizontalHeader()
    shown = [column for column in Column if not table.isColumnHidden(column)]
    assert {Column.DATE, Column.TIME} <= set(shown)
    assert header.length() <= table.viewport().width()
    for column in shown:
        assert header.sectionSize(column) >= header.sectionSizeHint(column)
        if column is not Column.PLACE:
            assert header.sectionSize(column) >= table.sizeHintForColumn(column)
    assert (Column.PLACE in shown) is (width == 1400)


def test_the_year_asks_for_little_room_and_keeps_the_chosen_day_in_sight(
    tab: CalendarTab,
) -> None:
    tab.views.buttons[View.YEAR].click()
    tab.resize(1100, 520)
    QTest.qWait(0)
    assert tab.height() == 520
    year = tab.views.year
    for day in (date(2026, 12, 30), date(2026, 1, 5), date(2026, 11, 17)):
        tab.views.see_day(day)
        tab.views.reload()
        assert year.visibleRegion().contains(year.place_of(day))
    year.setFocus()
    for _ in range(40):
        QTest.keyClick(year, Qt.Key.Key_Up)
        assert year.visibleRegion().contains(year.place_of(year.day))


def test_the_chosen_day_is_told_in_full_and_what_a_carried_meeting_would_meet(
    tab: CalendarTab, workspace: Workspace
) -> None:
    draft = MeetingDraft(MeetingKind.ORDINARY, date(2026, 12, 24), time(9), time(10))
    plan_meeting(workspace.database, body_named(workspace.database, "K11").id, draft)
    tab.views.see_day(date(2026, 12, 23))
    tab.reload()
    month, told = tab.views.month, tab.views.told
    QTest.keyClick(month, Qt.Key.Key_Right)
    assert told.isVisible()
    assert "Juleaftensdag" in told.text()
    assert "kl. 9.00 Kommunaldirektørkreds K11" in told.text()
    tab.views.see_day(DAY)
    month.setFocus()
    QTest.keyClick(month, Qt.Key.Key_Space)
    for _ in range(38):
        QTest.keyClick(month, Qt.Key.Key_Right)
    assert told.text() == "Fredag den 25. december 2026 (uge 52): Juledag er en helligdag."
    QTest.keyClick(month, Qt.Key.Key_Escape)
    assert "kl. 10.30 KKR Nordjylland" in told.text()
