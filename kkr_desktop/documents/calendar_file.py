"""Calendar files (.ics, RFC 5545) that Outlook and other calendars take in.

Pure: the same entries give the same bytes. An entry keeps its identity over
all changes, and its sequence says which of two files is the newer one.
"""

# The values that icalendar takes are typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event, Timezone

_ZONE_NAME = "Europe/Copenhagen"
_PRODUCT = "-//KKR Desktop//KKR Desktop//DA"
_DOMAIN = "kkr-desktop"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A meeting, or a day to remember when it has no hours.

    `uid` and `sequence` identify it and its change; `changed_at` is the moment
    of that change.
    """

    uid: str
    sequence: int
    changed_at: datetime
    title: str
    day: date
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    link: str = ""
    description: str = ""
    category: str = ""
    is_cancelled: bool = False


def calendar_file(name: str, entries: Sequence[CalendarEntry]) -> bytes:
    """Return a calendar that is called `name`, with its entries in order.

    It is published (RFC 5546): a request would have to name the organiser's mailbox.
    """
    from icalendar import Calendar

    calendar: Calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", _ZONE_NAME)
    calendar.add_component(_time_zone())
    for entry in entries:
        calendar.add_component(_event(entry))
    return calendar.to_ical(sorted=False)


def _event(entry: CalendarEntry) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.uid}@{_DOMAIN}")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", entry.changed_at.astimezone(UTC).replace(microsecond=0))
    if entry.starts_at is None or entry.ends_at is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        zone = ZoneInfo(_ZONE_NAME)
        event.add("dtstart", datetime.combine(entry.day, entry.starts_at, zone))
        event.add("dtend", datetime.combine(entry.day, entry.ends_at, zone))
        event.add("transp", "TRANSPARENT" if entry.is_cancelled else "OPAQUE")
    event.add("summary", f"AFLYST: {entry.title}" if entry.is_cancelled else entry.title)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    for name, value in (
        ("location", entry.place),
        ("url", entry.link),
        ("description", entry.description),
        ("categories", entry.category),
    ):
        if value:
            event.add(name, value)
    return event


def _time_zone() -> "Timezone":
    """Return the time zone with the rule of the European Union, as it is since 1996."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", _ZONE_NAME)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for part, name, begins, before, after, month in (
        (TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), winter, summer, 3),  # noqa: DTZ001
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), summer, winter, 10),  # noqa: DTZ001
    ):
        part.add("tzname", name)
        part.add("dtstart", begins)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(part)
    return zone
