"""The command line: the way into the window, and every job that needs none.

Exit status 0; 1 for an expected error, told in one Danish sentence on stderr;
2 for wrong usage.
"""

import argparse
import gc
import io
import json
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kkr_desktop import __version__
from kkr_desktop.display import NO_DISPLAY, Obstacle, has_display, obstacle_to_window
from kkr_desktop.model.errors import KkrError
from kkr_desktop.storage.data_folder import DataFolder, chosen_data_folder

if TYPE_CHECKING:
    from kkr_desktop.storage.database import Database

EXPECTED_ERROR = 1


_AddsParser = Callable[..., argparse.ArgumentParser]


@dataclass(slots=True)
class Arguments(argparse.Namespace):
    """What was asked for on the command line."""

    run: Callable[["Arguments"], int]
    data_dir: Path | None = None
    demo: bool = False
    measure_start: bool = False
    json: bool = False
    body: str | None = None
    meeting: int = 0
    output: Path = Path()

    @property
    def folder(self) -> DataFolder:
        """The data folder to work in."""
        return chosen_data_folder(self.data_dir)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    _write_utf8()
    arguments = _parser().parse_args(argv, Arguments(open_window))
    try:
        return arguments.run(arguments)
    except KkrError as error:
        _complain(error.explain())
        return EXPECTED_ERROR


def open_window(arguments: Arguments) -> int:
    """Open the window; where there is none to open, a demo becomes documents instead."""
    obstacle = obstacle_to_window()
    if arguments.demo:
        if obstacle is None and not has_display():
            obstacle = NO_DISPLAY
        return _open_demo(obstacle)
    if obstacle is not None:
        _complain(f"{obstacle.text} Programmets øvrige funktioner ses med: kkr-desktop --help")
        return EXPECTED_ERROR
    # Nothing that start-up makes is garbage; app.py takes collection over.
    gc.disable()
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
    _say(f"{obstacle.text} Demoens dagsorden og referat er i stedet skrevet som PDF:")
    for path in paths:
        _say(f"  {path.name}")
    return 0


def make_demo_secretariat(arguments: Arguments) -> int:
    """Make the demo secretariat in an empty data folder."""
    from kkr_desktop.model.errors import DataFolderNotEmpty
    from kkr_desktop.services.demo import make_demo

    if arguments.folder.database.exists():
        raise DataFolderNotEmpty(arguments.folder.path)
    with _database(arguments) as database:
        make_demo(database)
    _say(f"Demosekretariatet er oprettet i »{arguments.folder.path}«.")
    return 0


def list_meetings(arguments: Arguments) -> int:
    """List the meetings of all bodies, in order of time."""
    from kkr_desktop.model.dates import weekday_date
    from kkr_desktop.model.meetings import STATE_NAMES
    from kkr_desktop.services import planning

    with _database(arguments) as database:
        rows = planning.list_meetings(database, body_id=_body_id(database, arguments.body))
    if arguments.json:
        return _print_json(
            {
                "id": row.id,
                "body": row.body_name,
                "date": row.held_on.isoformat(),
                "state": row.state.value,
            }
            for row in rows
        )
    for row in rows:
        when = weekday_date(row.held_on)
        _say(f"{row.id:>5}  {row.body_name:<18} {when:<34} {STATE_NAMES[row.state]}")
    return 0


def list_members(arguments: Arguments) -> int:
    """List who is a member today."""
    from kkr_desktop.services import planning, register

    with _database(arguments) as database:
        only = _body_id(database, arguments.body)
        rows = [
            row
            for body in planning.bodies(database)
            if only in {None, body.id}
            for row in register.members_on(database, body.id, date.today())  # noqa: DTZ011
        ]
    if arguments.json:
        return _print_json(
            {
                "id": row.membership_id,
                "name": row.name,
                "party": row.party_letter,
                "municipality": row.municipality,
                "role": row.role.value,
                "type": row.type.value,
                "from": row.valid_from.isoformat(),
                "to": row.last_day.isoformat() if row.last_day else None,
            }
            for row in rows
        )
    for row in rows:
        party = f"({row.party_letter})" if row.party_letter else ""
        _say(f"{row.membership_id:>5}  {row.name:<34} {party:<5} {row.municipality}")
    return 0


def export_agenda(arguments: Arguments) -> int:
    """Write a meeting's agenda as PDF."""
    from kkr_desktop.services import agenda_content

    with _database(arguments) as database:
        agenda_content.export_agenda(database, arguments.meeting, arguments.output)
    return 0


def export_minutes(arguments: Arguments) -> int:
    """Write a meeting's minutes as PDF."""
    from kkr_desktop.services import minutes_content

    with _database(arguments) as database:
        minutes_content.export_minutes(database, arguments.meeting, arguments.output)
    return 0


def check(arguments: Arguments) -> int:
    """Check that the database and the file store are whole."""
    from kkr_desktop.services.health import problems_in

    problems = problems_in(arguments.folder)
    for problem in problems:
        _complain(problem.explain())
    if problems:
        return EXPECTED_ERROR
    _say("Databasen og arkivet er hele.")
    return 0


@contextmanager
def _database(arguments: Arguments) -> Generator["Database"]:
    from kkr_desktop.storage.upgrade import open_database

    database = open_database(arguments.folder)
    try:
        yield database
    finally:
        database.close()


def _body_id(database: "Database", name: str | None) -> int | None:
    if name is None:
        return None
    from kkr_desktop.services.planning import body_named

    return body_named(database, name).id


def _parser() -> argparse.ArgumentParser:
    """Describe the commands; `--data-dir` may stand before or after each."""
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
    parser.add_argument("--version", action="version", version=f"KKR Desktop {__version__}")
    parser.add_argument("--demo", action="store_true", help="åbn vinduet på et nyt demosekretariat")
    parser.add_argument(
        "--measure-start",
        action="store_true",
        help="åbn vinduet, skriv hvor mange millisekunder det tog, og luk igen",
    )
    commands = parser.add_subparsers(title="kommandoer", metavar="")

    def command(
        add: _AddsParser, name: str, run: Callable[[Arguments], int], description: str
    ) -> argparse.ArgumentParser:
        made = add(name, parents=[common], help=description, description=description)
        made.set_defaults(run=run)
        return made

    command(
        commands.add_parser,
        "demo",
        make_demo_secretariat,
        "lav demosekretariatet i en tom datamappe",
    )
    for name, run, description in (
        ("meetings", list_meetings, "vis møderne"),
        ("members", list_members, "vis medlemmerne i dag"),
    ):
        listing = command(commands.add_parser, name, run, description)
        listing.add_argument("--body", metavar="NAVN", help="kun dette råd, fx »KKR Hovedstaden«")
        listing.add_argument("--json", action="store_true", help="skriv som JSON")
    export = commands.add_parser("export", parents=[common], help="skriv et dokument")
    documents = export.add_subparsers(title="dokumenter", metavar="", required=True)
    for name, run, description in (
        ("agenda", export_agenda, "skriv dagsordenen som PDF"),
        ("minutes", export_minutes, "skriv referatet som PDF"),
    ):
        document = command(documents.add_parser, name, run, description)
        document.add_argument("--meeting", type=int, required=True, metavar="ID")
        document.add_argument("-o", "--output", type=Path, required=True, metavar="FIL.pdf")
    command(commands.add_parser, "check", check, "kontrollér, at database og arkiv er hele")
    return parser


def _print_json(rows: Iterable[dict[str, object]]) -> int:
    _say(json.dumps(list(rows), ensure_ascii=False, indent=2))
    return 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _complain(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _write_utf8() -> None:
    """Write æøå also where Windows pipes the output in another encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
