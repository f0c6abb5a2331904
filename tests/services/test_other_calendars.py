"""Other people's calendars are taken in to be planned around, and again without doubling."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_desktop.documents.calendar_reading import OtherCalendar, OtherEvent
from kkr_desktop.model.errors import FileProblem, InvalidValue
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.meetings import CalendarBlockKind, Severity
from kkr_desktop.services.calendar_blocks import BlockRow, list_blocks, remove_block, save_block
from kkr_desktop.services.calendar_export import export_calendar
from kkr_desktop.services.conflicts import warnings_for
from kkr_desktop.services.other_calendars import (
    Fate,
    calendars_taken_in,
    fates,
    read_other_calendar,
    remove_calendar,
    take_in,
)
from kkr_desktop.services.planning import MeetingDraft, plan_meeting
from kkr_desktop.storage.database import Database

TODAY = date(2026, 11, 25)
DAY = date(2027, 3, 3)
COUNCIL = OtherEvent("a", "Byråd", DAY, DAY, time(9), time(11))
FERRY = OtherEvent("b", "Ærøfærgen på værft", DAY, date(2027, 3, 5))


def calendar(*events: OtherEvent) -> OtherCalendar:
    return OtherCalendar("Ærø Kommune", events, 0)


def take(database: Database, *events: OtherEvent, name: str = "Ærø Kommune") -> Counter[Fate]:
    kind, severity = CalendarBlockKind.OTHER_CALENDAR, Severity.WARN
    return take_in(database, calendar(*events), name, kind, severity).value


def here(database: Database) -> list[BlockRow]:
    return [row for row in list_blocks(database) if row.source]


def told(database: Database, body_id: int, begins: time, ends: time) -> list[str]:
    found = warnings_for(database, body_id, DAY, starts_at=begins, ends_at=ends)
    return [warning.text for warning in found if "Ærø Kommune" in warning.text]


def test_a_meeting_is_warned_of_what_other_calendars_have_in_its_hours(
    database: Database, body_id: int
) -> None:
    take(database, COUNCIL, FERRY)
    ferry = "Ærøfærgen på værft (Ærø Kommune)."
    council = "Kl. 9.00–11.00: Byråd (Ærø Kommune)."
    assert told(database, body_id, time(9, 30), time(12)) == [council, ferry]
    assert told(database, body_id, time(10, 30), time(12)) == [council, ferry]
    assert told(database, body_id, time(11), time(12)) == [ferry]
    assert told(database, body_id, time(8), time(9)) == [ferry]


def test_the_same_file_again_changes_nothing_and_a_newer_one_only_what_is_new(
    database: Database,
) -> None:
    assert take(database, COUNCIL, FERRY) == {Fate.NEW: 2}
    before = here(database)
    assert take(database, COUNCIL, FERRY) == {Fate.UNCHANGED: 2}
    assert here(database) == before
    moved = replace(COUNCIL, starts_on=date(2027, 3, 10), ends_on=date(2027, 3, 10))
    new = OtherEvent("c", "Valg", date(2027, 4, 1), date(2027, 4, 1))
    assert [
        (row.event.key, row.fate) for row in fates(database, calendar(moved, new), "Ærø Kommune")
    ] == [
        ("b", Fate.GONE),
        ("a", Fate.CHANGED),
        ("c", Fate.NEW),
    ]
    assert take(database, moved, new) == {Fate.CHANGED: 1, Fate.NEW: 1, Fate.GONE: 1}
    assert [(row.name, row.starts_on) for row in here(database)] == [
        ("Byråd", date(2027, 3, 10)),
        ("Valg", date(2027, 4, 1)),
    ]
    assert here(database)[0].id == next(row.id for row in before if row.name == "Byråd")


def test_what_the_secretariat_decided_about_an_event_stands_when_its_calendar_comes_again(
    database: Database,
) -> None:
    take(database, COUNCIL, FERRY)
    council, ferry = here(database)
    save_block(database, replace(council, severity=Severity.INFO))
    remove_block(database, ferry)
    moved = replace(COUNCIL, starts_at=time(8))
    assert take(database, moved, FERRY) == {Fate.CHANGED: 1, Fate.PUT_ASIDE: 1}
    (row,) = here(database)
    assert (row.severity, row.starts_at) == (Severity.INFO, time(8))


def test_a_calendar_is_taken_out_as_a_whole_and_can_come_back(database: Database) -> None:
    take(database, COUNCIL, FERRY)
    take(database, COUNCIL, name="Læsø Kommune")
    remove_block(database, here(database)[0])
    assert calendars_taken_in(database) == ("Læsø Kommune", "Ærø Kommune")
    remove_calendar(database, "Ærø Kommune")
    assert calendars_taken_in(database) == ("Læsø Kommune",)
    assert {row.source for row in here(database)} <= {"Læsø Kommune"}
    assert take(database, COUNCIL, FERRY) == {Fate.NEW: 2}


def test_a_calendar_needs_a_name_and_free_time_speaks_against_nothing(
    database: Database, body_id: int
) -> None:
    with pytest.raises(InvalidValue, match="Kalender"):
        take(database, COUNCIL, name="  ")
    take(database, replace(COUNCIL, is_free=True))
    assert told(database, body_id, time(9), time(10)) == []


def test_the_programs_own_meetings_do_not_collide_with_themselves(
    database: Database, body_id: int, tmp_path: Path
) -> None:
    draft = MeetingDraft(MeetingKind.ORDINARY, DAY, time(9, 30), time(12, 30))
    plan_meeting(database, body_id, draft)
    path = tmp_path / "møder.ics"
    export_calendar(database, path)
    found = read_other_calendar(path, TODAY)
    assert {row.fate for row in fates(database, found, "Egne")} == {Fate.OWN}
    kind = CalendarBlockKind.OTHER_CALENDAR
    counted = take_in(database, found, "Egne", kind, Severity.WARN).value
    assert counted == {Fate.OWN: len(found.events)}
    assert here(database) == []


def test_the_years_that_matter_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gammel.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Gammelt\nDTSTART;VALUE=DATE:20200101\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    )
    with pytest.raises(FileProblem, match="fra 2026 til 2029"):
        read_other_calendar(path, TODAY)


def on_a_day(key: int, day: date) -> OtherEvent:
    return OtherEvent(str(key), f"Møde {key}", day, day)


some_events = st.lists(
    st.builds(
        on_a_day,
        st.integers(0, 6),
        st.dates(date(2027, 1, 1), date(2027, 12, 31)),
    ),
    unique_by=lambda event: event.key,
    max_size=6,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(some_events, min_size=1, max_size=3))
def test_what_is_here_is_always_what_the_last_file_says(
    database: Database, files: Sequence[list[OtherEvent]]
) -> None:
    for events in files:
        take(database, *events)
        assert {(row.name, row.starts_on) for row in here(database)} == {
            (event.name, event.starts_on) for event in events
        }
