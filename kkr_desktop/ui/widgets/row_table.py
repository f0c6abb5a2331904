"""A table in which one chooses rows, as the members, the meetings and the attendance are."""

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

    def fit_rows(self) -> None:
        """Make the rows as high as the type asks for."""
        height = max(_ROW_HEIGHT, self.fontMetrics().lineSpacing() + 10)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFont(self.font())
