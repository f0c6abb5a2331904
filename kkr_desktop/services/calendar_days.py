"""What each day holds: its week, holidays, events, meetings and dispatches."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from kkr_desktop.model.dates import clock, iso_week
from kkr_desktop.model.meetings import CalendarBlockKind
from kkr_desktop.services.calendar_blocks import BlockRow, blocks_between
from kkr_desktop.services.milestones import dispatches_between
from kkr_desktop.services.planning import MeetingRow, bodies, list_meetings
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.public_holidays import holiday_name

_WEEKS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the month or the year view. `holiday` is empty on a working day.

    `kinds` are those of its notes; `dispatches` tell which agendas go out, and
    `others` what other people's calendars hold.
    """

    day: date
    week: int
    in_month: bool
    holiday: str
    notes: tuple[str, ...]
    meetings: tuple[MeetingRow, ...]
    kinds: frozenset[CalendarBlockKind] = frozenset()
    dispatches: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def month_days(database: Database, year: int, month: int) -> tuple[CalendarDay, ...]:
    """Return the 42 days, Monday first, of the six weeks that begin with the month's first."""
    first = date(year, month, 1)
    start = first - timedelta(days=first.weekday())
    last = start + timedelta(days=7 * _WEEKS_SHOWN - 1)
    return _days_between(database, start, last, month)


def year_days(database: Database, year: int) -> tuple[CalendarDay, ...]:
    """Return all days of a year."""
    return _days_between(database, date(year, 1, 1), date(year, 12, 31))


def _days_between(
    database: Database, first: date, last: date, month: int | None = None
) -> tuple[CalendarDay, ...]:
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    blocks = blocks_between(database, first, last)
    meetings: defaultdict[date, list[MeetingRow]] = defaultdict(list)
    for year in range(first.year, last.year + 1):
        for row in list_meetings(database, year=year):
            meetings[row.held_on].append(row)
    names = {body.id: body.short_name for body in bodies(database)}
    dispatches: defaultdict[date, list[str]] = defaultdict(list)
    for milestone in dispatches_between(database, first, last):
        dispatches[milestone.due_on].append(f"{names[milestone.body_id]}: {milestone.label}")
    others = [block for block in blocks if block.kind is CalendarBlockKind.OTHER_CALENDAR]
    known = [block for block in blocks if block.kind is not CalendarBlockKind.OTHER_CALENDAR]
    return tuple(
        CalendarDay(
            day=day,
            week=iso_week(day),
            in_month=month is None or day.month == month,
            holiday=holiday_name(day),
            notes=tuple(block.name for block in known if block.covers(day)),
            meetings=tuple(meetings[day]),
            kinds=frozenset(block.kind for block in known if block.covers(day)),
            dispatches=tuple(dispatches[day]),
            others=tuple(_brief(block) for block in others if block.covers(day)),
        )
        for day in days
    )


def _brief(block: BlockRow) -> str:
    begins = f"{clock(block.starts_at)} " if block.starts_at is not None else ""
    return f"{begins}{block.name} ({block.source})" if block.source else f"{begins}{block.name}"
