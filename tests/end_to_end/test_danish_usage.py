"""Help and the errors of usage speak Danish for every command."""

import re

import pytest

from kkr_desktop.cli import main

_ENGLISH = re.compile(
    r"\b(usage|options|optional|positional|arguments?|show|this|help message|program's|error|"
    r"required|invalid|choice|choose|unrecognized|expected|ambiguous|ignored)\b"
)
_LISTED = re.compile(r"^ {4}([a-z][a-z-]+)(?: {2}|$)", re.MULTILINE)


def _told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit):
        main(words)
    said = capsys.readouterr()
    return said.out + said.err


def _commands(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [()]
    for command in _LISTED.findall(_told(capsys, "--help")):
        found.append((command,))
        if command in {"export", "import"}:
            found += [(command, name) for name in _LISTED.findall(_told(capsys, command, "-h"))]
    return found


def test_the_help_of_every_command_is_danish(capsys: pytest.CaptureFixture[str]) -> None:
    commands = _commands(capsys)
    assert {("export", "minutes"), ("follow-ups",), ("import", "members")} <= set(commands)
    for command in commands:
        told = _told(capsys, *command, "--help")
        assert told.startswith("brug: ")
        assert not _ENGLISH.search(told.replace("--", "")), told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "minutes"), "der mangler: --meeting, -o/--output"),
        (("export",), "der mangler: DOKUMENT"),
        (("nonsens",), "KOMMANDO: »nonsens« kendes ikke (vælg mellem"),
        (("check", "--hurtigt"), "kendes ikke: --hurtigt"),
        (("--data-dir",), "--data-dir: der skal stå noget efter"),
        (("export", "script", "--meeting", "tre"), "--meeting: »tre« kan ikke bruges her"),
        (("--demo=ja",), "--demo: skal stå alene"),
        (("follow-ups", "--a=1"), "--all: skal stå alene"),
        (("export", "pack", "--ag", "--app"), "kan ikke bruges sammen med"),
    ],
)
def test_wrong_usage_is_told_in_danish(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    said = _told(capsys, *words)
    assert told in said
    assert not _ENGLISH.search(said.replace("--", "")), said
