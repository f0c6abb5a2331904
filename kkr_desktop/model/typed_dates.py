"""Days as one types them in a hurry: "15/1", "15.1.27", "15. januar", "uge 3", "+14"."""

import re
from datetime import date, timedelta

from kkr_desktop.model.dates import MONTHS

_LONGEST = 3660
_NUMBERS = re.compile(r"(\d{1,2})[./\- ]+(\d{1,2})(?:[./\- ]+(\d{2}|\d{4}))?[.]?")
_NAMED = re.compile(r"(\d{1,2})[. ]*([a-zæøå]{3,9})\.?(?:[ ,]+(\d{2}|\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WEEK = re.compile(r"uge (\d{1,2})(?:[/ -]+(\d{4}))?")
_DAYS_ON = re.compile(r"\+ ?(\d{1,4})")
_FRIDAY = 5


def typed_date(text: str, today: date) -> date | None:
    """Return the day that was typed, or None when nothing was.

    Without a year it is the next such day, `today` included. A week means its
    Friday, "+14" fourteen days from today. Raises ValueError for anything else.
    """
    words = " ".join(text.casefold().replace("\u00a0", " ").split())
    if not words:
        return None
    if found := _DAYS_ON.fullmatch(words):
        days = int(found[1])
        if days > _LONGEST:
            raise ValueError(text)
        return today + timedelta(days=days)
    if found := _WEEK.fullmatch(words):
        return _friday(int(found[1]), found[2], today)
    if found := _ISO.fullmatch(words):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(words):
        return _in_year(int(found[1]), int(found[2]), found[3], today)
    if found := _NAMED.fullmatch(words):
        return _in_year(int(found[1]), _month(found[2]), found[3], today)
    raise ValueError(text)


def _month(name: str) -> int:
    """Return the month that begins with `name`; three letters tell all months apart."""
    for number, month in enumerate(MONTHS, start=1):
        if month.startswith(name):
            return number
    raise ValueError(name)


def _in_year(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return date(int(year) if len(year) > 2 else 2000 + int(year), month, day)
    for candidate in range(today.year, today.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue  # 29 February is not in every year
        if found >= today:
            return found
    raise ValueError(f"{day}/{month}")


def _friday(week: int, year: str | None, today: date) -> date:
    if year is not None:
        return date.fromisocalendar(int(year), week, _FRIDAY)
    this_year = today.isocalendar().year
    for candidate in range(this_year, this_year + 9):
        try:
            found = date.fromisocalendar(candidate, week, _FRIDAY)
        except ValueError:
            continue  # week 53 is not in every year
        if found >= today:
            return found
    raise ValueError(f"uge {week}")
