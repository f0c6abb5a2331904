"""Which characters can be kept: those that a document can show."""

import unicodedata

_KEPT_CONTROLS = {"\n", "\t"}


def is_unprintable(character: str) -> bool:
    """Tell whether `character` can stand in no document.

    Control characters, lone surrogates, and code points that Unicode says are
    never characters. Line feed and tab are kept.
    """
    if character in _KEPT_CONTROLS:
        return False
    category = unicodedata.category(character)
    code = ord(character)
    never_a_character = (code & 0xFFFE) == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return category in {"Cc", "Cs"} or never_a_character


def without_unprintable(text: str) -> str:
    """Return `text` without the characters that can stand in no document.

    Other programs' line ends become line feeds first.
    """
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = lines.replace("\u2028", "\n").replace("\u2029", "\n").replace("\v", "\n")
    return "".join(character for character in lines if not is_unprintable(character))


def kept_lines(text: str) -> str:
    """Return `text` as the lines that say something, as a postal address is written."""
    lines = (one_line(line) for line in without_unprintable(text).split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """Return `text` as one line, for a name or a title: blanks and line ends become one space."""
    return " ".join(without_unprintable(text).split())
