"""A meeting in somebody else's calendar stays the same one, and follows its changes."""

from dataclasses import replace
from datetime import date, time
from itertools import pairwise
from pathlib import Path

import pytest

from kkr_desktop.documents.calendar_file import CalendarEntry
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.calendar_export import (
    calendar_entries,
    calendar_file_name,
    export_calendar,
)
from kkr_desktop.services.meeting_changes import (
    cancel_meeting,
    change_meeting,
    move_meeting,
    reinstate_meeting,
)
from kkr_desktop.services.meeting_states import go_back
from kkr_desktop.services.planning import MeetingDraft, body_named, plan_meeting, read_meeting
from kkr_desktop.storage.database import Database

DRAFT = MeetingDraft(MeetingKind.ORDINARY, date(2026, 12, 11), time(9, 30), time(12), "Rådhuset")


@pytest.fixture
def meeting_id(database: Database, body_id: int) -> int:
    return plan_meeting(database, body_id, DRAFT).value


def entry_of(database: Database, meeting_id: int) -> CalendarEntry:
    (entry,) = calendar_entries(database, meeting_id=meeting_id)
    return entry


def test_each_change_that_others_must_know_raises_the_sequence(
    database: Database, meeting_id: int
) -> None:
    first = entry_of(database, meeting_id)

    def rev() -> int:
        return read_meeting(database, meeting_id).rev

    seen = [first]
    for change in (
        lambda: move_meeting(database, meeting_id, date(2026, 12, 12), rev()),
        lambda: change_meeting(
            database, meeting_id, replace(DRAFT, place="Hotel Comwell", rev=rev())
        ),
        lambda: change_meeting(
            database, meeting_id, replace(DRAFT, group_meetings="8.30–9.20", rev=rev())
        ),
        lambda: cancel_meeting(database, meeting_id, "Sne", rev()),
        lambda: reinstate_meeting(database, meeting_id, rev()),
        lambda: cancel_meeting(database, meeting_id, "Mere sne", rev()),
        lambda: go_back(database, meeting_id, "Solskin"),
    ):
        change()
        seen.append(entry_of(database, meeting_id))
    assert {entry.uid for entry in seen} == {first.uid}
    assert all(later.sequence > sooner.sequence for sooner, later in pairwise(seen))
    assert [entry.is_cancelled for entry in seen[4:]] == [True, False, True, False]
    assert read_meeting(database, meeting_id).cancel_reason == ""


def test_what_is_the_secretariats_own_business_stays_here(
    database: Database, meeting_id: int, tmp_path: Path
) -> None:
    before = entry_of(database, meeting_id)
    rev = read_meeting(database, meeting_id).rev
    change_meeting(database, meeting_id, replace(DRAFT, notes="Kun til os", rev=rev))
    assert entry_of(database, meeting_id).sequence == before.sequence
    path = tmp_path / "møder.ics"
    export_calendar(database, path)
    assert "Kun til os" not in path.read_text("utf-8")


def test_a_file_holds_one_meeting_one_council_or_all(
    database: Database, body_id: int, meeting_id: int
) -> None:
    other = body_named(database, "Midtjylland").id
    plan_meeting(database, other, DRAFT)
    plan_meeting(database, body_id, replace(DRAFT, held_on=date(2026, 1, 5)))
    assert len(calendar_entries(database)) == 3
    own = calendar_entries(database, body_id=body_id)
    assert [entry.day for entry in own] == [date(2026, 1, 5), date(2026, 12, 11)]
    name = "KKR Nordjylland 11. december 2026.ics"
    assert calendar_file_name(database, meeting_id=meeting_id) == name
    assert calendar_file_name(database, body_id=other) == "Møder i KKR Midtjylland.ics"


def test_a_meeting_that_is_gone_is_said_and_leaves_an_earlier_file(
    database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "møde.ics"
    path.write_bytes(b"before")
    with pytest.raises(NotFound):
        export_calendar(database, path, meeting_id=4711)
    assert path.read_bytes() == b"before"
