"""The form in which a member is added or changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kkr_desktop.model.bodies import ATTACHED, PostKind
from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.people import Gender
from kkr_desktop.services.member_choices import Choice, MemberChoices
from kkr_desktop.services.membership_changes import MemberDraft
from kkr_desktop.services.people_choices import PersonChoice
from kkr_desktop.services.register import MemberRole
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.person_box import PersonBox
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_DATE_FORMAT = "d. MMMM yyyy"


class MemberDialog(FormDialog):
    """Edits a draft; `save` is called with it and may refuse it with a KkrError."""

    def __init__(
        self,
        draft: MemberDraft,
        choices: MemberChoices,
        people: Sequence[PersonChoice],
        save: Callable[[MemberDraft, date], None],
        add_local_list: Callable[[str, str, int], Choice],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._save = save
        self._add_local_list = add_local_list
        is_new = draft.rev == 0
        self.setWindowTitle(self.tr("Add member") if is_new else self.tr("Edit member"))
        self.given_name = QLineEdit(draft.given_name)
        self.family_name = QLineEdit(draft.family_name)
        self.kind = QComboBox()
        if choices.has_types or draft.kind is PostKind.EX_OFFICIO:
            self.kind.addItem(self.tr("Ex officio (mayor)"), PostKind.EX_OFFICIO)
        member = self.tr("Supplementary") if choices.has_types else self.tr("Member")
        self.kind.addItem(member, PostKind.SUPPLEMENTARY)
        self.kind.addItem(self.tr("Observer (without a seat)"), PostKind.OBSERVER)
        self.kind.addItem(self.tr("Secretary (without a seat)"), PostKind.SECRETARY)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.kind.setEnabled(is_new)
        self.kind.currentIndexChanged.connect(self._suggest_title)
        self.kind.currentIndexChanged.connect(self._offer_what_counts)
        self._may_have_party = choices.may_have_party
        self._form = QFormLayout()
        self.municipality = chooser(choices.municipalities, draft.municipality_id)
        self.party = chooser(choices.parties, draft.party_id)
        self.title = QLineEdit(draft.title)
        self.role = QComboBox()
        for role, words in (
            (MemberRole.MEMBER, self.tr("Member")),
            (MemberRole.CHAIR, self.tr("Chair")),
            (MemberRole.VICE_CHAIR, self.tr("Vice-chair")),
        ):
            self.role.addItem(words, role)
        self.role.setCurrentIndex(self.role.findData(draft.role))
        self.email = QLineEdit(draft.email)
        self.phone = QLineEdit(draft.phone)
        self.secretary_email = QLineEdit(draft.secretary_email)
        self.substitute = PersonBox()
        self.substitute.offer([("", None)], people)
        self.substitute.choose(draft.substitute_id)
        if self.substitute.person() is None:
            self.substitute.setEditText(draft.substitute)
        self.substitute.setToolTip(self.tr("Choose from the register, or write a new name."))
        self.gender = QComboBox()
        for gender, words in (
            (None, self.tr("Not recorded")),
            (Gender.WOMAN, self.tr("Woman")),
            (Gender.MAN, self.tr("Man")),
            (Gender.OTHER, self.tr("Other")),
        ):
            self.gender.addItem(words, gender)
        self.gender.setCurrentIndex(self.gender.findData(draft.gender))
        self.gender.setToolTip(
            self.tr("For the gender balance only, where the person has told it. Never exported.")
        )
        self.valid_from = date_edit(draft.valid_from)
        self.changes_from = date_edit(date.today())  # noqa: DTZ011
        self._lay_out(is_new=is_new)

    def _lay_out(self, *, is_new: bool) -> None:
        form = self._form
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Given name:"), self.given_name)
        form.addRow(self.tr("&Family name:"), self.family_name)
        form.addRow(self.tr("&Type:"), self.kind)
        form.addRow(self.tr("&Municipality:"), self.municipality)
        form.addRow(self.tr("T&itle:"), self.title)
        local_list = QPushButton(self.tr("&Local list…"))
        local_list.setAutoDefault(False)
        local_list.clicked.connect(self._ask_for_local_list)
        party = QHBoxLayout()
        party.addWidget(self.party, 1)
        party.addWidget(local_list)
        party_label = PlainLabel(self.tr("&Party:"))
        party_label.setBuddy(self.party)
        form.addRow(party_label, party)
        self._party_row = party
        form.addRow(self.tr("&Role:"), self.role)
        form.addRow(self.tr("&E-mail:"), self.email)
        form.addRow(self.tr("P&hone:"), self.phone)
        form.addRow(self.tr("Se&cretary's e-mail:"), self.secretary_email)
        form.addRow(self.tr("S&ubstitute:"), self.substitute)
        form.addRow(self.tr("Ge&nder:"), self.gender)
        form.addRow(self.tr("Member fr&om:"), self.valid_from)
        if not is_new:
            form.addRow(self.tr("Changes appl&y from:"), self.changes_from)
            self.changes_from.setToolTip(
                self.tr("A new party, title, role or substitute holds from this day on.")
            )
        self._offer_what_counts()
        self.finish(
            form, lambda: self._save(self.draft(), chosen_day(self.changes_from.date())), 520
        )

    def draft(self) -> MemberDraft:
        """Return what the form says."""
        stand_in = self.substitute.person()
        return replace(
            self._draft,
            given_name=self.given_name.text(),
            family_name=self.family_name.text(),
            kind=PostKind(self.kind.currentData()),
            municipality_id=self.municipality.currentData(),
            party_id=self.party.currentData(),
            title=self.title.text(),
            role=MemberRole(self.role.currentData()),
            email=self.email.text(),
            phone=self.phone.text(),
            secretary_email=self.secretary_email.text(),
            substitute=stand_in.name if stand_in else self.substitute.currentText(),
            substitute_id=stand_in.person_id if stand_in else None,
            gender=self.gender.currentData(),
            valid_from=chosen_day(self.valid_from.date()),
        )

    def _suggest_title(self) -> None:
        usual = {
            PostKind.EX_OFFICIO: "Borgmester",
            PostKind.SUPPLEMENTARY: "Medlem af kommunalbestyrelsen",
        }
        if self.title.text() in {"", *usual.values()} and self._may_have_party:
            self.title.setText(usual.get(self.kind.currentData(), ""))

    def _offer_what_counts(self) -> None:
        """Take party, role and substitute away from who sits in without a seat."""
        has_seat = self.kind.currentData() not in ATTACHED
        self._form.setRowVisible(self._party_row, has_seat and self._may_have_party)
        for field in (self.role, self.secretary_email, self.substitute):
            self._form.setRowVisible(field, has_seat)
        if not has_seat:
            self.party.setCurrentIndex(0)
            self.role.setCurrentIndex(self.role.findData(MemberRole.MEMBER))
            self.secretary_email.clear()
            self.substitute.setEditText("")

    def _ask_for_local_list(self) -> None:
        municipality: int | None = self.municipality.currentData()
        if municipality is None:
            self.refuse(self.tr("Choose the municipality first: a local list is its own."))
            return
        letter, accepted = QInputDialog.getText(
            self, self.tr("Local list"), self.tr("Letter on the ballot:")
        )
        if not accepted:
            return
        name, accepted = QInputDialog.getText(
            self, self.tr("Local list"), self.tr("Name of the list:")
        )
        if not accepted:
            return
        try:
            added = self._add_local_list(letter, name, municipality)
        except KkrError as error:
            self.refuse(error.explain())
        else:
            self.party.addItem(added.name, added.id)
            self.party.setCurrentIndex(self.party.count() - 1)


def chooser(choices: tuple[Choice, ...], chosen: int | None) -> QComboBox:
    """Return a list to choose from, by typing too, that may be left empty."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItem("", None)
    for choice in choices:
        box.addItem(choice.name, choice.id)
    completer = box.completer()
    if completer is not None:
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    choose_in(box, chosen)
    return box


def choose_in(box: QComboBox, chosen: int | None) -> None:
    """Choose in such a list; what is not in it, as a party that is no more, stays as it was."""
    if chosen is not None and box.findData(chosen) < 0:
        box.addItem(QCoreApplication.translate("MemberDialog", "As before"), chosen)
    box.setCurrentIndex(box.findData(chosen) if chosen is not None else 0)


def date_edit(day: date) -> QDateEdit:
    """Return a field for a day, with a calendar to choose from."""
    edit = QDateEdit(QDate(day.year, day.month, day.day))
    edit.setDisplayFormat(_DATE_FORMAT)
    edit.setCalendarPopup(True)
    return edit


def chosen_day(chosen: QDate) -> date:
    """Return a day of Qt's as ours."""
    return date(chosen.year(), chosen.month(), chosen.day())
