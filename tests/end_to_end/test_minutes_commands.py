"""Minutes and decisions without a window."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.test_command_line import kkr


@pytest.fixture(scope="module")
def secretariat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("minutes") / "data"
    assert kkr("demo", "--data-dir", str(folder)).returncode == 0
    return folder


def test_a_decision_is_proposed_from_a_recommendation() -> None:
    words = "Det indstilles, at KKR X godkender A og anbefaler B"
    answer = json.loads(kkr("propose-decision", words, "--json").stdout)
    assert answer == {"text": "KKR X godkendte A og anbefalede B", "needs_check": False, "why": []}
    said = kkr("propose-decision", "Det indstilles, at KKR X ikke godkender A").stdout.splitlines()
    assert said[0] == "KKR X godkendte ikke A"
    assert "»ikke«" in said[1]


def test_documents_of_a_meeting_are_written(secretariat: Path, tmp_path: Path) -> None:
    folder = ("--data-dir", str(secretariat))
    meetings = json.loads(kkr("meetings", "--json", *folder).stdout)
    last = [row["id"] for row in meetings if row["state"] == "minutes_approved"]
    for words, name, start in (
        (("script",), "drejebog.pdf", b"%PDF-"),
        (("minutes", "--public"), "offentlig.pdf", b"%PDF-"),
        (("minutes",), "referat.docx", b"PK"),
        (("extract", "--item", "1.1"), "udskrift.pdf", b"%PDF-"),
    ):
        target = tmp_path / name
        arguments = ("export", *words, "--meeting", str(last[0]), "-o", str(target))
        done = kkr(*arguments, *folder)
        assert (done.returncode, done.stderr) == (0, "")
        assert target.read_bytes().startswith(start)


def test_a_file_that_is_called_otherwise_than_what_it_becomes_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "referat.txt"
    done = kkr("export", "minutes", "--meeting", "1", "-o", str(target))
    assert done.returncode == 2
    assert "skal ende på .pdf eller .docx" in done.stderr
    assert not target.exists()


@pytest.mark.parametrize("document", ["minutes", "script", "agenda"])
def test_nothing_is_written_of_a_meeting_without_items(
    secretariat: Path, tmp_path: Path, document: str
) -> None:
    meetings = json.loads(kkr("meetings", "--json", "--data-dir", str(secretariat)).stdout)
    planned = next(str(row["id"]) for row in meetings if row["state"] == "planned")
    target = tmp_path / "tomt.pdf"
    for meeting, words in ((planned, "har ingen punkter på dagsordenen"), ("999", "findes ikke")):
        arguments = ("export", document, "--meeting", meeting, "-o", str(target))
        done = kkr(*arguments, "--data-dir", str(secretariat))
        assert (done.returncode, done.stdout, words in done.stderr) == (1, "", True)
        assert not target.exists()


def test_a_file_that_cannot_be_written_is_told_of(secretariat: Path, tmp_path: Path) -> None:
    meetings = json.loads(kkr("meetings", "--json", "--data-dir", str(secretariat)).stdout)
    held = next(str(row["id"]) for row in meetings if row["state"] == "published")
    target = tmp_path / "ingen mappe" / "referat.docx"
    arguments = ("export", "minutes", "--meeting", held, "-o", str(target))
    done = kkr(*arguments, "--data-dir", str(secretariat))
    assert (done.returncode, done.stdout) == (1, "")
    assert f"Mappen »{target.parent}« findes ikke. Vælg en anden mappe." in done.stderr
