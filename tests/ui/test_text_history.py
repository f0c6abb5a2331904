"""An earlier wording is found, compared and taken back; undo brings the newer one again."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kkr_desktop.model.richtext import RichText, from_plain_text, rich_text
from kkr_desktop.services.text_history import EarlierText
from kkr_desktop.ui.richtext.editor import RichTextEditor
from kkr_desktop.ui.richtext.history_dialog import HistoryDialog
from kkr_desktop.ui.richtext.toolbar import RichTextToolbar
from tests.rich_texts import rich_texts

NOW = from_plain_text("Første afsnit er rettet.\nAndet afsnit.")
BEFORE = from_plain_text("Første afsnit.\nAndet afsnit.\nTredje afsnit, der blev slettet.")
AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture
def editor(qtbot: QtBot) -> RichTextEditor:
    editor = RichTextEditor()
    qtbot.addWidget(editor)
    editor.set_rich_text(NOW)

    def earlier() -> tuple[EarlierText, ...]:
        return (EarlierText(NOW, AT, "mj"), EarlierText(BEFORE, AT - timedelta(hours=1), "mj"))

    editor.earlier_versions = earlier
    return editor


def test_a_paragraph_is_taken_back_and_undo_brings_the_newer_text_again(
    qtbot: QtBot, editor: RichTextEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    toolbar = RichTextToolbar()
    qtbot.addWidget(toolbar)
    toolbar.set_editor(editor)

    def choose(dialog: HistoryDialog) -> int:
        assert dialog.versions.count() == 1
        assert not dialog.part_button.isEnabled()
        dialog.changes.boxes[1][0].setChecked(True)
        dialog.part_button.click()
        return dialog.result()

    monkeypatch.setattr(HistoryDialog, "exec", choose)
    toolbar.history.trigger()
    assert editor.rich_text().plain_text().splitlines() == [
        "Første afsnit er rettet.",
        "Andet afsnit.",
        "Tredje afsnit, der blev slettet.",
    ]
    editor.text_edit.undo()
    assert editor.rich_text() == NOW


def test_the_whole_version_is_taken_back(qtbot: QtBot, editor: RichTextEditor) -> None:
    dialog = HistoryDialog(
        NOW, editor.earlier_versions() if editor.earlier_versions else (), editor
    )
    qtbot.addWidget(dialog)
    dialog.whole_button.click()
    assert dialog.result_text == BEFORE


def test_a_text_without_earlier_versions_says_when_one_is_kept(
    qtbot: QtBot, editor: RichTextEditor
) -> None:
    dialog = HistoryDialog(NOW, (), editor)
    qtbot.addWidget(dialog)
    assert not dialog.whole_button.isEnabled()


@given(rich_texts, rich_texts)
def test_any_text_can_be_put_in_the_place_of_any_other(
    qapp: QApplication, before: RichText, after: RichText
) -> None:
    assert qapp
    editor = RichTextEditor()
    editor.set_rich_text(before)
    shown = editor.rich_text()
    editor.replace_rich_text(after)
    once = RichTextEditor()
    once.set_rich_text(after)
    # An empty heading at an end is the only thing that may get lost.
    assert editor.rich_text().plain_text().split() == once.rich_text().plain_text().split()
    editor.text_edit.undo()
    assert editor.rich_text() == rich_text(shown.blocks)
    editor.deleteLater()
    once.deleteLater()


def test_a_text_that_cannot_be_changed_is_compared_only(
    qtbot: QtBot, editor: RichTextEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.set_read_only(True)
    toolbar = RichTextToolbar()
    qtbot.addWidget(toolbar)
    toolbar.set_editor(editor)
    compared: list[str] = []

    def look(dialog: HistoryDialog) -> int:
        dialog.show()
        assert dialog.versions.count() == 1
        assert not any(box.isVisible() for box, _ in dialog.changes.boxes)
        assert not dialog.part_button.isVisible()
        assert not dialog.whole_button.isVisible()
        compared.extend(label.text() for label in dialog.changes.findChildren(QLabel))
        dialog.close()
        return dialog.result()

    monkeypatch.setattr(HistoryDialog, "exec", look)
    assert not toolbar.bold.isEnabled()
    toolbar.history.trigger()
    assert any("<u" in words and "slettet" in words for words in compared)
    assert editor.rich_text() == NOW

    editor.set_read_only(False)
    toolbar.set_editor(editor)
    assert toolbar.bold.isEnabled()
