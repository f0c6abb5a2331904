"""The form of an election term."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from kkr_desktop.services.terms import TermDraft
from kkr_desktop.ui.bodies.body_form import chosen_day, day_edit
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_WIDTH = 440


class TermForm(FormDialog):
    """Edits a draft; `save` is called with it and may refuse it with a KkrError."""

    def __init__(
        self, draft: TermDraft, save: Callable[[TermDraft], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self.setWindowTitle(self.tr("Election term"))
        self.name = QLineEdit(draft.name)
        self.starts_on = day_edit(draft.starts_on)
        self.ends_on = day_edit(draft.ends_on)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Name:"), self.name)
        form.addRow(self.tr("&First day:"), self.starts_on)
        form.addRow(self.tr("&Last day:"), self.ends_on)
        if draft.term_id is None:
            told = PlainLabel(
                self.tr("Each council and forum gets as many seats as in the term before, vacant.")
            )
            told.setWordWrap(True)
            form.addRow(told)
        self.finish(form, lambda: save(self.draft()), _WIDTH)

    def draft(self) -> TermDraft:
        """Return what the form says."""
        return replace(
            self._draft,
            name=self.name.text(),
            starts_on=chosen_day(self.starts_on),
            ends_on=chosen_day(self.ends_on),
        )
