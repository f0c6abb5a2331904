"""Tables open right in Danish Excel, and nothing that was typed runs as a formula there."""

import csv
import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kkr_desktop.documents.spreadsheet import (
    Sheet,
    SheetColumn,
    as_typed,
    without_formula,
    write_csv,
    write_xlsx,
)
from kkr_desktop.model.text import without_unprintable

DANGEROUS = ('=HYPERLINK("http://ond.dk")', "+45 12 34 56 78", "-2+3", "@SUM(A1)", "\t=1", "\r=1")


def sheet(*words: str) -> Sheet:
    return Sheet("KKR [Æ/Ø]: Å", (SheetColumn("Navn", 30),), tuple((word,) for word in words))


def test_csv_is_what_danish_excel_expects() -> None:
    columns = (SheetColumn("Navn"), SheetColumn("Fra"), SheetColumn("Antal"), SheetColumn("Til"))
    data = write_csv(Sheet("", columns, (("Åse; Ærø", date(2026, 1, 26), 3, None),)))
    assert data == '\ufeffNavn;Fra;Antal;Til\r\n"Åse; Ærø";26-01-2026;3;\r\n'.encode()


@pytest.mark.parametrize("typed", DANGEROUS)
def test_what_was_typed_is_no_formula_in_csv(typed: str) -> None:
    text = write_csv(sheet(typed)).decode("utf-8-sig")
    (_, (cell,)) = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert cell[0] == "'"


@given(st.text())
def test_the_apostrophe_before_a_formula_is_taken_off_again(typed: str) -> None:
    assert as_typed(without_formula(typed)) == without_unprintable(typed)


def test_an_xlsx_has_text_as_text_dates_as_dates_and_a_header_that_stays() -> None:
    columns = (SheetColumn("Navn", 30), SheetColumn("Fra", 12))
    data = write_xlsx(Sheet("KKR [Æ/Ø]: Å", columns, (("=1+1", date(2026, 1, 26)), ("Åse", None))))
    (page,) = load_workbook(io.BytesIO(data)).worksheets
    assert page.title == "KKR Æ Ø Å"
    assert page.freeze_panes == "A2"
    assert page.column_dimensions["A"].width == 30
    assert page["A1"].font.b
    assert (page["A2"].value, page["A2"].data_type, page["A2"].quotePrefix) == ("=1+1", "s", True)
    assert page["B2"].is_date
    assert page["B2"].value == datetime(2026, 1, 26)  # noqa: DTZ001
    assert page["B3"].value is None


def test_columns_are_as_wide_as_what_stands_in_them_and_no_wider_than_a_page_bears() -> None:
    columns = (SheetColumn("Råd", 12), SheetColumn("Noter"), SheetColumn("Uge", 8))
    data = write_xlsx(Sheet("Møder", columns, (("Embedsmandsudvalg", "ord " * 90, 7),)))
    (page,) = load_workbook(io.BytesIO(data)).worksheets
    widths = [page.column_dimensions[letter].width for letter in "ABC"]
    assert widths == [len("Embedsmandsudvalg") + 2, 48, 8]
    assert page["B2"].alignment.wrap_text
    assert page["C2"].alignment.horizontal == page["C1"].alignment.horizontal == "left"


def test_a_table_without_rows_and_one_with_control_characters_can_be_written() -> None:
    assert write_xlsx(sheet())
    assert write_csv(sheet()) == "\ufeffNavn\r\n".encode()
    assert load_workbook(io.BytesIO(write_xlsx(sheet("a\x00b\x1f")))).worksheets[0]["A2"].value
