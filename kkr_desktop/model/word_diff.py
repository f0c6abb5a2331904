"""What changed from one wording to the next, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class Fate(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that share a fate, with the blanks between them."""

    text: str
    fate: Fate


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Return how `before` became `after`, removed words before the ones that came for them.

    The kept and removed pieces together are `before`, the kept and added ones
    `after`, to the last blank. Words that were changed one after another are
    one change: a blank alone between two changes is part of both.
    """
    return tuple(_joined(_changes(_TOKEN.findall(before), _TOKEN.findall(after))))


def _changes(before: list[str], after: list[str]) -> Iterator[tuple[str, str, str]]:
    """Yield (kept, removed, added); one of the first and the last two is empty."""
    matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)
    removed = added = ""
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        if operation != "equal":
            removed += "".join(before[start:end])
            added += "".join(after[other_start:other_end])
            continue
        kept = "".join(before[start:end])
        is_inside = bool(removed or added) and end < len(before) and other_end < len(after)
        if kept.isspace() and "\n" not in kept and is_inside:
            removed, added = removed + kept, added + kept
            continue
        yield "", removed, added
        yield kept, "", ""
        removed = added = ""
    yield "", removed, added


def _joined(changes: Iterator[tuple[str, str, str]]) -> Iterator[Piece]:
    for kept, removed, added in changes:
        for text, fate in ((kept, Fate.KEPT), (removed, Fate.REMOVED), (added, Fate.ADDED)):
            if text:
                yield Piece(text, fate)
