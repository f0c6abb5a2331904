"""Whether a window can be opened on this computer, and what it lacks. Needs no Qt."""

import ctypes
import os
import sys
from dataclasses import dataclass

_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""System libraries that Qt loads, and the Debian packages that they come in."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why no window can be opened, in Danish, with what to do about it."""

    text: str


NO_DISPLAY = Obstacle("Der er ingen skærm at åbne et vindue på.")


def obstacle_to_window() -> Obstacle | None:
    """Return what keeps a window from opening here, or None when nothing does.

    Qt itself ends the process when a library or the display is missing, so
    this is asked before Qt is loaded.
    """
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    on_screen = platform in {"", "xcb", "wayland"}
    if on_screen and not has_display():
        return NO_DISPLAY
    wanted = dict(_LIBRARIES)
    uses_x11 = on_screen and platform != "wayland" and bool(os.environ.get("DISPLAY"))
    if uses_x11:
        wanted |= _X11_LIBRARIES
    missing = [package for library, package in wanted.items() if not _can_load(library)]
    if missing:
        return Obstacle(
            "Vinduet mangler noget fra systemet. Installér det med: "
            f"sudo apt install {' '.join(missing)}"
        )
    if uses_x11 and not _x11_answers():
        return Obstacle(f"Skærmen {os.environ['DISPLAY']} svarer ikke.")
    return None


def has_display() -> bool:
    """Tell whether there is a screen to open a window on."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x11_answers() -> bool:
    """Connect to the X display and let go of it again."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers
