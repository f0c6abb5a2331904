"""Sets the labels around a year wheel in two columns, so that none covers another."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kkr_desktop.documents.wheel_shapes import Anchor, Ink, Label, Line, Point, Shape, on_circle

Measure = Callable[[str, float, bool], float]
"""Returns how wide a text is: the text, its size, and whether it is strong."""

_LINE = 1.32
SMALLEST = 0.75
"""How far letters shrink so that more of them have room, before something is left out."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is told beside the wheel of the day at `angle`: a date, and what it is.

    Of notes for which there is no room those with the lowest `weight` are left out;
    those with none stand there all or not at all.
    """

    angle: float
    date: str
    words: str
    ink: Ink
    weight: int


def set_notes(
    notes: Sequence[Note],
    centre: Point,
    radius: float,
    size: float,
    room: tuple[float, float],
    measure: Measure,
    legible: float = 0,
) -> list[Shape]:
    """Return the notes with a line from each to its day. `room` is the whole drawing's.

    They are set in `size`, or in what is legible where that is larger and there is room.
    """
    made: list[Shape] = []
    for is_right in (True, False):
        own = [note for note in notes if (note.angle % 360 < 180) is is_right]
        made += _column(own, centre, radius, size, room, measure, legible, is_right=is_right)
    return made


def _column(
    notes: list[Note],
    centre: Point,
    radius: float,
    size: float,
    room: tuple[float, float],
    measure: Measure,
    legible: float,
    *,
    is_right: bool,
) -> list[Shape]:
    margin = size * 0.8
    height, full = room[1] - 2 * margin, max(size, legible)
    size = max(min(full, height / (_LINE * max(len(notes), 1))), size * SMALLEST)
    most = int(height / (size * _LINE))
    if len(notes) > most:
        notes = [note for note in notes if note.weight]
        size = max(min(full, height / (_LINE * max(len(notes), 1))), size)
    kept = sorted(sorted(notes, key=lambda note: -note.weight)[:most], key=lambda n: n.angle)
    if not is_right:
        kept.reverse()
    wanted = [on_circle(centre, radius * 1.05, note.angle)[1] for note in kept]
    heights = spread(wanted, size * _LINE, margin + size / 2, room[1] - margin - size / 2)
    side = 1 if is_right else -1
    edge = centre[0] + side * (radius + size * 2.2)
    widest = (room[0] - edge if is_right else edge) - size * 1.2
    made: list[Shape] = []
    for note, y in zip(kept, heights, strict=True):
        tip = on_circle(centre, radius, note.angle)
        bend = on_circle(centre, radius + size * 0.7, note.angle)
        made.append(Line((tip, bend, (edge - side * size * 0.2, y)), size * 0.06, Ink.RULE))
        made += _words(note, (edge + side * size * 0.3, y), size, widest, measure, side)
    return made


def _words(
    note: Note, start: Point, size: float, widest: float, measure: Measure, side: int
) -> list[Shape]:
    """Return the date in strong type and the words after it; on the left they end at the line."""
    gap = size * 0.45
    date_width = measure(note.date, size, True)
    words = shortened(" ".join(note.words.split()), widest - date_width - gap, size, measure)
    x, y = start
    if side > 0:
        return [
            Label(note.date, (x, y), size, note.ink, Anchor.LEFT, is_strong=True),
            Label(words, (x + date_width + gap, y), size, Ink.TEXT, Anchor.LEFT),
        ]
    words_width = measure(words, size, False)
    return [
        Label(words, (x, y), size, Ink.TEXT, Anchor.RIGHT),
        Label(note.date, (x - words_width - gap, y), size, note.ink, Anchor.RIGHT, is_strong=True),
    ]


def shortened(text: str, room: float, size: float, measure: Measure) -> str:
    """Return as much of a text as there is room for."""
    if measure(text, size, False) <= room:
        return text

    def is_too_wide(letters: int) -> bool:
        return measure(f"{text[:letters].rstrip(' ,')}…", size, False) > room

    fitting = bisect_left(range(1, len(text) + 1), True, key=is_too_wide)
    return f"{text[:fitting].rstrip(' ,')}…" if fitting else ""


def spread(wanted: Sequence[float], gap: float, first: float, last: float) -> list[float]:
    """Return heights near the wanted ones, in their order and at least `gap` apart.

    They stay between `first` and `last` when there is room for all. Those that
    would meet are spread evenly about the middle of what they wanted.
    """
    groups: list[tuple[float, int]] = []
    for height in wanted:
        groups.append((min(max(height, first), last), 1))
        while len(groups) > 1 and _meet(groups[-2], groups[-1], gap):
            (upper, above), (lower, below) = groups[-2:]
            middle = (upper * above + lower * below) / (above + below)
            half = gap * (above + below - 1) / 2
            middle = max(min(middle, last - half), first + half)
            groups[-2:] = [(middle, above + below)]
    return [
        middle + gap * (place - (count - 1) / 2)
        for middle, count in groups
        for place in range(count)
    ]


def _meet(upper: tuple[float, int], lower: tuple[float, int], gap: float) -> bool:
    return lower[0] - upper[0] < gap * (upper[1] + lower[1]) / 2 - 1e-9
