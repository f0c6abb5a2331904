"""The calendar tab writes files that other programs open."""

from datetime import date, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.planning import MeetingDraft, body_named, plan_meeting
from kkr_desktop.services.year_content import YearFile
from kkr_desktop.ui.calendar.tab import CalendarTab
from kkr_desktop.ui.workspace import Workspace

DRAFT = MeetingDraft(MeetingKind.ORDINARY, date(2026, 12, 11), time(9, 30), time(12), "Rådhuset")


@pytest.fixture
def tab(qtbot: QtBot, workspace: Workspace) -> CalendarTab:
    body = body_named(workspace.database, "Nordjylland").id
    workspace.selection.choose(body, plan_meeting(workspace.database, body, DRAFT).value)
    made = CalendarTab(workspace)
    qtbot.addWidget(made)
    return made


def test_the_chosen_meeting_is_saved_for_a_calendar(
    tab: CalendarTab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("kkr_desktop.ui.calendar.files_menu.open_folder", opened.append)

    def chosen(*_: object) -> tuple[str, str]:
        return str(tmp_path / "møde"), ""

    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", chosen)
    tab.files_menu.meeting_action.trigger()
    qtbot.waitUntil(lambda: bool(opened))
    assert "SUMMARY:KKR Nordjylland" in (tmp_path / "møde.ics").read_text("utf-8")


def test_a_file_that_cannot_be_written_is_told(
    tab: CalendarTab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []

    def tell(_parent: object, error: object) -> None:
        told.append(error)

    monkeypatch.setattr("kkr_desktop.ui.saved_file.show_error", tell)
    tab.files_menu.export_to(tmp_path / "no folder" / "møde.ics")
    qtbot.waitUntil(lambda: bool(told))


@pytest.mark.parametrize("kind", list(YearFile))
def test_the_shown_year_becomes_a_poster_or_a_plan(
    tab: CalendarTab,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: YearFile,
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("kkr_desktop.ui.calendar.files_menu.open_file", opened.append)

    def chosen(*_: object) -> tuple[str, str]:
        return str(tmp_path / "2026"), ""

    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", chosen)
    tab.files_menu.year_actions[kind].trigger()
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    beginning = b"PK" if kind.ending == ".xlsx" else b"%PDF"
    assert opened == [tmp_path / f"2026{kind.ending}"]
    assert opened[0].read_bytes().startswith(beginning)
