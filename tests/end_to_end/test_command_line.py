"""The program without a window, as an IT department calls it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kkr_desktop.storage.data_folder import ENVIRONMENT_VARIABLE
from tests import appendix_files


def kkr(
    *arguments: str, folder: Path | None = None, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    cleared = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    return subprocess.run(
        [sys.executable, "-m", "kkr_desktop", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=cleared | (environment or {}),
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "data"
    assert kkr("demo", "--data-dir", str(folder)).returncode == 0
    return folder


def test_the_demo_has_meetings_of_all_kinds_and_a_full_council(demo: Path) -> None:
    listed = kkr("meetings", "--json", "--data-dir", str(demo))
    meetings = json.loads(listed.stdout)
    assert all(set(meeting) == {"id", "body", "date", "state"} for meeting in meetings)
    assert {"planned", "drafting", "published"} <= {meeting["state"] for meeting in meetings}
    assert [meeting["date"] for meeting in meetings] == sorted(m["date"] for m in meetings)
    members = json.loads(kkr("--data-dir", str(demo), "members", "--json").stdout)
    assert len(members) == 58
    keys = {"id", "name", "party", "municipality", "role", "type", "from", "to"}
    assert all(set(member) == keys for member in members)
    assert sum(member["role"] == "chair" for member in members) == 1
    assert sum(member["type"] == "ex_officio" for member in members) == 29
    forum = ("--body", "Formandskabet for KKR Hovedstaden")
    leaders = json.loads(kkr("--data-dir", str(demo), "members", "--json", *forum).stdout)
    assert {member["role"] for member in leaders} == {"chair", "vice_chair"}


def test_labels_and_place_cards_are_exported(demo: Path, tmp_path: Path) -> None:
    folder = ("--data-dir", str(demo))
    labels, cards = tmp_path / "labels.pdf", tmp_path / "cards.pdf"
    council = ("export", "labels", "--body", "Hovedstaden", *folder)
    done = kkr(*council, "--label", "63.5x38.1", "--first", "5", "-o", str(labels))
    assert (done.returncode, labels.read_bytes()[:5]) == (0, b"%PDF-")
    assert done.stderr.startswith("Uden postadresse: ")
    refused = kkr(*council, "--label", "1x1", "-o", str(tmp_path / "none.pdf"))
    assert (refused.returncode, "70x36" in refused.stderr) == (1, True)
    meeting = json.loads(kkr("meetings", "--json", *folder).stdout)[0]["id"]
    done = kkr(
        *("export", "place-cards", "--meeting", str(meeting), "--small", *folder),
        *("-o", str(cards), "--others", "Ida Ø, direktør"),
    )
    assert (done.returncode, done.stderr, cards.read_bytes()[:5]) == (0, "", b"%PDF-")


def test_agenda_and_minutes_are_exported_and_the_folder_is_whole(
    demo: Path, tmp_path: Path
) -> None:
    meetings = json.loads(kkr("meetings", "--json", "--data-dir", str(demo)).stdout)
    for document, state in (("agenda", "drafting"), ("minutes", "published")):
        meeting = next(meeting for meeting in meetings if meeting["state"] == state)
        target = tmp_path / f"{document} æøå.pdf"
        target.write_bytes(b"old")
        arguments = ("export", document, "--meeting", str(meeting["id"]), "-o", str(target))
        assert kkr(*arguments, "--data-dir", str(demo)).returncode == 0
        assert target.read_bytes().startswith(b"%PDF-")
    assert kkr("check", "--data-dir", str(demo)).returncode == 0


def test_the_members_are_exported_as_every_kind_of_file(demo: Path, tmp_path: Path) -> None:
    for ending in ("xlsx", "csv", "vcf", "pdf"):
        target = tmp_path / f"Medlemmer æøå.{ending}"
        arguments = ("export", "members", "--body", "Hovedstaden", "-o", str(target))
        assert kkr(*arguments, "--data-dir", str(demo)).returncode == 0
        assert target.stat().st_size > 5000


def test_a_list_is_imported_once_and_what_is_unclear_is_told(tmp_path: Path) -> None:
    target, folder = tmp_path / "liste.csv", ("--data-dir", str(tmp_path / "data"))
    target.write_bytes("Navn;Parti;Kommune\nÅse Dal;A;Ærø\nBo Ås;S;Ærø\n".encode("cp1252"))
    tried = kkr("import", "members", str(target), "--dry-run", *folder)
    assert (tried.returncode, "Åse Dal" in tried.stdout) == (0, True)
    first = kkr("import", "members", str(target), "--body", "Syddanmark", *folder)
    assert first.stdout == tried.stdout
    assert first.returncode == 0
    assert "Række 3, Bo Ås: »S« kan betyde" in first.stderr
    again = kkr("import", "members", str(target), *folder)
    assert "Tilføjes: 0, Ændres: 0, Uændret: 1, Uklar: 1" in again.stdout
    target.write_text("Navn;Parti;Kommune\nBo Ås;S;Ærø\n", encoding="utf-8")
    assert kkr("import", "members", str(target), *folder).returncode == 1


def test_expected_errors_are_one_danish_sentence_and_leave_files_alone(
    demo: Path, tmp_path: Path
) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")
    for arguments, words in (
        (("export", "agenda", "--meeting", "999", "-o", str(target)), "findes ikke"),
        (("demo",), "har allerede en database"),
        (("members", "--body", "KKR Atlantis"), "kendes ikke"),
    ):
        done = kkr(*arguments, "--data-dir", str(demo))
        assert (done.returncode, done.stdout) == (1, "")
        assert words in done.stderr
        assert "Traceback" not in done.stderr
    assert target.read_bytes() == b"old"


def test_appendices_are_added_and_each_that_is_refused_is_named(demo: Path, tmp_path: Path) -> None:
    meetings = json.loads(kkr("meetings", "--json", "--data-dir", str(demo)).stdout)
    meeting = next(str(row["id"]) for row in meetings if row["state"] == "drafting")
    folder = tmp_path / "mappe æøå"
    folder.mkdir()
    (folder / "god.pdf").write_bytes(appendix_files.pdf(pages=2))
    (folder / "låst.pdf").write_bytes(appendix_files.locked())
    (folder / "foto.png").write_bytes(appendix_files.picture("PNG"))
    names = [str(folder / name) for name in ("låst.pdf", "god.pdf", "væk.pdf", "foto.png")]
    where = ("add-appendix", "--data-dir", str(demo), "--meeting", meeting, "--item")
    done = kkr(*where, "1.1", *names)
    assert done.returncode == 1
    assert "låst.pdf« er beskyttet med adgangskode" in done.stderr
    assert "væk.pdf« findes ikke" in done.stderr
    spoken = (
        "Billedet læses op som sin titel; "
        "tekst på det kan hverken læses op eller findes ved søgning."
    )
    assert done.stdout.splitlines() == [
        "»god.pdf« er føjet til punkt 1.1.",
        "  Bilaget er ikke opmærket, så en skærmlæser kan ikke følge det.",
        "»foto.png« er føjet til punkt 1.1.",
        "  1 liggende side.",
        f"  {spoken}",
    ]
    assert kkr(*where, "1.1", names[1]).returncode == 0
    missing = kkr(*where, "99.9", names[1])
    assert (missing.returncode, "99.9" in missing.stderr) == (1, True)
    assert kkr("check", "--data-dir", str(demo)).returncode == 0


def test_packs_are_exported_and_the_public_one_lists_what_it_leaves_out(
    demo: Path, tmp_path: Path
) -> None:
    meetings = json.loads(kkr("meetings", "--json", "--data-dir", str(demo)).stdout)
    meeting = next(str(row["id"]) for row in meetings if row["state"] == "drafting")
    where = ("export", "pack", "--data-dir", str(demo), "--meeting", meeting, "-o")
    for options in ((), ("--public",), ("--booklet", "--appendices-only")):
        target = tmp_path / f"pakke{len(options)}.pdf"
        done = kkr(*where, str(target), *options)
        assert (done.returncode, done.stderr) == (0, "")
        assert target.read_bytes().startswith(b"%PDF-")
        assert ("Fjernet: Punkt 4.6 er lukket" in done.stdout) is ("--public" in options)
    both = kkr(*where, str(tmp_path / "begge.pdf"), "--agenda-only", "--appendices-only")
    assert both.returncode == 2
    assert not (tmp_path / "begge.pdf").exists()


def test_wrong_usage_is_told_apart(demo: Path) -> None:
    assert kkr("export", "agenda", "--data-dir", str(demo)).returncode == 2
    assert kkr("nonsense").returncode == 2


def test_who_reads_only_the_first_line_gets_it_without_a_complaint(demo: Path) -> None:
    listing = subprocess.Popen(
        [sys.executable, "-m", "kkr_desktop", "meetings", "--data-dir", str(demo)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert listing.stdout is not None
    listing.stdout.close()
    assert listing.communicate()[1] == b""


def test_the_environment_chooses_the_folder_too(demo: Path) -> None:
    environment = {ENVIRONMENT_VARIABLE: str(demo)}
    done = kkr("members", "--body", "Hovedstaden", "--json", environment=environment)
    assert len(json.loads(done.stdout)) == 58


def test_a_damaged_archive_is_found(demo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(demo, copy)
    stored = next(path for path in (copy / "files").rglob("*") if path.is_file())
    stored.write_bytes(b"changed")
    done = kkr("check", "--data-dir", str(copy))
    assert done.returncode == 1
    assert "ændret" in done.stderr


def test_the_demo_without_a_display_writes_its_documents(tmp_path: Path) -> None:
    done = kkr("--demo", folder=tmp_path)
    assert done.returncode == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert [name.split(" ")[0] for name in names] == ["Dagsorden", "Referat"]
    assert "ingen skærm" in done.stdout


def test_the_window_measures_its_own_start(demo: Path) -> None:
    done = kkr(
        "--measure-start", "--data-dir", str(demo), environment={"QT_QPA_PLATFORM": "offscreen"}
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["milliseconds"] > 0


def test_the_meetings_become_a_calendar_file(demo: Path, tmp_path: Path) -> None:
    meetings = json.loads(kkr("meetings", "--json", "--data-dir", str(demo)).stdout)
    body = meetings[0]["body"]
    target = tmp_path / "møder.ics"
    where = ("export", "calendar", "--body", body, "-o", str(target), "--data-dir", str(demo))
    done = kkr(*where)
    assert (done.returncode, done.stderr) == (0, "")
    with_deadlines = target.read_text("utf-8").count("BEGIN:VEVENT")
    done = kkr(*where, "--without-deadlines")
    assert (done.returncode, done.stderr) == (0, "")
    assert target.read_text("utf-8").count("BEGIN:VEVENT") < with_deadlines
    assert target.read_text("utf-8").count("BEGIN:VEVENT") == sum(
        meeting["body"] == body for meeting in meetings
    )
    wrong = kkr("export", "calendar", "--body", "Ø", "-o", str(target), "--data-dir", str(demo))
    assert wrong.returncode == 1
    assert wrong.stderr.count("\n") == 1
