"""What the last meeting left open is offered while the next agenda is written."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.minutes_terms import Outcome
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.agenda_outline import agenda_outline
from kkr_desktop.services.meeting_states import go_back
from kkr_desktop.services.minute_taking import (
    DecisionDraft,
    minutes_outline,
    read_decision,
    save_decision,
)
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.ui.agenda.item_editor import ItemEditor
from kkr_desktop.ui.agenda.postponed_banner import PostponedBanner
from kkr_desktop.ui.workspace import Workspace


def item_called(workspace: Workspace, title: str) -> int:
    assert workspace.selection.meeting_id is not None
    outline = agenda_outline(workspace.database, workspace.selection.meeting_id)
    found = [item for section in outline.sections for item in section.items if item.title == title]
    return found[0].id


def test_siden_sidst_is_offered_under_what_is_written_and_taken_with_one_key(
    qtbot: QtBot, demo_workspace: Workspace
) -> None:
    editor = ItemEditor(demo_workspace, QUndoStack())
    qtbot.addWidget(editor)
    editor.resize(700, 900)
    with qtbot.waitActive(editor, timeout=20_000):
        editor.show()
    editor.show_item(item_called(demo_workspace, "Siden sidst"), can_edit=True)
    text = editor.parts[PartType.CASE_PRESENTATION]
    before = text.rich_text()
    assert editor.since_last.proposal.isVisible()
    text.setFocus()
    qtbot.keyClick(text.text_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    after = text.rich_text()
    assert after.blocks[: len(before.blocks)] == before.blocks
    assert "takkebreve" in after.plain_text()
    assert not editor.since_last.proposal.isVisible()
    text.text_edit.undo()
    assert text.rich_text() == before

    title = "Klimatilpasning og kystbeskyttelse på tværs af kommunegrænser"
    editor.show_item(item_called(demo_workspace, title), can_edit=True)
    assert not editor.since_last.proposal.isVisible()
    assert editor.history.text().startswith("Postponed on 18. juni 2026")


def test_a_postponed_item_is_put_on_the_agenda_and_taken_off_again(
    qtbot: QtBot, demo_workspace: Workspace
) -> None:
    database = demo_workspace.database
    stack = QUndoStack()
    banner = PostponedBanner(demo_workspace, stack)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    past = next(row for row in list_meetings(database) if row.state.value == "minutes_approved")
    go_back(database, past.id, "Punktet blev udsat")
    item = minutes_outline(database, past.id).items[5]
    rev = read_decision(database, past.id, item.id).decision.rev
    draft = DecisionDraft(from_plain_text("Udsat."), outcome=Outcome.POSTPONED, rev=rev)
    demo_workspace.announcer.announce(save_decision(database, past.id, item.id, draft))
    assert not banner.isHidden()
    banner.carry_over()
    assert banner.isHidden()
    assert item_called(demo_workspace, item.title)
    stack.undo()
    assert not banner.isHidden()
    stack.redo()
    assert banner.isHidden()
