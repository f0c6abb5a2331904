"""What all commands share: their arguments, the database, and how they speak."""

import argparse
import json
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kkr_desktop.storage.data_folder import DataFolder, chosen_data_folder

if TYPE_CHECKING:
    from kkr_desktop.storage.database import Database

EXPECTED_ERROR = 1

BODY_HELP = "kun dette råd, fx »KKR Hovedstaden«"

_GROUPS = {
    "export": ("skriv et dokument", "dokumenter", "DOKUMENT"),
    "import": ("læs en fil ind", "indhold", "INDHOLD"),
}


@dataclass(slots=True)
class Arguments(argparse.Namespace):
    """What was asked for on the command line."""

    run: Callable[["Arguments"], int]
    data_dir: Path | None = None
    demo: bool = False
    measure_start: bool = False
    recommendation: str = ""
    json: bool = False
    body: str | None = None
    meeting: int = 0
    year: int = 0
    apply: bool = False
    output: Path = Path()
    item: str = ""
    public: bool = False
    all: bool = False
    booklet: bool = False
    appendices_only: bool = False
    right_hand_starts: bool = False
    no_dividers: bool = False
    files: list[Path] = field(default_factory=list[Path])
    file: Path = Path()
    dry_run: bool = False
    label: str = ""
    first: int = 1
    only_on_paper: bool = False
    small: bool = False
    others: list[str] = field(default_factory=list[str])
    check: bool = False
    no_cpr: bool = False
    mail_folder: str = ""
    portal_folder: str = ""
    link: str = ""

    @property
    def folder(self) -> DataFolder:
        """The data folder to work in."""
        return chosen_data_folder(self.data_dir)


Run = Callable[[Arguments], int]
_AddsParser = Callable[..., argparse.ArgumentParser]


class Commands:
    """The commands of a parser; `--data-dir` may stand before or after each."""

    def __init__(self, parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
        self._common = common
        self._top: _AddsParser = parser.add_subparsers(
            title="kommandoer", metavar="KOMMANDO"
        ).add_parser
        self._groups = {name: self._group(name, *words) for name, words in _GROUPS.items()}

    def add(self, words: str, run: Run, description: str) -> argparse.ArgumentParser:
        """Add the command that is called by `words`, such as "export agenda"."""
        group, _, name = words.rpartition(" ")
        add = self._groups[group] if group else self._top
        made = add(name, parents=[self._common], help=description, description=description)
        made.set_defaults(run=run)
        return made

    def add_listing(self, words: str, run: Run, description: str) -> argparse.ArgumentParser:
        """Add a command that lists something, of one body or of all, for people or as JSON."""
        made = self.add(words, run, description)
        made.add_argument("--body", metavar="NAVN", help=BODY_HELP)
        made.add_argument("--json", action="store_true", help="skriv som JSON")
        return made

    def add_meeting_document(
        self, words: str, run: Run, description: str, *, file: str = "FIL.pdf"
    ) -> argparse.ArgumentParser:
        """Add a command that writes a document of a meeting."""
        made = self.add(words, run, description)
        add_meeting_option(made)
        add_output_option(made, file)
        return made

    def _group(self, name: str, description: str, title: str, choice: str) -> _AddsParser:
        group = self._top(name, parents=[self._common], help=description)
        return group.add_subparsers(title=title, metavar=choice, required=True).add_parser


def add_meeting_option(parser: argparse.ArgumentParser) -> None:
    """Let a command be told which meeting it is about."""
    parser.add_argument(
        "--meeting", type=int, required=True, metavar="ID", help="mødets nummer, se »meetings«"
    )


def add_output_option(parser: argparse.ArgumentParser, file: str) -> None:
    """Let a command be told which file to write; `file` shows its possible endings."""
    parser.add_argument(
        "-o",
        "--output",
        type=_file_of(tuple(Path(name).suffix for name in file.split("|"))),
        required=True,
        metavar=file,
        help="filen, der skrives",
    )


def _file_of(kinds: tuple[str, ...]) -> Callable[[str], Path]:
    """Return what reads a file's name, and refuses one that says it is of another kind."""

    def read(words: str) -> Path:
        path = Path(words)
        if path.suffix.casefold() not in kinds:
            raise argparse.ArgumentTypeError(f"»{words}« skal ende på {' eller '.join(kinds)}.")
        return path

    return read


@contextmanager
def opened_database(arguments: Arguments) -> Generator["Database"]:
    """Open the database of the data folder for the time of a command."""
    from kkr_desktop.storage.upgrade import open_database

    database = open_database(arguments.folder)
    try:
        yield database
    finally:
        database.close()


def body_id_of(database: "Database", name: str | None) -> int | None:
    """Return the id of the body called `name`, or None for no name. Raises UnknownBody."""
    if name is None:
        return None
    from kkr_desktop.services.planning import body_named

    return body_named(database, name).id


def print_json(rows: Iterable[dict[str, object]]) -> int:
    """Print an array of objects, and return exit status 0."""
    say(json.dumps(list(rows), ensure_ascii=False, indent=2))
    return 0


def say(text: str) -> None:
    """Print a line at once. Raises BrokenPipeError when who read it has gone."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Print a line where errors go."""
    sys.stderr.write(f"{text}\n")
