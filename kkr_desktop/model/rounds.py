"""The five rounds of a year, in which all KKRs meet within the same week or two."""

from dataclasses import dataclass
from datetime import date

from kkr_desktop.model.usual_days import is_election_year

WEEKS = (6, 16, 25, 36, 47)
_LAST_WEEK_OF_ELECTION_YEAR = 43


@dataclass(frozen=True, slots=True, order=True)
class RoundKey:
    """One of the year's rounds."""

    year: int
    number: int


def target_weeks(year: int) -> tuple[int, ...]:
    """Return the ISO weeks of the five rounds; the last is earlier when councils are elected."""
    if is_election_year(year):
        return (*WEEKS[:-1], _LAST_WEEK_OF_ELECTION_YEAR)
    return WEEKS


def nearest_round(day: date) -> RoundKey:
    """Return the round whose week is nearest to `day`."""
    distance = [
        abs(day - date.fromisocalendar(day.year, week, 3)) for week in target_weeks(day.year)
    ]
    return RoundKey(day.year, distance.index(min(distance)) + 1)
