"""The hyphen at the end of a line where a word was divided.

It is drawn as a soft hyphen (U+00AD), which is how a reader, a search and a screen
reader know that the word goes on (ISO 32000-1, 14.8.2.2.3). ReportLab draws a hard one.
"""

# ReportLab's lines are not typed.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any

SOFT_HYPHEN = "\u00ad"


def divisible(frags: Iterable[Any]) -> str:
    """Return the letters of a paragraph in which words may be divided, or nothing for any other."""
    text = "".join(getattr(frag, "text", "") for frag in frags)
    return _letters(text.replace(SOFT_HYPHEN, "")) if SOFT_HYPHEN in text else ""


def rest_after(layout: Any, letters: str) -> str:  # noqa: ANN401
    """Return the letters of a paragraph that come after the lines of a layout."""
    *_, (_, end) = ((False, 0), *_ends(layout, letters))
    return letters[end:]


def with_soft_hyphens(layout: Any, letters: str) -> Any:  # noqa: ANN401
    """Return the layout with a soft hyphen for each that stands where a word was divided."""
    made = copy(layout)
    softened = [is_soft for is_soft, _ in _ends(layout, letters)]
    softened += [False] * (len(layout.lines) - len(softened))
    made.lines = [
        _softened(line) if is_soft else line
        for line, is_soft in zip(layout.lines, softened, strict=True)
    ]
    return made


def _ends(layout: Any, letters: str) -> Iterator[tuple[bool, int]]:  # noqa: ANN401
    """Yield for each line whether a word was divided at its end, and where it ends in `letters`."""
    place = 0
    for line in layout.lines:
        words = line[1] if isinstance(line, tuple) else [each.text for each in line.words]
        shown = _letters("".join(words))
        is_soft = not letters.startswith(shown, place) and shown.endswith("-")
        shown = shown[:-1] if is_soft else shown
        if not letters.startswith(shown, place):
            return
        place += len(shown)
        yield is_soft, place


def _letters(text: str) -> str:
    return "".join(text.split())


def _softened(line: Any) -> Any:  # noqa: ANN401
    """Return a line, of plain words or of stretches in several styles, with a soft hyphen."""
    if isinstance(line, tuple):
        *others, last = line[1]
        return (line[0], [*others, last[:-1] + SOFT_HYPHEN])
    made = copy(line)
    number = max(place for place, stretch in enumerate(line.words) if stretch.text.strip())
    stretch = copy(line.words[number])
    stretch.text = stretch.text.rstrip()[:-1] + SOFT_HYPHEN
    made.words = [*line.words[:number], stretch, *line.words[number + 1 :]]
    return made
