"""The command line: the way into the window, and every job that needs none.

Exit status 0; 1 for an expected error, told in one Danish sentence on stderr;
2 for wrong usage.
"""

import argparse
import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kkr_desktop import __version__
from kkr_desktop.commands import (
    agenda,
    appendices,
    calendar,
    dispatch,
    follow_ups,
    members,
    minutes,
    packs,
    secretariat,
)
from kkr_desktop.commands.danish_usage import speak_danish
from kkr_desktop.commands.frame import EXPECTED_ERROR, Arguments, Commands, complain, say
from kkr_desktop.display import NO_DISPLAY, Obstacle, has_display, obstacle_to_window
from kkr_desktop.model.errors import KkrError
from kkr_desktop.storage.data_folder import DataFolder

if TYPE_CHECKING:
    from kkr_desktop.storage.database import Database

_INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    # A command ends before garbage is worth collecting; the window collects on its own terms.
    gc.disable()
    _write_utf8()
    arguments = _parser().parse_args(argv, Arguments(open_window))
    try:
        return arguments.run(arguments)
    except KkrError as error:
        complain(error.explain())
        return EXPECTED_ERROR
    except BrokenPipeError:
        _leave_the_closed_pipe()
        return EXPECTED_ERROR
    except KeyboardInterrupt:
        complain("Afbrudt.")
        return _INTERRUPTED


def open_window(arguments: Arguments) -> int:
    """Open the window; where there is none to open, a demo becomes documents instead."""
    obstacle = obstacle_to_window()
    if arguments.demo:
        if obstacle is None and not has_display():
            obstacle = NO_DISPLAY
        return _open_demo(obstacle)
    if obstacle is not None:
        complain(f"{obstacle.text} Programmets øvrige funktioner ses med: kkr-desktop --help")
        return EXPECTED_ERROR
    from kkr_desktop.app import run_window

    return run_window(arguments.folder, measure_start=arguments.measure_start)


def _open_demo(obstacle: Obstacle | None) -> int:
    from kkr_desktop.services.demo import make_demo
    from kkr_desktop.storage.upgrade import open_database

    with TemporaryDirectory(prefix="kkr-demo-", ignore_cleanup_errors=True) as temporary:
        folder = DataFolder(Path(temporary))
        database = open_database(folder)
        try:
            make_demo(database)
            if obstacle is not None:
                return _write_demo_documents(database, obstacle)
        finally:
            database.close()
        from kkr_desktop.app import run_window

        return run_window(folder)


def _write_demo_documents(database: "Database", obstacle: Obstacle) -> int:
    from kkr_desktop.services.demo import write_demo_documents

    paths = write_demo_documents(database, Path.cwd())
    say(f"{obstacle.text} Demoens dagsorden og referat er i stedet skrevet som PDF:")
    for path in paths:
        say(f"  {path.name}")
    return 0


def _parser() -> argparse.ArgumentParser:
    """Describe the options and commands."""
    speak_danish()
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data-dir",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="MAPPE",
        help="mappen med database og arkiv",
    )
    parser = argparse.ArgumentParser(
        prog="kkr-desktop",
        parents=[common],
        description="KKR Desktop: sekretariatets program til medlemmer, møder, dagsordener "
        "og referater. Uden kommando åbnes vinduet.",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"KKR Desktop {__version__}",
        help="vis programmets version",
    )
    parser.add_argument("--demo", action="store_true", help="åbn vinduet på et nyt demosekretariat")
    parser.add_argument(
        "--measure-start",
        action="store_true",
        help="åbn vinduet, skriv hvor mange millisekunder det tog, og luk igen",
    )
    commands = Commands(parser, common)
    for area in (
        members,
        calendar,
        agenda,
        appendices,
        packs,
        dispatch,
        minutes,
        follow_ups,
        secretariat,
    ):
        area.add_commands(commands)
    return parser


def _leave_the_closed_pipe() -> None:
    """Keep what is still to be written from failing too, after `head` has read enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_utf8() -> None:
    """Write æøå also where Windows pipes the output in another encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
