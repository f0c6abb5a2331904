"""A table of facts with a row of headings."""

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

    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE),
        ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, INK),
        ("LINEBELOW", (0, -1), (-1, -1), 0.9, INK),
        ("BACKGROUND", (0, 0), (-1, 0), TINT),
    ]
    made = Table(
        [cells(headings, CELL_HEADER, CELL_HEADER_NUMBER)]
        + [cells(row, CELL, CELL_NUMBER) for row in rows],
        colWidths=[TEXT_WIDTH * share for share in shares],
        repeatRows=1,
        style=style,
        hAlign="LEFT",
        splitInRow=1,
        spaceAfter=8,
    )
    return made.with_headers(rows=1)
