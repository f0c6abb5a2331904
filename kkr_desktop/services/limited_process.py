"""Runs another program for a limited time; it ends with all that it started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from tempfile import TemporaryFile

Step = Callable[[], None]
"""Called again and again while something runs; what it raises ends that."""

_PAUSE = 0.02
_NEW_GROUP = 0x200  # CREATE_NEW_PROCESS_GROUP
_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW


def no_step() -> None:
    """Go on."""


def run_limited(
    command: Sequence[str], standard_input: str, seconds: float, step: Step
) -> str | None:
    """Return what a program wrote to its standard output; None when it failed or took too long."""
    until = time.monotonic() + seconds
    with TemporaryFile() as told, TemporaryFile() as given:
        given.write(standard_input.encode())
        given.seek(0)
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=given,
            stdout=told,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
            creationflags=_NEW_GROUP | _NO_WINDOW if sys.platform == "win32" else 0,
        )
        try:
            while process.poll() is None and time.monotonic() < until:
                step()
                time.sleep(_PAUSE)
        finally:
            _end(process)
        if process.returncode != 0:
            return None
        told.seek(0)
        return told.read().decode("utf-8", errors="replace")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program that still runs, and what it started."""
    if process.poll() is None:
        if sys.platform == "win32":
            subprocess.run(  # noqa: S603
                ["taskkill", "/T", "/F", "/PID", str(process.pid)],  # noqa: S607
                check=False,
                capture_output=True,
            )
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
