"""Wrong words are marked as one types, and the text is none the wiser."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QProcess
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kkr_desktop.model.richtext import Paragraph, RichText, Run, from_plain_text, rich_text
from kkr_desktop.ui.richtext.editor import RichTextEditor
from kkr_desktop.ui.spelling.checker import SpellChecker, spell_checker
from kkr_desktop.ui.spelling.plain_text import SpelledText
from kkr_desktop.ui.workspace import Workspace

WRONG = "Det er en indstiling til KKR Hovedstaden fra Maria Tranekjær."


@pytest.fixture
def checker(demo_workspace: Workspace) -> Iterator[SpellChecker]:
    checker = spell_checker()
    checker.open(demo_workspace)
    yield checker
    checker.close()


@pytest.fixture
def editor(qtbot: QtBot, checker: SpellChecker) -> RichTextEditor:
    assert checker.is_open
    editor = RichTextEditor()
    qtbot.addWidget(editor)
    editor.show()
    return editor


def wait_for_marks(qtbot: QtBot, editor: RichTextEditor, words: list[str]) -> None:
    qtbot.waitUntil(lambda: editor.text_edit.squiggles.marked() == words, timeout=9_000)


def open_menu(editor: RichTextEditor, place: int) -> QMenu:
    cursor = QTextCursor(editor.text_edit.document())
    cursor.setPosition(place)
    editor.text_edit.setTextCursor(cursor)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    editor.text_edit.contextMenuEvent(asked)
    return editor.text_edit.findChildren(QMenu)[-1]


def offered(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_marks_are_over_the_text_and_never_in_it(qtbot: QtBot, editor: RichTextEditor) -> None:
    edits: list[RichText] = []
    text = from_plain_text(WRONG)
    editor.set_rich_text(text)
    editor.edited.connect(lambda: edits.append(editor.rich_text()))
    wait_for_marks(qtbot, editor, ["indstiling"])
    assert editor.rich_text() == text
    assert edits == []
    assert not editor.text_edit.document().isUndoAvailable()


def test_a_text_that_is_locked_loses_its_marks_but_not_while_it_is_being_replaced(
    qtbot: QtBot, editor: RichTextEditor
) -> None:
    editor.set_rich_text(from_plain_text(WRONG))
    wait_for_marks(qtbot, editor, ["indstiling"])
    editor.set_read_only(True)
    held: list[int] = []
    document = editor.text_edit.document()
    document.contentsChanged.connect(lambda: held.append(len(editor.text_edit.extraSelections())))
    editor.set_rich_text(from_plain_text("Et andet forslagg."))
    assert set(held) == {1}
    qtbot.waitUntil(lambda: not editor.text_edit.extraSelections(), timeout=9_000)


def test_other_languages_links_and_names_are_not_judged(
    qtbot: QtBot, editor: RichTextEditor
) -> None:
    editor.set_rich_text(
        rich_text(
            [
                Paragraph(
                    (
                        Run("forkertt "),
                        Run("the whole agreement ", language="en"),
                        Run("linkk", link="https://kl.dk"),
                        Run(" Tranekjærs forslag"),
                    )
                )
            ]
        )
    )
    wait_for_marks(qtbot, editor, ["forkertt"])


def test_a_suggestion_takes_the_place_of_the_word_and_can_be_undone(
    qtbot: QtBot, editor: RichTextEditor
) -> None:
    editor.set_rich_text(from_plain_text(WRONG))
    wait_for_marks(qtbot, editor, ["indstiling"])
    menu = open_menu(editor, WRONG.index("stiling"))
    qtbot.waitUntil(lambda: "indstilling" in offered(menu), timeout=9_000)
    next(action for action in menu.actions() if action.text() == "indstilling").trigger()
    assert editor.rich_text().plain_text() == WRONG.replace("indstiling", "indstilling")
    wait_for_marks(qtbot, editor, [])
    editor.text_edit.undo()
    assert editor.rich_text().plain_text() == WRONG


def test_own_words_are_learned_and_forgotten(
    qtbot: QtBot, editor: RichTextEditor, checker: SpellChecker
) -> None:
    editor.set_rich_text(from_plain_text("Epxen og epxens pladser"))
    wait_for_marks(qtbot, editor, ["Epxen", "epxens"])
    add = next(a for a in open_menu(editor, 2).actions() if "»Epxen«" in a.text())
    add.trigger()
    wait_for_marks(qtbot, editor, [])
    assert checker.is_own("epxen")
    remove = next(a for a in open_menu(editor, 2).actions() if "»Epxen«" in a.text())
    remove.trigger()
    wait_for_marks(qtbot, editor, ["Epxen", "epxens"])


def test_nothing_is_amiss_when_the_process_dies(
    qtbot: QtBot, editor: RichTextEditor, checker: SpellChecker
) -> None:
    editor.set_rich_text(from_plain_text("forkertt"))
    wait_for_marks(qtbot, editor, ["forkertt"])
    for process in checker.findChildren(QProcess):
        process.kill()
        assert process.waitForFinished(5000)
    editor.set_rich_text(from_plain_text("forkertt ogsåå"))
    wait_for_marks(qtbot, editor, ["forkertt", "ogsåå"])


def test_the_word_being_typed_is_left_in_peace(qtbot: QtBot, editor: RichTextEditor) -> None:
    surface = editor.text_edit
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(surface.hasFocus)
    qtbot.keyClicks(surface, "forkertt ogsåå")
    wait_for_marks(qtbot, editor, ["forkertt"])
    qtbot.keyClicks(surface, " ")
    wait_for_marks(qtbot, editor, ["forkertt", "ogsåå"])


def test_without_a_workspace_nothing_is_checked(qtbot: QtBot, editor: RichTextEditor) -> None:
    spell_checker().close()
    editor.set_rich_text(from_plain_text("forkertt"))
    qtbot.wait(600)
    assert editor.text_edit.squiggles.marked() == []


def test_notes_and_letters_are_checked_like_all_other_texts(
    qtbot: QtBot, checker: SpellChecker
) -> None:
    assert checker.is_open
    note = SpelledText("Husk en indstiling.")
    qtbot.addWidget(note)
    note.show()
    qtbot.waitUntil(lambda: note.squiggles.marked() == ["indstiling"], timeout=9_000)
    assert note.toPlainText() == "Husk en indstiling."
    cursor = note.textCursor()
    cursor.setPosition(10)
    note.setTextCursor(cursor)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    note.contextMenuEvent(asked)
    menu = note.findChildren(QMenu)[-1]
    qtbot.waitUntil(lambda: "indstilling" in offered(menu), timeout=9_000)
