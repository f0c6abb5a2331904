"""Other people's calendars, taken in to see what a meeting would collide with.

A calendar is known by its name. The same one again updates what was taken in
before, and leaves alone what the secretariat has decided about it since.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.calendar_reading import OtherCalendar, OtherEvent, read_calendar
from kkr_desktop.model.base import now
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.meetings import CalendarBlock, CalendarBlockKind, Meeting, Severity
from kkr_desktop.model.milestones import Milestone
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_YEARS_AHEAD = 3
_OWN = "@kkr-desktop"
_CHANGES = (Change(Area.CALENDAR),)


class Fate(StrEnum):
    """What becomes of an event when its calendar is taken in."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    GONE = "gone"
    OWN = "own"
    PUT_ASIDE = "put_aside"


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event of the file, or one that was in an earlier version of it, and what becomes of it."""

    event: OtherEvent
    fate: Fate


def read_other_calendar(path: Path, today: date) -> OtherCalendar:
    """Return what a file has from this year on, three years ahead. Raises FileProblem."""
    return read_calendar(path, date(today.year, 1, 1), date(today.year + _YEARS_AHEAD, 12, 31))


def calendars_taken_in(database: Database) -> tuple[str, ...]:
    """Return the names of the calendars that are here."""
    query = (
        select(CalendarBlock.source)
        .where(CalendarBlock.deleted_at.is_(None), CalendarBlock.source != "")
        .distinct()
        .order_by(CalendarBlock.source)
    )
    with database.read() as session:
        return tuple(session.scalars(query))


def fates(database: Database, calendar: OtherCalendar, name: str) -> tuple[EventRow, ...]:
    """Return what becomes of each event when the calendar is taken in as `name`."""
    with database.read() as session:
        return _fates(session, calendar, _known(session, one_line(name)))


def take_in(
    database: Database,
    calendar: OtherCalendar,
    name: str,
    kind: CalendarBlockKind,
    severity: Severity,
) -> Written[Counter[Fate]]:
    """Take a calendar in as `name`, all or nothing; return how many events had which fate.

    `kind` and `severity` are those of new events. Those that are known keep
    what the secretariat has made of them, and those that it took out stay out.
    """
    source = one_line(name)
    if not source:
        raise InvalidValue("Kalender", "Skriv, hvad kalenderen hedder.")
    with database.write() as session:
        known = _known(session, source)
        rows = _fates(session, calendar, known)
        for row in rows:
            event = row.event
            if row.fate is Fate.NEW:
                block = CalendarBlock(source=source, source_key=event.key, kind=kind)
                block.severity = Severity.INFO if event.is_free else severity
                session.add(block)
                _fill(block, event)
            elif row.fate is Fate.CHANGED:
                _fill(known[event.key], event)
            elif row.fate is Fate.GONE:
                _forget(known[event.key])
        session.flush()
        for block in list(_known(session, source).values())[:1]:
            record(session, block, "calendar", after=source)
        return Written(Counter(row.fate for row in rows), _CHANGES)


def remove_calendar(database: Database, name: str) -> Written[int]:
    """Take all of a calendar out again; return how many events that were."""
    with database.write() as session:
        known = _known(session, name)
        living = [block for block in known.values() if block.deleted_at is None]
        for block in known.values():
            _forget(block)
        for block in living[:1]:
            record(session, block, "remove calendar", before=name)
    return Written(len(living), _CHANGES)


def _known(session: Session, source: str) -> dict[str, CalendarBlock]:
    """Return by key what is here of a calendar, and what the secretariat took out of it."""
    query = select(CalendarBlock).where(
        CalendarBlock.source == source, CalendarBlock.source_key != ""
    )
    return {block.source_key: block for block in session.scalars(query)}


def _fates(
    session: Session, calendar: OtherCalendar, known: dict[str, CalendarBlock]
) -> tuple[EventRow, ...]:
    """Return what becomes of each event, in order of time."""
    own = {f"{uid}{_OWN}" for uid in session.scalars(select(Meeting.ics_uid))}
    own |= {f"{uid}{_OWN}" for uid in session.scalars(select(Milestone.uid))}
    rows = [
        EventRow(event, Fate.OWN if event.key in own else _fate(event, known.get(event.key)))
        for event in calendar.events
    ]
    in_file = {event.key for event in calendar.events}
    rows += [
        EventRow(_event_of(block), Fate.GONE)
        for key, block in known.items()
        if key not in in_file and block.deleted_at is None
    ]
    return tuple(sorted(rows, key=lambda row: (row.event.starts_on, row.event.name)))


def _fate(event: OtherEvent, block: CalendarBlock | None) -> Fate:
    if block is None:
        return Fate.NEW
    if block.deleted_at is not None:
        return Fate.PUT_ASIDE
    is_same = _event_of(block) == replace(event, is_free=False)
    return Fate.UNCHANGED if is_same else Fate.CHANGED


def _event_of(block: CalendarBlock) -> OtherEvent:
    return OtherEvent(
        block.source_key,
        block.name,
        block.starts_on,
        block.ends_on,
        block.starts_at,
        block.ends_at,
    )


def _fill(block: CalendarBlock, event: OtherEvent) -> None:
    block.name = event.name
    block.starts_on, block.ends_on = event.starts_on, event.ends_on
    block.starts_at, block.ends_at = event.starts_at, event.ends_at


def _forget(block: CalendarBlock) -> None:
    """Take an event out so that its calendar may bring it back."""
    block.deleted_at = block.deleted_at or now()
    block.source_key = ""
