"""The secretary sees what a recommendation leads to, and takes it over with one key."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.minutes_terms import Outcome
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.agenda_outline import read_item
from kkr_desktop.services.drafting import save_part
from kkr_desktop.services.minute_taking import (
    DecisionDraft,
    MinutesItem,
    minutes_outline,
    read_decision,
    save_decision,
)
from kkr_desktop.ui.minutes.decision_editor import DecisionEditor
from kkr_desktop.ui.workspace import Workspace


@pytest.fixture
def editor(qtbot: QtBot, demo_workspace: Workspace) -> DecisionEditor:
    editor = DecisionEditor(demo_workspace)
    qtbot.addWidget(editor)
    editor.resize(700, 800)
    editor.show()
    return editor


def show(editor: DecisionEditor, workspace: Workspace, item: MinutesItem, *, can_edit: bool) -> int:
    meeting_id = workspace.selection.meeting_id
    assert meeting_id is not None
    assert editor.show_item(meeting_id, item, can_edit=can_edit)
    return meeting_id


def first_item(workspace: Workspace) -> MinutesItem:
    assert workspace.selection.meeting_id is not None
    return minutes_outline(workspace.database, workspace.selection.meeting_id).items[0]


def test_a_proposal_is_seen_taken_with_one_key_and_can_be_undone(
    qtbot: QtBot, editor: DecisionEditor, demo_workspace: Workspace
) -> None:
    item = first_item(demo_workspace)
    meeting_id = show(editor, demo_workspace, item, can_edit=True)
    assert editor.proposal.isVisible()
    assert editor.proposal.text.rich_text() == from_plain_text(
        "KKR Hovedstaden godkendte dagsordenen."
    )
    editor.flush()
    assert read_decision(demo_workspace.database, meeting_id, item.id).decision.text.is_empty

    editor.activateWindow()
    editor.text.setFocus()
    qtbot.waitUntil(editor.text.text_edit.hasFocus)
    qtbot.keyClick(editor.text.text_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.text.rich_text() == editor.proposal.text.rich_text()
    assert not editor.proposal.isVisible()
    assert editor.flush()
    decision = read_decision(demo_workspace.database, meeting_id, item.id).decision
    assert decision.text.plain_text() == "KKR Hovedstaden godkendte dagsordenen."

    editor.text.text_edit.undo()
    assert editor.text.rich_text().is_empty
    assert editor.proposal.isVisible()


def test_the_reasons_to_look_again_stand_under_the_proposal(
    editor: DecisionEditor, demo_workspace: Workspace
) -> None:
    item = first_item(demo_workspace)
    words = "Det indstilles, at KKR Hovedstaden ikke godkender forslaget."
    part = read_item(demo_workspace.database, item.id).parts[PartType.RECOMMENDATION]
    save_part(
        demo_workspace.database,
        item.id,
        PartType.RECOMMENDATION,
        from_plain_text(words),
        part.rev,
    )
    show(editor, demo_workspace, item, can_edit=True)
    said = [label.text() for label in editor.proposal.findChildren(QLabel)]
    assert any("Kontrollér ordstillingen" in words for words in said)


def test_nothing_is_proposed_where_something_was_decided_or_nothing_can_be(
    editor: DecisionEditor, demo_workspace: Workspace
) -> None:
    item = first_item(demo_workspace)
    meeting_id = show(editor, demo_workspace, item, can_edit=False)
    assert not editor.proposal.isVisible()
    show(editor, demo_workspace, replace(item, withdrawn=True), can_edit=True)
    assert not editor.proposal.isVisible()
    draft = DecisionDraft(from_plain_text("Sagen blev udsat."), outcome=Outcome.POSTPONED)
    save_decision(demo_workspace.database, meeting_id, item.id, draft)
    show(editor, demo_workspace, item, can_edit=True)
    assert not editor.proposal.isVisible()
