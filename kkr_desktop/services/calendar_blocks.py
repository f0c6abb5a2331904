"""School holidays, events and closed days: read and edited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.dates import clock_range
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.meetings import CalendarBlock, CalendarBlockKind, Severity
from kkr_desktop.model.text import one_line
from kkr_desktop.model.usual_days import usual_days
from kkr_desktop.services.audit import record
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.public_holidays import easter_sunday


@dataclass(frozen=True, slots=True)
class BlockRow:
    """Days to know of when planning; both days are inside. `id` is 0 for one not written yet.

    Without hours it takes whole days. `source` names the calendar that it came from.
    """

    kind: CalendarBlockKind
    severity: Severity
    name: str
    starts_on: date
    ends_on: date
    id: int = 0
    rev: int = 0
    starts_at: time | None = None
    ends_at: time | None = None
    source: str = ""

    def covers(self, day: date) -> bool:
        """Tell whether `day` is inside."""
        return self.starts_on <= day <= self.ends_on

    def meets(self, starts_at: time | None, ends_at: time | None) -> bool:
        """Tell whether it takes some of the hours; hours that are not known may be any."""
        if self.starts_at is None or self.ends_at is None or starts_at is None or ends_at is None:
            return True
        return self.starts_at < ends_at and starts_at < self.ends_at

    @property
    def told(self) -> str:
        """For example "kl. 9.00–10.00: Byrådsmøde (Aalborg)"."""
        hours = (
            f"{clock_range(self.starts_at, self.ends_at)}: "
            if self.starts_at is not None and self.ends_at is not None
            else ""
        )
        return f"{hours}{self.name}{f' ({self.source})' if self.source else ''}"


def blocks_between(database: Database, first: date, last: date) -> tuple[BlockRow, ...]:
    """Return the days to know of from `first` to `last`, the usual ones where none are written."""
    with database.read() as session:
        written = [
            _row(block)
            for block in session.scalars(
                select(CalendarBlock)
                .where(
                    CalendarBlock.deleted_at.is_(None),
                    CalendarBlock.starts_on <= last,
                    CalendarBlock.ends_on >= first,
                )
                .order_by(CalendarBlock.starts_on, CalendarBlock.name)
            )
        ]
        usual = [
            row
            for year in range(first.year, last.year + 1)
            for row in _usual(session, year)
            if row.starts_on <= last and row.ends_on >= first
        ]
    return tuple(sorted(written + usual, key=lambda row: (row.starts_on, row.name)))


def _usual(session: Session, year: int) -> list[BlockRow]:
    """Return the usual days of a year in whose place nobody has written, or removed, anything."""
    written = session.execute(
        select(
            CalendarBlock.kind, CalendarBlock.name, CalendarBlock.starts_on, CalendarBlock.ends_on
        ).where(
            CalendarBlock.starts_on <= date(year + 1, 2, 1),
            CalendarBlock.ends_on >= date(year - 1, 12, 1),
        )
    ).all()
    return [
        BlockRow(day.kind, day.severity, day.name, day.starts_on, day.ends_on)
        for day in usual_days(year, easter_sunday(year))
        if not any(day.is_replaced_by(*own) for own in written)
    ]


def list_blocks(database: Database) -> tuple[BlockRow, ...]:
    """Return what is written, in order of time."""
    with database.read() as session:
        return tuple(
            _row(block)
            for block in session.scalars(
                select(CalendarBlock)
                .where(CalendarBlock.deleted_at.is_(None))
                .order_by(CalendarBlock.starts_on, CalendarBlock.name)
            )
        )


def _row(block: CalendarBlock) -> BlockRow:
    return BlockRow(
        block.kind,
        block.severity,
        block.name,
        block.starts_on,
        block.ends_on,
        block.id,
        block.rev,
        block.starts_at,
        block.ends_at,
        block.source,
    )


def save_block(database: Database, row: BlockRow) -> Written[int]:
    """Write a row anew, or add it when its id is 0; return the id."""
    check_block(row)
    with database.write() as session:
        if not row.id:
            return Written(_add(session, row).id, _CHANGES)
        block = _block(session, row)
        _fill(block, row)
        record(session, block, "edit", after=block.name)
        session.flush()
        return Written(block.id, _CHANGES)


def remove_block(database: Database, row: BlockRow) -> Written[int]:
    """Take a row out of the calendar."""
    with database.write() as session:
        block = _block(session, row)
        block.deleted_at = now()
        record(session, block, "remove", before=block.name)
        return Written(block.id, _CHANGES)


def add_blocks(database: Database, rows: Iterable[BlockRow]) -> None:
    """Add rows, all or none."""
    with database.write() as session:
        for row in rows:
            _add(session, row)


def check_block(row: BlockRow) -> None:
    """Raise InvalidValue when a row cannot be kept as it is written."""
    if not one_line(row.name):
        raise InvalidValue("Navn", "Skriv, hvad dagene hedder.")
    if row.ends_on < row.starts_on:
        raise InvalidValue("Slut", "Den sidste dag skal ligge på eller efter den første.")


def _add(session: Session, row: BlockRow) -> CalendarBlock:
    block = CalendarBlock()
    _fill(block, row)
    session.add(block)
    session.flush()
    record(session, block, "add", after=block.name)
    return block


def _fill(block: CalendarBlock, row: BlockRow) -> None:
    block.kind = row.kind
    block.severity = row.severity
    block.name = one_line(row.name)
    block.starts_on = row.starts_on
    block.ends_on = row.ends_on


def _block(session: Session, row: BlockRow) -> CalendarBlock:
    block = session.get(CalendarBlock, row.id)
    if block is None or block.deleted_at is not None:
        raise NotFound("Perioden")
    if block.rev != row.rev:
        raise ChangedElsewhere("Perioden")
    return block


_CHANGES = (Change(Area.CALENDAR),)
