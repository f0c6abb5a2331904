"""Calendar files say the same to another program as they were made to say."""

# vobject and dateutil's zone reader have no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, cast
from zoneinfo import ZoneInfo

import vobject
from dateutil import tz
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_desktop.documents.calendar_file import CalendarEntry, calendar_file

CHANGED = datetime(2026, 11, 24, 9, 30, 15, 123, tzinfo=UTC)
MEETING = CalendarEntry(
    "0198",
    3,
    CHANGED,
    "KKR Nordjylland: møde",
    date(2026, 3, 27),
    time(9, 30),
    time(12),
    "Ærø Rådhus, sal 1; stuen",
    "https://kl.dk/a?b=1",
    "Online: ja\nog fysisk",
    "KKR Nordjylland",
)


def read_back(ics: bytes) -> list[Any]:
    calendar = cast("Any", vobject).readOne(ics.decode())
    return list(calendar.contents.get("vevent", []))


def zone_of(ics: bytes) -> tzinfo:
    return cast("Any", tz).tzical(io.StringIO(ics.decode().replace("\r\n", "\n"))).get()


def test_another_program_reads_a_meeting_as_it_was_planned() -> None:
    assert b"METHOD:PUBLISH\r\n" in calendar_file("Møder", [MEETING])
    (event,) = read_back(calendar_file("Møder", [MEETING]))
    assert event.uid.value == "0198@kkr-desktop"
    assert event.sequence.value == "3"
    assert event.summary.value == "KKR Nordjylland: møde"
    assert event.location.value == "Ærø Rådhus, sal 1; stuen"
    assert event.description.value == "Online: ja\nog fysisk"
    assert event.url.value == "https://kl.dk/a?b=1"
    assert event.status.value == "CONFIRMED"
    assert event.dtstamp.value == CHANGED.replace(microsecond=0)
    assert event.dtstart.value.astimezone(UTC) == datetime(2026, 3, 27, 8, 30, tzinfo=UTC)
    assert event.dtend.value - event.dtstart.value == timedelta(hours=2.5)


def test_a_cancelled_meeting_is_taken_out_of_calendars_and_blocks_no_time() -> None:
    cancelled = CalendarEntry(
        "u", 1, CHANGED, "Møde", date(2026, 3, 27), time(9), time(10), is_cancelled=True
    )
    (event,) = read_back(calendar_file("Møder", [cancelled]))
    assert (event.status.value, event.transp.value) == ("CANCELLED", "TRANSPARENT")
    assert event.summary.value == "AFLYST: Møde"


def test_a_day_without_hours_takes_that_day_alone_also_over_new_year() -> None:
    deadline = CalendarEntry("u", 0, CHANGED, "Udsendelse", date(2026, 12, 31))
    (event,) = read_back(calendar_file("Frister", [deadline]))
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 12, 31), date(2027, 1, 1))
    assert event.transp.value == "TRANSPARENT"


def test_the_time_zone_in_the_file_is_right_on_the_days_the_clock_changes() -> None:
    zone, known = zone_of(calendar_file("Møder", [MEETING])), ZoneInfo("Europe/Copenhagen")
    for year in range(2007, 2036):
        for month in (3, 10):
            for day in range(20, 32):
                for hour in (0, 4, 12):
                    moment = datetime(year, month, day, hour)  # noqa: DTZ001
                    assert zone.utcoffset(moment) == moment.replace(tzinfo=known).utcoffset()


printable = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=90).map(str.strip)


@settings(max_examples=40)
@given(
    title=printable,
    place=printable,
    day=st.dates(date(2007, 1, 1), date(2100, 12, 31)),
    starts=st.times(max_value=time(22)).map(lambda moment: moment.replace(second=0, microsecond=0)),
)
def test_any_words_and_any_day_come_back(title: str, place: str, day: date, starts: time) -> None:
    ends = time(23, 59)
    entry = CalendarEntry("u", 0, CHANGED, title, day, starts, ends, place)
    ics = calendar_file("Møder", [entry])
    assert ics == calendar_file("Møder", [entry])
    assert all(len(line) <= 75 for line in ics.split(b"\r\n"))
    (event,) = read_back(ics)
    assert event.summary.value == title
    assert (event.location.value if place else "") == place
    assert event.dtstart.value.replace(tzinfo=None) == datetime.combine(day, starts)
