"""Where long Danish words may be divided at the end of a line.

The patterns are those of TeX for Danish (Frank Jensen, 1988, with later additions;
LGPL), as the library pyphen carries them. They know syllables and not the parts of
compounds, so a council has to ask for them.
"""

# pyphen is not typed.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

import re
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Protocol, TypeVar, cast

from kkr_desktop.documents.content import MeetingContent
from kkr_desktop.documents.tagging.line_ends import SOFT_HYPHEN
from kkr_desktop.model.richtext import ListItem, Paragraph, RichText, Run

T = TypeVar("T")

_LONG_WORD = re.compile(r"[A-Za-zÆØÅæøåéÉ]{9,}")
_LEAST_LETTERS = 3
_VOWEL = re.compile("[aeiouyæøåé]", re.IGNORECASE)


class OfMeeting(Protocol):
    """Content of a meeting, which knows the wishes of its body."""

    @property
    def meeting(self) -> MeetingContent:
        """The meeting."""
        ...


M = TypeVar("M", bound=OfMeeting)


def as_the_body_divides(content: M) -> M:
    """Return the content of a meeting's document, hyphenated when its body asks for that."""
    return hyphenated(content) if content.meeting.hyphenates else content


def hyphenated(content: T) -> T:
    """Return content in which the running text of every rich text may be divided.

    Headings, tables and pictures, and what is in another language, are left whole.
    """
    return cast("T", _hyphenated(content))


def _hyphenated(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, RichText):
        return RichText(tuple(_block(block) for block in value.blocks))
    if isinstance(value, tuple):
        return tuple(_hyphenated(entry) for entry in cast("tuple[object, ...]", value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _hyphenated(part) for name, part in parts.items()})
    return value


def _block(block: Any) -> Any:  # noqa: ANN401
    if isinstance(block, Paragraph | ListItem):
        return replace(block, runs=tuple(_run(run) for run in block.runs))
    return block


def _run(run: Run) -> Run:
    if run.language or SOFT_HYPHEN in run.text:
        return run
    return replace(run, text=_LONG_WORD.sub(lambda found: divided(found[0]), run.text))


@lru_cache(maxsize=8192)
def divided(word: str) -> str:
    """Return a word with a soft hyphen at each place where it may be divided."""
    places = [
        place
        for place in _positions()(word)
        if _LEAST_LETTERS <= place <= len(word) - _LEAST_LETTERS
    ]
    for place, following in reversed([*pairwise([*places, len(word)])]):
        # What is no syllable binds a compound together, and goes with what is before it.
        if following > place + 1 and _VOWEL.search(word, place, following):
            word = word[:place] + SOFT_HYPHEN + word[place:]
    return word


@cache
def _positions() -> Callable[[str], Sequence[int]]:
    from pyphen import Pyphen

    return Pyphen(lang="da_DK").positions
