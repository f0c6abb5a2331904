"""School holidays, events and what other calendars hold, as a table."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from kkr_desktop.model.dates import clock_range, long_date
from kkr_desktop.model.meetings import BLOCK_KIND_NAMES, SEVERITY_NAMES
from kkr_desktop.services.calendar_blocks import BlockRow
from kkr_desktop.ui.widgets.headed_model import HeadedModel, Index


class Column(IntEnum):
    """What the columns show."""

    FROM = 0
    TO = 1
    HOURS = 2
    NAME = 3
    KIND = 4
    SEVERITY = 5
    SOURCE = 6


class BlocksModel(HeadedModel):
    """Periods in order of time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BlockRow, ...] = ()

    def set_rows(self, rows: Sequence[BlockRow]) -> None:
        """Show other periods."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> BlockRow:
        """Return the period in a row."""
        return self._rows[row]

    def first_of_year(self, year: int) -> int:
        """Return the row of the year's first period, or the last row."""
        places = [place for place, row in enumerate(self._rows) if row.starts_on.year >= year]
        return places[0] if places else len(self._rows) - 1

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        match Column(index.column()):
            case Column.FROM:
                return long_date(row.starts_on)
            case Column.TO:
                return long_date(row.ends_on)
            case Column.HOURS:
                if row.starts_at is None or row.ends_at is None:
                    return ""
                return clock_range(row.starts_at, row.ends_at).removeprefix("kl. ")
            case Column.NAME:
                return row.name
            case Column.KIND:
                return BLOCK_KIND_NAMES[row.kind]
            case Column.SEVERITY:
                return SEVERITY_NAMES[row.severity]
            case Column.SOURCE:
                return row.source

    def headers(self) -> tuple[str, ...]:
        """Return the titles of the columns."""
        return (
            self.tr("From"),
            self.tr("To"),
            self.tr("Time"),
            self.tr("Name"),
            self.tr("Kind"),
            self.tr("How serious"),
            self.tr("Calendar"),
        )
