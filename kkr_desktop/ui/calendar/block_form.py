"""The form of one period that meetings are planned around."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QLineEdit, QWidget

from kkr_desktop.model.meetings import BLOCK_KIND_NAMES, SEVERITY_NAMES
from kkr_desktop.services.calendar_blocks import BlockRow
from kkr_desktop.ui.widgets.form_dialog import FormDialog


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


def _date_edit(day: date) -> QDateEdit:
    edit = QDateEdit(QDate(day.year, day.month, day.day))
    edit.setDisplayFormat("d. MMMM yyyy")
    edit.setCalendarPopup(True)
    return edit


def _day(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
