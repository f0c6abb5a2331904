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

_SHARES = (0.09, 0.25, 0.07, 0.15, 0.27, 0.17)


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
    return Sheet(
        f"Mødeplan {content.year}",
        (
            SheetColumn("Runde", 8),
            SheetColumn("Ugedag", 12),
            SheetColumn("Dato", 14),
            SheetColumn("Uge", 8),
            SheetColumn("Tid", 16),
            SheetColumn("Råd", 22),
            SheetColumn("Sted", 34),
            SheetColumn("Dagsorden udsendes", 20),
            SheetColumn("Bemærkning", 14),
        ),
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
    where = "Råd og sted" if with_bodies else "Sted"
    headings = ["Runde", "Dato", "Uge", "Tid", where, "Dagsorden udsendes"]
    rows = [_row(meeting, with_body=with_bodies) for meeting in content.meetings]
    return data_table(headings, _SHARES, rows)


def _row(meeting: YearMeeting, *, with_body: bool) -> list[str]:
    year = meeting.day.year
    day = f"{WEEKDAYS[meeting.day.weekday()]} {_in_year(meeting.day, year)}"
    where = (meeting.short_name, meeting.place) if with_body else (meeting.place,)
    return [
        f"{meeting.round_number}." if meeting.round_number else "",
        f"{day} (aflyst)" if meeting.is_cancelled else day,
        str(iso_week(meeting.day)),
        _hours(meeting),
        ", ".join(words for words in where if words),
        "" if meeting.is_cancelled else _in_year(meeting.dispatch_on, year),
    ]


def _in_year(day: date, year: int) -> str:
    """Return a date without the year that the title says, for example "6. februar"."""
    return long_date(day).removesuffix(f" {year}")
