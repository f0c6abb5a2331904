"""Reads tables as offices keep them: XLSX, and CSV in any of the usual dialects.

Everything becomes text; a date becomes "2026-01-26". Rows without words are
left out, and the others keep the number that they have in the file.
"""

import codecs
import csv
import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kkr_desktop.documents.spreadsheet import as_typed
from kkr_desktop.model.errors import FileProblem
from kkr_desktop.model.text import one_line, without_unprintable

_LARGEST_FILE = 20_000_000
_MOST_ROWS, _MOST_COLUMNS = 5_000, 60
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_DELIMITERS = ";,\t"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row, with the number that it has in the file. Line ends inside cells are kept."""

    number: int
    cells: tuple[str, ...]


Table = tuple[TableRow, ...]


def read_tables(path: Path) -> tuple[Table, ...]:
    """Return the tables of a file: the visible sheets of a workbook, or the one of a CSV file.

    Raises FileProblem.
    """
    data = _bytes_of(path)
    if data.startswith(_OLD_OFFICE):
        raise FileProblem(
            path,
            "er en gammel Excel-fil (.xls) eller beskyttet med adgangskode. Gem den i Excel som "
            ".xlsx uden adgangskode, og prøv igen.",
        )
    if data.startswith(_ZIP):
        return _read_workbook(path, data)
    return (_read_csv(path, data),)


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size <= _LARGEST_FILE:
            return path.read_bytes()
    except OSError as error:
        reason = "findes ikke." if isinstance(error, FileNotFoundError) else "kan ikke læses."
        raise FileProblem(path, f"{reason} Vælg en anden fil.") from error
    raise FileProblem(path, "er for stor til at være en medlemsliste (over 20 MB).")


def _read_workbook(path: Path, data: bytes) -> tuple[Table, ...]:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # What openpyxl cannot keep when it writes a workbook again is nothing to a reader.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return tuple(
                _table(page.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True))
                for page in book.worksheets
                if page.sheet_state == "visible"
            )
    except Exception as error:
        raise FileProblem(
            path, "kan ikke læses som Excel-fil. Åbn den i Excel, gem den igen, og prøv så."
        ) from error


def _read_csv(path: Path, data: bytes) -> Table:
    text = _decoded(data)
    if "\0" in text:
        raise FileProblem(path, "er hverken en Excel-fil eller en CSV-fil. Vælg en anden fil.")
    try:
        parsed = [
            list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
            for delimiter in _DELIMITERS
        ]
    except csv.Error as error:
        raise FileProblem(
            path, "kan ikke læses som CSV. Åbn den i Excel, gem den igen, og prøv så."
        ) from error
    rows = max(parsed, key=_regularity)[:_MOST_ROWS]
    return _table([as_typed(cell) for cell in row[:_MOST_COLUMNS]] for row in rows)


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _regularity(rows: Sequence[Sequence[str]]) -> int:
    """Return how many rows have more than one cell, and as many as most of them."""
    widths = [len(row) for row in rows if len(row) > 1]
    return max((widths.count(width) * width for width in set(widths)), default=0)


def _table(rows: Iterable[Sequence[object]]) -> Table:
    return tuple(_worded(rows))


def _worded(rows: Iterable[Sequence[object]]) -> Iterator[TableRow]:
    for number, row in enumerate(rows, 1):
        cells = tuple(_words(value) for value in row)
        if any(cells):
            yield TableRow(number, cells)


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    lines = without_unprintable(str(value)).split("\n")
    return "\n".join(line for line in map(one_line, lines) if line)
