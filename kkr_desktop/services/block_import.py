"""Takes school holidays and events in from a table: Excel, or CSV in any of the usual dialects."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kkr_desktop.documents.table_reading import TableRow, read_tables
from kkr_desktop.model.errors import FileProblem, InvalidValue
from kkr_desktop.model.meetings import BLOCK_KIND_NAMES, SEVERITY_NAMES, CalendarBlockKind, Severity
from kkr_desktop.services.calendar_blocks import BlockRow, add_blocks, check_block, list_blocks
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_NEEDED = {"starts_on": "Fra", "name": "Navn"}
_HEADINGS = {
    "starts_on": "starts_on",
    "start": "starts_on",
    "fra": "starts_on",
    "første dag": "starts_on",
    "ends_on": "ends_on",
    "end": "ends_on",
    "til": "ends_on",
    "sidste dag": "ends_on",
    "name": "name",
    "name_da": "name",
    "navn": "name",
    "kind": "kind",
    "type": "kind",
    "severity": "severity",
    "hvor alvorligt": "severity",
}
"""What the columns may be called, in files of programs and as the window names them."""

_COMPUTED = frozenset({"helligdag", "public_holiday"})
"""The kinds that are left out: the program knows the public holidays of every year."""

_DATE_FORMATS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y")
_Word = TypeVar("_Word", bound=StrEnum)


def import_blocks(database: Database, path: Path) -> Written[int]:
    """Add the rows of a table that are not there yet, all or none; return how many.

    Raises FileProblem, which names the line that cannot be understood.
    """
    known = {(row.starts_on, row.ends_on, row.name) for row in list_blocks(database)}
    fresh = {
        (row.starts_on, row.ends_on, row.name): row
        for row in _read(path)
        if (row.starts_on, row.ends_on, row.name) not in known
    }
    add_blocks(database, fresh.values())
    return Written(len(fresh), (Change(Area.CALENDAR),))


def _read(path: Path) -> list[BlockRow]:
    head, *rows = read_tables(path)[0] or (TableRow(1, ()),)
    columns = {
        _HEADINGS[title.casefold()]: place
        for place, title in enumerate(head.cells)
        if title.casefold() in _HEADINGS
    }
    missing = [f"{key} (»{title}«)" for key, title in _NEEDED.items() if key not in columns]
    if missing:
        raise FileProblem(path, f"mangler kolonnen {', '.join(missing)}.")
    found: list[BlockRow] = []
    for row in rows:
        cells = {key: row.cells[place] for key, place in columns.items() if place < len(row.cells)}
        if cells.get("kind", "").casefold() not in _COMPUTED:
            found.append(_parsed(path, row.number, cells))
    return found


def _parsed(path: Path, number: int, cells: Mapping[str, str]) -> BlockRow:
    try:
        starts_on = _date(cells.get("starts_on", ""))
        row = BlockRow(
            _meant(cells.get("kind", ""), BLOCK_KIND_NAMES, CalendarBlockKind.EVENT),
            _meant(cells.get("severity", ""), SEVERITY_NAMES, Severity.WARN),
            cells.get("name", ""),
            starts_on,
            _date(cells["ends_on"]) if cells.get("ends_on") else starts_on,
        )
        check_block(row)
    except (ValueError, InvalidValue) as error:
        raise FileProblem(path, f"kan ikke forstås i linje {number}.") from error
    return row


def _date(text: str) -> date:
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise ValueError(text)


def _meant(text: str, names: Mapping[_Word, str], usual: _Word) -> _Word:
    """Return what a word or its Danish name stands for, or the usual when there is none."""
    if not text:
        return usual
    words = {name.casefold(): word for word, name in names.items()}
    words |= {word.value: word for word in names}
    if text.casefold() not in words:
        raise ValueError(text)
    return words[text.casefold()]
