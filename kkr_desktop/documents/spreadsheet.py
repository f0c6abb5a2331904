"""Tables as files for Excel: XLSX, and CSV as Danish Excel reads it.

What a user typed never becomes a formula: an XLSX cell of text says that it is
text, and in CSV an apostrophe stands before it, as Excel itself would write it.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kkr_desktop.model.dates import short_date
from kkr_desktop.model.text import without_unprintable

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SheetValue = str | int | date | None

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\']+")
_LONGEST_SHEET_NAME = 31
_BESIDE_WORDS, _WIDEST = 2, 48
"""A column is as wide as its longest words with so much beside them, and never wider than this."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """The heading of a column, and how wide it is at the least, in characters."""

    heading: str
    width: float = 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with a row of headings."""

    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetValue, ...], ...]


def write_csv(sheet: Sheet) -> bytes:
    """Return the table as CSV: UTF-8 with a byte order mark, semicolons, Danish dates."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in sheet.columns])
    writer.writerows([_csv_cell(value) for value in row] for row in sheet.rows)
    return target.getvalue().encode("utf-8-sig")


def _csv_cell(value: SheetValue) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return short_date(value)
    return without_formula(value) if isinstance(value, str) else str(value)


def without_formula(text: str) -> str:
    """Return `text` so that no program that opens a CSV file takes it for a formula."""
    clean = without_unprintable(text)
    return f"'{clean}" if _FORMULA.match(clean) else clean


def as_typed(cell: str) -> str:
    """Return what `without_formula` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def write_xlsx(sheet: Sheet) -> bytes:
    """Return the table as XLSX, its headings in bold on a row that stays when one scrolls."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties
    from openpyxl.worksheet.table import Table, TableStyleInfo

    book = Workbook()
    page: Worksheet = book.worksheets[0]
    page.title = _sheet_name(sheet.title)
    book.properties.title = without_unprintable(sheet.title)
    book.properties.creator = "KKR Desktop"
    _write_rows(page, [tuple(column.heading for column in sheet.columns), *sheet.rows])
    for place, column in enumerate(sheet.columns):
        longest = max((len(str(row[place] or "")) for row in sheet.rows), default=0)
        width = max(column.width, min(longest + _BESIDE_WORDS, _WIDEST))
        page.column_dimensions[get_column_letter(place + 1)].width = width
    page.freeze_panes = "A2"
    if sheet.rows:
        # A table of Excel's own: filter buttons, stripes, and headings that are known as such.
        table = Table(displayName="Tabel", ref=page.dimensions)
        table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
        page.add_table(table)
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _write_rows(page: "Worksheet", rows: Sequence[tuple[SheetValue, ...]]) -> None:
    from openpyxl.styles import Alignment, Font

    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value is None or value == "":
                continue
            if isinstance(value, str):
                cell = page.cell(row, column, without_unprintable(value))
                cell.data_type = "s"
                cell.number_format = "@"
                cell.quotePrefix = _FORMULA.match(value) is not None
            else:
                cell = page.cell(row, column, value)
                cell.number_format = "dd\\-mm\\-yyyy" if isinstance(value, date) else "0"
            # Numbers too begin below their heading, and do not run into the next column.
            cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
            if row == 1:
                cell.font = Font(name="Calibri", size=11, bold=True)


def _sheet_name(title: str) -> str:
    words = " ".join(_NOT_IN_A_SHEET_NAME.sub(" ", without_unprintable(title)).split())
    return words[:_LONGEST_SHEET_NAME].strip() or "Ark 1"
