"""The rows of a list that is to be imported, with what becomes of each."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from kkr_desktop.services.import_rows import ImportRow, RowOutcome
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.headed_model import HeadedModel, Index
from kkr_desktop.ui.widgets.plain_label import as_typed

_ICONS = {
    RowOutcome.ADDED: "plus",
    RowOutcome.CHANGED: "pencil",
    RowOutcome.UNCHANGED: "check",
    RowOutcome.UNCLEAR: "circle-alert",
    RowOutcome.REFUSED: "x",
}


class ImportColumn(IntEnum):
    """What the columns show."""

    OUTCOME = 0
    NUMBER = 1
    NAME = 2
    MUNICIPALITY = 3
    PARTY = 4
    WORDS = 5


class ImportModel(HeadedModel):
    """Rows as the file has them, or only those that are not clear."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ImportRow, ...] = ()
        self._shown: list[ImportRow] = []
        self._only_unclear = False

    def set_rows(self, rows: Sequence[ImportRow]) -> None:
        """Show other rows."""
        self._all = tuple(rows)
        self._choose()

    def show_only_unclear(self, only: bool) -> None:  # noqa: FBT001  (a slot)
        """Hide those that can be imported, or show them again."""
        self._only_unclear = only
        self._choose()

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._all if not (self._only_unclear and row.is_clear)]
        self.endResetModel()

    def row_at(self, row: int) -> ImportRow:
        """Return the row of the file that stands in a row of the table."""
        return self._shown[row]

    def place_of(self, number: int) -> int:
        """Return where the row with a number stands in the table, the first for none."""
        return next((n for n, row in enumerate(self._shown) if row.number == number), 0)

    def outcome_name(self, outcome: RowOutcome) -> str:
        """Return what becomes of a row, in one word."""
        return {
            RowOutcome.ADDED: self.tr("Added"),
            RowOutcome.CHANGED: self.tr("Changed"),
            RowOutcome.UNCHANGED: self.tr("Unchanged"),
            RowOutcome.UNCLEAR: self.tr("Unclear"),
            RowOutcome.REFUSED: self.tr("Refused"),
        }[outcome]

    def _words(self, row: ImportRow, column: ImportColumn) -> str:
        return {
            ImportColumn.OUTCOME: self.outcome_name(row.outcome),
            ImportColumn.NUMBER: str(row.number),
            ImportColumn.NAME: row.name,
            ImportColumn.MUNICIPALITY: row.municipality,
            ImportColumn.PARTY: row.party,
            ImportColumn.WORDS: row.words,
        }[column]

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Outcome"),
            self.tr("Row"),
            self.tr("Name"),
            self.tr("Municipality"),
            self.tr("Party"),
            self.tr("What happens"),
        )

    def count(self) -> int:
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], ImportColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_typed(row.words)
        if role == Qt.ItemDataRole.DecorationRole and column is ImportColumn.OUTCOME:
            return icon(_ICONS[row.outcome])
        return None
