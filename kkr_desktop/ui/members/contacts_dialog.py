"""The form of how a member is reached, and of what their office gets a copy of."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from kkr_desktop.model.people import ContactRole
from kkr_desktop.services.contacts import Contact, PersonContacts
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_WIDTH = 500
_ADDRESS_LINES = 4


class ContactsDialog(FormDialog):
    """Edits all contacts of a person; `save` may refuse them with a KkrError."""

    def __init__(
        self, contacts: PersonContacts, save: Callable[[PersonContacts], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._contacts = contacts
        self._save = save
        self.setWindowTitle(self.tr("Contacts of {name}").format(name=contacts.person_name))
        self.fields = {contact.role: _Fields(contact) for contact in contacts.contacts}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        own = self.fields[ContactRole.OWN]
        self._heading(form, self.tr("The member"))
        self._addresses(form, own)
        own.address.setPlaceholderText(self.tr("Street and number\nPostcode and town"))
        form.addRow(self.tr("Postal address:"), own.address)
        own.paper.setText(self.tr("Wants the agenda on &paper"))
        own.large_print.setText(self.tr("Wants it in &large print"))
        form.addRow("", own.paper)
        form.addRow("", own.large_print)
        for role, words in (
            (ContactRole.SECRETARY, self.tr("Secretary")),
            (ContactRole.CHIEF_EXECUTIVE, self.tr("Chief executive")),
        ):
            fields = self.fields[role]
            self._heading(form, words)
            form.addRow(self.tr("Name:"), fields.name)
            self._addresses(form, fields)
            fields.copy_agenda.setText(self.tr("Gets a copy of agenda and minutes"))
            form.addRow("", fields.copy_agenda)
        private = self.fields.get(ContactRole.PRIVATE)
        if private is not None:
            self._heading(form, self.tr("Private – never in lists, files or e-mails"))
            self._addresses(form, private)
            form.addRow(self.tr("Postal address:"), private.address)
        self.finish(form, lambda: self._save(self.contacts()), _WIDTH)

    def _heading(self, form: QFormLayout, words: str) -> None:
        label = PlainLabel(words)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        if form.rowCount():
            label.setContentsMargins(0, 10, 0, 0)
        form.addRow(label)

    def _addresses(self, form: QFormLayout, fields: "_Fields") -> None:
        form.addRow(self.tr("E-mail:"), fields.email)
        form.addRow(self.tr("Phone:"), fields.phone)

    def contacts(self) -> PersonContacts:
        """Return what the form says."""
        return replace(
            self._contacts, contacts=tuple(fields.contact() for fields in self.fields.values())
        )


class _Fields:
    """The fields of one role."""

    def __init__(self, contact: Contact) -> None:
        self._contact = contact
        self.name = QLineEdit(contact.name)
        self.email = QLineEdit(contact.email)
        self.phone = QLineEdit(contact.phone)
        self.address = QPlainTextEdit(contact.address)
        self.address.setTabChangesFocus(True)
        self.address.setFixedHeight(self.address.fontMetrics().lineSpacing() * _ADDRESS_LINES)
        self.copy_agenda = QCheckBox()
        self.copy_agenda.setChecked(contact.copy_agenda)
        self.paper = QCheckBox()
        self.paper.setChecked(contact.paper)
        self.large_print = QCheckBox()
        self.large_print.setChecked(contact.large_print)

    def contact(self) -> Contact:
        """Return what the fields say."""
        return replace(
            self._contact,
            name=self.name.text().strip(),
            email=self.email.text().strip(),
            phone=self.phone.text().strip(),
            address=self.address.toPlainText().strip(),
            copy_agenda=self.copy_agenda.isChecked(),
            paper=self.paper.isChecked(),
            large_print=self.large_print.isChecked(),
        )
