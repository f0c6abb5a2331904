"""The form of one milestone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QLineEdit, QWidget

from kkr_desktop.model.dates import WEEKDAYS, week_name, weekday_date
from kkr_desktop.services.back_planning import fall_back
from kkr_desktop.services.milestone_changes import MilestoneDraft
from kkr_desktop.services.milestones import MilestoneRow
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel


class MilestoneDialog(FormDialog):
    """Edits a draft; `save` may refuse it with a KkrError."""

    def __init__(
        self,
        database: Database,
        draft: MilestoneDraft,
        others: Sequence[MilestoneRow],
        save: Callable[[MilestoneDraft], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._database, self._draft = database, draft
        self.setWindowTitle(self.tr("Edit milestone") if draft.rev else self.tr("Add milestone"))
        self.label = QLineEdit(draft.label)
        self.due_on = QDateEdit(QDate(draft.due_on.year, draft.due_on.month, draft.due_on.day))
        self.due_on.setDisplayFormat("d. MMMM yyyy")
        self.due_on.setCalendarPopup(True)
        self.falls_back = PlainLabel()
        self.falls_back.setWordWrap(True)
        self.responsible = QComboBox()
        self.responsible.setEditable(True)
        known = dict.fromkeys(row.responsible for row in others if row.responsible)
        self.responsible.addItems(list(known))
        self.responsible.setCurrentText(draft.responsible)
        self.owner = QLineEdit(draft.owner)
        self.owner.setPlaceholderText(self.tr("Who sees to it"))
        self.waits_for = QComboBox()
        self.waits_for.addItem(self.tr("Nothing"), None)
        for row in others:
            self.waits_for.addItem(row.label, row.id)
        self.waits_for.setCurrentIndex(max(self.waits_for.findData(draft.waits_for_id), 0))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&What:"), self.label)
        form.addRow(self.tr("&Due:"), self.due_on)
        form.addRow("", self.falls_back)
        form.addRow(self.tr("&Responsible:"), self.responsible)
        form.addRow(self.tr("&Owner:"), self.owner)
        form.addRow(self.tr("W&aits for:"), self.waits_for)
        self.finish(form, lambda: save(self.draft()), 480)
        self.due_on.dateChanged.connect(self._show_day)
        self._show_day()

    def _show_day(self) -> None:
        day = self._day()
        actual, why = fall_back(self._database, day)
        if actual == day:
            self.falls_back.setText(f"{WEEKDAYS[day.weekday()].capitalize()}, {week_name(day)}")
        else:
            self.falls_back.setText(
                self.tr("⚠ {why}: due on {day} instead.").format(
                    why=why.capitalize(), day=weekday_date(actual)
                )
            )

    def _day(self) -> date:
        chosen = self.due_on.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def draft(self) -> MilestoneDraft:
        """Return what the form says."""
        return replace(
            self._draft,
            label=self.label.text(),
            due_on=self._day(),
            responsible=self.responsible.currentText(),
            owner=self.owner.text(),
            waits_for_id=self.waits_for.currentData(),
        )
