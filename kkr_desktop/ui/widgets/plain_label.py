"""Shows words as they were typed: a name such as »<b>Ida</b> & Søn« is no mark-up and no key."""

from html import escape
from typing import overload

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that never guesses whether what it shows is mark-up.

    `&` names a key only where the label has a buddy, whose words are the program's own.
    """

    @overload
    def __init__(self, parent: QWidget | None = None, /) -> None: ...
    @overload
    def __init__(self, words: str, parent: QWidget | None = None, /) -> None: ...
    def __init__(self, words: str | QWidget | None = "", parent: QWidget | None = None, /) -> None:
        shown = words if isinstance(words, str) else ""
        super().__init__(shown, parent if isinstance(words, str) else words)
        self.setTextFormat(Qt.TextFormat.PlainText)


def as_typed(words: str) -> str:
    """Return words for a tip or the small print of a box, where Qt guesses at mark-up."""
    if "<" not in words:
        return words
    return f'<p style="white-space: pre-wrap">{escape(words)}</p>'


def as_entry(words: str) -> str:
    """Return words as a menu, a button or a tick box shows them, where one `&` names a key."""
    return words.replace("&", "&&")
