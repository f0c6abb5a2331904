"""School holidays and events are changed in a list, and taken in from a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.calendar_blocks import list_blocks
from kkr_desktop.ui.calendar import blocks_dialog
from kkr_desktop.ui.calendar.blocks_dialog import BlockForm, BlocksDialog, Column
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
