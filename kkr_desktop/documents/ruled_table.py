"""The table that documents list rows in: named columns, thin rules, strong ones at the ends."""

from collections.abc import Sequence
from typing import Any

from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.styles import CELL, CELL_HEADER, INK, RULE, TEXT_WIDTH, TINT
from kkr_desktop.documents.tagging.flowables import Paragraph, Table


def ruled_table(
    names: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
) -> Table:
    """Return rows below the names of their columns; `shares` are the widths, of 1 in all."""
    cells = [[Paragraph(name, CELL_HEADER) for name in names]]
    cells += [[Paragraph(plain(text), CELL) for text in row] for row in rows]
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
        cells,
        colWidths=[TEXT_WIDTH * share for share in shares],
        repeatRows=1,
        style=style,
        spaceBefore=2,
        spaceAfter=8,
        hAlign="LEFT",
    )
    return made.with_headers(rows=1)
