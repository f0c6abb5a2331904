"""Reads what a year's wheel, poster and meeting plan show, and writes the files."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path

from kkr_desktop.documents.file_names import file_name
from kkr_desktop.documents.year_content import (
    Period,
    PeriodKind,
    YearContent,
    YearMeeting,
    YearRing,
)
from kkr_desktop.model.bodies import BodyKind
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import CalendarBlockKind
from kkr_desktop.model.milestones import NOTICE
from kkr_desktop.services.calendar_blocks import blocks_between
from kkr_desktop.services.milestones import dispatches_between
from kkr_desktop.services.planning import BodyRow, MeetingRow, bodies, list_meetings
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.public_holidays import holidays_of

_KINDS = {
    CalendarBlockKind.SCHOOL_HOLIDAY: PeriodKind.SCHOOL_HOLIDAY,
    CalendarBlockKind.VACATION: PeriodKind.SCHOOL_HOLIDAY,
    CalendarBlockKind.EVENT: PeriodKind.EVENT,
    CalendarBlockKind.ELECTION: PeriodKind.EVENT,
    CalendarBlockKind.DEADLINE: PeriodKind.EVENT,
}
"""What is marked; closed days and other councils' old plans would be noise on a wall."""


_OF_MANY = {
    BodyKind.CHAIRMANSHIP: "Formandskaber",
    BodyKind.CHIEF_EXECUTIVE_FORUM: "Kommunaldirektørkredse",
    BodyKind.DIRECTORS_FORUM: "Fagdirektørfora",
}
"""What the ring is called that the forums of several councils share."""


def year_content(database: Database, year: int, body_id: int | None = None) -> YearContent:
    """Return what a year holds: of one body, or of all that meet in it."""
    chosen = [body for body in bodies(database) if body_id in {None, body.id}]
    return _content(database, year, chosen)


def year_of_council(database: Database, year: int, body_id: int | None) -> YearContent:
    """Return what a year holds for a council and the forums that prepare its meetings.

    `body_id` is the council or one of its forums; None, or a body above all councils, means all.
    """
    known = bodies(database)
    body = next((one for one in known if one.id == body_id), None)
    if body is None or body.kind is BodyKind.KL_CHAIRMANSHIP:
        return _content(database, year, known)
    council = body.parent_id or body.id
    chosen = [
        one
        for one in known
        if council in {one.id, one.parent_id} or one.kind is BodyKind.KL_CHAIRMANSHIP
    ]
    name = next(one.name for one in known if one.id == council)
    return _content(database, year, chosen, name)


def _content(
    database: Database, year: int, chosen: Sequence[BodyRow], name: str = ""
) -> YearContent:
    ids = {body.id for body in chosen}
    rows = [row for row in list_meetings(database, year=year) if row.body_id in ids]
    shown = [body for body in chosen if any(row.body_id == body.id for row in rows)]
    rings = _Rings(bodies(database), shown)
    dispatches = _dispatches(database, year)
    name = name or (shown[0].name if len(shown) == 1 else "")
    return YearContent(
        document_uid=f"{name} {year}".strip(),
        dated=datetime.combine(date(year, 1, 1), time(12), UTC),
        year=year,
        author=name or "KKR",
        body_names=tuple(body.name for body in shown),
        rings=tuple(rings.rings),
        meetings=tuple(
            rings.meeting(row, dispatches.get(row.id, row.held_on - NOTICE)) for row in rows
        ),
        periods=_periods(database, year),
    )


class _Rings:
    """Gives the bodies of a year their rings and colours."""

    def __init__(self, known: Sequence[BodyRow], shown: Sequence[BodyRow]) -> None:
        councils = [body.id for body in known if body.kind is BodyKind.KKR]
        self._bodies = {body.id: body for body in shown}
        self._places: dict[int, int] = {}
        self._colours: dict[int, int] = {}
        self.rings: list[YearRing] = []
        is_many = len({body.parent_id for body in shown if body.parent_id is not None}) > 1
        for body in shown:
            colour = len(self.rings)
            name = body.short_name
            if is_many:
                council = body.parent_id or body.id
                colour = councils.index(council) if council in councils else len(councils)
                name = _OF_MANY.get(body.kind, name)
            shared = is_many and body.kind in _OF_MANY
            ring = YearRing(name, None if shared else colour)
            if ring not in self.rings:
                self.rings.append(ring)
            self._places[body.id] = self.rings.index(ring)
            self._colours[body.id] = colour

    def meeting(self, row: MeetingRow, dispatch_on: date) -> YearMeeting:
        """Return a meeting of one of the bodies."""
        return YearMeeting(
            ring=self._places[row.body_id],
            colour=self._colours[row.body_id],
            body_name=row.body_name,
            short_name=row.short_name,
            day=row.held_on,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            place=row.place,
            round_number=row.round.number if row.round else None,
            dispatch_on=dispatch_on,
            is_of_forum=self._bodies[row.body_id].kind is not BodyKind.KKR,
            is_cancelled=row.state is MeetingState.CANCELLED,
        )


def _dispatches(database: Database, year: int) -> dict[int, date]:
    """Return by meeting when its agenda goes out; that may be late in the year before."""
    first, last = date(year, 1, 1) - timedelta(days=60), date(year, 12, 31)
    return {row.meeting_id: row.due_on for row in dispatches_between(database, first, last)}


def _periods(database: Database, year: int) -> tuple[Period, ...]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    periods = [
        Period(PeriodKind.HOLIDAY, name, day, day) for day, name in holidays_of(year).items()
    ]
    periods += [
        Period(
            _KINDS[block.kind], block.name, max(block.starts_on, first), min(block.ends_on, last)
        )
        for block in blocks_between(database, first, last)
        if block.kind in _KINDS
    ]
    return tuple(sorted(periods, key=lambda period: (period.first, period.name)))


class YearFile(StrEnum):
    """What a year is written to a file as; the value is how its name begins."""

    POSTER_A3 = "Årshjul A3"
    POSTER_A4 = "Årshjul A4"
    PLAN_PDF = "Mødeplan"
    PLAN_XLSX = "Mødeplan i Excel"

    @property
    def ending(self) -> str:
        """The ending of the file's name."""
        return ".xlsx" if self is YearFile.PLAN_XLSX else ".pdf"


def year_file_name(kind: YearFile, year: int) -> str:
    """Return a good name for the file."""
    return file_name(f"{kind.value.removesuffix(' i Excel')} {year}", kind.ending)


def export_year(
    database: Database, kind: YearFile, year: int, body_id: int | None, path: Path
) -> None:
    """Write a year to a file: the plan of a body, or the poster of a council with its forums.

    None means all bodies. Raises FileProblem or DiskFull.
    """
    from kkr_desktop.documents.meeting_plan import meeting_plan_sheet, render_meeting_plan
    from kkr_desktop.documents.spreadsheet import write_xlsx
    from kkr_desktop.documents.year_poster import Paper, render_poster

    is_poster = kind in {YearFile.POSTER_A3, YearFile.POSTER_A4}
    read = year_of_council if is_poster else year_content
    content = read(database, year, body_id)
    match kind:
        case YearFile.POSTER_A3:
            data = render_poster(content, Paper.A3)
        case YearFile.POSTER_A4:
            data = render_poster(content, Paper.A4)
        case YearFile.PLAN_PDF:
            data = render_meeting_plan(content)
        case YearFile.PLAN_XLSX:
            data = write_xlsx(meeting_plan_sheet(content))
    write_complete(path, data)
