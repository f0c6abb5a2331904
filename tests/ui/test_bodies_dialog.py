"""Councils and forums are made, changed and closed in one dialog, and closed ones stay in reach."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QMenu,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kkr_desktop.services.body_register import BodyLine, body_lines
from kkr_desktop.services.planning import body_named
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.bodies.bodies_dialog import BodiesDialog
from kkr_desktop.ui.bodies.body_form import BodyForm, CloseForm
from kkr_desktop.ui.bodies.term_form import TermForm
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.window_memory import WindowMemory
from kkr_desktop.ui.workspace import Workspace

TODAY = date.today()  # noqa: DTZ011


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> Iterator[BodiesDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = BodiesDialog(workspace, lambda _body_id: None, window)
    made.show()
    yield made
    made.hide()


def shown(dialog: BodiesDialog) -> list[str]:
    """Return the names in the tree, forums below their council."""
    tree = dialog.bodies
    names: list[str] = []
    for place in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(place)
        assert item is not None
        names.append(item.text(0))
        below = [item.child(at) for at in range(item.childCount())]
        names += [f"  {child.text(0)}" for child in below if isinstance(child, QTreeWidgetItem)]
    return names


def choose(dialog: BodiesDialog, name: str) -> None:
    (item,) = dialog.bodies.findItems(
        name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive, 0
    )
    dialog.bodies.setCurrentItem(item)


def in_form(kind: type[QDialog], run: Callable[[QDialog], None]) -> None:
    def begin() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, kind)
        run(form)

    QTimer.singleShot(0, begin)


def save(form: QDialog) -> None:
    (buttons,) = form.findChildren(QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Save).click()


def kept(database: Database, name: str) -> BodyLine:
    return next(one for one in body_lines(database, TODAY) if one.draft.name == name)


def test_a_new_forum_stands_below_its_council(dialog: BodiesDialog, database: Database) -> None:
    choose(dialog, "KKR Sjælland")

    def fill(form: QDialog) -> None:
        assert isinstance(form, BodyForm)
        assert form.above.currentText() == "KKR Sjælland"
        save(form)
        assert "Navn" in form.problem.text()
        form.name.setText("Fagdirektørforum for sundhed")
        form.seats.setValue(17)
        save(form)

    in_form(BodyForm, fill)
    dialog.new_body.click()
    assert "  Fagdirektørforum for sundhed" in shown(dialog)
    assert kept(database, "Fagdirektørforum for sundhed").draft.seats == 17


def test_what_is_changed_keeps_what_is_not(dialog: BodiesDialog, database: Database) -> None:
    before = kept(database, "KKR Midtjylland").draft
    choose(dialog, "KKR Midtjylland")

    def fill(form: QDialog) -> None:
        assert isinstance(form, BodyForm)
        form.seats.setValue(40)
        save(form)

    in_form(BodyForm, fill)
    dialog.edit_body.click()
    after = kept(database, "KKR Midtjylland").draft
    assert (after.name, after.kind, after.valid_from) == (
        before.name,
        before.kind,
        before.valid_from,
    )
    assert (before.seats, after.seats) == (38, 40)


def test_a_council_is_closed_with_a_successor_and_let_go_on_again(
    dialog: BodiesDialog, database: Database
) -> None:
    choose(dialog, "KKR Sjælland")

    def fill(form: QDialog) -> None:
        assert isinstance(form, CloseForm)
        assert "Kommunaldirektørkreds K17" in form.told.text()
        form.last_day.setDate(QDate.currentDate().addDays(-1))
        form.successor.setCurrentIndex(form.successor.findText("KKR Hovedstaden"))
        save(form)

    in_form(CloseForm, fill)
    dialog.close_it.click()
    assert "KKR Sjælland" not in shown(dialog)
    dialog.show_closed.setChecked(True)
    assert "KKR Sjælland" in shown(dialog)
    line = kept(database, "KKR Sjælland")
    assert (line.last_day, line.successor_name) == (TODAY - timedelta(days=1), "KKR Hovedstaden")
    choose(dialog, "KKR Sjælland")
    assert not dialog.close_it.isEnabled()
    dialog.reopen.click()
    assert kept(database, "KKR Sjælland").last_day is None


def test_a_new_election_term_follows_the_last_one(dialog: BodiesDialog) -> None:
    def fill(form: QDialog) -> None:
        assert isinstance(form, TermForm)
        assert (form.name.text(), form.starts_on.date()) == ("2030–2034", QDate(2030, 1, 1))
        form.ends_on.setDate(QDate(2029, 1, 1))
        save(form)
        assert form.problem.isVisible()
        form.ends_on.setDate(QDate(2033, 12, 31))
        save(form)

    in_form(TermForm, fill)
    dialog.new_term.click()
    assert [
        item.text(0)
        for place in range(dialog.terms.topLevelItemCount())
        if (item := dialog.terms.topLevelItem(place)) is not None
    ] == ["2030–2034", "2026–2030"]


def test_a_closed_council_leaves_the_list_and_is_still_in_reach(
    demo: Database, qtbot: QtBot, tmp_path: Path
) -> None:
    window = MainWindow(demo, WindowMemory(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.show()
    listed = window.chooser.body_list
    closed = body_named(demo, "Sjælland").id
    assert listed.findData(closed) >= 0

    def close(dialog: QDialog) -> None:
        assert isinstance(dialog, BodiesDialog)
        choose(dialog, "KKR Sjælland")

        def fill(form: QDialog) -> None:
            assert isinstance(form, CloseForm)
            form.last_day.setDate(QDate.currentDate().addDays(-1))
            save(form)

        in_form(CloseForm, fill)
        dialog.close_it.click()
        assert listed.findData(closed) < 0
        dialog.show_closed.setChecked(True)
        choose(dialog, "KKR Sjælland")
        dialog.show_it.click()

    in_form(BodiesDialog, close)
    menu = window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if "election" in action.text()).trigger()
    assert window.workspace.selection.body_id == closed
    assert listed.currentText() == "KKR Sjælland (closed)"
    window.chooser.open_body(body_named(demo, "Hovedstaden").id)
    assert listed.findData(closed) < 0
    window.close()
