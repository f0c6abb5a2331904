"""Dates and times as Danish offices write them. Times are local, weeks are ISO weeks."""

from datetime import date, time, timedelta

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def long_date(day: date) -> str:
    """Return for example "26. januar 2026"."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """Return for example "mandag den 26. januar 2026"."""
    return f"{WEEKDAYS[day.weekday()]} den {long_date(day)}"


def interval_words(valid_from: date, valid_to: date | None) -> str:
    """Return for example "fra 1. januar 2026 til 31. marts 2027"; `valid_to` is the day after."""
    since = f"fra {long_date(valid_from)}"
    return since if valid_to is None else f"{since} til {long_date(valid_to - timedelta(days=1))}"


def listed_date(day: date) -> str:
    """Return for example "man. 26. januar 2026", as columns of dates have it."""
    return f"{WEEKDAYS[day.weekday()][:3]}. {long_date(day)}"


def short_date(day: date) -> str:
    """Return for example "26-01-2026", as on front pages and in running heads."""
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"


def clock(moment: time) -> str:
    """Return for example "9.30", as in running text."""
    return f"{moment.hour}.{moment.minute:02d}"


def clock_range(start: time, end: time) -> str:
    """Return for example "kl. 9.30–12.30"."""
    return f"kl. {clock(start)}–{clock(end)}"


def iso_week(day: date) -> int:
    """Return the ISO week number, 1 to 53."""
    return day.isocalendar().week


def week_name(day: date) -> str:
    """Return for example "uge 5"."""
    return f"uge {iso_week(day)}"
