"""What speaks against a day is told before a meeting is saved, and nothing is forbidden."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from kkr_desktop.model.errors import FileProblem, InvalidValue
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.meetings import CalendarBlockKind, Severity
from kkr_desktop.services.block_import import import_blocks
from kkr_desktop.services.calendar_blocks import (
    BlockRow,
    blocks_between,
    list_blocks,
    remove_block,
    save_block,
)
from kkr_desktop.services.conflicts import warnings_for
from kkr_desktop.services.planning import MeetingDraft, body_named, plan_meeting
from kkr_desktop.storage.database import Database


def told(database: Database, name: str, day: date, starts_at: time | None = None) -> str:
    body = body_named(database, name)
    found = warnings_for(database, body.id, day, starts_at=starts_at)
    return " ".join(warning.text for warning in found)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 5, 6), "Kristi himmelfartsdag er en helligdag"),
        (date(2027, 2, 16), "Vinterferie uge 7"),
        (date(2027, 2, 23), "Vinterferie uge 8"),
        (date(2027, 10, 20), "Efterårsferie uge 42"),
        (date(2027, 7, 6), "Skolesommerferie"),
        (date(2027, 3, 11), "Topmøde"),
        (date(2027, 6, 17), "Folkemødet"),
        (date(2027, 9, 15), "flygtninge skal være aftalt inden den 10. september"),
        (date(2027, 5, 13), "rykkes til onsdag den 5. maj 2027"),
        (date(2028, 12, 31), "Nytårsaftensdag"),
        # Nobody has written anything of these years: the usual rules hold.
        (date(2023, 2, 15), "Vinterferie uge 7"),
        (date(2025, 6, 12), "Folkemødet"),
        (date(2025, 11, 18), "Kommunal- og regionalvalg"),
        (date(2033, 10, 20), "Efterårsferie uge 42"),
    ],
)
def test_each_kind_of_bad_day_is_told_with_its_reason(
    database: Database, day: date, words: str
) -> None:
    assert words in told(database, "Hovedstaden", day)


def test_a_forum_on_the_same_day_is_told(database: Database) -> None:
    day = date(2027, 2, 3)
    draft = MeetingDraft(MeetingKind.ORDINARY, day, time(9, 30), time(12, 30))
    plan_meeting(database, body_named(database, "K29").id, draft)
    assert told(database, "Hovedstaden", day) == (
        "Kommunaldirektørkreds K29 holder møde samme dag."
    )


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("K29", Severity.BLOCK),
        ("Hovedstaden", Severity.WARN),
        ("Formandskab Hovedstaden", Severity.WARN),
        ("Sjælland", Severity.INFO),
        ("K17", Severity.INFO),
        ("KL-møder", Severity.INFO),
    ],
)
def test_it_matters_most_where_the_same_people_would_have_to_be_twice(
    database: Database, name: str, severity: Severity
) -> None:
    day = date(2027, 2, 3)
    draft = MeetingDraft(MeetingKind.ORDINARY, day, time(9, 30), time(12, 30))
    plan_meeting(database, body_named(database, "K29").id, draft)
    (warning,) = warnings_for(database, body_named(database, name).id, day)
    assert warning.severity is severity


def test_the_meetings_with_kls_chairmanship_take_the_chairs_of_all_councils(
    database: Database,
) -> None:
    day = date(2027, 2, 3)
    draft = MeetingDraft(MeetingKind.ORDINARY, day, time(9, 30), time(12, 30))
    plan_meeting(database, body_named(database, "KL-møder").id, draft)
    for name in ("Nordjylland", "Formandskab Sjælland"):
        (warning,) = warnings_for(database, body_named(database, name).id, day)
        assert warning.severity is Severity.WARN


def test_a_council_with_an_island_is_told_of_the_ferry_and_its_forums_too(
    database: Database,
) -> None:
    day = date(2027, 2, 3)
    assert told(database, "Hovedstaden", day, time(9, 30)) == ""
    assert "Bornholm" in told(database, "Hovedstaden", day, time(9))
    assert "Læsø" in told(database, "Nordjylland", day, time(9, 30))
    assert "Læsø" in told(database, "K11", day, time(9, 30))
    assert told(database, "Nordjylland", day, time(10)) == ""
    assert told(database, "Sjælland", day, time(8)) == ""


def test_days_are_added_changed_and_taken_out(database: Database) -> None:
    day = date(2027, 4, 7)
    row = BlockRow(CalendarBlockKind.EVENT, Severity.BLOCK, " Døgnmøde  i KL ", day, day)
    save_block(database, row)
    assert told(database, "Sjælland", day) == "Døgnmøde i KL."
    (written,) = blocks_between(database, day, day)
    with pytest.raises(InvalidValue, match="sidste dag"):
        save_block(database, BlockRow(row.kind, row.severity, "x", day, date(2027, 4, 6)))
    changed = BlockRow(row.kind, Severity.WARN, "Døgnmøde", day, day, written.id, written.rev)
    save_block(database, changed)
    (written,) = blocks_between(database, day, day)
    assert written.severity is Severity.WARN
    remove_block(database, written)
    assert told(database, "Sjælland", day) == ""


def test_a_file_of_days_is_taken_in_once_and_whole(database: Database, tmp_path: Path) -> None:
    before = len(list_blocks(database))
    path = tmp_path / "ferie æøå.csv"
    path.write_text(
        "starts_on;ends_on;name;kind;severity\n"
        "2031-02-10;2031-02-14;Vinterferie, uge 7;school_holiday;warn\n"
        "2031-03-13;2031-03-14;Topmøde;event;block\n",
        encoding="utf-8-sig",
    )
    assert import_blocks(database, path).value == 2
    assert import_blocks(database, path).value == 0
    assert len(list_blocks(database)) == before + 2
    assert "Topmøde" in told(database, "Sjælland", date(2031, 3, 13))
    path.write_text(
        "starts_on,ends_on,name,kind,severity\n"
        "2032-02-10,2032-02-14,Fin,school_holiday,warn\n"
        "2032-13-10,2032-02-14,Forkert,school_holiday,warn\n",
        encoding="utf-8",
    )
    with pytest.raises(FileProblem, match="linje 3"):
        import_blocks(database, path)
    assert len(list_blocks(database)) == before + 2
    path.write_text("dato,navn\n", encoding="utf-8")
    with pytest.raises(FileProblem, match="mangler kolonnen starts_on"):
        import_blocks(database, path)


def test_a_table_from_a_danish_excel_is_taken_in_as_it_is(
    database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "ferie.csv"
    path.write_bytes(
        "Fra;Til;Navn;Type;Hvor alvorligt\r\n"
        "20-10-2031;24-10-2031;Efterårsferie i Ærø;Skoleferie;Holdes fri\r\n"
        "5.11.2031;;Døgnmøde;;\r\n"
        "25-12-2031;25-12-2031;Juledag;helligdag;block\r\n".encode("cp1252")
    )
    assert import_blocks(database, path).value == 2
    (autumn,) = blocks_between(database, date(2031, 10, 22), date(2031, 10, 22))
    assert (autumn.name, autumn.severity) == ("Efterårsferie i Ærø", Severity.BLOCK)
    (once,) = [row for row in list_blocks(database) if row.name == "Døgnmøde"]
    assert (once.starts_on, once.ends_on) == (date(2031, 11, 5), date(2031, 11, 5))
    assert (once.kind, once.severity) == (CalendarBlockKind.EVENT, Severity.WARN)
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Navn", "Fra", "Til"])
    page.append(["Topmøde", datetime(2032, 3, 11), datetime(2032, 3, 12)])  # noqa: DTZ001
    book.save(tmp_path / "ferie.xlsx")
    assert import_blocks(database, tmp_path / "ferie.xlsx").value == 1
    assert told(database, "Sjælland", date(2032, 3, 12)) == "Topmøde."


def test_one_written_day_takes_the_place_of_the_usual_one_and_of_no_other(
    database: Database,
) -> None:
    moved = date(2032, 3, 18)
    school, event = CalendarBlockKind.SCHOOL_HOLIDAY, CalendarBlockKind.EVENT
    winter = (date(2032, 2, 9), date(2032, 2, 13))
    save_block(database, BlockRow(event, Severity.BLOCK, "KL Topmøde i Odense", moved, moved))
    save_block(database, BlockRow(school, Severity.WARN, "Vinterferie", *winter))
    assert told(database, "Sjælland", moved) == "KL Topmøde i Odense."
    assert told(database, "Sjælland", date(2032, 3, 11)) == ""
    assert "Folkemødet" in told(database, "Sjælland", date(2032, 6, 10))
    assert "Efterårsferie" in told(database, "Sjælland", date(2032, 10, 13))
    (row,) = [one for one in list_blocks(database) if one.starts_on == moved]
    remove_block(database, row)
    assert told(database, "Sjælland", date(2032, 3, 11)) == "", "removed is not put back"


def test_the_years_that_came_with_the_program_are_complete(database: Database) -> None:
    found = blocks_between(database, date(2026, 1, 1), date(2030, 12, 31))
    assert [row.name for row in found if not row.id] == []


def test_something_else_at_about_the_same_time_leaves_the_usual_days_alone(
    database: Database,
) -> None:
    journey, week_7 = date(2032, 3, 4), date(2032, 2, 9)
    school, event = CalendarBlockKind.SCHOOL_HOLIDAY, CalendarBlockKind.EVENT
    save_block(database, BlockRow(event, Severity.WARN, "Studietur", journey, journey))
    save_block(database, BlockRow(school, Severity.WARN, "Vinterferie uge 7", week_7, week_7))
    assert "Topmøde" in told(database, "Sjælland", date(2032, 3, 11))
    assert "Vinterferie uge 8" in told(database, "Sjælland", date(2032, 2, 16))
