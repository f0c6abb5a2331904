"""What each day of a month holds: its week, holidays, events and meetings."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from kkr_desktop.model.dates import iso_week
from kkr_desktop.model.meetings import CalendarBlock, CalendarBlockKind, MeetingState, Severity
from kkr_desktop.services.planning import MeetingRow, list_meetings
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.public_holidays import holiday_name

_WEEKS_SHOWN = 6
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the month view. `holiday` is empty on a working day."""

    day: date
    week: int
    in_month: bool
    holiday: str
    notes: tuple[str, ...]
    meetings: tuple[MeetingRow, ...]


@dataclass(frozen=True, slots=True)
class DayWarning:
    """Why a day may be a bad one for a meeting; it never forbids."""

    text: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class _Block:
    kind: CalendarBlockKind
    severity: Severity
    name: str
    starts_on: date
    ends_on: date

    def covers(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


def month_days(database: Database, year: int, month: int) -> tuple[CalendarDay, ...]:
    """Return the 42 days, Monday first, of the six weeks that begin with the month's first."""
    first = date(year, month, 1)
    start = first - timedelta(days=first.weekday())
    days = [start + timedelta(days=offset) for offset in range(7 * _WEEKS_SHOWN)]
    blocks = _blocks_between(database, days[0], days[-1])
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


def warnings_for(
    database: Database, body_id: int, day: date, moved_meeting: int | None = None
) -> tuple[DayWarning, ...]:
    """Tell what speaks against a meeting of a body on `day`, the gravest first."""
    found: list[DayWarning] = []
    if holiday := holiday_name(day):
        found.append(DayWarning(f"{holiday} er en helligdag.", Severity.BLOCK))
    elif day.weekday() >= _SATURDAY:
        found.append(DayWarning("Dagen ligger i en weekend.", Severity.WARN))
    found.extend(
        DayWarning(f"{block.name}.", block.severity)
        for block in _blocks_between(database, day, day)
        if block.severity is not Severity.INFO
    )
    for row in list_meetings(database, year=day.year):
        if row.held_on != day or row.id == moved_meeting or row.state is MeetingState.CANCELLED:
            continue
        severity = Severity.BLOCK if row.body_id == body_id else Severity.WARN
        found.append(DayWarning(f"{row.body_name} holder møde samme dag.", severity))
    gravest_first = [Severity.BLOCK, Severity.WARN, Severity.DEADLINE, Severity.INFO]
    return tuple(sorted(found, key=lambda warning: gravest_first.index(warning.severity)))


def _blocks_between(database: Database, first: date, last: date) -> tuple[_Block, ...]:
    with database.read() as session:
        rows = session.execute(
            select(
                CalendarBlock.kind,
                CalendarBlock.severity,
                CalendarBlock.name,
                CalendarBlock.starts_on,
                CalendarBlock.ends_on,
            )
            .where(
                CalendarBlock.deleted_at.is_(None),
                CalendarBlock.starts_on <= last,
                CalendarBlock.ends_on >= first,
            )
            .order_by(CalendarBlock.starts_on, CalendarBlock.name)
        )
        return tuple(_Block(*row) for row in rows)
