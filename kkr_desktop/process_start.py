"""When this process was started, for measuring how long the window takes."""

import os
import sys
import time
from pathlib import Path

_LOADED = time.perf_counter()


def milliseconds_since_start() -> float:
    """Return how long ago the operating system started this process.

    Resolution is 10 ms on Linux (clock ticks in /proc) and finer on Windows.
    Elsewhere the time counts from when this module was loaded.
    """
    if sys.platform == "win32":
        return _windows_age() * 1000
    if sys.platform.startswith("linux"):
        return _linux_age() * 1000
    return (time.perf_counter() - _LOADED) * 1000


def _linux_age() -> float:
    if not sys.platform.startswith("linux"):
        return 0.0
    fields = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace")
    started_ticks = int(fields.rpartition(")")[2].split()[19])
    started = started_ticks / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started


def _windows_age() -> float:
    if sys.platform != "win32":
        return 0.0
    import ctypes
    from ctypes import wintypes

    created, exited, kernel, user = (wintypes.FILETIME() for _ in range(4))
    kernel32 = ctypes.windll.kernel32
    kernel32.GetCurrentProcess.restype = wintypes.HANDLE
    kernel32.GetProcessTimes(
        wintypes.HANDLE(kernel32.GetCurrentProcess()),
        ctypes.byref(created),
        ctypes.byref(exited),
        ctypes.byref(kernel),
        ctypes.byref(user),
    )
    ticks = (created.dwHighDateTime << 32) + created.dwLowDateTime
    seconds_from_1601_to_1970 = 11_644_473_600
    return time.time() - (ticks / 10_000_000 - seconds_from_1601_to_1970)
