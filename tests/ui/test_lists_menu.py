"""The menu of lists and files, as it is used in the members tab."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

import csv
from pathlib import Path

from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from kkr_desktop.services.planning import body_named
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.workspace import Workspace
from tests.ui.system_programs import system_programs


def test_the_members_are_written_and_opened(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    assert all(action.isEnabled() for action in tab.lists.export_actions.values())
    with system_programs() as programs, qtbot.waitSignal(programs.opened) as opened:
        tab.lists.export_to(tmp_path / "Blå Bog.pdf")
    assert opened.args == [str(tmp_path / "Blå Bog.pdf")]
    assert (tmp_path / "Blå Bog.pdf").read_bytes().startswith(b"%PDF-")


def test_a_file_has_the_members_of_the_day_that_is_shown(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    today = len(tab.model.all_rows)
    tab.as_on.edit.setDate(QDate(2026, 1, 26))
    shown = {row.name for row in tab.model.all_rows}
    path = tmp_path / "liste.csv"
    with system_programs() as programs, qtbot.waitSignal(programs.opened):
        tab.lists.export_to(path)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    assert {f"{row['Fornavn']} {row['Efternavn']}" for row in rows} == shown
    assert len(shown) == today == 58
    assert {row["Fra"] for row in rows} == {"26-01-2026"}


def test_a_council_without_members_has_nothing_to_write(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.selection.choose(body_named(workspace.database, "Nordjylland").id, None)
    tab = MembersTab(workspace)
    qtbot.addWidget(tab)
    assert not any(action.isEnabled() for action in tab.lists.export_actions.values())


def test_all_that_is_kept_of_the_chosen_member_is_written(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    assert not tab.report_action.isEnabled()
    tab.table.selectRow(0)
    assert tab.report_action.isEnabled()
    path = tmp_path / "Alt om Åse.pdf"
    with system_programs() as programs, qtbot.waitSignal(programs.opened):
        tab.lists.report_to(tab.model.row_at(0).person_id, path)
    assert path.read_bytes().startswith(b"%PDF-")
