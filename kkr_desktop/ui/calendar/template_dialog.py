"""The form of the milestones that every meeting of a body gets."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.milestones import distance_from_meeting
from kkr_desktop.services.milestone_templates import TemplateRow
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.headed_model import NOWHERE, HeadedModel, Index
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.row_table import RowTable


class Column(IntEnum):
    """What the columns show."""

    OFFSET = 0
    LABEL = 1
    RESPONSIBLE = 2


class TemplatesModel(HeadedModel):
    """Templates, all of them editable in place."""

    def __init__(self, rows: Sequence[TemplateRow], parent: QObject) -> None:
        super().__init__(parent)
        self.rows = list(rows)

    def set_rows(self, rows: Sequence[TemplateRow]) -> None:
        """Show other templates."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def add(self, row: TemplateRow) -> int:
        """Add a template at the end; return its place."""
        place = len(self.rows)
        self.beginInsertRows(NOWHERE, place, place)
        self.rows.append(row)
        self.endInsertRows()
        return place

    def remove(self, place: int) -> None:
        """Take a template out."""
        self.beginRemoveRows(NOWHERE, place, place)
        del self.rows[place]
        self.endRemoveRows()

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return None
        row = self.rows[index.row()]
        match Column(index.column()):
            case Column.OFFSET:
                is_edited = role == Qt.ItemDataRole.EditRole
                return row.offset_days if is_edited else distance_from_meeting(row.offset_days)
            case Column.LABEL:
                return row.label
            case Column.RESPONSIBLE:
                return row.responsible

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.EditRole:
            return False
        row = self.rows[index.row()]
        match Column(index.column()):
            case Column.OFFSET:
                changed = replace(row, offset_days=int(value))
            case Column.LABEL:
                changed = replace(row, label=str(value))
            case Column.RESPONSIBLE:
                changed = replace(row, responsible=str(value))
        self.rows[index.row()] = changed
        self.dataChanged.emit(index, index)
        return True

    def headers(self) -> tuple[str, ...]:
        """Return the titles of the columns."""
        return (
            self.tr("Days from the meeting"),
            self.tr("Milestone"),
            self.tr("Responsible"),
        )


class TemplateDialog(FormDialog):
    """Edits the templates of a body; `save` may refuse them with a KkrError."""

    def __init__(
        self,
        body_name: str,
        rows: Sequence[TemplateRow],
        standard: Sequence[TemplateRow],
        save: Callable[[Sequence[TemplateRow]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Milestones of {body}").format(body=body_name))
        self._standard = standard
        self.model = TemplatesModel(rows, self)
        self.table = RowTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Milestones of every meeting"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.LABEL, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(420)
        note = PlainLabel(
            self.tr(
                "Coming meetings follow, but for milestones that are done or were moved by hand."
            )
        )
        note.setWordWrap(True)
        add = QPushButton(icon("plus"), self.tr("New milestone"))
        add.clicked.connect(self._add)
        remove = QPushButton(icon("trash-2"), self.tr("Remove"))
        remove.clicked.connect(self._remove)
        self.standard_button = QPushButton(icon("undo-2"), self.tr("&Back to the standard"))
        self.standard_button.setToolTip(
            self.tr("The milestones that the program brings for this kind of body")
        )
        self.standard_button.clicked.connect(self._take_standard)
        line = QHBoxLayout()
        line.addWidget(note, 1)
        for button in (add, remove, self.standard_button):
            button.setAutoDefault(False)
            line.addWidget(button)
        for told in (self.model.rowsInserted, self.model.rowsRemoved, self.model.dataChanged):
            told.connect(self._enable)
        self.model.modelReset.connect(self._enable)
        self._enable()
        column = QVBoxLayout()
        column.addWidget(self.table, 1)
        column.addLayout(line)
        self.finish(column, lambda: save(self.model.rows), 880)

    def _enable(self) -> None:
        present = [replace(row, id=0) for row in self.model.rows]
        self.standard_button.setEnabled(present != [replace(row, id=0) for row in self._standard])

    def _take_standard(self) -> None:
        self.model.set_rows(self._standard)

    def _add(self) -> None:
        place = self.model.add(TemplateRow("", "", -14))
        index = self.model.index(place, Column.LABEL)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _remove(self) -> None:
        place = self.table.currentIndex().row()
        if place >= 0:
            self.model.remove(place)
