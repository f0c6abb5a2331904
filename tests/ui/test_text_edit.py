"""Typing and pasting do what hands from Word expect."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from kkr_desktop.model.richtext import (
    Cell,
    Heading,
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    Table,
    rich_text,
)
from kkr_desktop.ui.richtext.editor import RichTextEditor
from kkr_desktop.ui.richtext.toolbar import RichTextToolbar

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[RichTextEditor]:
    editor = RichTextEditor()
    qtbot.addWidget(editor)
    editor.show()
    yield editor
    # What Python put there must not outlive it.
    QGuiApplication.clipboard().clear()


def item(text: str, kind: ListKind = ListKind.BULLET, level: int = 0) -> ListItem:
    return ListItem(kind, level, (Run(text),))


def test_a_dash_and_a_blank_begin_a_list_that_two_returns_end(
    editor: RichTextEditor, qtbot: QtBot
) -> None:
    page = editor.text_edit
    qtbot.keyClicks(page, "- Ærø")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    qtbot.keyClicks(page, "under")
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClicks(page, "1. Først - ikke sidst")
    assert editor.rich_text().blocks == (
        item("Ærø"),
        item("under", level=1),
        item("Først - ikke sidst", ListKind.NUMBERED),
    )


def test_backspace_at_the_start_of_a_list_item_makes_it_a_paragraph(
    editor: RichTextEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor.text_edit, "* punkt")
    qtbot.keyClick(editor.text_edit, Qt.Key.Key_Home)
    qtbot.keyClick(editor.text_edit, Qt.Key.Key_Backspace)
    assert editor.rich_text().blocks == (Paragraph((Run("punkt"),)),)


def test_return_after_a_heading_goes_on_as_plain_text(editor: RichTextEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor.text_edit, "Baggrund")
    editor.text_edit.set_heading(2)
    qtbot.keyClick(editor.text_edit, Qt.Key.Key_End)
    qtbot.keyClick(editor.text_edit, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.text_edit, "Tekst")
    assert editor.rich_text().blocks == (
        Heading(2, (Run("Baggrund"),)),
        Paragraph((Run("Tekst"),)),
    )


def test_bold_is_one_shortcut_away_and_can_be_undone(editor: RichTextEditor, qtbot: QtBot) -> None:
    tools = RichTextToolbar()
    qtbot.addWidget(tools)
    qtbot.keyClicks(editor.text_edit, "vigtigt")
    editor.text_edit.selectAll()
    tools.set_editor(editor)
    bold = next(action for action in tools.actions() if action.shortcut().toString() == "Ctrl+B")
    bold.trigger()
    assert editor.rich_text().blocks == (Paragraph((Run("vigtigt", bold=True),)),)
    qtbot.keyClick(editor.text_edit, Qt.Key.Key_Z, CONTROL)
    assert editor.rich_text().blocks == (Paragraph((Run("vigtigt"),)),)


def test_a_passage_gets_a_language_and_loses_it_again(editor: RichTextEditor, qtbot: QtBot) -> None:
    tools = RichTextToolbar()
    qtbot.addWidget(tools)
    qtbot.keyClicks(editor.text_edit, "vi siger hello")
    cursor = editor.text_edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.WordLeft, QTextCursor.MoveMode.KeepAnchor)
    editor.text_edit.setTextCursor(cursor)
    tools.set_editor(editor)
    tools.languages["en"].trigger()
    assert editor.rich_text().blocks == (
        Paragraph((Run("vi siger "), Run("hello", language="en"))),
    )
    tools.languages[None].trigger()
    assert editor.rich_text().blocks == (Paragraph((Run("vi siger hello"),)),)


def test_tab_walks_through_a_table_and_makes_its_next_row(
    editor: RichTextEditor, qtbot: QtBot
) -> None:
    table = Table(((Cell(()), Cell(())),), header_rows=1)
    editor.text_edit.insert_rich_text(rich_text([Paragraph((Run("Før"),)), table]))
    inner = next(frame for frame in editor.text_edit.document().rootFrame().childFrames() if frame)
    editor.text_edit.setTextCursor(QTextCursor(inner.firstCursorPosition()))
    for word in ("Kommune", "Beløb", "Læsø", "12"):
        qtbot.keyClicks(editor.text_edit, word)
        if word != "12":
            qtbot.keyClick(editor.text_edit, Qt.Key.Key_Tab)
    filled = next(block for block in editor.rich_text().blocks if isinstance(block, Table))
    words = [[cell.blocks[0] for cell in row] for row in filled.rows]
    assert words == [
        [Paragraph((Run("Kommune"),)), Paragraph((Run("Beløb"),))],
        [Paragraph((Run("Læsø"),)), Paragraph((Run("12"),))],
    ]


def pasted(editor: RichTextEditor, qtbot: QtBot, html: str, text: str) -> RichText:
    carried = QMimeData()
    carried.setHtml(html)
    carried.setText(text)
    QGuiApplication.clipboard().setMimeData(carried)
    qtbot.keyClick(editor.text_edit, Qt.Key.Key_V, CONTROL)
    return editor.rich_text()


def test_a_paste_from_word_keeps_sense_and_loses_looks(
    editor: RichTextEditor, qtbot: QtBot
) -> None:
    html = (
        '<p class=MsoNormal style="font-family:Papyrus;color:red"><b>Fed</b> tekst</p>'
        "<ul><li>punkt</li></ul>"
    )
    found = pasted(editor, qtbot, html, "Fed tekst\npunkt")
    assert found.blocks == (Paragraph((Run("Fed", bold=True), Run(" tekst"))), item("punkt"))


def test_ctrl_shift_v_pastes_the_words_alone(editor: RichTextEditor, qtbot: QtBot) -> None:
    carried = QMimeData()
    carried.setHtml("<b>Fed</b>")
    carried.setText("Fed")
    QGuiApplication.clipboard().setMimeData(carried)
    qtbot.keyClick(editor.text_edit, Qt.Key.Key_V, CONTROL | SHIFT)
    assert editor.rich_text().blocks == (Paragraph((Run("Fed"),)),)


def test_control_characters_are_refused_aloud(editor: RichTextEditor, qtbot: QtBot) -> None:
    carried = QMimeData()
    carried.setText("a\x00b\x07c")
    with qtbot.waitSignal(editor.characters_refused) as refused:
        editor.text_edit.insertFromMimeData(carried)
    assert refused.args == [2]
    assert editor.rich_text().plain_text() == "abc"


def test_what_is_only_read_cannot_be_typed_into(editor: RichTextEditor, qtbot: QtBot) -> None:
    editor.set_rich_text(rich_text([Paragraph((Run("Sendt"),))]))
    editor.set_read_only(True)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        qtbot.keyClick(editor.text_edit, key)
    assert editor.rich_text().plain_text() == "Sendt"
