"""Colours of documents, and whether text in them can be read on paper."""

import re

ENHANCED_CONTRAST = 7.0
"""How much text must stand out from its ground (WCAG 2.1, 1.4.6)."""

STANDARD_ACCENT = "#12485a"
"""The colour of a body's documents when it has chosen none."""

PAPER_TINT = "#eef3f5"
"""The darkest ground that documents set text on."""

_HEX = re.compile(r"#[0-9a-f]{6}")


def is_colour(written: str) -> bool:
    """Tell whether a colour is written as in "#12485a"."""
    return _HEX.fullmatch(written) is not None


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (none) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def can_be_read(colour: str) -> bool:
    """Tell whether text in `colour` stands out enough from every ground of a document."""
    return contrast(colour, PAPER_TINT) >= ENHANCED_CONTRAST


def _luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2.1 defines it."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
