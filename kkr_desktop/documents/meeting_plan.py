"""The meeting plan (mødeplan) of a year, as PDF and as a table for Excel."""

from collections.abc import Iterator
from datetime import date

from reportlab.platypus import Flowable

from kkr_desktop.documents.data_table import data_table
from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.layout import Furniture, typeset
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.spreadsheet import Sheet, SheetColumn
from kkr_desktop.documents.styles import BODY, DOCUMENT_HEADING, QUIET_LINE
from kkr_desktop.documents.tagging.flowables import Paragraph, Table
from kkr_desktop.documents.year_content import YearContent, YearMeeting
from kkr_desktop.model.dates import WEEKDAYS, clock_range, iso_week, long_date

_SHARES = (0.09, 0.22, 0.08, 0.15, 0.28, 0.18)
_SHARES_OF_MANY = (0.09, 0.19, 0.07, 0.15, 0.16, 0.19, 0.15)
_HEADINGS = ("Runde", "Dato", "Uge", "Tid", "Råd", "Sted", "Dagsorden udsendes")
_BODY_COLUMN = 4


def render_meeting_plan(content: YearContent) -> bytes:
    """Return the plan as PDF. The same content gives the same bytes, on any thread."""
    register()
    title = f"Mødeplan {content.year} for {content.author}"
    furniture = Furniture(
        title=title,
        author=content.author,
        head_left=f"{content.author} · Mødeplan",
        head_right=str(content.year),
        dated=content.dated,
        document_uid=f"{content.document_uid} mødeplan",
        is_draft=False,
        has_front_page=True,
        accent=content.accent,
    )
    return typeset(furniture, _story(content, title))


def meeting_plan_sheet(content: YearContent) -> Sheet:
    """Return the plan as a table whose dates are dates."""
    widths = (8, 14, 8, 16, 22, 34, 20)
    columns = [SheetColumn(name, width) for name, width in zip(_HEADINGS, widths, strict=True)]
    columns.insert(1, SheetColumn("Ugedag", 12))
    columns.append(SheetColumn("Bemærkning", 14))
    return Sheet(
        f"Mødeplan {content.year}",
        tuple(columns),
        tuple(
            (
                meeting.round_number,
                WEEKDAYS[meeting.day.weekday()],
                meeting.day,
                iso_week(meeting.day),
                _hours(meeting),
                meeting.body_name,
                meeting.place,
                meeting.dispatch_on,
                "aflyst" if meeting.is_cancelled else None,
            )
            for meeting in content.meetings
        ),
    )


def _hours(meeting: YearMeeting) -> str:
    return clock_range(meeting.starts_at, meeting.ends_at).removeprefix("kl. ")


def _story(content: YearContent, title: str) -> Iterator[Flowable]:
    yield Paragraph(plain(title), DOCUMENT_HEADING).as_heading(1)
    if not content.meetings:
        yield Paragraph("Der er ikke planlagt møder i året.", BODY)
        return
    if len(content.body_names) > 1:
        names = ", ".join(content.body_names)
        yield Paragraph(plain(f"Møder i {names}."), QUIET_LINE)
    yield _table(content, with_bodies=len(content.body_names) > 1)
    if any(meeting.is_cancelled for meeting in content.meetings):
        yield Paragraph("Aflyste møder er nævnt med »aflyst« ved datoen.", QUIET_LINE)


def _table(content: YearContent, *, with_bodies: bool) -> Table:
    rows = [list(_HEADINGS), *(_row(meeting) for meeting in content.meetings)]
    if not with_bodies:
        for row in rows:
            del row[_BODY_COLUMN]
    return data_table(rows[0], _SHARES_OF_MANY if with_bodies else _SHARES, rows[1:])


def _row(meeting: YearMeeting) -> list[str]:
    year = meeting.day.year
    day = f"{WEEKDAYS[meeting.day.weekday()]} {_in_year(meeting.day, year)}"
    return [
        f"{meeting.round_number}." if meeting.round_number else "",
        f"{day} (aflyst)" if meeting.is_cancelled else day,
        str(iso_week(meeting.day)),
        _hours(meeting),
        meeting.short_name,
        meeting.place,
        "" if meeting.is_cancelled else _in_year(meeting.dispatch_on, year),
    ]


def _in_year(day: date, year: int) -> str:
    """Return a date without the year that the title says, for example "6. februar"."""
    return long_date(day).removesuffix(f" {year}")
