"""Rich text into flowables."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer

from kkr_desktop.documents import markup
from kkr_desktop.documents.data_table import CELL_PADDING, table_rules
from kkr_desktop.documents.figure import Figure
from kkr_desktop.documents.flowables import PART_LEVEL
from kkr_desktop.documents.fonts import TEXT
from kkr_desktop.documents.styles import (
    BODY,
    CELL,
    CELL_HEADER,
    CELL_HEADER_NUMBER,
    CELL_NUMBER,
    HEADING_IN_TEXT,
    LIST_INDENT,
    TEXT_WIDTH,
)
from kkr_desktop.documents.tagging import flowables as tagged
from kkr_desktop.documents.tagging.flowables import Paragraph
from kkr_desktop.model import richtext
from kkr_desktop.model.richtext import Cell, ListItem, ListKind, Picture, RichText, Run, Table

_BULLETS = ("•", "–", "•", "–")
_NUMBER = re.compile(r"[-+−]?[\d.,  ]*\d[\d.,  ]*\s*(%|kr\.|mio\.|mia\.|pct\.)?(\s*kr\.)?")
_CELL_ROOM = [
    ("TOPPADDING", (0, 0), (-1, -1), 3.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
]
_NARROWEST = 34.0


def text_blocks(
    text: RichText, width: float = TEXT_WIDTH, *, above: int = PART_LEVEL
) -> list[Flowable]:
    """Return the flowables of a text that is set `width` points wide.

    `above` is the level of the heading that it stands below.
    """
    counters = _Counters()
    made: list[Flowable] = []
    for block in text.blocks:
        if not isinstance(block, ListItem):
            counters.restart()
        match block:
            case richtext.Paragraph(runs):
                made.append(Paragraph(markup.runs(runs), BODY) if runs else Spacer(1, 6))
            case richtext.Heading(level, runs) if _has_words(runs):
                heading = Paragraph(markup.runs(runs), HEADING_IN_TEXT)
                made.append(heading.as_heading(above + level))
            case richtext.Heading():
                made.append(Spacer(1, 6))
            case ListItem():
                made.append(_list_item(block, counters, BODY))
            case Table():
                made.append(_table(block, width))
            case Picture():
                made.append(Figure(block, markup.runs(block.runs), width))
    return made


def _has_words(runs: Sequence[Run]) -> bool:
    return any(run.text.strip() for run in runs)


class _Counters:
    """The running numbers of nested lists."""

    def __init__(self) -> None:
        self._counts: list[int] = []
        self._kinds: list[ListKind] = []

    def restart(self) -> None:
        """Begin anew: something else than a list came between."""
        self._counts.clear()
        self._kinds.clear()

    def mark(self, item: ListItem) -> str:
        """Return what stands before the next item: 1., a., i., or a bullet."""
        del self._counts[item.level + 1 :]
        while len(self._counts) <= item.level:
            self._counts.append(0)
        self._counts[item.level] += 1
        if item.kind is ListKind.BULLET:
            self._counts[item.level] = 0
            return _BULLETS[item.level]
        count = self._counts[item.level]
        match item.level:
            case 1:
                return f"{_letters(count)}."
            case 2:
                return f"{_roman(count)}."
            case _:
                return f"{count}."


def _letters(count: int) -> str:
    letters = ""
    while count:
        count, rest = divmod(count - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(count: int) -> str:
    steps = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"))
    ones = ((5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for value, letters in (*steps, *ones):
        written += letters * (count // value)
        count %= value
    return written


def _list_item(item: ListItem, counters: _Counters, style: Any) -> Paragraph:  # noqa: ANN401
    mark = counters.mark(item)
    own = _item_style(style, item.level)
    shown = Paragraph(markup.runs(item.runs) or "&nbsp;", own, bulletText=mark)
    return shown.as_list_item(item.level, _numbering(item))


@lru_cache
def _item_style(style: Any, level: int) -> Any:  # noqa: ANN401
    indent = LIST_INDENT * (level + 1)
    return style.clone(
        f"{style.name}-item-{level}",
        leftIndent=indent,
        bulletIndent=indent - LIST_INDENT + 2,
        spaceAfter=3 if style is BODY else 1,
    )


def _numbering(item: ListItem) -> str:
    """Return how the list is numbered, as ISO 32000-1, table 347, names it."""
    if item.kind is ListKind.BULLET:
        return "Disc"
    return {1: "LowerAlpha", 2: "LowerRoman"}.get(item.level, "Decimal")


def _table(table: Table, width: float) -> Flowable:
    numeric = [_is_numeric(table, column) for column in range(table.column_count)]
    rows = [
        [
            _cell(cell, _cell_style(is_header=row < table.header_rows, is_number=numeric[column]))
            for column, cell in enumerate(cells)
        ]
        for row, cells in enumerate(table.rows)
    ]
    header = table.header_rows
    made = tagged.Table(
        rows,
        colWidths=_column_widths(table, width),
        repeatRows=header if header < len(rows) else 0,
        style=[*table_rules(header if header < len(rows) else 0), *_CELL_ROOM],
        spaceBefore=4,
        spaceAfter=10,
        hAlign="LEFT",
        splitInRow=1,
    )
    return made.with_headers(rows=header)


def _cell(cell: Cell, style: Any) -> list[Flowable]:  # noqa: ANN401
    counters = _Counters()
    made: list[Flowable] = []
    for block in cell.blocks:
        if isinstance(block, ListItem):
            made.append(_list_item(block, counters, style))
        else:
            counters.restart()
            made.append(Paragraph(markup.runs(block.runs), style))
    return made


def _cell_style(*, is_header: bool, is_number: bool) -> Any:  # noqa: ANN401
    if is_header:
        return CELL_HEADER_NUMBER if is_number else CELL_HEADER
    return CELL_NUMBER if is_number else CELL


def _is_numeric(table: Table, column: int) -> bool:
    """Tell whether a column holds numbers alone, below its header."""
    words = [_words(row[column]) for row in table.rows[table.header_rows :]]
    filled = [word for word in words if word not in {"", "-", "–"}]
    return bool(filled) and all(_NUMBER.fullmatch(word) for word in filled)


def _words(cell: Cell) -> str:
    return " ".join("".join(run.text for run in block.runs) for block in cell.blocks).strip()


def _column_widths(table: Table, width: float) -> list[float]:
    """Share the width out: no column narrower than its longest word while there is room."""
    columns = range(table.column_count)
    words = [[_words(row[column]) for row in table.rows] for column in columns]
    padding = 2 * CELL_PADDING + 1
    least = [
        min(max(_widest(word for cell in column for word in cell.split()), _NARROWEST), width / 2)
        + padding
        for column in words
    ]
    wanted = [max(_widest(column) + padding, low) for column, low in zip(words, least, strict=True)]
    if sum(wanted) <= width:
        slack = (width - sum(wanted)) / max(len(wanted), 1)
        return [want + slack for want in wanted]
    if sum(least) >= width:
        return [width * low / sum(least) for low in least]
    return _between(least, wanted, width)


def _between(least: Sequence[float], wanted: Sequence[float], width: float) -> list[float]:
    """Give each column its least, and the rest by the square root of what it lacks."""
    room = width - sum(least)
    lacks = [max(want - low, 0.0) ** 0.5 for low, want in zip(least, wanted, strict=True)]
    total = sum(lacks) or 1.0
    return [low + room * lack / total for low, lack in zip(least, lacks, strict=True)]


def _widest(words: Iterable[str]) -> float:
    return max((stringWidth(word, TEXT, CELL.fontSize) * 1.04 for word in words), default=0.0)
