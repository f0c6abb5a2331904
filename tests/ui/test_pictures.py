"""A picture in a text: put in from a file, described, moved, and never lost."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kkr_desktop.model.errors import FileProblem
from kkr_desktop.model.richtext import Cell, Paragraph, Picture, Run, Table, rich_text
from kkr_desktop.ui.richtext.editor import RichTextEditor
from kkr_desktop.ui.richtext.picture_dialog import PictureDialog
from kkr_desktop.ui.richtext.pictures import MOST_PIXELS_ACROSS, read_picture_file
from kkr_desktop.ui.richtext.toolbar import RichTextToolbar
from tests.rich_texts import png

KEY_FIGURES = Picture(png(30, 20, "navy"), "Søjler: 2025 er højest", (Run("Figur 1"),), 60)
WORDS = Paragraph((Run("Ærø og Østerbro"),))


@pytest.fixture
def editor(qtbot: QtBot) -> RichTextEditor:
    editor = RichTextEditor()
    qtbot.addWidget(editor)
    return editor


def test_a_picture_from_a_file_is_described_and_becomes_part_of_the_text(
    qtbot: QtBot, editor: RichTextEditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "søjler.png"
    Image.new("RGBA", (2400, 1200), (200, 30, 30, 128)).save(file)

    def describe(dialog: PictureDialog) -> int:
        dialog.alternate.setPlainText("Udgifterne stiger fra 2024 til 2026")
        dialog.caption.setText("Figur 1. Udgifter i mio. kr.")
        dialog.width_box.setValue(50)
        dialog._accept()  # pyright: ignore[reportPrivateUsage]
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(PictureDialog, "exec", describe)
    toolbar = RichTextToolbar()
    qtbot.addWidget(toolbar)
    editor.set_rich_text(rich_text([WORDS]))
    toolbar.set_editor(editor)
    toolbar.take_picture(file)
    qtbot.waitUntil(lambda: len(editor.rich_text().blocks) == 2)
    words, picture = editor.rich_text().blocks
    assert words == WORDS
    assert isinstance(picture, Picture)
    assert picture.alternate == "Udgifterne stiger fra 2024 til 2026"
    assert picture.runs == (Run("Figur 1. Udgifter i mio. kr."),)
    assert picture.width == 50
    taken = tmp_path / "taken"
    taken.write_bytes(picture.image)
    with Image.open(taken) as image:
        assert image.size == (MOST_PIXELS_ACROSS, MOST_PIXELS_ACROSS // 2)
        assert image.mode == "RGB"


def test_what_is_no_picture_is_refused_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "brev.png"
    file.write_text("ikke et billede", encoding="utf-8")
    with pytest.raises(FileProblem, match="Brug en PNG- eller JPEG-fil"):
        read_picture_file(file)


def test_described_anew_it_keeps_its_place_and_one_undo_takes_it_back(
    editor: RichTextEditor,
) -> None:
    text = rich_text([WORDS, KEY_FIGURES, WORDS])
    editor.set_rich_text(text)
    editor.go_to_block(1)
    assert editor.text_edit.picture_here() == KEY_FIGURES
    better = Picture(KEY_FIGURES.image, "Bedre beskrivelse", (Run("Figur 2"),), 100)
    editor.text_edit.put_picture(better)
    assert editor.rich_text() == rich_text([WORDS, better, WORDS])
    editor.text_edit.undo()
    assert editor.rich_text() == text


def test_cut_and_pasted_elsewhere_it_comes_whole(qtbot: QtBot, editor: RichTextEditor) -> None:
    text = rich_text([WORDS, KEY_FIGURES, WORDS])
    editor.set_rich_text(text)
    editor.text_edit.selectAll()
    copied = editor.text_edit.createMimeDataFromSelection()
    other = RichTextEditor()
    qtbot.addWidget(other)
    other.text_edit.insertFromMimeData(copied)
    assert other.rich_text() == text


def test_into_a_cell_only_the_caption_goes(editor: RichTextEditor) -> None:
    editor.set_rich_text(rich_text([Table(((Cell(),),), 0)]))
    cursor = QTextCursor(editor.text_edit.document())
    while cursor.currentTable() is None:  # pyright: ignore[reportUnnecessaryComparison]
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    editor.text_edit.setTextCursor(cursor)
    editor.text_edit.insert_rich_text(rich_text([KEY_FIGURES]))
    (table,) = editor.rich_text().blocks
    assert isinstance(table, Table)
    assert table.rows[0][0].blocks[0].runs == (Run("Figur 1"),)
