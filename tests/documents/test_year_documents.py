"""The year on paper: a poster that is one sheet whatever the year holds, and the meeting plan."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from kkr_desktop.documents.meeting_plan import meeting_plan_sheet, render_meeting_plan
from kkr_desktop.documents.spreadsheet import write_xlsx
from kkr_desktop.documents.wheel_shapes import PAPER_COLOURS, Ink
from kkr_desktop.documents.year_content import Period, PeriodKind
from kkr_desktop.documents.year_poster import Paper, render_poster
from kkr_desktop.model.colours import ENHANCED_CONTRAST, contrast
from tests.documents.test_year_wheel import year
from tests.pdf_speech import spoken

NEW_YEAR = Period(PeriodKind.HOLIDAY, "Nytårsdag", date(2026, 1, 1), date(2026, 1, 1))


def open_pdf(pdf: bytes) -> list[tuple[float, float]]:
    """Return the sizes of the pages, in points."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        boxes = [page.mediabox for page in document.pages]
        return [(float(box[2]), float(box[3])) for box in boxes]


@pytest.mark.parametrize("count", [0, 5, 25, 150])
@pytest.mark.parametrize("paper", list(Paper))
def test_a_poster_is_one_sheet_of_its_size(count: int, paper: Paper) -> None:
    days = [date(2026, 1, 5) + timedelta(days=2 * place) for place in range(count)]
    pdf = render_poster(year(2026, days, [NEW_YEAR]), paper)
    (size,) = open_pdf(pdf)
    assert size == pytest.approx(paper.value, abs=0.1)
    assert pdf == render_poster(year(2026, days, [NEW_YEAR]), paper)


def test_names_of_any_length_and_any_letters_still_make_a_poster_and_a_plan() -> None:
    first, *others = year(
        2026, [date(2026, 2, 6) + timedelta(days=7 * n) for n in range(9)]
    ).meetings
    for words in ("mødelokale " * 3000, "x" * 5000, "første\nanden \U0001f600 \ue000"):
        named = replace(first, body_name=words, short_name=words, place=words)
        period = replace(NEW_YEAR, name=words)
        content = replace(
            year(2026, [], [period]),
            body_names=(words,),
            author=words[:300],
            meetings=(named, *others),
        )
        assert len(open_pdf(render_poster(content, Paper.A4))) == 1
        assert squeezed(words) in squeezed(spoken(render_meeting_plan(content)).words)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_who_hears_the_poster_is_told_every_date() -> None:
    heard = spoken(render_poster(year(2026, [date(2026, 6, 18)], [NEW_YEAR]), Paper.A3)).words
    assert "torsdag 18. juni" in heard
    assert "Hovedstaden, kl. 9.30–12.00, uge 25" in heard
    assert "Dagsorden 11. juni" in heard
    assert "Nytårsdag" in heard


def test_text_on_the_poster_can_be_read() -> None:
    grounds = {
        Ink.RULE,
        Ink.BAND,
        Ink.BAND_OTHER,
        Ink.ROUND,
        Ink.SCHOOL_HOLIDAY_GROUND,
    }
    for ink, colour in PAPER_COLOURS.items():
        assert ink in grounds or contrast(colour, "#ffffff") >= ENHANCED_CONTRAST, ink
    assert contrast(PAPER_COLOURS[Ink.TEXT], PAPER_COLOURS[Ink.BAND]) >= ENHANCED_CONTRAST


def test_the_meeting_plan_says_when_and_where_and_when_the_agenda_goes_out() -> None:
    heard = spoken(render_meeting_plan(year(2026, [date(2026, 12, 31)], bodies=1))).words
    for words in ("Mødeplan 2026", "torsdag 31. december", "53", "9.30–12.00", "Rådhuset"):
        assert words in heard
    assert "24. december" in heard


def test_a_year_without_meetings_says_so() -> None:
    assert "ikke planlagt møder" in spoken(render_meeting_plan(year(2026, []))).words


def test_the_meeting_plan_in_excel_has_real_dates() -> None:
    sheet = meeting_plan_sheet(year(2026, [date(2026, 2, 6), date(2026, 2, 7)]))
    book = load_workbook(io.BytesIO(write_xlsx(sheet)))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0][:4] == ("Runde", "Ugedag", "Dato", "Uge")
    assert [row[1] for row in rows[1:]] == ["fredag", "lørdag"]
    assert [str(row[2])[:10] for row in rows[1:]] == ["2026-02-06", "2026-02-07"]
