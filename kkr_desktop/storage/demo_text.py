"""The few marks in which the shipped demo texts are written, read into rich text.

Paragraphs, `#` to `###` headings, `-` and `1.` lists nested by two spaces,
`| a | b |` tables with a `|---|---|` line below the header row, `**bold**`,
`*italic*` and `[words](https://…)`; a backslash takes a mark literally. The
reader is strict, so that a slip of the pen in a shipped text fails a test
instead of standing on a front page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from kkr_desktop.model.richtext import (
    HEADING_LEVELS,
    LIST_LEVELS,
    Block,
    Cell,
    Heading,
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    Table,
    is_safe_link,
    rich_text,
)

_HEADING = re.compile(r"(#+) +(\S.*)")
_LIST_ITEM = re.compile(r"( *)(-|\d+\.) +(\S.*)")
_DELIMITERS = re.compile(r"\|(-{3,}\|)+")
_UNKNOWN = re.compile(r"[>+<~=]|```|\* |!\[|#|-{2}|\d+\)|\\$")
_INLINE = re.compile(r"\\([\\*\[\]|])|(\*\*)|(\*)|\[([^\[\]]+)\]\(([^()\s]+)\)|([\[\]`])")
_CELL_END = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str

    def reject(self, reason: str) -> NoReturn:
        raise ValueError(f"line {self.number}: {reason}: {self.text!r}")


def read_demo_text(source: str) -> RichText:
    """Read a demo text.

    Raises ValueError, naming the line, when it holds anything but the marks
    described above.
    """
    blocks: list[Block] = []
    for group in _groups(source):
        blocks.extend(_read_group(group))
    return rich_text(blocks)


def _groups(source: str) -> Iterator[list[_Line]]:
    """Yield the lines that belong together: headings alone, the rest between blank lines."""
    group: list[_Line] = []
    for number, text in enumerate(source.splitlines(), start=1):
        line = _Line(number, text.rstrip(" "))
        alone = line.text.startswith("#")
        if group and (alone or not line.text):
            yield group
            group = []
        if alone:
            yield [line]
        elif line.text:
            group.append(line)
    if group:
        yield group


def _read_group(lines: list[_Line]) -> list[Block]:
    first = lines[0].text
    if first.startswith("#"):
        return [_read_heading(lines[0])]
    if first.startswith("|"):
        return [_read_table(lines)]
    if _LIST_ITEM.fullmatch(first):
        return list(_read_list(lines))
    return [_read_paragraph(lines)]


def _read_heading(line: _Line) -> Heading:
    match = _HEADING.fullmatch(line.text)
    if match is None or len(match[1]) not in HEADING_LEVELS:
        line.reject("not a heading")
    return Heading(len(match[1]), _read_runs(line, match[2]))


def _read_paragraph(lines: list[_Line]) -> Paragraph:
    for line in lines:
        if line.text.startswith((" ", "\t", "|")) or _LIST_ITEM.fullmatch(line.text):
            line.reject("a list or a table begins after a blank line, a paragraph at the margin")
        if _UNKNOWN.match(line.text):
            line.reject("unknown mark")
    return Paragraph(_read_runs(lines[0], " ".join(line.text for line in lines)))


def _read_list(lines: list[_Line]) -> Iterator[ListItem]:
    counted: list[int] = []
    for line in lines:
        match = _LIST_ITEM.fullmatch(line.text)
        if match is None:
            line.reject("not an item of the list; a blank line ends a list")
        level, odd = divmod(len(match[1]), 2)
        if odd or level > len(counted) or level not in LIST_LEVELS:
            line.reject("a list is nested by two spaces")
        del counted[level + 1 :]
        if level == len(counted):
            counted.append(0)
        if match[2] == "-":
            counted[level] = 0
            yield ListItem(ListKind.BULLET, level, _read_runs(line, match[3]))
            continue
        counted[level] += 1
        if match[2] != f"{counted[level]}.":
            line.reject(f"the number here is {counted[level]}")
        yield ListItem(ListKind.NUMBERED, level, _read_runs(line, match[3]))


def _read_table(lines: list[_Line]) -> Table:
    if len(lines) < 3 or not _DELIMITERS.fullmatch(lines[1].text):
        lines[min(1, len(lines) - 1)].reject("a table has a header row, a |---| line and rows")
    rows = [_read_row(line) for line in (lines[0], *lines[2:])]
    width = lines[1].text.count("|") - 1
    for line, row in zip((lines[0], *lines[2:]), rows, strict=True):
        if len(row) != width:
            line.reject(f"the row has {len(row)} cells, the table {width}")
    return Table(tuple(rows), header_rows=1)


def _read_row(line: _Line) -> tuple[Cell, ...]:
    pieces = _CELL_END.split(line.text)
    if len(pieces) < 3 or pieces[0] or pieces[-1]:
        line.reject("a row of a table begins and ends with |")
    return tuple(Cell((Paragraph(_read_runs(line, piece.strip())),)) for piece in pieces[1:-1])


def _read_runs(line: _Line, source: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    bold = italic = False
    position = 0
    for match in _INLINE.finditer(source):
        runs.append(Run(source[position : match.start()], bold, italic))
        position = match.end()
        literal, two_stars, one_star, words, address, stray = match.groups()
        if stray:
            line.reject(f"stray {stray}")
        elif two_stars:
            bold = not bold
        elif one_star:
            italic = not italic
        elif words:
            if not is_safe_link(address):
                line.reject("a link that documents may not carry")
            runs.append(Run(words, bold, italic, link=address))
        else:
            runs.append(Run(literal, bold, italic))
    if bold or italic:
        line.reject("bold or italic does not end")
    runs.append(Run(source[position:]))
    return tuple(runs)
