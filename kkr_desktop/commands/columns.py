"""Rows of words in columns that line up in a terminal."""

from collections.abc import Iterable, Sequence

_GAP = "  "


def in_columns(rows: Iterable[Sequence[str]], *, right: int | None = None) -> list[str]:
    """Return a line for each of `rows`, every column as wide as its longest cell.

    The column `right` is set to the right, as numbers are. A cell stays on its line whatever
    breaks and control characters a user has put into it.
    """
    cells = [[_on_one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        _GAP.join(
            cell.rjust(width) if place == right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def _on_one_line(cell: str) -> str:
    words = "".join(letter if letter.isprintable() else " " for letter in cell)
    return " ".join(words.split())
