"""How a text differs from another version of it, block by block, and how to take parts over."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kkr_desktop.model.richtext import Block, RichText, rich_text
from kkr_desktop.model.word_diff import Piece, word_diff

_ALIKE = 0.3
_MOST_COMPARED = 400


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A block that the other version has in another wording, has not, or has in addition.

    `place` is where `current` stands in the current text, or where `other` would stand.
    One of the two may be None.
    """

    place: int
    current: Block | None
    other: Block | None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words that would stay, go and come if the other version were taken over."""
        return word_diff(words_of(self.current), words_of(self.other))


@dataclass(frozen=True, slots=True)
class SameBlock:
    """A block that both versions have."""

    block: Block


def words_of(block: Block | None) -> str:
    """Return the words of a block alone; of none, nothing."""
    return RichText((block,)).plain_text() if block is not None else ""


def text_changes(current: RichText, other: RichText) -> tuple[BlockChange | SameBlock, ...]:
    """Return how `other` differs from `current`, in reading order."""
    return tuple(_changes(current.blocks, other.blocks))


def take_over(current: RichText, changes: Iterable[BlockChange]) -> RichText:
    """Return `current` with some of its changes, in their order, as the other version has them."""
    blocks = list(current.blocks)
    for change in reversed(tuple(changes)):
        end = change.place + (change.current is not None)
        blocks[change.place : end] = [change.other] if change.other is not None else []
    return rich_text(blocks)


def _changes(current: Sequence[Block], other: Sequence[Block]) -> Iterator[BlockChange | SameBlock]:
    matcher = SequenceMatcher(None, current, other, autojunk=False)
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        if operation == "equal":
            yield from (SameBlock(block) for block in current[start:end])
        else:
            yield from _replaced(current[start:end], other[other_start:other_end], start)


def _replaced(
    current: Sequence[Block], other: Sequence[Block], start: int
) -> Iterator[BlockChange]:
    """Pair the blocks that are alike, in their order; the rest went or came."""
    done = other_done = 0
    for place, other_place in (*_pairs(current, other), (len(current), len(other))):
        for gone in range(done, place):
            yield BlockChange(start + gone, current[gone], None)
        for came in range(other_done, other_place):
            yield BlockChange(start + place, None, other[came])
        if place < len(current):
            yield BlockChange(start + place, current[place], other[other_place])
        done, other_done = place + 1, other_place + 1


def _pairs(current: Sequence[Block], other: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the places of the blocks that belong together: the most alike in all."""
    if len(current) == len(other) == 1 or len(current) * len(other) > _MOST_COMPARED:
        return [(place, place) for place in range(min(len(current), len(other)))]
    best = [[0.0] * (len(other) + 1) for _ in range(len(current) + 1)]
    alike = [[_likeness(block, against) for against in other] for block in current]
    for row in range(len(current) - 1, -1, -1):
        for column in range(len(other) - 1, -1, -1):
            paired = alike[row][column] + best[row + 1][column + 1]
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    found: list[tuple[int, int]] = []
    row = column = 0
    while row < len(current) and column < len(other):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            found.append((row, column))
            row, column = row + 1, column + 1
    return found


def _likeness(block: Block, against: Block) -> float:
    """Return how much of the words two blocks share, 0 when too little."""
    words, others = words_of(block).split(), words_of(against).split()
    if not words and not others:
        return 1.0 if type(block) is type(against) else 0.0
    ratio = SequenceMatcher(None, words, others, autojunk=False).ratio()
    return ratio if ratio >= _ALIKE else 0.0
