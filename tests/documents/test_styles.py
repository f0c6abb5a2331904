"""Text can be read by tired eyes and on a black-and-white printer; numbers stand in columns."""

import pytest
from reportlab.lib.colors import Color, HexColor, white

from kkr_desktop.documents import styles
from kkr_desktop.documents.fonts import SEMIBOLD, TEXT, register
from kkr_desktop.documents.markup import LINK_COLOUR

ENHANCED_CONTRAST = 7
"""WCAG 2.1, 1.4.6."""


def luminance(colour: Color) -> float:
    """Return the relative luminance as WCAG 2.1 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.red, colour.green, colour.blue)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ground", [white, styles.TINT])
@pytest.mark.parametrize("text", [styles.INK, styles.QUIET, styles.ACCENT, HexColor(LINK_COLOUR)])
def test_every_text_colour_stands_out_from_every_ground(text: Color, ground: Color) -> None:
    assert contrast(text, ground) >= ENHANCED_CONTRAST


@pytest.mark.parametrize("face", [TEXT, SEMIBOLD, "SourceSans3-Bold"])
def test_all_figures_are_equally_wide(face: str) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register()
    assert len({stringWidth(figure, face, 1000) for figure in "0123456789"}) == 1
