"""The board shows where each item is; items are moved by drag and by keys."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QMimeData, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QDropEvent, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.item_work import WorkStatus
from kkr_desktop.services.item_work import WorkDraft, board_items, comments_on, save_work
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.board.deadline_dialog import DeadlineDialog
from kkr_desktop.ui.board.dialog import BoardDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.workspace import Workspace
from tests.ui.system_programs import system_programs
from tests.ui.test_accessibility_check import meeting_of

YESTERDAY = date.today() - timedelta(days=1)  # noqa: DTZ011


@pytest.fixture
def board(demo_workspace: Workspace, qtbot: QtBot) -> BoardDialog:
    database, meeting_id = demo_workspace.database, meeting_of(demo_workspace)
    item = board_items(database, meeting_id)[4]
    save_work(database, item.item_id, WorkDraft("Bo Ærø", "bo@eksempel.dk", due_on=YESTERDAY))
    dialog = BoardDialog(demo_workspace, meeting_id)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def status_of(workspace: Workspace, item_id: int) -> WorkStatus:
    rows = board_items(workspace.database, meeting_of(workspace))
    return next(row.work.status for row in rows if row.item_id == item_id)


def test_an_item_is_dropped_on_another_column_and_the_drop_is_undone(
    board: BoardDialog, demo_workspace: Workspace
) -> None:
    cards = board.columns[WorkStatus.ORDERED].cards
    cards.setCurrentRow(4)
    item_id = cards.item_id()
    assert item_id is not None
    target = board.columns[WorkStatus.IN_REVIEW].cards
    carried = cards.mimeData([cards.item(4)])
    assert isinstance(carried, QMimeData)
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target.dropEvent(drop)
    assert status_of(demo_workspace, item_id) is WorkStatus.IN_REVIEW
    assert target.count() == 1
    board.undo_stack.undo()
    assert status_of(demo_workspace, item_id) is WorkStatus.ORDERED
    assert target.count() == 0


def test_an_item_is_moved_with_the_keys_and_stays_chosen(
    board: BoardDialog, demo_workspace: Workspace, qtbot: QtBot
) -> None:
    cards = board.columns[WorkStatus.ORDERED].cards
    cards.setCurrentRow(4)
    item_id = cards.item_id()
    assert item_id is not None
    qtbot.keyClick(cards, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    received = board.columns[WorkStatus.RECEIVED].cards
    assert received.item_id() == item_id
    qtbot.keyClick(received, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(cards, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert status_of(demo_workspace, item_id) is WorkStatus.ORDERED


def test_what_is_late_says_so_and_is_asked_for(
    board: BoardDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    cards = board.columns[WorkStatus.ORDERED].cards
    late = cards.item(4)
    assert "1 " in late.text().splitlines()[-1]
    assert not late.icon().isNull()
    cards.setCurrentRow(4)
    board.copy_button.click()
    assert "Kære Bo Ærø" in QGuiApplication.clipboard().text()
    with system_programs() as programs, qtbot.waitSignal(programs.opened) as opened:
        board.write_drafts(tmp_path)
    assert opened.args == [str(tmp_path / "Rykker - Bo Ærø.eml")]


def test_all_items_get_one_deadline_and_undo_takes_it_from_those_again(
    board: BoardDialog, demo_workspace: Workspace
) -> None:
    database, meeting_id = demo_workspace.database, meeting_of(demo_workspace)
    asked: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, DeadlineDialog):
            asked.append(dialog.findChildren(PlainLabel)[0].text())
            dialog.due.setDate(QDate(2026, 12, 4))
            (buttons,) = dialog.findChildren(QDialogButtonBox)
            buttons.button(QDialogButtonBox.StandardButton.Save).click()
        else:
            QTimer.singleShot(20, answer)

    before = {row.item_id: row.work.due_on for row in board_items(database, meeting_id)}
    QTimer.singleShot(0, answer)
    board.deadline_button.click()
    rows = board_items(database, meeting_id)
    assert asked
    assert all(row.work.due_on is not None for row in rows if row.needs_author)
    assert date(2026, 12, 4) in {row.work.due_on for row in rows}
    assert YESTERDAY in {row.work.due_on for row in rows}
    assert not board.deadline_button.isEnabled()
    board.undo_stack.undo()
    rows = board_items(database, meeting_id)
    assert {row.item_id: row.work.due_on for row in rows} == before
    assert board.deadline_button.isEnabled()


def test_a_card_has_room_for_all_its_lines_also_beside_an_icon(
    board: BoardDialog, demo_workspace: Workspace
) -> None:
    item = board_items(demo_workspace.database, meeting_of(demo_workspace))[4]
    long = "Bo Ærø, Social- og sundhedssekretariatet i Region Hovedstadens kommuner"
    work = replace(item.work, owner=long, whereabouts="Hos direktørkredsen til kommentering")
    save_work(demo_workspace.database, item.item_id, work)
    for width in (1100, 1500):
        board.resize(width, 700)
        board.reload()
        cards = board.columns[WorkStatus.ORDERED].cards
        card = cards.item(4)
        assert not card.icon().isNull()
        place = cards.visualItemRect(card)
        room = QRect(0, 0, place.width() - cards.iconSize().width(), 0)
        metrics = QFontMetrics(cards.font())
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, card.text())
        assert place.height() >= needed.height()
        assert place.width() <= cards.viewport().width()


def test_the_details_save_themselves_and_comments_are_ticked_off(
    board: BoardDialog, demo_workspace: Workspace, qtbot: QtBot
) -> None:
    cards = board.columns[WorkStatus.ORDERED].cards
    cards.setCurrentRow(5)
    item_id = cards.item_id()
    assert item_id is not None
    board.details.owner.clear()
    qtbot.keyClicks(board.details.owner, "Ida Å")
    board.put(item_id, WorkStatus.READY)
    qtbot.keyClicks(board.details.whereabouts, "K-forum")
    board.details.author.setText("Formanden")
    qtbot.keyClicks(board.details.new_comment, "Husk bilaget")
    board.details.add_button.click()
    board.details.comments.item(0).setCheckState(Qt.CheckState.Checked)
    board.close()
    rows = board_items(demo_workspace.database, meeting_of(demo_workspace))
    work = next(row.work for row in rows if row.item_id == item_id)
    assert (work.owner, work.status, work.whereabouts) == ("Ida Å", WorkStatus.READY, "K-forum")
    (comment,) = comments_on(demo_workspace.database, item_id)
    assert (comment.author, comment.text, comment.is_resolved) == (
        "Formanden",
        "Husk bilaget",
        True,
    )


def test_the_agenda_tab_opens_the_board_and_the_board_an_item(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    tab = AgendaTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    wanted = tab.model.items_in_order()[6].id

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, BoardDialog):
            dialog.columns[WorkStatus.ORDERED].cards.setCurrentRow(6)
            dialog.details.open_button.click()
        else:
            QTimer.singleShot(20, choose)

    QTimer.singleShot(0, choose)
    tab.board_action.trigger()
    assert tab.editor.item_id == wanted
