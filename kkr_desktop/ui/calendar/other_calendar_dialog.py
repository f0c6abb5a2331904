"""The form in which another calendar is looked at before it is taken in."""

from collections import Counter
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.documents.calendar_reading import OtherCalendar
from kkr_desktop.model.dates import clock_range, long_date
from kkr_desktop.model.meetings import BLOCK_KIND_NAMES, SEVERITY_NAMES, CalendarBlockKind, Severity
from kkr_desktop.services.other_calendars import EventRow, Fate, fates
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.headed_model import HeadedModel, Index
from kkr_desktop.ui.widgets.plain_label import PlainLabel, as_typed
from kkr_desktop.ui.widgets.row_table import RowTable

TakeIn = Callable[[str, CalendarBlockKind, Severity], None]


class Column(IntEnum):
    """What the columns show."""

    DAYS = 0
    HOURS = 1
    NAME = 2
    FATE = 3


class EventsModel(HeadedModel):
    """The events of a file, with what becomes of each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[EventRow, ...] = ()

    def set_rows(self, rows: Sequence[EventRow]) -> None:
        """Show other events."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def fate_name(self, fate: Fate) -> str:
        """Return what a fate is called."""
        return {
            Fate.NEW: self.tr("New"),
            Fate.CHANGED: self.tr("Changed"),
            Fate.UNCHANGED: self.tr("Unchanged"),
            Fate.GONE: self.tr("No longer in the calendar"),
            Fate.OWN: self.tr("Own meeting, left out"),
            Fate.PUT_ASIDE: self.tr("Removed before, left out"),
        }[fate]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        event = row.event
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_typed(event.name)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match Column(index.column()):
            case Column.DAYS:
                first, last = long_date(event.starts_on), long_date(event.ends_on)
                return first if first == last else f"{first} – {last}"
            case Column.HOURS:
                if event.starts_at is None or event.ends_at is None:
                    return ""
                return clock_range(event.starts_at, event.ends_at).removeprefix("kl. ")
            case Column.NAME:
                return event.name
            case Column.FATE:
                return self.fate_name(row.fate)

    def headers(self) -> tuple[str, ...]:
        """Return the titles of the columns."""
        return (
            self.tr("Days"),
            self.tr("Time"),
            self.tr("Event"),
            self.tr("What happens"),
        )


class OtherCalendarDialog(FormDialog):
    """Shows what a calendar would change; `take` may refuse it with a KkrError."""

    def __init__(
        self, database: Database, calendar: OtherCalendar, take: TakeIn, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._database, self._calendar = database, calendar
        self.setWindowTitle(self.tr("Take in a calendar"))
        self.name = QLineEdit(calendar.name)
        self.kind = QComboBox()
        for kind, words in BLOCK_KIND_NAMES.items():
            self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(self.kind.findData(CalendarBlockKind.OTHER_CALENDAR))
        self.severity = QComboBox()
        for severity, words in SEVERITY_NAMES.items():
            self.severity.addItem(words, severity)
        self.severity.setCurrentIndex(self.severity.findData(Severity.WARN))
        self.model = EventsModel(self)
        self.table = RowTable()
        self.summary = PlainLabel()
        self.summary.setWordWrap(True)
        self._set_up_table()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Calendar:"), self.name)
        form.addRow(self.tr("&Kind:"), self.kind)
        form.addRow(self.tr("How &serious:"), self.severity)
        column = QVBoxLayout()
        column.addLayout(form)
        column.addWidget(self.table, 1)
        column.addWidget(self.summary)
        self.finish(column, lambda: take(*self.answer()), 820, self.tr("Take in"))
        self.name.textChanged.connect(self._show)
        self._show()

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Events of the calendar"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(320)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)

    def answer(self) -> tuple[str, CalendarBlockKind, Severity]:
        """Return the calendar's name, and what new events of it are."""
        return self.name.text(), self.kind.currentData(), self.severity.currentData()

    def _show(self) -> None:
        rows = fates(self._database, self._calendar, self.name.text())
        self.model.set_rows(rows)
        counted = Counter(row.fate for row in rows)
        parts = [f"{self.model.fate_name(fate)}: {counted[fate]}" for fate in Fate if counted[fate]]
        if self._calendar.left_out:
            words = self.tr("Cannot be understood: {count}")
            parts.append(words.format(count=self._calendar.left_out))
        self.summary.setText(". ".join(parts))
