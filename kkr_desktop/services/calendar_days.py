"""What each day of a month holds: its week, holidays, events and meetings."""

from dataclasses import dataclass
from datetime import date, timedelta

from kkr_desktop.model.dates import iso_week
from kkr_desktop.services.calendar_blocks import blocks_between
from kkr_desktop.services.planning import MeetingRow, list_meetings
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.public_holidays import holiday_name

_WEEKS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the month view. `holiday` is empty on a working day."""

    day: date
    week: int
    in_month: bool
    holiday: str
    notes: tuple[str, ...]
    meetings: tuple[MeetingRow, ...]


def month_days(database: Database, year: int, month: int) -> tuple[CalendarDay, ...]:
    """Return the 42 days, Monday first, of the six weeks that begin with the month's first."""
    first = date(year, month, 1)
    start = first - timedelta(days=first.weekday())
    days = [start + timedelta(days=offset) for offset in range(7 * _WEEKS_SHOWN)]
    blocks = blocks_between(database, days[0], days[-1])
    years = {day.year for day in days}
    meetings = [row for shown in sorted(years) for row in list_meetings(database, year=shown)]
    return tuple(
        CalendarDay(
            day=day,
            week=iso_week(day),
            in_month=day.month == month,
            holiday=holiday_name(day),
            notes=tuple(block.name for block in blocks if block.covers(day)),
            meetings=tuple(row for row in meetings if row.held_on == day),
        )
        for day in days
    )
