"""What happens in other programs' calendars is read as it is meant, on a Danish clock."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from kkr_desktop.documents.calendar_file import CalendarEntry, calendar_file
from kkr_desktop.documents.calendar_reading import OtherCalendar, OtherEvent, read_calendar
from kkr_desktop.model.errors import FileProblem
from tests.documents.test_calendar_file import CHANGED

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)

OUTLOOK = """BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:PUBLISH
X-WR-CALNAME:Byrådet på Ærø
BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
{events}
END:VCALENDAR
"""


def event(*lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"])


def read(folder: Path, *events: str, encoding: str = "utf-8") -> OtherCalendar:
    path = folder / "kalender.ics"
    text = OUTLOOK.format(events="\n".join(events)).replace("\n", "\r\n")
    path.write_bytes(text.encode(encoding))
    return read_calendar(path, FIRST, LAST)


def test_a_weekly_meeting_keeps_its_hours_when_the_clock_changes(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        event(
            "UID:uge",
            "SUMMARY:Økonomiudvalg",
            "DTSTART;TZID=Romance Standard Time:20260311T090000",
            "DTEND;TZID=Romance Standard Time:20260311T113000",
            "RRULE:FREQ=WEEKLY;COUNT=5",
            "EXDATE;TZID=Romance Standard Time:20260318T090000",
        ),
    )
    assert found.name == "Byrådet på Ærø"
    days = [(one.starts_on.isoformat(), one.starts_at, one.ends_at) for one in found.events]
    assert days == [
        (day, time(9), time(11, 30))
        for day in ("2026-03-11", "2026-03-25", "2026-04-01", "2026-04-08")
    ]
    assert len({one.key for one in found.events}) == 4


def test_a_moved_occurrence_is_where_it_was_moved_to_and_a_cancelled_one_is_nowhere(
    tmp_path: Path,
) -> None:
    weekly = event(
        "UID:uge",
        "SUMMARY:Direktion",
        "DTSTART;TZID=Romance Standard Time:20260907T090000",
        "DTEND;TZID=Romance Standard Time:20260907T100000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
    )
    moved, off = (
        event(
            "UID:uge",
            "SUMMARY:Direktion",
            f"RECURRENCE-ID;TZID=Romance Standard Time:{original}T090000",
            f"DTSTART;TZID=Romance Standard Time:{new}T130000",
            f"DTEND;TZID=Romance Standard Time:{new}T140000",
            *more,
        )
        for original, new, more in (
            ("20260914", "20260915", ()),
            ("20260921", "20260921", ("STATUS:CANCELLED",)),
        )
    )
    before, after = read(tmp_path, weekly), read(tmp_path, weekly, moved, off)
    assert [(one.starts_on.day, one.starts_at) for one in after.events] == [
        (7, time(9)),
        (15, time(13)),
    ]
    assert {one.key for one in after.events} < {one.key for one in before.events}


@pytest.mark.parametrize(
    ("start", "end", "meant"),
    [
        ("DTSTART:20260701T080000Z", "DTEND:20260701T090000Z", ("2026-07-01", "10:00")),
        ("DTSTART:20260105T080000Z", "DTEND:20260105T090000Z", ("2026-01-05", "09:00")),
        ("DTSTART:20261231T233000Z", "DURATION:PT20M", ("2027-01-01", "00:30")),
        ("DTSTART:20260329T003000Z", "DTEND:20260329T013000Z", ("2026-03-29", "01:30")),
        (
            "DTSTART;TZID=America/New_York:20260302T040000",
            "DTEND;TZID=America/New_York:20260302T050000",
            ("2026-03-02", "10:00"),
        ),
        ("DTSTART:20260302T130000", "DTEND:20260302T140000", ("2026-03-02", "13:00")),
    ],
)
def test_every_time_zone_comes_out_on_a_danish_clock(
    tmp_path: Path, start: str, end: str, meant: tuple[str, str]
) -> None:
    (one,) = read(tmp_path, event("UID:u", "SUMMARY:Møde", start, end)).events
    assert one.starts_at is not None
    assert (one.starts_on.isoformat(), one.starts_at.isoformat("minutes")) == meant


def test_days_without_hours_end_on_their_last_day_and_what_goes_on_overnight_takes_both(
    tmp_path: Path,
) -> None:
    found = read(
        tmp_path,
        event(
            "UID:a",
            "SUMMARY:Ferie uge 42",
            "DTSTART;VALUE=DATE:20261012",
            "DTEND;VALUE=DATE:20261017",
            "TRANSP:TRANSPARENT",
        ),
        event("UID:b", "SUMMARY:Lukkedag", "DTSTART;VALUE=DATE:20261223"),
        event(
            "UID:c",
            "SUMMARY:Nytårsvagt",
            "DTSTART;TZID=Romance Standard Time:20261231T220000",
            "DTEND;TZID=Romance Standard Time:20270101T060000",
        ),
        event(
            "UID:d",
            "DTSTART;TZID=Romance Standard Time:20270104T080000",
            "DTEND;TZID=Romance Standard Time:20270104T090000",
            "TRANSP:TRANSPARENT",
        ),
    )
    assert found.events == (
        OtherEvent("a", "Ferie uge 42", date(2026, 10, 12), date(2026, 10, 16)),
        OtherEvent("b", "Lukkedag", date(2026, 12, 23), date(2026, 12, 23)),
        OtherEvent("c", "Nytårsvagt", date(2026, 12, 31), date(2027, 1, 1)),
        OtherEvent(
            "d", "Optaget", date(2027, 1, 4), date(2027, 1, 4), time(8), time(9), is_free=True
        ),
    )


def test_an_endless_repetition_is_read_to_the_last_day_and_a_senseless_one_is_left_out(
    tmp_path: Path,
) -> None:
    yearly = event("UID:a", "SUMMARY:K", "DTSTART;VALUE=DATE:20100101", "RRULE:FREQ=YEARLY")
    mad = event("UID:b", "SUMMARY:B", "DTSTART:20260101T000000Z", "RRULE:FREQ=SECONDLY")
    without_day = event("UID:c", "SUMMARY:C")
    found = read(tmp_path, yearly, mad, without_day)
    assert [one.starts_on.year for one in found.events] == [2026, 2027, 2028]
    assert found.left_out == 2


def test_too_much_is_said_before_it_takes_all_memory(tmp_path: Path) -> None:
    hours = ",".join(map(str, range(24)))
    often = event("UID:a", "DTSTART:20260101T000000Z", f"RRULE:FREQ=DAILY;BYHOUR={hours}")
    with pytest.raises(FileProblem, match="flere end 5000 begivenheder"):
        read(tmp_path, often)


def test_the_letters_of_an_older_outlook_are_read(tmp_path: Path) -> None:
    one = event("UID:a", "SUMMARY:Møde på Ærø", "DTSTART;VALUE=DATE:20260302")
    (found,) = read(tmp_path, one, encoding="cp1252").events
    assert found.name == "Møde på Ærø"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html>Log ind</html>", "er ikke en kalenderfil"),
        (b"", "er ikke en kalenderfil"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n", "er beskadiget"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "har ingen begivenheder"),
    ],
)
def test_a_file_that_is_no_calendar_is_told_in_one_sentence(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    path = tmp_path / "kalender.ics"
    path.write_bytes(data)
    with pytest.raises(FileProblem, match=reason):
        read_calendar(path, FIRST, LAST)


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="findes ikke"):
        read_calendar(tmp_path / "ingen.ics", FIRST, LAST)


BASE = OUTLOOK.format(
    events=event(
        "UID:uge",
        "SUMMARY:Møde",
        "DTSTART;TZID=Romance Standard Time:20260907T090000",
        "DTEND;TZID=Romance Standard Time:20260907T100000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
    )
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(place=611, gone=0, put_in="0")  # a rule that cannot be read
@example(place=606, gone=5, put_in="")  # a rule that does not say how often
@given(
    place=st.integers(0, len(BASE)),
    gone=st.integers(0, 40),
    put_in=st.text(st.characters(codec="utf-8"), max_size=12),
)
def test_no_damage_does_more_than_refuse_the_file(
    tmp_path: Path, place: int, gone: int, put_in: str
) -> None:
    path = tmp_path / "kalender.ics"
    path.write_text(BASE[:place] + put_in + BASE[place + gone :], encoding="utf-8")
    try:
        found = read_calendar(path, FIRST, LAST)
    except FileProblem:
        return
    assert all(one.starts_on <= one.ends_on for one in found.events)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    day=st.dates(FIRST, LAST),
    begins=st.times(max_value=time(22)).map(lambda moment: moment.replace(second=0, microsecond=0)),
)
def test_what_this_program_writes_it_reads_as_it_was(
    tmp_path: Path, day: date, begins: time
) -> None:
    path = tmp_path / "kalender.ics"
    ends = time(23, 59)
    timed = CalendarEntry("a", 0, CHANGED, "Møde; på Ærø", day, begins, ends)
    path.write_bytes(calendar_file("Møder", [timed, CalendarEntry("b", 0, CHANGED, "Frist", day)]))
    # The hour that does not exist in the night when summer time begins.
    assume(not (day.month == 3 and day.day > 24 and begins.hour == 2))
    found = {one.key: one for one in read_calendar(path, FIRST, LAST).events}
    assert found["a@kkr-desktop"] == OtherEvent(
        "a@kkr-desktop", "Møde; på Ærø", day, day, begins, ends
    )
    assert found["b@kkr-desktop"] == OtherEvent("b@kkr-desktop", "Frist", day, day)
