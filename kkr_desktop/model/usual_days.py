"""What a Danish year usually holds, for the years that nobody has written days for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kkr_desktop.model.meetings import CalendarBlockKind, Severity

_MONDAY, _THURSDAY, _FRIDAY, _SATURDAY = 1, 4, 5, 6
_FIRST_ELECTION, _YEARS_BETWEEN = 2025, 4
_TELLING = 7
"""How long the words are that tell what days are: "Topmøde", and not "uge" or "dage"."""

_NEAR = timedelta(days=21)
_IN_BRACKETS = re.compile(r"\(.*?\)")
_WEEK = re.compile(r"\buge (\d+)")


@dataclass(frozen=True, slots=True)
class UsualDay:
    """Days to know of when planning; both days are inside."""

    kind: CalendarBlockKind
    severity: Severity
    name: str
    starts_on: date
    ends_on: date

    def is_replaced_by(
        self, kind: CalendarBlockKind, name: str, starts_on: date, ends_on: date
    ) -> bool:
        """Tell whether days that somebody wrote are these, as they really fall that year.

        They are of the same kind, at most three weeks away, and are called much the same.
        """
        is_near = starts_on - _NEAR <= self.ends_on and self.starts_on <= ends_on + _NEAR
        return kind is self.kind and is_near and _means_the_same(name, self.name)


def _means_the_same(name: str, other: str) -> bool:
    weeks, other_weeks = set(_WEEK.findall(name)), set(_WEEK.findall(other))
    if weeks and other_weeks and weeks.isdisjoint(other_weeks):
        return False
    return any(
        word.startswith(begin) or begin.startswith(word)
        for word in _telling_words(name)
        for begin in _telling_words(other)
    )


def _telling_words(name: str) -> list[str]:
    words = re.findall(r"\w+", _IN_BRACKETS.sub(" ", name).casefold())
    return [word for word in words if len(word) >= _TELLING]


def is_election_year(year: int) -> bool:
    """Tell whether municipal and regional councils are elected in a year (2025, 2029 …)."""
    return (year - _FIRST_ELECTION) % _YEARS_BETWEEN == 0


def usual_days(year: int, easter: date) -> Iterator[UsualDay]:
    """Yield the school holidays, events and closed days of a year by the usual rules."""
    school, event = CalendarBlockKind.SCHOOL_HOLIDAY, CalendarBlockKind.EVENT
    closed = CalendarBlockKind.CLOSED_DAY
    warn, block = Severity.WARN, Severity.BLOCK

    def weeks(first: int, last: int, start: int = _MONDAY, end: int = _FRIDAY) -> tuple[date, date]:
        return date.fromisocalendar(year, first, start), date.fromisocalendar(year, last, end)

    yield UsualDay(school, warn, "Vinterferie uge 7 (de fleste kommuner)", *weeks(7, 7))
    yield UsualDay(school, warn, "Vinterferie uge 8 (bl.a. dele af Nordjylland)", *weeks(8, 8))
    before_easter = (easter - timedelta(days=6), easter - timedelta(days=4))
    yield UsualDay(school, warn, "Dagene før skærtorsdag (påskeferie)", *before_easter)
    yield UsualDay(school, warn, "Skolesommerferie (typisk uge 27–32)", *weeks(27, 32))
    yield UsualDay(CalendarBlockKind.VACATION, block, "Industriferie uge 28–30", *weeks(28, 30))
    yield UsualDay(school, block, "Efterårsferie uge 42", *weeks(42, 42))
    march = date(year, 3, 1)
    topmoede = march + timedelta(days=(_THURSDAY - march.isoweekday()) % 7 + 7)
    name = "KL Kommunalpolitisk Topmøde (typisk torsdag–fredag midt i marts)"
    yield UsualDay(event, warn, name, topmoede, topmoede + timedelta(days=1))
    folkemoede = weeks(24, 24, _THURSDAY, _SATURDAY)
    yield UsualDay(event, block, "Folkemødet, Allinge (torsdag–lørdag i uge 24)", *folkemoede)
    after_ascension = easter + timedelta(days=40)
    name = "Fredag efter Kristi himmelfartsdag"
    yield UsualDay(closed, warn, name, after_ascension, after_ascension)
    for month, day, name in (
        (6, 5, "Grundlovsdag"),
        (12, 24, "Juleaftensdag"),
        (12, 31, "Nytårsaftensdag"),
    ):
        yield UsualDay(closed, block, name, date(year, month, day), date(year, month, day))
    if is_election_year(year):
        november = date(year, 11, 1)
        third_tuesday = november + timedelta(days=(2 - november.isoweekday()) % 7 + 14)
        name = "Kommunal- og regionalvalg"
        yield UsualDay(CalendarBlockKind.ELECTION, block, name, third_tuesday, third_tuesday)
