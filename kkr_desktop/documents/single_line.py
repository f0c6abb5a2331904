"""A line of text drawn outside the column, such as a running head, in the fonts that it needs."""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from kkr_desktop.documents.fonts import stretches
from kkr_desktop.model.text import without_unprintable

_CUT = "…"


def fitted_line(text: str, size: float, room: float) -> list[tuple[str, str]]:
    """Return `text` on one line as stretches of (font, words), cut with "…" to `room` points."""
    words = " ".join(without_unprintable(text).split())
    line = stretches(words)
    if _width(line, size) <= room:
        return line
    fits, too_long = 0, len(words)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if _width(stretches(words[:middle].rstrip() + _CUT), size) <= room:
            fits = middle
        else:
            too_long = middle
    return stretches(words[:fits].rstrip() + _CUT)


def draw_line(
    canvas: Any,  # noqa: ANN401
    x: float,
    baseline: float,
    line: Sequence[tuple[str, str]],
    size: float,
) -> None:
    """Draw a fitted line from `x`."""
    for font, words in line:
        canvas.setFont(font, size)
        canvas.drawString(x, baseline, words)
        x += stringWidth(words, font, size)


def _width(line: Sequence[tuple[str, str]], size: float) -> float:
    return sum(stringWidth(words, font, size) for font, words in line)
