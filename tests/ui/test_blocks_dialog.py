"""School holidays and events are changed in a list, and taken in from a file."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.calendar_blocks import list_blocks
from kkr_desktop.services.other_calendars import calendars_taken_in
from kkr_desktop.ui.calendar import blocks_dialog
from kkr_desktop.ui.calendar.block_form import BlockForm
from kkr_desktop.ui.calendar.blocks_dialog import BlocksDialog
from kkr_desktop.ui.calendar.blocks_table import Column
from kkr_desktop.ui.calendar.other_calendar_dialog import OtherCalendarDialog
from kkr_desktop.ui.workspace import Workspace


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def dialog(workspace: Workspace, parent: QWidget) -> BlocksDialog:
    return BlocksDialog(workspace, 2028, parent)


def press_save(dialog: QDialog) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Save).click()


def words(dialog: BlocksDialog, row: int, column: Column) -> str:
    return str(dialog.model.data(dialog.model.index(row, column)))


def test_the_year_shown_comes_first_and_its_days_can_be_moved(
    workspace: Workspace, dialog: BlocksDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = dialog.table.currentIndex().row()
    assert words(dialog, row, Column.FROM).endswith("2028")

    def move_to_march(form: BlockForm) -> None:
        form.starts_on.setDate(QDate(2028, 3, 1))
        assert form.ends_on.date() >= QDate(2028, 3, 1)
        form.name.setText("Forskudt vinterferie")
        press_save(form)

    monkeypatch.setattr(BlockForm, "exec", move_to_march)
    dialog.edit()
    moved = next(b for b in list_blocks(workspace.database) if b.name == "Forskudt vinterferie")
    assert moved.starts_on.isoformat() == "2028-03-01"


def test_a_file_is_taken_in_and_a_wrong_one_explained(
    dialog: BlocksDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = dialog.model.count()
    path = tmp_path / "ferie.csv"
    path.write_text(
        "starts_on,ends_on,name,kind,severity\n2031-03-13,2031-03-14,Topmøde,event,block\n",
        encoding="utf-8",
    )
    dialog.take_in(path)
    assert dialog.model.count() == before + 1
    told: list[str] = []

    def tell(_parent: QWidget, error: KkrError) -> None:
        told.append(error.explain())

    monkeypatch.setattr(blocks_dialog, "show_error", tell)
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    dialog.take_in(path)
    assert "mangler kolonnen" in told[0]
    assert dialog.model.count() == before + 1


def test_a_period_is_taken_out(workspace: Workspace, dialog: BlocksDialog) -> None:
    row = dialog.table.currentIndex().row()
    gone = dialog.model.row_at(row)
    dialog.remove()
    assert gone not in list_blocks(workspace.database)
    assert dialog.model.row_at(row) != gone


def test_the_list_is_filtered_by_what_is_typed(dialog: BlocksDialog) -> None:
    before = dialog.model.count()
    dialog.filter.setText("folkemøde")
    assert 0 < dialog.model.count() < before
    assert {words(dialog, row, Column.NAME)[:9] for row in range(dialog.model.count())} == {
        "Folkemøde"
    }
    dialog.filter.clear()
    assert dialog.model.count() == before


def test_another_calendar_is_looked_at_taken_in_under_a_name_and_removed_as_a_whole(
    workspace: Workspace,
    dialog: BlocksDialog,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = dialog.model.count()
    day = f"{date.today().year + 1}0302"  # noqa: DTZ011
    path = tmp_path / "byråd.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Byråd\n"
        f"DTSTART:{day}T170000\nDTEND:{day}T190000\nEND:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    shown: list[str] = []

    def name_it(preview: OtherCalendarDialog) -> None:
        preview.name.setText("Ærø Byråd")
        shown.append(preview.summary.text())
        press_save(preview)

    monkeypatch.setattr(OtherCalendarDialog, "exec", name_it)
    for _ in range(2):
        dialog.told.clear()
        dialog.take_in(path)
        qtbot.waitUntil(lambda: bool(dialog.told.text()), timeout=20_000)
    assert shown == ["New: 1", "Unchanged: 1"]
    assert dialog.model.count() == before + 1
    assert calendars_taken_in(workspace.database) == ("Ærø Byråd",)
    dialog.filter.setText("byråd")
    dialog.table.selectRow(0)
    assert words(dialog, 0, Column.HOURS) == "17.00–19.00"

    def agree(*_: object) -> bool:
        return True

    monkeypatch.setattr(blocks_dialog, "ask", agree)
    dialog.remove_calendar()
    dialog.filter.clear()
    assert dialog.model.count() == before
    assert calendars_taken_in(workspace.database) == ()


def test_a_damaged_calendar_is_explained(
    dialog: BlocksDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(_parent: QWidget, error: KkrError) -> None:
        told.append(error.explain())

    monkeypatch.setattr(blocks_dialog, "show_error", tell)
    path = tmp_path / "kalender.ics"
    path.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", encoding="utf-8")
    dialog.take_in(path)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "beskadiget" in told[0]
