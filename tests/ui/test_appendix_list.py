"""The secretary orders, moves, looks at and takes back appendices where they stand."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QDialog, QInputDialog
from pytestqt.qtbot import QtBot

from kkr_desktop.services.agenda_outline import read_item
from kkr_desktop.ui.agenda.appendix_delegate import FACTS, PICTURE
from kkr_desktop.ui.agenda.appendix_rows import AppendixRows
from kkr_desktop.ui.agenda.earlier_files_dialog import EarlierFilesDialog
from kkr_desktop.ui.agenda.outline_tree import OutlineTree
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.workspace import Workspace
from tests import appendix_files

LONG = 60_000


def with_appendices(
    workspace: Workspace, qtbot: QtBot, folder: Path, names: tuple[str, ...]
) -> AgendaTab:
    tab = AgendaTab(workspace)
    qtbot.addWidget(tab)
    tab.resize(1400, 900)
    tab.show()
    paths: list[Path] = []
    for name in names:
        (folder / f"{name}.pdf").write_bytes(appendix_files.saying(name))
        paths.append(folder / f"{name}.pdf")
    if paths:
        with qtbot.waitSignal(tab.editor.appendices.adding.ended, timeout=LONG):
            tab.editor.appendices.add_files(paths)
    return tab


def titles(workspace: Workspace, item_id: int | None) -> list[str]:
    assert item_id is not None
    return [row.title for row in read_item(workspace.database, item_id).appendices]


def dropped_at(place: QPoint, carried: QMimeData) -> QDropEvent:
    return QDropEvent(
        QPointF(place),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def dragged_over(place: QPoint, carried: QMimeData) -> QDragMoveEvent:
    return QDragMoveEvent(
        place,
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def row_place(rows: AppendixRows, row: int, *, below: bool) -> QPoint:
    place = rows.visualItemRect(rows.item(row))
    return QPoint(20, place.bottom() - 2 if below else place.top() + 2)


def item_place(tree: OutlineTree, item_id: int) -> QPoint:
    return tree.visualRect(tree.outline.index_of_item(item_id)).center()


def test_appendices_are_dragged_into_another_order_and_undo_takes_it_back(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = with_appendices(demo_workspace, qtbot, tmp_path, ("Et", "To", "Tre"))
    rows, item_id = tab.editor.appendices.list, tab.editor.item_id
    carried = rows.mimeData([rows.item(0)])
    rows.dropEvent(dropped_at(row_place(rows, 2, below=True), carried))
    assert titles(demo_workspace, item_id) == ["To", "Tre", "Et"]
    assert rows.item(rows.currentRow()).text() == "Et"
    carried = rows.mimeData([rows.item(1)])
    rows.dropEvent(dropped_at(row_place(rows, 0, below=False), carried))
    assert titles(demo_workspace, item_id) == ["Tre", "To", "Et"]
    tab.undo_stack.undo()
    tab.undo_stack.undo()
    assert titles(demo_workspace, item_id) == ["Et", "To", "Tre"]
    tab.undo_stack.redo()
    assert titles(demo_workspace, item_id) == ["To", "Tre", "Et"]
    rows.setCurrentRow(2)
    tab.editor.appendices.up_action.trigger()
    assert titles(demo_workspace, item_id) == ["To", "Et", "Tre"]


def test_appendices_bear_their_numbers_and_follow_their_item(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = with_appendices(demo_workspace, qtbot, tmp_path, ("Et", "To"))
    rows = tab.editor.appendices.list
    assert str(rows.item(1).data(FACTS)).startswith("Bilag 1.1.2 · 1 page")
    tab.down_action.trigger()
    assert str(rows.item(1).data(FACTS)).startswith("Bilag 1.2.2 · 1 page")


def test_what_is_to_know_of_the_chosen_appendix_is_read_without_a_mouse(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = with_appendices(demo_workspace, qtbot, tmp_path, ("Et",))
    listed = tab.editor.appendices
    whole = appendix_files.pdf(pages=30)
    (tmp_path / "Afkortet.pdf").write_bytes(whole[: whole.rindex(b"startxref")])
    with qtbot.waitSignal(listed.adding.ended, timeout=LONG):
        listed.add_files([tmp_path / "Afkortet.pdf"])
    listed.list.setCurrentRow(1)
    assert "Filen var beskadiget og er repareret." in listed.notes.text()
    listed.list.setCurrentRow(0)
    assert "repareret" not in listed.notes.text()


def test_an_appendix_is_dragged_to_another_item_and_back_with_undo(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = with_appendices(demo_workspace, qtbot, tmp_path, ("Et", "To"))
    rows, item_id = tab.editor.appendices.list, tab.editor.item_id
    other = tab.model.items_in_order()[1].id
    carried = rows.mimeData([rows.item(0)])
    place = item_place(tab.tree, other)
    over = dragged_over(place, carried)
    tab.tree.dragMoveEvent(over)
    assert over.isAccepted()
    tab.tree.dropEvent(dropped_at(place, carried))
    assert titles(demo_workspace, item_id) == ["To"]
    assert titles(demo_workspace, other)[-1] == "Et"
    tab.undo_stack.undo()
    assert titles(demo_workspace, item_id) == ["Et", "To"]
    assert "Et" not in titles(demo_workspace, other)
    section = tab.tree.visualRect(tab.model.index_of_section(tab.model.sections[0].id)).center()
    over = dragged_over(section, carried)
    tab.tree.dragMoveEvent(over)
    assert not over.isAccepted()


def test_an_appendix_is_moved_to_another_item_by_keys(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = with_appendices(demo_workspace, qtbot, tmp_path, ("Et", "To"))
    listed, item_id = tab.editor.appendices, tab.editor.item_id
    other = next(row for row in tab.model.items_in_order() if row.number == "4.5")

    def choose(_parent: object, _title: str, _question: str, words: list[str], *_more: object):  # noqa: ANN202
        assert not any(word.startswith("1.1 ") for word in words)
        return next(word for word in words if word.startswith("4.5 ")), True

    monkeypatch.setattr(QInputDialog, "getItem", choose)
    listed.list.setCurrentRow(1)
    listed.list.setFocus()
    qtbot.keyClick(listed.list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert titles(demo_workspace, item_id) == ["Et"]
    assert titles(demo_workspace, other.id) == ["To"]


def test_files_are_dropped_on_an_item_of_the_tree(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = with_appendices(demo_workspace, qtbot, tmp_path, ())
    other = tab.model.items_in_order()[1].id
    before = titles(demo_workspace, other)
    (tmp_path / "Høringssvar.pdf").write_bytes(appendix_files.pdf())
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "Høringssvar.pdf"))])
    over = dragged_over(item_place(tab.tree, other), carried)
    drop = dropped_at(item_place(tab.tree, other), carried)
    with qtbot.waitSignal(tab.editor.appendices.adding.ended, timeout=LONG):
        tab.tree.dragMoveEvent(over)
        tab.tree.dropEvent(drop)
    assert titles(demo_workspace, other) == [*before, "Høringssvar"]
    # A file manager would delete what it was told is moved.
    assert over.dropAction() is drop.dropAction() is Qt.DropAction.CopyAction


def test_where_files_come_is_shown_when_they_are_dropped_on_another_item(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = with_appendices(demo_workspace, qtbot, tmp_path, ())
    other = next(row.id for row in tab.model.items_in_order() if row.number == "4.2")
    (tmp_path / "Høringssvar.pdf").write_bytes(appendix_files.pdf())
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "Høringssvar.pdf"))])
    with qtbot.waitSignal(tab.editor.appendices.adding.ended, timeout=LONG):
        tab.tree.dropEvent(dropped_at(item_place(tab.tree, other), carried))
    assert tab.editor.item_id == other
    assert not tab.editor.appendices.visibleRegion().isEmpty()


def test_first_pages_are_shown_and_the_pages_open_in_a_window(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = with_appendices(demo_workspace, qtbot, tmp_path, ("Kort over Ærø",))
    listed = tab.editor.appendices

    def is_drawn() -> bool:
        picture = listed.list.item(0).data(PICTURE)
        return isinstance(picture, QImage) and not picture.isNull()

    qtbot.waitUntil(is_drawn, timeout=LONG)
    assert tab.grab().width() > 0
    listed.list.setCurrentRow(0)
    listed.view_action.trigger()
    qtbot.waitUntil(lambda: bool(listed.viewing.windows), timeout=LONG)
    (window,) = listed.viewing.windows
    qtbot.waitUntil(window.print_action.isEnabled, timeout=LONG)
    assert window.path.name == "Kort over Ærø.pdf"
    assert window.viewer.pages.page_count == 1
    window.reject()
    assert listed.viewing.windows == []
    assert not window.path.exists()


def test_an_earlier_file_is_reached_saved_and_used_again(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = with_appendices(demo_workspace, qtbot, tmp_path, ("Notat",))
    listed, item_id = tab.editor.appendices, tab.editor.item_id
    assert item_id is not None
    first = (tmp_path / "Notat.pdf").read_bytes()
    (tmp_path / "Nyt.pdf").write_bytes(appendix_files.pdf(pages=4))
    listed.list.setCurrentRow(0)
    with qtbot.waitSignal(listed.adding.ended, timeout=LONG):
        listed.replace_chosen(tmp_path / "Nyt.pdf")
    saved = tmp_path / "gemt.pdf"

    def leave_closed(_path: Path) -> None:
        pass

    monkeypatch.setattr("kkr_desktop.ui.agenda.earlier_files_dialog.open_folder", leave_closed)

    def use_first(dialog: EarlierFilesDialog) -> int:
        assert "Nyt.pdf · 4 page(s)" in dialog.list.item(0).text()
        assert not dialog.use_button.isEnabled()
        dialog.list.setCurrentRow(1)
        dialog.save_to(saved)
        qtbot.waitUntil(saved.exists, timeout=LONG)
        dialog.use_button.click()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(EarlierFilesDialog, "exec", use_first)
    listed.earlier_action.trigger()
    assert saved.read_bytes() == first
    (row,) = read_item(demo_workspace.database, item_id).appendices
    assert (row.title, row.pages, row.original_name) == ("Notat", 1, "Notat.pdf")


def test_an_appendix_that_was_removed_comes_back_with_undo(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = with_appendices(demo_workspace, qtbot, tmp_path, ("Et", "To"))
    listed, item_id = tab.editor.appendices, tab.editor.item_id
    listed.list.setCurrentRow(0)
    listed.remove_action.trigger()
    assert titles(demo_workspace, item_id) == ["To"]
    tab.undo_stack.undo()
    assert titles(demo_workspace, item_id) == ["Et", "To"]
