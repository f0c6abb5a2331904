"""The colours of marks and bodies on the screen, in light and in dark."""

from collections.abc import Mapping

from PySide6.QtGui import QColor

from kkr_desktop.documents.wheel_shapes import PAPER_COLOURS, Ink
from kkr_desktop.ui.theme import is_dark

_DARK: Mapping[Ink, str] = {
    Ink.TEXT: "#eef2f4",
    Ink.QUIET: "#a9b5bc",
    Ink.RULE: "#465159",
    Ink.BAND: "#2c3f48",
    Ink.BAND_OTHER: "#22323a",
    Ink.ROUND: "#1f282d",
    Ink.HOLIDAY: "#ff9c92",
    Ink.SCHOOL_HOLIDAY: "#e3b052",
    Ink.SCHOOL_HOLIDAY_GROUND: "#8f6d2c",
    Ink.EVENT: "#c9a7f0",
    Ink.BODY_1: "#9ad0e3",
    Ink.BODY_2: "#f2b083",
    Ink.BODY_3: "#9fd39f",
    Ink.BODY_4: "#f0a3cc",
    Ink.BODY_5: "#aebcf5",
    Ink.BODY_6: "#d8d08a",
}


def colour_of(ink: Ink) -> QColor:
    """Return the colour to draw in right now."""
    return QColor((_DARK if is_dark() else PAPER_COLOURS)[ink])
