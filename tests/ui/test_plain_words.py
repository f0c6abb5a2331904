"""What a user typed is shown as it was typed, never as mark-up and never as a key."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import kkr_desktop.ui
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.model.text_changes import text_changes
from kkr_desktop.services.minute_taking import MinutesItem, minutes_outline
from kkr_desktop.ui.messages import PlainBox, ask, show_error
from kkr_desktop.ui.minutes.decision_editor import DecisionEditor
from kkr_desktop.ui.widgets.banner import Banner
from kkr_desktop.ui.widgets.change_list import ChangeList
from kkr_desktop.ui.widgets.plain_label import PlainLabel, as_entry, as_typed
from kkr_desktop.ui.widgets.problem_label import ProblemLabel
from kkr_desktop.ui.workspace import Workspace

TYPED = "<b>Ida</b> & Søn"
READS_MARK_UP = (
    "minutes/steps.py",
    "calendar/ties_line.py",
    "calendar/tab.py",
    "calendar/views.py",
    "widgets/change_list.py",
)
"""Modules whose labels are the program's own mark-up; what users typed is escaped in them."""


def picture_of(label: QLabel) -> QImage:
    label.resize(400, 40)
    return label.grab().toImage()


def read_as_mark_up(words: str) -> str:
    document = QTextDocument()
    document.setHtml(words)
    return document.toPlainText()


def test_a_name_that_looks_like_mark_up_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    label = PlainLabel(TYPED)
    guessing, told_to_be_plain = QLabel(TYPED), QLabel(TYPED)
    told_to_be_plain.setTextFormat(Qt.TextFormat.PlainText)
    for shown in (label, guessing, told_to_be_plain):
        qtbot.addWidget(shown)
    assert picture_of(label) == picture_of(told_to_be_plain)
    assert picture_of(label) != picture_of(guessing)


def test_an_item_with_such_a_title_keeps_it_above_its_decision(
    qtbot: QtBot, demo_workspace: Workspace
) -> None:
    meeting_id = demo_workspace.selection.meeting_id
    assert meeting_id is not None
    item: MinutesItem = minutes_outline(demo_workspace.database, meeting_id).items[0]
    editor = DecisionEditor(demo_workspace)
    qtbot.addWidget(editor)
    editor.show_item(meeting_id, replace(item, title=TYPED, presenter=TYPED), can_edit=True)
    for label in (editor.title, editor.facts):
        assert TYPED in label.text()
        assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("make", [Banner, ProblemLabel])
def test_what_is_told_in_its_place_is_plain(qtbot: QtBot, make: type[QWidget]) -> None:
    widget = make()
    qtbot.addWidget(widget)
    if isinstance(widget, Banner):
        widget.tell(TYPED)
    elif isinstance(widget, ProblemLabel):
        widget.say(TYPED)
    labels = [widget] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
    assert [label.text() for label in labels if label.text()] == [TYPED]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_errors_and_questions_show_names_as_they_were_typed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    boxes: list[PlainBox] = []

    def see(box: QMessageBox) -> int:
        assert isinstance(box, PlainBox)
        boxes.append(box)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", see)
    show_error(over, NotFound(TYPED))
    ask(over, f"Fjern {TYPED}?", TYPED, "Fjern")
    error, question = boxes
    assert TYPED in error.text()
    assert TYPED in question.text()
    assert error.textFormat() is question.textFormat() is Qt.TextFormat.PlainText
    assert read_as_mark_up(question.informativeText()) == TYPED


def test_tips_and_menus_keep_every_sign() -> None:
    assert as_typed("Ida & Søn") == "Ida & Søn"
    assert read_as_mark_up(as_typed(f"{TYPED}\n{TYPED}")) == f"{TYPED}\n{TYPED}"
    assert as_entry(TYPED) == "<b>Ida</b> && Søn"


def test_a_corrected_text_keeps_its_signs(qtbot: QtBot) -> None:
    changes = ChangeList()
    qtbot.addWidget(changes)
    before, after = from_plain_text(f"{TYPED} kom."), from_plain_text(f"{TYPED} kom for sent.")
    changes.show_changes(text_changes(before, after), are_chosen=True)
    changes.show()
    shown = [label for label in changes.findChildren(QLabel) if "Ida" in label.text()]
    assert [read_as_mark_up(label.text()) for label in shown] == [f"{TYPED} kom for sent."]
    assert all(label.buddy() is None for label in shown)


def test_no_label_of_the_window_guesses() -> None:
    folder = Path(kkr_desktop.ui.__file__).parent
    guessing: list[str] = []
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder).as_posix()
        if name in READS_MARK_UP or name == "widgets/plain_label.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            made = node.func if isinstance(node, ast.Call) else None
            bases = node.bases if isinstance(node, ast.ClassDef) else []
            if any(isinstance(part, ast.Name) and part.id == "QLabel" for part in (made, *bases)):
                guessing.append(f"{name}:{getattr(node, 'lineno', 0)}")
    assert guessing == []
