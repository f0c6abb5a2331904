"""Line icons that take the colour of the text around them, in light and in dark."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kkr_desktop.resource_files import resource

_SIZES = (16, 20, 24, 32, 48)


def icon(name: str) -> QIcon:
    """Return the icon `name` in the colours of the present palette."""
    palette = QGuiApplication.palette()
    normal = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    selected = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText)
    return _drawn(name, normal.rgba(), disabled.rgba(), selected.rgba())


def program_icon() -> QIcon:
    """Return the icon of the program itself."""
    renderer = QSvgRenderer(str(resource("icons", "kkr-desktop.svg")))
    drawn = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        drawn.addPixmap(_pixmap(renderer, size))
    return drawn


@lru_cache(maxsize=256)
def _drawn(name: str, normal: int, disabled: int, selected: int) -> QIcon:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawn = QIcon()
    modes = {
        QIcon.Mode.Normal: normal,
        QIcon.Mode.Disabled: disabled,
        QIcon.Mode.Selected: selected,
    }
    for mode, rgba in modes.items():
        colour = QColor.fromRgba(rgba).name()
        tinted = source.replace("currentColor", colour)
        renderer = QSvgRenderer(QByteArray(tinted.encode()))
        for size in _SIZES:
            drawn.addPixmap(_pixmap(renderer, size), mode)
    return drawn


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
