"""Breaks a few words into the lines of a narrow place, long words where Danish divides them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from kkr_desktop.documents.hyphenation import divided
from kkr_desktop.documents.tagging.line_ends import SOFT_HYPHEN


def broken(words: str, width: int, most: int, metrics: QFontMetrics) -> tuple[str, ...]:
    """Return words on `most` lines at the most; the last ends in an ellipsis if there is more."""
    rest = words.split(" ")
    lines: list[str] = []
    while rest and len(lines) < most - 1:
        line, rest = _first_line(rest, width, metrics)
        lines.append(line)
    if rest:
        lines.append(_elided(" ".join(rest), width, metrics))
    return tuple(lines)


def _first_line(words: list[str], width: int, metrics: QFontMetrics) -> tuple[str, list[str]]:
    """Return the first line, and the words that are left for the next."""

    def fits(text: str) -> bool:
        return metrics.horizontalAdvance(text) <= width

    whole = [count for count in range(1, len(words) + 1) if fits(" ".join(words[:count]))]
    if whole:
        return " ".join(words[: whole[-1]]), words[whole[-1] :]
    parts = divided(words[0]).split(SOFT_HYPHEN)
    heads = [count for count in range(1, len(parts)) if fits("".join(parts[:count]) + "-")]
    if heads:
        head, tail = "".join(parts[: heads[-1]]), "".join(parts[heads[-1] :])
        return f"{head}-", [tail, *words[1:]]
    return _elided(words[0], width, metrics), words[1:]


def _elided(text: str, width: int, metrics: QFontMetrics) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
