"""The forms of a council or forum: a new one, a changed one, one that closes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from kkr_desktop.services.body_register import KIND_NAMES, BodyDraft, BodyLine
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_WIDTH = 540
_MOST_SEATS = 999
_DATE_FORMAT = "d. MMMM yyyy"


class BodyForm(FormDialog):
    """Edits a draft; `save` is called with it and may refuse it with a KkrError."""

    def __init__(
        self,
        draft: BodyDraft,
        others: Sequence[BodyLine],
        save: Callable[[BodyDraft], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        is_new = draft.rev == 0
        self.setWindowTitle(
            self.tr("New council or forum") if is_new else self.tr("Council or forum")
        )
        self.name = QLineEdit(draft.name)
        self.short_name = QLineEdit(draft.short_name)
        self.short_name.setPlaceholderText(self.tr("For lists and narrow columns"))
        self.kind = QComboBox()
        for kind, words in KIND_NAMES.items():
            self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.above = body_list(others, draft.parent_id)
        self.knows_first_day = QCheckBox(self.tr("&From:"))
        self.knows_first_day.setChecked(draft.valid_from is not None)
        self.first_day = day_edit(draft.valid_from)
        self.first_day.setAccessibleName(self.tr("First day"))
        self.first_day.setEnabled(draft.valid_from is not None)
        self.knows_first_day.toggled.connect(self.first_day.setEnabled)
        self.seats = QSpinBox()
        self.seats.setRange(0, _MOST_SEATS)
        self.seats.setSpecialValueText(self.tr("Not set"))
        self.seats.setValue(draft.seats or 0)
        self.seats.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.seats.setToolTip(
            self.tr("In the election term of today, or of the first day of a coming body.")
        )
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Name:"), self.name)
        form.addRow(self.tr("&Short name:"), self.short_name)
        form.addRow(self.tr("&Kind:"), self.kind)
        form.addRow(self.tr("&Belongs to:"), self.above)
        form.addRow(self.knows_first_day, self.first_day)
        form.addRow(self.tr("S&eats:"), self.seats)
        self.finish(form, lambda: save(self.draft()), _WIDTH)

    def draft(self) -> BodyDraft:
        """Return what the form says."""
        return replace(
            self._draft,
            name=self.name.text(),
            short_name=self.short_name.text(),
            kind=self.kind.currentData(),
            parent_id=self.above.currentData(),
            valid_from=chosen_day(self.first_day) if self.knows_first_day.isChecked() else None,
            seats=self.seats.value() or None,
        )


class CloseForm(FormDialog):
    """Asks for the last day of a body and who does its work after it."""

    def __init__(
        self,
        line: BodyLine,
        others: Sequence[BodyLine],
        what_closes: Callable[[date], Sequence[str]],
        close: Callable[[date, int | None], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._what_closes = what_closes
        self.setWindowTitle(self.tr("Close council or forum"))
        self.last_day = day_edit(None)
        self.successor = body_list(others, None)
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        name = PlainLabel(line.draft.name)
        form.addRow(self.tr("Closes:"), name)
        form.addRow(self.tr("&Last day:"), self.last_day)
        form.addRow(self.tr("&Successor:"), self.successor)
        form.addRow(self.told)
        self.last_day.dateChanged.connect(self._tell)
        self._tell()
        self.finish(
            form,
            lambda: close(chosen_day(self.last_day), self.successor.currentData()),
            _WIDTH,
            self.tr("Close it"),
        )

    def _tell(self) -> None:
        told = [self.tr("All memberships end on that day. Minutes and history stay.")]
        if below := self._what_closes(chosen_day(self.last_day)):
            told.append(self.tr("Closes too: {names}.").format(names=", ".join(below)))
        self.told.setText("\n".join(told))


def body_list(bodies: Sequence[BodyLine], chosen: int | None) -> QComboBox:
    """Return a list of bodies to choose from, that may be left empty."""
    box = QComboBox()
    box.addItem("", None)
    for body in bodies:
        box.addItem(body.draft.name, body.id)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
    return box


def day_edit(day: date | None) -> QDateEdit:
    """Return a field for a day, today where it is not known."""
    shown = QDate.currentDate() if day is None else QDate(day.year, day.month, day.day)
    edit = QDateEdit(shown)
    edit.setDisplayFormat(_DATE_FORMAT)
    edit.setCalendarPopup(True)
    edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return edit


def chosen_day(edit: QDateEdit) -> date:
    """Return the day that stands in a field."""
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
