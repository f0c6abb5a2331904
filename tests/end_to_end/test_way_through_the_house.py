"""From a member and a meeting to a printed agenda and minutes, in the real window."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.bodies import PostKind
from kkr_desktop.model.richtext import Cell, Paragraph, Run, Table, rich_text
from kkr_desktop.services.agenda_content import agenda_content, export_agenda
from kkr_desktop.services.minutes_content import export_minutes
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import open_database
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.calendar.meeting_dialog import MeetingDialog
from kkr_desktop.ui.calendar.tab import CalendarTab
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.members.member_dialog import MemberDialog
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.minutes.tab import MinutesTab
from kkr_desktop.ui.window_memory import WindowMemory
from tests.pdf_reading import bookmarks_of, words_of

MEMBERS, CALENDAR, AGENDA, MINUTES = range(4)
HELD_ON = date.today() + timedelta(days=30)  # noqa: DTZ011
NASTY = '<b>Ærø</b> & "Øst" <img src=x> 100 % {KKR} 🚌'

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def window(qtbot: QtBot, data_folder: DataFolder) -> Iterator[MainWindow]:
    window = open_window(qtbot, data_folder)
    yield window
    shut(window)


def open_window(qtbot: QtBot, folder: DataFolder) -> MainWindow:
    window = MainWindow(open_database(folder), WindowMemory(folder.path / "window.ini"))
    window.resize(1400, 900)
    qtbot.addWidget(window)
    window.show()
    return window


def shut(window: MainWindow) -> None:
    window.close()
    window.workspace.database.close()


def tab(window: MainWindow, index: int, kind: type[W]) -> W:
    window.tabs.setCurrentIndex(index)
    found = [child for child in window.findChildren(QWidget) if isinstance(child, kind)]
    assert len(found) == 1
    return found[0]


def in_dialog(kind: type[D], fill: Callable[[D], None]) -> None:
    """Fill the dialog that opens next, as soon as it runs."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        fill(dialog)
        for box in dialog.findChildren(QDialogButtonBox):
            box.button(QDialogButtonBox.StandardButton.Save).click()

    QTimer.singleShot(0, run)


def add_member(window: MainWindow) -> None:
    members = tab(window, MEMBERS, MembersTab)

    def fill(dialog: MemberDialog) -> None:
        dialog.given_name.setText("Åse")
        dialog.family_name.setText("Ærøskøbing-Østergård")
        dialog.kind.setCurrentIndex(dialog.kind.findData(PostKind.EX_OFFICIO))
        dialog.municipality.setCurrentIndex(1)
        dialog.party.setCurrentIndex(1)
        dialog.email.setText("aase@eksempel.dk")

    in_dialog(MemberDialog, fill)
    members.add_action.trigger()
    assert [members.model.row_at(n).name for n in range(members.model.rowCount())] == [
        "Åse Ærøskøbing-Østergård"
    ]


def plan_meeting(window: MainWindow) -> None:
    calendar = tab(window, CALENDAR, CalendarTab)

    def fill(dialog: MeetingDialog) -> None:
        dialog.held_on.setDate(QDate(HELD_ON.year, HELD_ON.month, HELD_ON.day))
        dialog.place.setText("Rådhuset på Ærø")

    in_dialog(MeetingDialog, fill)
    calendar.plan_action.trigger()
    assert window.workspace.selection.meeting_id is not None


def write_items(window: MainWindow, qtbot: QtBot) -> list[str]:
    agenda = tab(window, AGENDA, AgendaTab)
    agenda.begin()
    section = agenda.model.index(4, 0)
    agenda.tree.setCurrentIndex(section)
    titles = ["Første sag om å og ø", "Anden sag", NASTY]
    for title in titles:
        agenda.add_item_action.trigger()
        agenda.editor.title.setText(title)
        agenda.editor.title.textEdited.emit(title)
        editor = agenda.editor.parts[PartType.RECOMMENDATION]
        editor.setFocus()
        qtbot.keyClicks(editor.text_edit, f"Det indstilles nr {len(title)}")
    table = Table(
        (
            tuple(Cell((Paragraph((Run(word),)),)) for word in ("Kommune", "Beløb")),
            tuple(Cell((Paragraph((Run(word),)),)) for word in ("Læsø", "1.250")),
        )
    )
    case = agenda.editor.parts[PartType.CASE_PRESENTATION]
    case.text_edit.insert_rich_text(rich_text([Paragraph((Run("Brødtekst æøå"),)), table]))
    assert window.workspace.saves.flush()
    return titles


def test_a_secretary_gets_from_members_to_minutes_and_finds_all_again(
    window: MainWindow, qtbot: QtBot, data_folder: DataFolder, tmp_path: Path
) -> None:
    add_member(window)
    plan_meeting(window)
    titles = write_items(window, qtbot)

    agenda = tab(window, AGENDA, AgendaTab)
    before = [item.number for item in agenda.model.items_in_order() if item.title in titles]
    assert before == ["5.1", "5.2", "5.3"]
    agenda.up_action.trigger()
    agenda.up_action.trigger()
    order = [item.title for item in agenda.model.items_in_order() if item.title in titles]
    assert order == [titles[2], titles[0], titles[1]]
    agenda.undo_stack.undo()
    order = [item.title for item in agenda.model.items_in_order() if item.title in titles]
    assert order == [titles[0], titles[2], titles[1]]

    database = window.workspace.database
    meeting_id = window.workspace.selection.meeting_id
    assert meeting_id is not None
    target = tmp_path / "dagsorden.pdf"
    export_agenda(database, meeting_id, target)
    pdf = target.read_bytes()
    words = words_of(pdf)
    for wanted in ("Brødtekst æøå", "Læsø", "1.250", "Rådhuset på Ærø", *titles[:2]):
        assert wanted in words
    assert f"5.2 {NASTY}" in bookmarks_of(pdf)

    minutes = tab(window, MINUTES, MinutesTab)
    minutes.attendance.mark_everybody()
    place = next(
        row for row in range(minutes.items.count()) if NASTY in minutes.items.item(row).text()
    )
    minutes.items.setCurrentRow(place)
    minutes.decision.use_phrase(0)
    phrase = minutes.decision.text.rich_text().plain_text()
    assert phrase.startswith("KKR ")
    assert window.workspace.saves.flush()
    target = tmp_path / "referat.pdf"
    export_minutes(database, meeting_id, target)
    words = words_of(target.read_bytes())
    assert phrase in words
    assert "Åse Ærøskøbing-Østergård" in words

    shut(window)
    again = open_window(qtbot, data_folder)
    assert again.workspace.selection.meeting_id == meeting_id
    assert again.tabs.currentIndex() == MINUTES
    assert tab(again, MEMBERS, MembersTab).model.rowCount() == 1
    agenda = tab(again, AGENDA, AgendaTab)
    assert [i.title for i in agenda.model.items_in_order() if i.title in titles] == order
    item = next(i for i in agenda.model.items_in_order() if i.title == NASTY)
    agenda.tree.setCurrentIndex(agenda.model.index_of_item(item.id))
    case = agenda.editor.parts[PartType.CASE_PRESENTATION].rich_text()
    assert "Brødtekst æøå" in case.plain_text()
    assert isinstance(case.blocks[1], Table)
    shut(again)


def test_what_is_typed_is_on_disk_within_a_second_without_any_save(
    window: MainWindow, qtbot: QtBot, data_folder: DataFolder
) -> None:
    plan_meeting(window)
    write_items(window, qtbot)
    agenda = tab(window, AGENDA, AgendaTab)
    editor = agenda.editor.parts[PartType.RECOMMENDATION]
    qtbot.keyClicks(editor.text_edit, " og dette mistes ikke")
    qtbot.waitUntil(lambda: not window.workspace.saves.is_waiting, timeout=5000)
    other = open_database(data_folder)
    meeting_id = window.workspace.selection.meeting_id
    assert meeting_id is not None
    texts = [
        part.text.plain_text()
        for section in agenda_content(other, meeting_id).sections
        for item in section.items
        for part in item.parts
    ]
    other.close()
    assert any("og dette mistes ikke" in text for text in texts)


def test_keys_reach_every_tab(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitExposed(window):
        window.activateWindow()
    for key, index in ((Qt.Key.Key_3, 2), (Qt.Key.Key_1, 0), (Qt.Key.Key_4, 3), (Qt.Key.Key_2, 1)):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        assert window.tabs.currentIndex() == index
