"""How tables look, and a table of facts with a row of headings."""

from collections.abc import Sequence
from typing import Any

from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.styles import (
    CELL,
    CELL_HEADER,
    CELL_HEADER_NUMBER,
    CELL_NUMBER,
    INK,
    RULE,
    TEXT_WIDTH,
    TINT,
)
from kkr_desktop.documents.tagging.flowables import Paragraph, Table

CELL_PADDING = 5.0
"""The room at the left and the right of a cell's words, in points."""

_CELL_ROOM = [
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
]


def table_rules(header_rows: int) -> list[Any]:
    """Return how a table is ruled: thin between rows, strong at the ends, a tint for headers."""
    rules: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), CELL_PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), CELL_PADDING),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE),
        ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
        ("LINEBELOW", (0, -1), (-1, -1), 0.9, INK),
    ]
    if header_rows:
        rules += [
            ("BACKGROUND", (0, 0), (-1, header_rows - 1), TINT),
            ("LINEBELOW", (0, header_rows - 1), (-1, header_rows - 1), 0.9, INK),
        ]
    return rules


def data_table(
    headings: Sequence[str],
    shares: Sequence[float],
    rows: Sequence[Sequence[str]],
    *,
    numbers: int | None = None,
) -> Table:
    """Return words as a table over the whole width; `numbers` is the column set to the right."""

    def cells(row: Sequence[str], words: Any, number: Any) -> list[Any]:  # noqa: ANN401
        return [
            Paragraph(plain(text), number if column == numbers else words)
            for column, text in enumerate(row)
        ]

    made = Table(
        [cells(headings, CELL_HEADER, CELL_HEADER_NUMBER)]
        + [cells(row, CELL, CELL_NUMBER) for row in rows],
        colWidths=[TEXT_WIDTH * share for share in shares],
        repeatRows=1,
        style=[*table_rules(1), *_CELL_ROOM],
        hAlign="LEFT",
        splitInRow=1,
        spaceBefore=2,
        spaceAfter=8,
    )
    return made.with_headers(rows=1)
