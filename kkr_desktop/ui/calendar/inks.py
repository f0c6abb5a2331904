"""The colours of the calendar's marks, in light and in dark."""

from collections.abc import Mapping

from PySide6.QtGui import QColor

from kkr_desktop.documents.wheel_shapes import Ink
from kkr_desktop.ui.theme import is_dark

_LIGHT: Mapping[Ink, str] = {
    Ink.TEXT: "#1b2429",
    Ink.QUIET: "#5d6a72",
    Ink.RULE: "#b9c3c9",
    Ink.BAND: "#dce8ec",
    Ink.BAND_OTHER: "#eaf1f4",
    Ink.ROUND: "#eef3f5",
    Ink.HOLIDAY: "#b3261e",
    Ink.SCHOOL_HOLIDAY: "#9a6a00",
    Ink.EVENT: "#6b3fa0",
    Ink.BODY_1: "#12485a",
    Ink.BODY_2: "#9c4a10",
    Ink.BODY_3: "#2f6b2f",
    Ink.BODY_4: "#8a2a5b",
    Ink.BODY_5: "#3d52a1",
    Ink.BODY_6: "#5f5a1c",
}
_DARK: Mapping[Ink, str] = {
    Ink.TEXT: "#eef2f4",
    Ink.QUIET: "#a9b5bc",
    Ink.RULE: "#465159",
    Ink.BAND: "#2c3f48",
    Ink.BAND_OTHER: "#22323a",
    Ink.ROUND: "#1f282d",
    Ink.HOLIDAY: "#ff9c92",
    Ink.SCHOOL_HOLIDAY: "#e3b052",
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
    return QColor((_DARK if is_dark() else _LIGHT)[ink])
