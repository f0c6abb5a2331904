"""Reads other programs' calendar files (.ics): what happens on which day, repetitions worked out.

Whatever time zone a file uses, days and hours come out as they are in Denmark.
"""

# What icalendar and recurring-ical-events return is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kkr_desktop.model.errors import FileProblem
from kkr_desktop.model.text import one_line

_ZONE = "Europe/Copenhagen"
_LARGEST_FILE = 20_000_000
_MOST_EVENTS = 5_000
_WITHOUT_NAME = "Optaget"
_TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
_DAMAGED = "er beskadiget og kan ikke læses som kalender. Eksportér kalenderen igen."


@dataclass(frozen=True, slots=True)
class OtherEvent:
    """What happens on some days, both inside; without hours it takes whole days.

    `key` identifies it in the next version of the same calendar, also when it
    has been moved.
    """

    key: str
    name: str
    starts_on: date
    ends_on: date
    starts_at: time | None = None
    ends_at: time | None = None
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class OtherCalendar:
    """A calendar's events in order of time. `left_out` counts those that cannot be understood."""

    name: str
    events: tuple[OtherEvent, ...]
    left_out: int


def read_calendar(path: Path, first: date, last: date) -> OtherCalendar:
    """Return what a calendar file has from `first` to `last`; cancelled events are left out.

    Raises FileProblem.
    """
    from icalendar import Calendar

    text = _text_of(path)
    if "BEGIN:VCALENDAR" not in text.upper():
        raise FileProblem(path, "er ikke en kalenderfil (.ics).")
    if _is_cut_off(text):
        raise FileProblem(path, _DAMAGED)
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise FileProblem(path, _DAMAGED) from error
    reading = _Reading(path, first, last)
    for calendar in calendars:
        reading.take(calendar)
    if not reading.events and not reading.left_out:
        raise FileProblem(path, f"har ingen begivenheder fra {first.year} til {last.year}.")
    if not reading.events:
        raise FileProblem(path, _DAMAGED)
    names = [one_line(str(calendar.get("X-WR-CALNAME", ""))) for calendar in calendars]
    return OtherCalendar(
        next((name for name in names if name), one_line(path.stem)),
        tuple(sorted(reading.events.values(), key=_in_time)),
        reading.left_out,
    )


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise FileProblem(path, "er for stor til at være en kalender (over 20 MB).")
        data = path.read_bytes()
    except OSError as error:
        reason = "findes ikke." if isinstance(error, FileNotFoundError) else "kan ikke læses."
        raise FileProblem(path, f"{reason} Vælg en anden fil.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Older versions of Outlook write the letters of Western Europe.
        return data.decode("cp1252", errors="replace")


def _is_cut_off(text: str) -> bool:
    """Tell whether something begins and does not end: what is missing must not look removed."""
    lines = Counter(line.strip().upper() for line in text.splitlines())
    return any(lines[f"BEGIN:{part}"] != lines[f"END:{part}"] for part in ("VCALENDAR", "VEVENT"))


class _Reading:
    """Gathers the events of a file, each once."""

    def __init__(self, path: Path, first: date, last: date) -> None:
        self._path = path
        self._first, self._last = first, last
        self._zone = ZoneInfo(_ZONE)
        self.events: dict[str, OtherEvent] = {}
        self.left_out = 0

    def take(self, calendar: Any) -> None:  # noqa: ANN401
        """Take the events of one calendar in the file."""
        events = calendar.walk("VEVENT")
        good = [event for event in events if _is_understood(event)]
        self.left_out += len(events) - len(good)
        calendar.subcomponents = [
            part for part in calendar.subcomponents if part.name == "VTIMEZONE"
        ] + good
        often = Counter(str(event.get("UID", "")) for event in good)
        repeated = {uid for uid, count in often.items() if count > 1} | {
            str(event.get("UID", "")) for event in good if "RRULE" in event or "RDATE" in event
        }
        for event in self._occurrences(calendar):
            if str(event.get("STATUS", "")).upper() != "CANCELLED":
                self._add(self._event(event, repeated))

    def _occurrences(self, calendar: Any) -> Iterator[Any]:  # noqa: ANN401
        """Yield what happens month by month, so that an endless repetition is met by the limit."""
        from recurring_ical_events import of

        try:
            query = of(calendar, skip_bad_series=True)
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            raise FileProblem(self._path, _DAMAGED) from error
        begins = self._first
        while begins <= self._last:
            ends = min(begins + timedelta(days=31), self._last + timedelta(days=1))
            try:
                yield from query.between(begins, ends)
            except (ValueError, KeyError, TypeError, OverflowError) as error:
                raise FileProblem(self._path, _DAMAGED) from error
            begins = ends if ends <= self._last else self._last + timedelta(days=1)

    def _event(self, event: Any, repeated: set[str]) -> OtherEvent:  # noqa: ANN401
        begins = event["DTSTART"].dt
        ends = event["DTEND"].dt if "DTEND" in event else begins
        uid = str(event.get("UID", "")) or f"{event.get('SUMMARY', '')} {begins}"
        original = event["RECURRENCE-ID"].dt if "RECURRENCE-ID" in event else begins
        key = f"{uid} {original.isoformat()}" if uid in repeated else uid
        name = one_line(str(event.get("SUMMARY", ""))) or _WITHOUT_NAME
        if not isinstance(begins, datetime):
            last = max(ends - timedelta(days=1), begins)
            return OtherEvent(key, name, begins, last)
        starts, stops = self._here(begins), max(self._here(ends), self._here(begins))
        is_free = str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
        if starts.date() == stops.date():
            hours = starts.time(), stops.time()
            return OtherEvent(key, name, starts.date(), starts.date(), *hours, is_free)
        last = (stops - timedelta(microseconds=1)).date()
        return OtherEvent(key, name, starts.date(), last, is_free=is_free)

    def _here(self, moment: datetime) -> datetime:
        """Return the time on a Danish clock; one without a zone is meant as such."""
        if moment.tzinfo is not None:
            moment = moment.astimezone(self._zone).replace(tzinfo=None)
        return moment.replace(second=0, microsecond=0)

    def _add(self, event: OtherEvent) -> None:
        if event.starts_on > self._last or event.ends_on < self._first:
            return
        self.events.setdefault(event.key, event)
        if len(self.events) > _MOST_EVENTS:
            raise FileProblem(
                self._path,
                f"har flere end {_MOST_EVENTS} begivenheder. Eksportér en mindre del af den.",
            )


def _is_understood(event: Any) -> bool:  # noqa: ANN401
    """Tell whether an event has a beginning, and no repetition that nobody could mean."""
    try:
        begins = event["DTSTART"].dt
        ends = event["DTEND"].dt if "DTEND" in event else begins
    except (KeyError, AttributeError, ValueError):
        return False
    if not isinstance(begins, date) or isinstance(begins, datetime) is not isinstance(
        ends, datetime
    ):
        return False
    rules = event.get("RRULE", [])
    return all(_is_repetition(rule) for rule in (rules if isinstance(rules, list) else [rules]))


def _is_repetition(rule: Any) -> bool:  # noqa: ANN401
    """Tell whether a rule says how often, and not oftener than anybody could mean."""
    try:
        often = {str(each).upper() for each in rule.get("FREQ", [])}
    except ValueError:  # what the library raises for a rule that it could not read
        return False
    return bool(often) and not _TOO_OFTEN & often


def _in_time(event: OtherEvent) -> tuple[date, time, str]:
    return event.starts_on, event.starts_at or time(0), event.name
