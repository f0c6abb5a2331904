"""Labels and place cards, as they are made in the members tab."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from pathlib import Path

from pytestqt.qtbot import QtBot

from kkr_desktop.documents.label_content import CardSize, LabelSize
from kkr_desktop.services.planning import body_named
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.workspace import Workspace
from tests.pdf_reading import words_of
from tests.ui.system_programs import system_programs


def test_labels_are_shown_chosen_and_saved(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    dialog = tab.lists.labels_dialog()
    assert dialog is not None
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.preview.page_count == 3, timeout=20_000)
    assert "58" in dialog.note.text()
    assert dialog.save_button.isDefault()
    dialog.size_list.setCurrentIndex(dialog.size_list.findData(LabelSize.TWO_BY_FIVE))
    assert dialog.first.maximum() == 10
    dialog.first.setValue(4)
    qtbot.waitUntil(lambda: dialog.preview.page_count == 7, timeout=20_000)
    with system_programs() as programs, qtbot.waitSignal(programs.opened, timeout=20_000) as opened:
        dialog.save_to(tmp_path / "Labels")
    assert opened.args == [str(tmp_path / "Labels.pdf")]
    assert tab.model.row_at(0).name in words_of((tmp_path / "Labels.pdf").read_bytes())
    dialog.only_on_paper.setChecked(True)
    qtbot.waitUntil(lambda: dialog.preview.page_count == 1, timeout=20_000)


def test_place_cards_are_for_the_meeting_that_is_chosen(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    dialog = tab.lists.cards_dialog()
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert dialog.meeting_list.currentData() == demo_workspace.selection.meeting_id
    qtbot.waitUntil(lambda: dialog.preview.page_count == 58, timeout=20_000)
    dialog.others.setPlainText("Ida Ø, direktør\n\nKai Å")
    qtbot.waitUntil(lambda: dialog.preview.page_count == 60, timeout=20_000)
    dialog.size_list.setCurrentIndex(dialog.size_list.findData(CardSize.SMALL))
    qtbot.waitUntil(lambda: dialog.preview.page_count == 30, timeout=20_000)
    path = tmp_path / "Bordkort.pdf"
    with system_programs() as programs, qtbot.waitSignal(programs.opened, timeout=20_000):
        dialog.save_to(path)
    assert "Ida Ø direktør" in words_of(path.read_bytes())


def test_without_a_meeting_there_are_no_place_cards(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.selection.choose(body_named(workspace.database, "Nordjylland").id, None)
    tab = MembersTab(workspace)
    qtbot.addWidget(tab)
    tab.lists.aboutToShow.emit()
    assert not tab.lists.cards_action.isEnabled()
    assert not tab.lists.labels_action.isEnabled()
    assert tab.lists.cards_dialog() is None
