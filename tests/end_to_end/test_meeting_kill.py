"""A program that is killed in the middle of a meeting loses at most the last second of typing."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kkr_desktop.services.attendance import attendance
from kkr_desktop.services.meeting_clock import meeting_clock
from kkr_desktop.services.minute_taking import minutes_outline, read_decision
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.upgrade import open_database


def minute_and_kill(
    folder: Path, body_id: int, meeting_id: int, first: int, lines: int
) -> list[tuple[str, int, float]]:
    """Let a secretary minute and kill the program; return what was done when."""
    arguments = [str(part) for part in (folder, body_id, meeting_id, first)]
    done: list[tuple[str, int, float]] = []
    with subprocess.Popen(
        [sys.executable, "-m", "tests.end_to_end.minute_typist", *arguments],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            what, number, at = line.split()
            done.append((what, int(number), float(at)))
            if len(done) == lines:
                process.kill()
    return done


def numbers_kept(database: Database, meeting_id: int) -> list[int]:
    """Return every number that stands in a decision."""
    return sorted(
        int(word)
        for item in minutes_outline(database, meeting_id).items
        for word in read_decision(database, meeting_id, item.id).decision.text.plain_text().split()
    )


def assert_nothing_is_lost(kills: int, database: Database, chance: random.Random) -> None:
    meeting = next(row for row in list_meetings(database) if row.state == "drafting")
    folder = database.path.parent
    database.close()
    written: list[int] = []
    for _ in range(kills):
        first = written[-1] + 1 if written else 0
        done = minute_and_kill(folder, meeting.body_id, meeting.id, first, chance.randint(15, 90))
        assert done
        with closing(sqlite3.connect(folder / database.path.name)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        again = open_database(DataFolder(folder))
        kept = numbers_kept(again, meeting.id)
        came = {row.membership_id for row in attendance(again, meeting.id) if row.came}
        clock = meeting_clock(again, meeting.id)
        again.close()
        assert kept == list(range(len(kept)))
        assert kept[: len(written)] == written
        last_key = max(at for _, _, at in done)
        owed = {number for what, number, at in done if what == "typed" and at < last_key - 1}
        assert owed <= set(kept)
        assert {seat for what, seat, _ in done if what == "came"} <= came
        assert sum(item.is_running for item in clock.items) == (
            1 if written or len(kept) > 12 else 0
        )
        written = kept


def test_a_meeting_goes_on_where_it_was_killed(demo: Database) -> None:
    assert_nothing_is_lost(3, demo, random.Random(7))  # noqa: S311


@pytest.mark.heavy
@pytest.mark.timeout(900)
def test_no_kill_of_twenty_loses_a_second_or_harms_the_database(demo: Database) -> None:
    assert_nothing_is_lost(20, demo, random.Random(11))  # noqa: S311
