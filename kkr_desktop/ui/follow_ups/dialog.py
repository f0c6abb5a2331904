"""The form of one follow-up."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from kkr_desktop.model.dates import long_date
from kkr_desktop.model.follow_ups import FOLLOW_UP_NAMES, FollowUpState
from kkr_desktop.services.follow_up import FollowUpDraft, FollowUpRow, Owner
from kkr_desktop.ui.follow_ups.fields import DayField, OwnerField
from kkr_desktop.ui.spelling.plain_text import SpelledText
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_NOTE_HEIGHT = 90


class FollowUpDialog(FormDialog):
    """Edits a follow-up; `save` may refuse it with a KkrError."""

    def __init__(
        self,
        row: FollowUpRow,
        owners: Sequence[Owner],
        save: Callable[[FollowUpDraft], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._row = row
        self.setWindowTitle(self.tr("Edit follow-up"))
        self.text = QLineEdit(row.draft.text)
        self.owner = OwnerField()
        self.owner.offer(owners)
        self.owner.show_owner(row)
        self.due_on = DayField()
        self.due_on.show_day(row.draft.due_on)
        self._spelled = PlainLabel()
        self.state = QComboBox()
        for state, name in FOLLOW_UP_NAMES.items():
            self.state.addItem(name, state)
        self.state.setCurrentIndex(self.state.findData(row.draft.state))
        self.note = SpelledText(row.draft.note)
        self.note.setMaximumHeight(_NOTE_HEIGHT)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        origin = PlainLabel(self._origin())
        origin.setWordWrap(True)
        form.addRow(self.tr("From:"), origin)
        form.addRow(self.tr("&Task:"), self.text)
        form.addRow(self.tr("&Owner:"), self.owner)
        form.addRow(self.tr("&Due:"), self.due_on)
        form.addRow("", self._spelled)
        form.addRow(self.tr("&State:"), self.state)
        form.addRow(self.tr("&Note:"), self.note)
        self.finish(form, lambda: save(self.draft()), 520)
        self.due_on.textChanged.connect(self._spell)
        self._spell()

    def _origin(self) -> str:
        row = self._row
        meeting = f"{row.body_name}, {long_date(row.held_on)}"
        return f"{meeting}\n{row.item_number} {row.item_title}" if row.item_number else meeting

    def _spell(self) -> None:
        self._spelled.setText(self.due_on.spelled())

    def draft(self) -> FollowUpDraft:
        """Return what the form says. Raises InvalidValue."""
        owner = self.owner.owner()
        return replace(
            self._row.draft,
            text=self.text.text(),
            owner=owner.name,
            owner_person_id=owner.person_id,
            due_on=self.due_on.day(),
            state=FollowUpState(self.state.currentData()),
            note=self.note.toPlainText(),
        )
