"""Shortens a comparison of two long texts to the changes and the words around them."""

from collections.abc import Iterator, Sequence

from kkr_desktop.model.word_diff import Fate, Piece

_AROUND = 90
_GAP = "…"


def excerpts(pieces: Sequence[Piece], around: int = _AROUND) -> tuple[tuple[Piece, ...], ...]:
    """Return the places of a comparison that changed, each with some words around it.

    `around` is how many characters of kept text are shown on each side, to the next blank.
    Where text is left out stands "…"; a paragraph of its own begins a place of its own. No
    place when nothing changed.
    """
    made: list[tuple[Piece, ...]] = []
    here: list[Piece] = []
    for index, piece in enumerate(pieces):
        if piece.fate is not Fate.KEPT:
            here.append(piece)
            continue
        is_first, is_last = index == 0, index == len(pieces) - 1
        tail = "" if is_first else _first_words(piece.text, around)
        head = "" if is_last else _last_words(piece.text, around)
        if not is_first and not is_last and len(tail) + len(head) >= len(piece.text):
            here.append(piece)
            continue
        if not is_first:
            here += _kept(tail + (_GAP if len(tail) < len(piece.text) else ""))
            made.append(tuple(here))
        here = list(_kept((_GAP if len(head) < len(piece.text) else "") + head))
    if any(piece.fate is not Fate.KEPT for piece in here):
        made.append(tuple(here))
    return tuple(made)


def _kept(text: str) -> Iterator[Piece]:
    if text:
        yield Piece(text, Fate.KEPT)


def _first_words(text: str, length: int) -> str:
    """Return the beginning of a text, at most to the end of its first line, whole words."""
    line = text.split("\n", 1)[0]
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0] + " "


def _last_words(text: str, length: int) -> str:
    line = text.rsplit("\n", 1)[-1]
    if len(line) <= length:
        return line
    return " " + line[-length:].split(" ", 1)[-1]
