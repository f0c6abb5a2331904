"""Reads what a year's wheel, poster and meeting plan show, and writes the files."""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path

from kkr_desktop.documents.file_names import file_name
from kkr_desktop.documents.year_content import Period, PeriodKind, YearContent, YearMeeting
from kkr_desktop.model.bodies import BodyKind
from kkr_desktop.model.meetings import CalendarBlockKind, MeetingState
from kkr_desktop.model.milestones import NOTICE, MilestoneStep
from kkr_desktop.services.calendar_blocks import blocks_between
from kkr_desktop.services.milestones import milestones_between
from kkr_desktop.services.planning import MeetingRow, bodies, list_meetings
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


def year_content(database: Database, year: int, body_id: int | None = None) -> YearContent:
    """Return what a year holds: of one body, or of all that meet in it."""
    rows = list_meetings(database, body_id=body_id, year=year)
    shown = [body for body in bodies(database) if any(row.body_id == body.id for row in rows)]
    places = {body.id: place for place, body in enumerate(shown)}
    councils = {body.id for body in shown if body.kind is BodyKind.KKR}
    dispatches = _dispatches(database, year)
    name = shown[0].name if len(shown) == 1 else ""
    return YearContent(
        document_uid=f"{name} {year}".strip(),
        dated=datetime.combine(date(year, 1, 1), time(12), UTC),
        year=year,
        author=name or "KKR",
        body_names=tuple(body.name for body in shown),
        meetings=tuple(
            _meeting(
                row,
                places[row.body_id],
                dispatches.get(row.id, row.held_on - NOTICE),
                in_round=row.body_id in councils,
            )
            for row in rows
        ),
        periods=_periods(database, year),
    )


def _dispatches(database: Database, year: int) -> dict[int, date]:
    """Return by meeting when its agenda goes out; that may be late in the year before."""
    first, last = date(year, 1, 1) - timedelta(days=60), date(year, 12, 31)
    return {
        row.meeting_id: row.due_on
        for row in milestones_between(database, first, last)
        if row.step is MilestoneStep.DISPATCH
    }


def _meeting(row: MeetingRow, place: int, dispatch_on: date, *, in_round: bool) -> YearMeeting:
    """Return a meeting; one of a forum prepares a round, weeks before, and is not in it."""
    return YearMeeting(
        body=place,
        body_name=row.body_name,
        day=row.held_on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=row.place,
        round_number=row.round.number if in_round and row.round else None,
        dispatch_on=dispatch_on,
        is_cancelled=row.state is MeetingState.CANCELLED,
    )


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
    """Write a year of one body, or of all, to a file. Raises FileProblem or DiskFull."""
    from kkr_desktop.documents.meeting_plan import meeting_plan_sheet, render_meeting_plan
    from kkr_desktop.documents.spreadsheet import write_xlsx
    from kkr_desktop.documents.year_poster import Paper, render_poster

    content = year_content(database, year, body_id)
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
