"""What was prepared is found again only when it is whole, and never fills the disk."""

import os
from pathlib import Path

import pikepdf
import pytest

from kkr_desktop.storage.prepared_files import PreparedFiles
from tests import appendix_files


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "made.pdf"
    path.write_bytes(appendix_files.pdf(pages=2))
    return path


def age(path: Path, hours: float) -> None:
    told = path.stat()
    os.utime(path, (told.st_atime, told.st_mtime - hours * 3600))


def test_what_is_kept_is_found_by_its_key_and_is_still_a_pdf(tmp_path: Path, made: Path) -> None:
    prepared = PreparedFiles(tmp_path / "prepared")
    assert prepared.find("a") is None
    kept = prepared.keep("a", made)
    assert kept != made
    assert prepared.find("a") == kept
    assert prepared.read("a") == made.read_bytes()
    with pikepdf.open(kept) as document:
        assert len(document.pages) == 2
        assert not document.get_warnings()
    assert [path.name for path in (tmp_path / "prepared").iterdir()] == ["a"]


@pytest.mark.parametrize("kept_bytes", [0, 40, 400, -1])
def test_a_file_that_was_cut_off_or_changed_is_thrown_away(
    tmp_path: Path, made: Path, kept_bytes: int
) -> None:
    prepared = PreparedFiles(tmp_path / "prepared")
    kept = prepared.keep("a", made)
    data = kept.read_bytes()
    changed = data[:100] + bytes([data[100] ^ 1]) + data[101:]
    kept.write_bytes(data[:kept_bytes] if kept_bytes >= 0 else changed)
    assert prepared.find("a") is None
    assert not kept.exists()
    assert prepared.read("a") is None


def test_without_room_the_file_is_used_where_it_was_made(tmp_path: Path, made: Path) -> None:
    (tmp_path / "prepared").write_text("a file where the folder should be", encoding="utf-8")
    prepared = PreparedFiles(tmp_path / "prepared")
    assert prepared.keep("a", made) == made
    assert prepared.find("a") is None
    prepared.sweep()


def test_what_was_not_used_for_longest_goes_when_there_is_too_much(
    tmp_path: Path, made: Path
) -> None:
    prepared = PreparedFiles(tmp_path / "prepared", largest=3 * made.stat().st_size)
    for hours, key in ((5, "oldest"), (4, "old"), (3, "newer"), (0, "new"), (0, "newest")):
        age(prepared.keep(key, made), hours)
    prepared.sweep()
    assert {path.name for path in (tmp_path / "prepared").iterdir()} == {"new", "newest"}
    age(prepared.keep("oldest", made), 5)
    assert prepared.find("oldest") is not None  # it is used again, and so stays
    prepared.sweep()
    assert {path.name for path in (tmp_path / "prepared").iterdir()} == {"new", "newest", "oldest"}


def test_what_is_in_use_stays_and_what_a_power_cut_left_goes(tmp_path: Path, made: Path) -> None:
    prepared = PreparedFiles(tmp_path / "prepared", largest=0)
    in_use = prepared.keep("in use", made)
    unfinished = in_use.with_name("b.1234.part")
    unfinished.write_bytes(b"%PDF")
    being_written = in_use.with_name("c.5678.part")
    being_written.write_bytes(b"%PDF")
    age(unfinished, 2)
    prepared.sweep()
    assert {path.name for path in in_use.parent.iterdir()} == {"in use", "c.5678.part"}


def test_what_nobody_used_for_months_goes(tmp_path: Path, made: Path) -> None:
    prepared = PreparedFiles(tmp_path / "prepared")
    age(prepared.keep("last year's", made), 24 * 200)
    prepared.keep("this week's", made)
    prepared.sweep()
    assert [path.name for path in (tmp_path / "prepared").iterdir()] == ["this week's"]
