"""Finds what was meant to be replaced before an agenda is sent: placeholders and help text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kkr_desktop.model.richtext import Block, RichText, rich_text

_LEFTOVER = re.compile(
    r"\[(?!\s*(?:\.{2,}|…)\s*\])[^\]\n]{0,80}\w[^\]\n]{0,80}\](?!\()"  # [indsæt dato], not […]
    r"|<[a-zæøå][^<>\n]{2,60}>|«[^»\n]{1,60}»"
    r"|\b[Xx]{2,}(?:[.,/-][Xx]{2,})*\b"
    r"|_{3,}|\?{3,}|\.{6,}"
    r"|\b(?:TODO|TBD|TBA|FIXME)\b"
    r"|\b[Ll]orem ipsum\b"
    r"|\b(?:[Ss]kriv|[Ii]ndsæt|[Uu]dfyld|[Tt]ilføj|[Bb]eskriv) (?:her|venligst|tekst(?:en)?)\b"
    r"|\b(?:[Hh]jælpetekst|[Vv]ejledende tekst|[Pp]ladsholder)"
    r"|\b[Tt]ekst (?:mangler|følger|indsættes)\b"
    r"|\b[Dd]{2}[.-][Mm]{2}[.-](?:[Åå]{2,4}|[Yy]{2,4})\b"
)


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words that were to be replaced, in a block of a text that counts from 0."""

    block: int
    words: str


def leftovers_in(text: RichText) -> Iterator[Leftover]:
    """Yield the placeholders and the help text that are left in a text."""
    for place, words in _blocks(text):
        for found in _LEFTOVER.finditer(words):
            yield Leftover(place, found[0])


def leftover_words(line: str) -> tuple[str, ...]:
    """Return the same of one line, such as a title."""
    return tuple(found[0] for found in _LEFTOVER.finditer(line))


def _blocks(text: RichText) -> Iterator[tuple[int, str]]:
    for place, block in enumerate(text.blocks):
        yield place, words_of_block(block)


def words_of_block(block: Block) -> str:
    """Return the words of one block alone."""
    return rich_text([block]).plain_text()
