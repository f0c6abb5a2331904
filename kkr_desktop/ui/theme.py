"""Light and dark: two palettes with text contrast of at least 7:1, and the program's type."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kkr_desktop.ui.outlined_style import OutlinedStyle

Role = QPalette.ColorRole


class Appearance(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_LIGHT: Mapping[Role, str] = {
    Role.Window: "#f3f4f5",
    Role.WindowText: "#1b2429",
    Role.Base: "#ffffff",
    Role.AlternateBase: "#f7f9fa",
    Role.Text: "#1b2429",
    Role.Button: "#fbfbfc",
    Role.ButtonText: "#1b2429",
    Role.BrightText: "#ffffff",
    Role.Highlight: "#12485a",
    Role.HighlightedText: "#ffffff",
    Role.Link: "#0b5a78",
    Role.LinkVisited: "#5a3d7a",
    Role.ToolTipBase: "#1b2429",
    Role.ToolTipText: "#ffffff",
    Role.PlaceholderText: "#5d6a72",
    Role.Light: "#ffffff",
    Role.Midlight: "#e8ebed",
    Role.Mid: "#c3cacf",
    Role.Dark: "#98a3aa",
    Role.Shadow: "#6b767d",
    Role.Accent: "#12485a",
}
_DARK: Mapping[Role, str] = {
    Role.Window: "#1d2327",
    Role.WindowText: "#eef2f4",
    Role.Base: "#14191c",
    Role.AlternateBase: "#192024",
    Role.Text: "#eef2f4",
    Role.Button: "#283036",
    Role.ButtonText: "#eef2f4",
    Role.BrightText: "#ffffff",
    Role.Highlight: "#9ad0e3",
    Role.HighlightedText: "#0c1a20",
    Role.Link: "#8fcbe2",
    Role.LinkVisited: "#cbb3ea",
    Role.ToolTipBase: "#eef2f4",
    Role.ToolTipText: "#14191c",
    Role.PlaceholderText: "#a9b5bc",
    Role.Light: "#3a444b",
    Role.Midlight: "#2f383e",
    Role.Mid: "#465159",
    Role.Dark: "#0f1316",
    Role.Shadow: "#080a0b",
    Role.Accent: "#9ad0e3",
}
_WARNING = {False: "#a8321f", True: "#ff9c85"}
_DISABLED = {False: "#7c878e", True: "#7f8b92"}
_FADING = (Role.WindowText, Role.Text, Role.ButtonText)


def set_appearance(application: QApplication, appearance: Appearance) -> None:
    """Give the whole program the colours of `appearance`."""
    application.setStyle(OutlinedStyle())
    dark = appearance is Appearance.DARK or (
        appearance is Appearance.SYSTEM
        and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    application.setPalette(palette(dark=dark))


def palette(*, dark: bool) -> QPalette:
    """Return the palette for light or dark."""
    made = QPalette()
    for role, colour in (_DARK if dark else _LIGHT).items():
        made.setColor(role, QColor(colour))
    for role in _FADING:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED[dark]))
    return made


def is_dark() -> bool:
    """Tell whether the window is dark right now."""
    return QGuiApplication.palette().color(Role.Base).lightness() < 128


def warning_colour() -> QColor:
    """Return the colour of what is late or wrong; never the only sign of it."""
    return QColor(_WARNING[is_dark()])
