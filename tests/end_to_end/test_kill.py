"""A program that is killed while someone types loses at most the last second."""

import subprocess
import sys
from datetime import date
from datetime import time as clock
from pathlib import Path

from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.agenda_outline import agenda_outline, read_item
from kkr_desktop.services.drafting import ItemDraft, add_item, add_section
from kkr_desktop.services.planning import MeetingDraft, bodies, plan_meeting
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.upgrade import open_database


def agenda_with_an_item(database: Database) -> tuple[int, int]:
    """Return the ids of a council and of a meeting with one item."""
    body_id = bodies(database)[0].id
    draft = MeetingDraft(MeetingKind.ORDINARY, date(2026, 12, 11), clock(9, 30), clock(12, 30))
    meeting_id = plan_meeting(database, body_id, draft).value
    section = add_section(database, meeting_id, "Sager").value
    add_item(database, section, ItemDraft("Sag", ItemKind.DECISION))
    return body_id, meeting_id


def type_and_kill(folder: Path, body_id: int, meeting_id: int, numbers: int) -> dict[int, float]:
    """Let a typist write numbers and kill it; return when each was typed."""
    arguments = [str(folder), str(body_id), str(meeting_id)]
    typed: dict[int, float] = {}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.end_to_end.typist", *arguments],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            number, at = line.split()
            typed[int(number)] = float(at)
            if len(typed) == numbers:
                process.kill()
    return typed


def test_a_kill_while_typing_loses_at_most_the_last_second(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    database = open_database(folder)
    body_id, meeting_id = agenda_with_an_item(database)
    database.close()

    typed = type_and_kill(folder.path, body_id, meeting_id, 60)
    assert len(typed) >= 60

    database = open_database(folder)
    (section,) = agenda_outline(database, meeting_id).sections
    part = read_item(database, section.items[0].id).parts[PartType.CASE_PRESENTATION]
    kept = [int(word) for word in part.text.plain_text().split()]
    database.close()
    assert kept == list(range(len(kept)))
    last_key = max(typed.values())
    owed = [number for number, at in typed.items() if at < last_key - 1]
    assert owed
    assert set(owed) <= set(kept)
