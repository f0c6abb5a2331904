"""A box to tick is seen before it is ticked, in light and in dark."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from kkr_desktop.ui.outlined_style import OutlinedStyle
from kkr_desktop.ui.theme import palette


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2.1."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_outline_of_a_box_stands_out_from_the_window(
    kind: type[QCheckBox] | type[QRadioButton], qtbot: QtBot, *, dark: bool
) -> None:
    box = kind()
    qtbot.addWidget(box)
    style = OutlinedStyle()
    box.setStyle(style)
    box.setPalette(palette(dark=dark))
    box.setAutoFillBackground(True)
    box.resize(box.sizeHint())
    image = box.grab().toImage()
    middle = image.height() // 2
    row = [image.pixelColor(across, middle) for across in range(image.width())]
    window = palette(dark=dark).window().color()
    assert max(contrast(pixel, window) for pixel in row) >= 3
