"""The school holidays, events and other calendars that meetings are planned around."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.documents.calendar_reading import OtherCalendar
from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.meetings import BLOCK_KIND_NAMES, CalendarBlockKind, Severity
from kkr_desktop.services.block_import import import_blocks
from kkr_desktop.services.calendar_blocks import (
    BlockRow,
    list_blocks,
    remove_block,
    save_block,
)
from kkr_desktop.services.other_calendars import (
    Fate,
    read_other_calendar,
    remove_calendar,
    take_in,
)
from kkr_desktop.services.written import T, Written
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.calendar.block_form import BlockForm
from kkr_desktop.ui.calendar.blocks_table import BlocksModel, Column
from kkr_desktop.ui.calendar.other_calendar_dialog import OtherCalendarDialog
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import ask, show_error
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.row_table import RowTable
from kkr_desktop.ui.workspace import Workspace


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
        self.filter = QLineEdit()
        self.told = PlainLabel()
        self._lay_out()
        self.table.activated.connect(self.edit)
        self.filter.textChanged.connect(self._reload)
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        self._reload()
        self._enable()
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
            ("calendar-x", self.tr("Remove the calendar…"), self.remove_calendar),
        ):
            button = QPushButton(icon(name), words)
            button.setAutoDefault(False)
            button.clicked.connect(run)
            line.addWidget(button)
            if name == "folder-plus":
                button.setToolTip(
                    self.tr(
                        "Another calendar (.ics), or a table (Excel or CSV) with the columns "
                        "Fra, Til, Navn, Type and Hvor alvorligt"
                    )
                )
            if name == "calendar-x":
                self._remove_calendar = button
                button.setToolTip(self.tr("Remove all that came with the chosen row's calendar"))
        line.addWidget(self.told, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        line.addWidget(close)
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.filter.placeholderText())
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addLayout(line)
        self.resize(1080, 600)

    def _reload(self) -> None:
        place = self.table.currentIndex().row()
        wanted = self.filter.text().casefold()
        self.model.set_rows(
            [
                row
                for row in list_blocks(self._workspace.database)
                if wanted in f"{row.name} {row.source} {BLOCK_KIND_NAMES[row.kind]}".casefold()
            ]
        )
        if 0 <= place < self.model.count():
            self.table.selectRow(place)

    def _enable(self) -> None:
        row = self._chosen()
        self._remove_calendar.setEnabled(row is not None and bool(row.source))

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
            self.tr("Calendars and tables (*.ics *.xlsx *.csv)"),
        )
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, path: Path) -> None:
        """Add the periods of a file that are not there yet; a calendar is shown before."""
        if path.suffix.casefold() == ".ics":
            run_in_background(self, partial(_read, path), self._preview, self._tell)
            return

        def run() -> None:
            count = self._write(import_blocks(self._workspace.database, path))
            self.told.setText(self.tr("{count} periods were added.").format(count=count))

        self._try(run)

    def _preview(self, calendar: OtherCalendar) -> None:
        """Show what a calendar would change, and take it in when that is wanted."""
        database = self._workspace.database

        def take(name: str, kind: CalendarBlockKind, severity: Severity) -> None:
            counted = self._write(take_in(database, calendar, name, kind, severity))
            self.told.setText(
                self.tr("{name}: {added} new, {changed} changed, {gone} removed.").format(
                    name=name,
                    added=counted[Fate.NEW],
                    changed=counted[Fate.CHANGED],
                    gone=counted[Fate.GONE],
                )
            )

        OtherCalendarDialog(database, calendar, take, self).exec()

    def remove_calendar(self) -> None:
        """Take out all that came with the chosen row's calendar."""
        row = self._chosen()
        if row is None or not row.source:
            return
        question = self.tr("Remove all that came from »{name}«?").format(name=row.source)
        detail = self.tr("It can be taken in again from its file.")
        if ask(self, question, detail, self.tr("Remove the calendar")):
            database = self._workspace.database
            self._try(lambda: self._write(remove_calendar(database, row.source)))

    def _tell(self, error: KkrError) -> None:
        show_error(self, error)

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


def _read(path: Path, _progress: Progress) -> OtherCalendar:
    return read_other_calendar(path, date.today())  # noqa: DTZ011
