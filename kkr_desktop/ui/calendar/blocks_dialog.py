"""The school holidays, events and closed days that meetings are planned around."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.meetings import (
    BLOCK_KIND_NAMES,
    SEVERITY_NAMES,
    CalendarBlockKind,
    Severity,
)
from kkr_desktop.services.calendar_blocks import (
    BlockRow,
    import_blocks,
    list_blocks,
    remove_block,
    save_block,
)
from kkr_desktop.services.written import T, Written
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.headed_model import HeadedModel, Index
from kkr_desktop.ui.widgets.row_table import RowTable
from kkr_desktop.ui.workspace import Workspace


class Column(IntEnum):
    """What the columns show."""

    FROM = 0
    TO = 1
    NAME = 2
    KIND = 3
    SEVERITY = 4


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
            case Column.NAME:
                return row.name
            case Column.KIND:
                return BLOCK_KIND_NAMES[row.kind]
            case Column.SEVERITY:
                return SEVERITY_NAMES[row.severity]

    def headers(self) -> tuple[str, ...]:
        """Return the titles of the columns."""
        return (
            self.tr("From"),
            self.tr("To"),
            self.tr("Name"),
            self.tr("Kind"),
            self.tr("How serious"),
        )


class BlockForm(FormDialog):
    """The form of one period; `save` may refuse it with a KkrError."""

    def __init__(self, row: BlockRow, save: Callable[[BlockRow], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self.setWindowTitle(self.tr("Edit days") if row.id else self.tr("Add days"))
        self.starts_on = _date_edit(row.starts_on)
        self.ends_on = _date_edit(row.ends_on)
        self.name = QLineEdit(row.name)
        self.kind = QComboBox()
        for kind, words in BLOCK_KIND_NAMES.items():
            self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(self.kind.findData(row.kind))
        self.severity = QComboBox()
        for severity, words in SEVERITY_NAMES.items():
            self.severity.addItem(words, severity)
        self.severity.setCurrentIndex(self.severity.findData(row.severity))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Name:"), self.name)
        form.addRow(self.tr("&First day:"), self.starts_on)
        form.addRow(self.tr("&Last day:"), self.ends_on)
        form.addRow(self.tr("&Kind:"), self.kind)
        form.addRow(self.tr("How &serious:"), self.severity)
        self.finish(form, lambda: save(self.row()), 460)
        self.starts_on.dateChanged.connect(self._keep_order)

    def _keep_order(self) -> None:
        if self.ends_on.date() < self.starts_on.date():
            self.ends_on.setDate(self.starts_on.date())

    def row(self) -> BlockRow:
        """Return what the form says."""
        return replace(
            self._row,
            name=self.name.text(),
            starts_on=_day(self.starts_on),
            ends_on=_day(self.ends_on),
            kind=self.kind.currentData(),
            severity=self.severity.currentData(),
        )


class BlocksDialog(QDialog):
    """Lists the periods, changes them, and takes in files of them."""

    def __init__(self, workspace: Workspace, year: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._year = year
        self.setWindowTitle(self.tr("School holidays and events"))
        self.model = BlocksModel(self)
        self.table = RowTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Days to know of"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self.told = QLabel()
        self._lay_out()
        self.table.activated.connect(self.edit)
        self._reload()
        place = self.model.index(self.model.first_of_year(year), 0)
        self.table.setCurrentIndex(place)
        self.table.scrollTo(place, QAbstractItemView.ScrollHint.PositionAtTop)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for name, words, run in (
            ("plus", self.tr("Add…"), self.add),
            ("pencil", self.tr("Edit…"), self.edit),
            ("trash-2", self.tr("Remove"), self.remove),
            ("folder-plus", self.tr("Import…"), self.choose_file),
        ):
            button = QPushButton(icon(name), words)
            button.setAutoDefault(False)
            button.clicked.connect(run)
            line.addWidget(button)
            if name == "folder-plus":
                button.setToolTip(self.tr("Columns: starts_on, ends_on, name, kind, severity"))
        line.addWidget(self.told, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        line.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addLayout(line)
        self.resize(900, 560)

    def _reload(self) -> None:
        place = self.table.currentIndex().row()
        self.model.set_rows(list_blocks(self._workspace.database))
        if 0 <= place < self.model.count():
            self.table.selectRow(place)

    def _chosen(self) -> BlockRow | None:
        place = self.table.currentIndex().row()
        return self.model.row_at(place) if place >= 0 else None

    def add(self) -> None:
        """Add a period."""
        day = date(self._year, 1, 1)
        row = BlockRow(CalendarBlockKind.EVENT, Severity.WARN, "", day, day)
        BlockForm(row, self._save, self).exec()

    def edit(self) -> None:
        """Change the chosen period."""
        row = self._chosen()
        if row is not None:
            BlockForm(row, self._save, self).exec()

    def remove(self) -> None:
        """Take the chosen period out."""
        row = self._chosen()
        if row is not None:
            self._try(lambda: self._write(remove_block(self._workspace.database, row)))

    def choose_file(self) -> None:
        """Take in a file of periods that is chosen."""
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a file of school holidays and events"),
            "",
            self.tr("Calendar files (*.csv)"),
        )
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, path: Path) -> None:
        """Add the periods of a file that are not there yet."""

        def run() -> None:
            count = self._write(import_blocks(self._workspace.database, path))
            self.told.setText(self.tr("{count} periods were added.").format(count=count))

        self._try(run)

    def _save(self, row: BlockRow) -> None:
        self._write(save_block(self._workspace.database, row))

    def _write(self, written: Written[T]) -> T:
        value = self._workspace.announcer.announce(written)
        self._reload()
        return value

    def _try(self, run: Callable[[], object]) -> None:
        try:
            run()
        except KkrError as error:
            show_error(self, error)


def _date_edit(day: date) -> QDateEdit:
    edit = QDateEdit(QDate(day.year, day.month, day.day))
    edit.setDisplayFormat("d. MMMM yyyy")
    edit.setCalendarPopup(True)
    return edit


def _day(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
