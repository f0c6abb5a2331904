"""A phrase is two keys away, and the secretariat keeps its own."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.services.minute_taking import MinutesItem, minutes_outline
from kkr_desktop.services.phrases import (
    PhraseRow,
    move_phrase,
    phrase_rows,
    phrases_for,
    remove_phrase,
    save_phrase,
)
from kkr_desktop.ui.minutes.decision_editor import DecisionEditor
from kkr_desktop.ui.minutes.phrase_dialog import PhraseDialog
from kkr_desktop.ui.workspace import Workspace


def item_of(workspace: Workspace, kind: ItemKind) -> MinutesItem:
    meeting_id = workspace.selection.meeting_id
    assert meeting_id is not None
    items = minutes_outline(workspace.database, meeting_id).items
    return next(item for item in items if item.kind is kind)


def test_places_are_filled_from_the_register_and_the_calendar(demo_workspace: Workspace) -> None:
    approval = item_of(demo_workspace, ItemKind.APPROVAL)
    phrases = phrases_for(demo_workspace.database, approval.id)
    assert "Referatet fra mødet den 4. september 2026 blev godkendt." in phrases
    decision = item_of(demo_workspace, ItemKind.DECISION)
    assert phrases_for(demo_workspace.database, decision.id)[0] == (
        "KKR Hovedstaden tiltrådte indstillingen."
    )


def test_own_phrases_come_where_they_are_put(demo_workspace: Workspace) -> None:
    database = demo_workspace.database
    own = save_phrase(database, PhraseRow(0, ItemKind.DECISION, " {KKR} tiltrådte  {sag}. ")).value
    assert phrase_rows(database, ItemKind.DECISION)[-1] == own
    first = move_phrase(database, own, 0).value
    item = item_of(demo_workspace, ItemKind.DECISION)
    assert phrases_for(database, item.id)[0] == f"KKR Hovedstaden tiltrådte {item.title}."
    with pytest.raises(ChangedElsewhere):
        save_phrase(database, own)
    with pytest.raises(InvalidValue):
        save_phrase(database, PhraseRow(0, None, "  "))
    remove_phrase(database, first)
    assert first.id not in [row.id for row in phrase_rows(database, ItemKind.DECISION)]


def test_two_keys_put_a_phrase_in_and_mark_what_is_to_be_filled(
    qtbot: QtBot, demo_workspace: Workspace
) -> None:
    editor = DecisionEditor(demo_workspace)
    qtbot.addWidget(editor)
    editor.resize(700, 800)
    editor.show()
    item = item_of(demo_workspace, ItemKind.DECISION)
    assert demo_workspace.selection.meeting_id is not None
    assert editor.show_item(demo_workspace.selection.meeting_id, item, can_edit=True)
    surface = editor.text.text_edit
    editor.activateWindow()
    editor.text.setFocus()
    qtbot.waitUntil(surface.hasFocus)
    qtbot.keyClick(surface, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    choices = editor.window().focusWidget()
    assert choices is not None
    qtbot.keyClick(choices, Qt.Key.Key_3)
    assert surface.toPlainText() == (
        "KKR Hovedstaden tiltrådte indstillingen med den bemærkning, at {bemærkning}."
    )
    assert surface.textCursor().selectedText() == "{bemærkning}"
    qtbot.keyClicks(surface, "det haster")
    assert surface.toPlainText().endswith("at det haster.")


def test_the_dialog_adds_changes_orders_and_removes(
    qtbot: QtBot, demo_workspace: Workspace
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PhraseDialog(demo_workspace, None, parent)
    dialog.show()
    database = demo_workspace.database
    before = phrase_rows(database, None)
    assert dialog.list.count() == len(before)
    dialog.add.click()
    dialog.list.currentItem().setText("Intet at bemærke.")
    assert phrase_rows(database, None)[-1].text == "Intet at bemærke."
    dialog.up.click()
    assert phrase_rows(database, None)[-2].text == "Intet at bemærke."
    dialog.list.currentItem().setText("")
    assert dialog.problem.isVisible()
    assert dialog.list.currentItem().text() == "Intet at bemærke."
    dialog.remove.click()
    assert [row.text for row in phrase_rows(database, None)] == [row.text for row in before]
    dialog.kinds.setCurrentIndex(dialog.kinds.findData(ItemKind.APPROVAL))
    assert dialog.list.item(0).text() == "Dagsordenen blev godkendt."
