"""The form of a membership: the body, the place on it, and the days it is held."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.services.leading import RoleTaken
from kkr_desktop.services.member_choices import Choice, member_choices
from kkr_desktop.services.person_memberships import MembershipDraft
from kkr_desktop.services.planning import bodies
from kkr_desktop.services.register import members_on
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.members.leader_question import asks_to_take_over
from kkr_desktop.ui.members.member_dialog import chosen_day, date_edit
from kkr_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520
_SUBSTITUTE = "substitute"


class MembershipDialog(FormDialog):
    """Edits a draft; `save` may refuse it, or ask to take a role over from somebody."""

    def __init__(
        self,
        database: Database,
        draft: MembershipDraft,
        save: Callable[[MembershipDraft, bool], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._draft = draft
        self._write = save
        is_new = draft.membership_id is None
        self.setWindowTitle(self.tr("New membership") if is_new else self.tr("Membership"))
        self.body = QComboBox()
        for row in bodies(database):
            self.body.addItem(row.name, row.id)
        self.body.setCurrentIndex(self.body.findData(draft.body_id))
        self.place = QComboBox()
        for kind, words in self._places():
            self.place.addItem(words, kind)
        shown = _SUBSTITUTE if draft.substitute_for_id is not None else draft.kind
        self.place.setCurrentIndex(self.place.findData(shown))
        self.municipality = QComboBox()
        self.substitute_for = QComboBox()
        self.valid_from = date_edit(draft.valid_from)
        self.has_ended = QCheckBox(self.tr("&Ends"))
        self.has_ended.setChecked(draft.last_day is not None)
        self.last_day = date_edit(draft.last_day or chosen_day(QDate.currentDate()))
        self.last_day.setAccessibleName(self.tr("Last day"))
        self.reason = QLineEdit(draft.end_reason)
        self._form = QFormLayout()
        self._lay_out()
        self._list_choices()
        self._show_what_counts()
        self.body.currentIndexChanged.connect(self._list_choices)
        self.valid_from.dateChanged.connect(self._list_choices)
        self.place.currentIndexChanged.connect(self._show_what_counts)
        self.has_ended.toggled.connect(self._show_what_counts)

    def _places(self) -> tuple[tuple[str, str], ...]:
        return (
            (PostKind.EX_OFFICIO, self.tr("Ex officio member (mayor)")),
            (PostKind.SUPPLEMENTARY, self.tr("Supplementary member")),
            (PostKind.CHAIR, self.tr("Chair")),
            (PostKind.VICE_CHAIR, self.tr("Vice-chair")),
            (PostKind.OBSERVER, self.tr("Observer")),
            (PostKind.SECRETARY, self.tr("Secretary")),
            (_SUBSTITUTE, self.tr("Substitute for …")),
        )

    def _lay_out(self) -> None:
        form = self._form
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Council or forum:"), self.body)
        form.addRow(self.tr("&Place:"), self.place)
        form.addRow(self.tr("&Municipality:"), self.municipality)
        form.addRow(self.tr("&Stands in for:"), self.substitute_for)
        form.addRow(self.tr("&From:"), self.valid_from)
        form.addRow(self.has_ended, self.last_day)
        form.addRow(self.tr("&Reason (may be empty):"), self.reason)
        self.finish(form, self._save, _WIDTH)

    def _list_choices(self) -> None:
        """List the municipalities of the body, and who is a member on the first day."""
        body_id: int = self.body.currentData()
        day = chosen_day(self.valid_from.date())
        choices = member_choices(self._database, body_id, day)
        towns = choices.municipalities
        member = self.tr("Supplementary member") if choices.has_types else self.tr("Member")
        self.place.setItemText(self.place.findData(PostKind.SUPPLEMENTARY), member)
        self._fill(self.municipality, towns, self._draft.municipality_id)
        members = members_on(self._database, body_id, day)
        named = tuple(Choice(row.membership_id, row.name) for row in members)
        self._fill(self.substitute_for, named, self._draft.substitute_for_id)

    def _fill(self, box: QComboBox, choices: tuple[Choice, ...], before: int | None) -> None:
        """List choices; what was chosen stays, also where it is not among them."""
        chosen: int | None = box.currentData() or before
        box.clear()
        box.addItem("", None)
        for choice in choices:
            box.addItem(choice.name, choice.id)
        if before is not None and box.findData(before) < 0:
            box.addItem(self.tr("As before"), before)
        box.setCurrentIndex(max(box.findData(chosen), 0))

    def _show_what_counts(self) -> None:
        place = self.place.currentData()
        self._form.setRowVisible(self.municipality, place == PostKind.EX_OFFICIO)
        self._form.setRowVisible(self.substitute_for, place == _SUBSTITUTE)
        ends = self.has_ended.isChecked()
        self.last_day.setEnabled(ends)
        self._form.setRowVisible(self.reason, ends)

    def draft(self) -> MembershipDraft:
        """Return what the form says."""
        place = self.place.currentData()
        is_substitute = place == _SUBSTITUTE
        last_day: date | None = None
        if self.has_ended.isChecked():
            last_day = chosen_day(self.last_day.date())
        return replace(
            self._draft,
            body_id=self.body.currentData(),
            kind=PostKind.SUPPLEMENTARY if is_substitute else PostKind(place),
            substitute_for_id=(self.substitute_for.currentData() or 0) if is_substitute else None,
            municipality_id=self.municipality.currentData(),
            valid_from=chosen_day(self.valid_from.date()),
            last_day=last_day,
            end_reason=self.reason.text(),
        )

    def _save(self) -> None:
        draft = self.draft()
        try:
            self._write(draft, False)
        except RoleTaken as taken:
            if not asks_to_take_over(self, taken, draft.valid_from):
                raise
            self._write(draft, True)
