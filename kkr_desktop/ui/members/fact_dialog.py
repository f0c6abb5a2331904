"""The form of a title or a party and the days it holds."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFormLayout, QLineEdit, QWidget

from kkr_desktop.services.member_choices import MemberChoices
from kkr_desktop.services.person_facts import FactDraft, FactKind
from kkr_desktop.ui.members.member_dialog import chooser, chosen_day, date_edit
from kkr_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 480


class FactDialog(FormDialog):
    """Edits a draft; `save` is called with it and may refuse it with a KkrError."""

    def __init__(
        self,
        draft: FactDraft,
        choices: MemberChoices,
        save: Callable[[FactDraft], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self.title = QLineEdit(draft.title)
        self.municipality = chooser(choices.municipalities, draft.municipality_id)
        self.party = chooser(choices.parties, draft.party_id)
        self._keep_what_cannot_be_chosen()
        self.valid_from: QDateEdit = date_edit(draft.valid_from)
        self.has_ended = QCheckBox(self.tr("&Ends"))
        self.has_ended.setChecked(draft.last_day is not None)
        self.last_day: QDateEdit = date_edit(draft.last_day or chosen_day(QDate.currentDate()))
        self.last_day.setEnabled(draft.last_day is not None)
        self.last_day.setAccessibleName(self.tr("Last day"))
        self.has_ended.toggled.connect(self.last_day.setEnabled)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if draft.kind is FactKind.OFFICE:
            self.setWindowTitle(self.tr("Title"))
            form.addRow(self.tr("T&itle:"), self.title)
            form.addRow(self.tr("&Municipality:"), self.municipality)
        else:
            self.setWindowTitle(self.tr("Party"))
            form.addRow(self.tr("&Party:"), self.party)
        form.addRow(self.tr("&From:"), self.valid_from)
        form.addRow(self.has_ended, self.last_day)
        self.finish(form, lambda: save(self.draft()), _WIDTH)

    def _keep_what_cannot_be_chosen(self) -> None:
        """Let a municipality of another council, or a party of the past, stay until one chooses."""
        for box in (self.municipality, self.party):
            line = box.lineEdit()
            if box.currentIndex() < 0 and line is not None:
                line.setPlaceholderText(self.tr("As before"))

    def _chosen(self, box: QComboBox, before: int | None) -> int | None:
        is_untouched = box.currentIndex() < 0 and not box.currentText()
        return before if is_untouched else box.currentData()

    def draft(self) -> FactDraft:
        """Return what the form says."""
        return replace(
            self._draft,
            title=self.title.text(),
            municipality_id=self._chosen(self.municipality, self._draft.municipality_id),
            party_id=self._chosen(self.party, self._draft.party_id),
            valid_from=chosen_day(self.valid_from.date()),
            last_day=chosen_day(self.last_day.date()) if self.has_ended.isChecked() else None,
        )
