"""Marks words that are spelled wrong, without touching the text or its undo."""

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from kkr_desktop.model.spelling import words_to_check
from kkr_desktop.ui.richtext.document import language_of
from kkr_desktop.ui.spelling.checker import spell_checker

_PAUSE_MILLISECONDS = 350
_RED = QColor("#e0434f")


class Squiggles(QObject):
    """Keeps the marks of one editor. They are drawn over the text and never a part of it."""

    def __init__(self, editor: QTextEdit | QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_typing = False
        self._spared = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._mark)
        editor.document().contentsChanged.connect(self._see_change)
        editor.cursorPositionChanged.connect(self._see_cursor)
        spell_checker().learned.connect(self._mark_soon)

    def marked(self) -> list[str]:
        """Return the words that are marked, in order."""
        return [selection.cursor.selectedText() for selection in self._selections()]

    def _selections(self) -> list[QTextEdit.ExtraSelection]:
        return self._editor.extraSelections()

    def word_at(self, place: QTextCursor) -> QTextCursor | None:
        """Return the wrongly spelled word at a place, selected, or None when there is none."""
        block = place.block()
        at = place.position() - block.position()
        for start, word in _words(block.text()):
            if start <= at <= start + len(word) and spell_checker().wrong_among([word]):
                return self._selected(block.position() + start, len(word))
        return None

    def _see_change(self) -> None:
        """Tell typing from a text that is shown: that is filled in with nothing to undo."""
        self._is_typing = self._editor.document().isUndoRedoEnabled()
        self._mark_soon()

    def _mark_soon(self) -> None:
        # Never at once: Qt forgets its cursors while it empties a document, which it also tells
        # as a change. One that is let go of meanwhile would be written to after it is freed.
        self._timer.start()

    def _see_cursor(self) -> None:
        if self._spared:
            self._timer.start()

    def _mark(self) -> None:
        if not spell_checker().is_open or self._editor.isReadOnly():
            self._editor.setExtraSelections([])
            return
        found = list(self._all_words())
        wrong = spell_checker().wrong_among({word for _, word in found})
        self._spared = False
        made: list[QTextEdit.ExtraSelection] = []
        for start, word in found:
            if word not in wrong:
                continue
            if self._is_being_typed(start + len(word)):
                self._spared = True
                continue
            cursor = self._selected(start, len(word))
            if not _is_beyond_us(cursor):
                made.append(_selection(cursor))
        self._editor.setExtraSelections(made)

    def _all_words(self) -> Iterator[tuple[int, str]]:
        block = self._editor.document().begin()
        while block.isValid():
            for start, word in _words(block.text()):
                yield block.position() + start, word
            block = block.next()

    def _is_being_typed(self, end: int) -> bool:
        if not self._is_typing or not self._editor.hasFocus():
            return False
        cursor = self._editor.textCursor()
        return not cursor.hasSelection() and cursor.position() == end

    def _selected(self, start: int, length: int) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        return cursor


@lru_cache(maxsize=4096)
def _words(paragraph: str) -> tuple[tuple[int, str], ...]:
    """Return the words of a paragraph; one that did not change is not read again."""
    return tuple(words_to_check(paragraph))


def _is_beyond_us(word: QTextCursor) -> bool:
    """Tell whether a word is in another language, or a link."""
    look = word.charFormat()
    return language_of(look) is not None or bool(look.anchorHref())


def _selection(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    look.setUnderlineColor(_RED)
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
    made.format = look  # pyright: ignore[reportAttributeAccessIssue]
    return made
