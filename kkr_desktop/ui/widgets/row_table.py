"""A table in which one chooses rows, as the members, the meetings and the attendance are."""

from collections.abc import Collection, Iterator
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

_ROW_HEIGHT = 28


class RowTable(QTableView):
    """Shows calm rows without a grid; Tab leaves the table instead of walking its cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)

    def chosen_rows(self) -> list[int]:
        """Return which rows are chosen, from the top down."""
        return sorted(
            row
            for stretch in self.selectionModel().selection().toList()
            for row in range(stretch.top(), stretch.bottom() + 1)
        )

    def choose_rows(self, rows: Collection[int]) -> None:
        """Choose just these rows in one go, however many they are, and go on from the first."""
        model, last_column = self.model(), self.model().columnCount() - 1
        chosen = QItemSelection()
        for first, last in _stretches(rows):
            top, bottom = model.index(first, 0), model.index(last, last_column)
            chosen.append(QItemSelectionRange(top, bottom))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        if rows:
            here = model.index(min(rows), 0)
            self.selectionModel().setCurrentIndex(here, flags.NoUpdate)

    def fit_rows(self) -> None:
        """Make the rows as high as the type asks for."""
        height = max(_ROW_HEIGHT, self.fontMetrics().lineSpacing() + 10)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFont(self.font())


def _stretches(rows: Collection[int]) -> Iterator[tuple[int, int]]:
    """Tell the first and the last row of each unbroken run."""
    in_order = sorted(rows)
    for _, run in groupby(enumerate(in_order), lambda numbered: numbered[1] - numbered[0]):
        stretch = [row for _, row in run]
        yield stretch[0], stretch[-1]
