"""What makes a text hard to read for somebody who listens to it or leaps through it.

The rules follow WCAG 2.1 (the web accessibility act, LOV nr. 692/2018, asks for
it of everything that a municipality publishes): 1.1.1 alternatives to pictures,
1.3.1 info and relationships, 2.4.4 purpose of links, 2.4.6 headings.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kkr_desktop.model.richtext import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
)

_LONGEST_HEADING = 90
_LONGEST_EVIDENCE = 60
_MARK = re.compile(r"(?:[-–•*·]|\d{1,2}[.)]|[a-zæøå][.)])[ \xa0]")
_VAGUE = {"her", "klik her", "læs mere", "læs mere her", "link", "dette link", "se her", "mere"}


class ReadabilityProblem(StrEnum):
    """What is wrong with a block of a text."""

    BOLD_AS_HEADING = "bold_as_heading"
    EMPTY_HEADING = "empty_heading"
    TYPED_LIST = "typed_list"
    EMPTY_HEADER_CELL = "empty_header_cell"
    NO_HEADER_ROW = "no_header_row"
    VAGUE_LINK = "vague_link"
    NO_ALTERNATIVE = "no_alternative"


PROBLEM_ADVICE = {
    ReadabilityProblem.BOLD_AS_HEADING: "En linje med fed ser ud som en overskrift. "
    "Gør den til en overskrift, så man kan springe til den.",
    ReadabilityProblem.EMPTY_HEADING: "Overskriften er tom. Skriv den, eller slet linjen.",
    ReadabilityProblem.TYPED_LIST: "Linjerne ser ud som en liste. "
    "Gør dem til en liste, så de bliver læst op som en.",
    ReadabilityProblem.EMPTY_HEADER_CELL: "En celle i tabellens overskriftsrække er tom. "
    "Skriv, hvad kolonnen viser.",
    ReadabilityProblem.NO_HEADER_ROW: "Tabellen har ingen overskriftsrække. "
    "Giv den en, så man kan høre, hvad tallene er.",
    ReadabilityProblem.VAGUE_LINK: "Linkets tekst siger ikke, hvor det fører hen. "
    "Skriv, hvad man finder der.",
    ReadabilityProblem.NO_ALTERNATIVE: "Billedet har ingen beskrivelse. "
    "Skriv, hvad det viser, til dem, der ikke kan se det.",
}
"""What to do about each, as the window says it."""


@dataclass(frozen=True, slots=True)
class FoundProblem:
    """A problem, the place of its block in the text, and the first words there."""

    problem: ReadabilityProblem
    block: int
    words: str


def problems_in(text: RichText) -> Iterator[FoundProblem]:
    """Yield what is hard to read in a text, in its order."""
    for place, block in enumerate(text.blocks):
        following = text.blocks[place + 1] if place + 1 < len(text.blocks) else None
        before = text.blocks[place - 1] if place else None
        for problem in _problems(block, before, following):
            yield FoundProblem(problem, place, _evidence(block))


def _problems(
    block: Block, before: Block | None, following: Block | None
) -> Iterator[ReadabilityProblem]:
    if any(_is_vague(run) for run in _runs(block)):
        yield ReadabilityProblem.VAGUE_LINK
    match block:
        case Paragraph():
            yield from _paragraph_problems(block, before, following)
        case Heading(_, runs):
            if not _words(runs):
                yield ReadabilityProblem.EMPTY_HEADING
        case Table():
            yield from _table_problems(block)
        case Picture(_, alternate):
            if not alternate:
                yield ReadabilityProblem.NO_ALTERNATIVE
        case ListItem():
            pass


def _paragraph_problems(
    block: Paragraph, before: Block | None, following: Block | None
) -> Iterator[ReadabilityProblem]:
    if _is_bold_line(block) and following is not None and not _is_bold_line(following):
        yield ReadabilityProblem.BOLD_AS_HEADING
    begins = _begins_like_item(block) and not _begins_like_item(before)
    if begins and _begins_like_item(following):
        yield ReadabilityProblem.TYPED_LIST


def _table_problems(table: Table) -> Iterator[ReadabilityProblem]:
    if table.column_count < 2 or len(table.rows) < 2:
        return
    if table.header_rows == 0:
        yield ReadabilityProblem.NO_HEADER_ROW
    headers = table.rows[: table.header_rows]
    if any(
        not _words(run for block in cell.blocks for run in block.runs)
        for row in headers
        for cell in row
    ):
        yield ReadabilityProblem.EMPTY_HEADER_CELL


def _is_bold_line(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    words = _words(block.runs)
    if not words or len(words) > _LONGEST_HEADING or "\n" in words or words.endswith("."):
        return False
    return all(run.bold for run in block.runs if run.text.strip())


def _begins_like_item(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and _MARK.match(_words(block.runs)) is not None


def _is_vague(run: Run) -> bool:
    return run.link is not None and run.text.strip(" .:»«\xa0").casefold() in _VAGUE


def _runs(block: Block) -> Iterator[Run]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                for inner in cell.blocks:
                    yield from inner.runs
    else:
        yield from block.runs


def _words(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs).strip()


def _evidence(block: Block) -> str:
    words = " ".join(" ".join(run.text for run in _runs(block)).split())
    words = words or ("Billede" if isinstance(block, Picture) else "")
    return words if len(words) <= _LONGEST_EVIDENCE else f"{words[:_LONGEST_EVIDENCE].rstrip()}…"
