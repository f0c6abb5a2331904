"""Minutes and decisions without a window."""

import json
from pathlib import Path

from tests.end_to_end.test_command_line import kkr


def test_a_decision_is_proposed_from_a_recommendation() -> None:
    words = "Det indstilles, at KKR X godkender A og anbefaler B"
    answer = json.loads(kkr("propose-decision", words, "--json").stdout)
    assert answer == {"text": "KKR X godkendte A og anbefalede B", "needs_check": False, "why": []}
    said = kkr("propose-decision", "Det indstilles, at KKR X ikke godkender A").stdout.splitlines()
    assert said[0] == "KKR X godkendte ikke A"
    assert "»ikke«" in said[1]


def test_documents_of_a_meeting_are_written(tmp_path: Path) -> None:
    folder = ("--data-dir", str(tmp_path / "data"))
    assert kkr("demo", *folder).returncode == 0
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
