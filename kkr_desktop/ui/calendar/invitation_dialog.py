"""The dialog in which a meeting is called, or called off, by e-mail."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from kkr_desktop.documents.file_names import file_name
from kkr_desktop.services.address_lists import (
    USUAL_PARTS,
    AddressList,
    Part,
    Purpose,
    address_list,
)
from kkr_desktop.services.invitations import Invitation, invitation, write_invitation
from kkr_desktop.services.planning import MeetingRow
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.saved_file import open_file
from kkr_desktop.ui.spelling.plain_text import SpelledText
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel


class InvitationDialog(FormDialog):
    """Shows the words, and whom they go to; the mail program opens the draft."""

    def __init__(self, database: Database, row: MeetingRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._database, self._row = database, row
        self._invitation = invitation(database, row.id)
        self._found = AddressList("", (), (), ())
        self.setWindowTitle(self.tr("Invitation as an e-mail draft"))
        self.parts = {
            Part.MEMBERS: QCheckBox(self.tr("&Members")),
            Part.SECRETARIES: QCheckBox(self.tr("&Secretaries")),
            Part.COPIES: QCheckBox(self.tr("C&opies")),
            Part.ATTACHED: QCheckBox(self.tr("O&bservers and the council's secretary")),
        }
        self.recipients = PlainLabel()
        self.missing = PlainLabel()
        for label in (self.recipients, self.missing):
            label.setWordWrap(True)
        self.subject = QLineEdit(self._invitation.subject)
        self.text = SpelledText(self._invitation.text)
        self.text.setMinimumHeight(260)
        boxes = QHBoxLayout()
        for part, box in self.parts.items():
            box.setChecked(part in USUAL_PARTS[Purpose.INVITATION])
            box.toggled.connect(self._show)
            boxes.addWidget(box)
        boxes.addStretch(1)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("To:"), boxes)
        form.addRow("", self.recipients)
        form.addRow("", self.missing)
        form.addRow(self.tr("S&ubject:"), self.subject)
        form.addRow(self.tr("&Text:"), self.text)
        form.addRow(self.tr("Attached:"), PlainLabel(self._invitation.calendar.file_name))
        self._form = form
        self.finish(form, self._open_draft, 680, self.tr("Open as a draft"))
        self._show()

    def _show(self) -> None:
        chosen = frozenset(part for part, box in self.parts.items() if box.isChecked())
        today = date.today()  # noqa: DTZ011
        body = self._row.body_id
        found = address_list(self._database, body, Purpose.INVITATION, chosen, today)
        self._found = found
        count = len(found.addressees)
        if count:
            words = self.tr("%n address(es), none of whom sees the others.", "", count)
        else:
            words = self.tr("Nobody yet: fill in the addresses in the mail program.")
        self.recipients.setText(words)
        names = ", ".join(found.missing)
        self.missing.setText(self.tr("⚠ No e-mail address: {names}").format(names=names))
        self._form.setRowVisible(self.missing, bool(found.missing))

    def addresses(self) -> tuple[str, ...]:
        """Return the addresses that it goes to."""
        return tuple(addressee.address for addressee in self._found.addressees)

    def invitation(self) -> Invitation:
        """Return what the form says."""
        words = self.text.toPlainText()
        return replace(self._invitation, subject=self.subject.text(), text=words)

    def _open_draft(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="kkr-desktop-"))
        self.write_draft(folder / file_name(self.subject.text(), ".eml"))

    def write_draft(self, path: Path) -> None:
        """Write the draft, and open it in the mail program."""
        write_invitation(self.invitation(), self.addresses(), path)
        open_file(path)
