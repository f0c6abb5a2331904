"""How what a day holds is laid out in its cell: on as many lines as there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from kkr_desktop.services.planning import MeetingRow
from kkr_desktop.ui.widgets.broken_lines import broken

_BESIDE_WORDS = 3
_AROUND_WORDS = 4
_BETWEEN = 2
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a day holds, in the type that it may be written in; `meeting` if it is one."""

    words: str
    metrics: QFontMetrics
    meeting: MeetingRow | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry, the room it takes, and its words line by line."""

    entry: Entry
    room: QRect
    lines: tuple[str, ...]


def laid_out(entries: Sequence[Entry], room: QRect) -> tuple[Placed, ...]:
    """Place entries below one another, the first of them where there is no room for all.

    Each has a line of its own before the first has two.
    """
    line = max((entry.metrics.height() for entry in entries), default=1)
    one = line + _AROUND_WORDS + _BETWEEN
    shown = entries[: max((room.height() + _BETWEEN) // one, 0)]
    spare = (room.height() + _BETWEEN - len(shown) * one) // line
    top, width = room.top(), room.width() - 2 * _BESIDE_WORDS
    placed: list[Placed] = []
    for entry in shown:
        lines = broken(entry.words, width, min(1 + spare, _MOST_LINES), entry.metrics)
        height = len(lines) * line + _AROUND_WORDS
        placed.append(Placed(entry, QRect(room.left(), top, room.width(), height), lines))
        spare -= len(lines) - 1
        top += height + _BETWEEN
    return tuple(placed)
