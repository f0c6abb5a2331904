"""Addresses are chosen, copied and written to in one dialog; contacts are kept in another."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.people import ContactRole
from kkr_desktop.services.address_lists import Part, Purpose
from kkr_desktop.services.contacts import PersonContacts, read_contacts, save_contacts
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import members_on
from kkr_desktop.ui.members.address_dialog import AddressDialog
from kkr_desktop.ui.members.contacts_dialog import ContactsDialog
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.workspace import Workspace
from tests.ui.system_programs import system_programs


@pytest.fixture
def tab(demo_workspace: Workspace, qtbot: QtBot) -> MembersTab:
    demo_workspace.selection.choose(body_named(demo_workspace.database, "Hovedstaden").id, None)
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    return tab


def test_the_list_follows_the_purpose_and_is_copied(tab: MembersTab, qtbot: QtBot) -> None:
    dialog = tab.lists.address_dialog()
    assert dialog is not None
    qtbot.addWidget(dialog)
    dialog.purpose.setCurrentIndex(dialog.purpose.findData(Purpose.MINUTES))
    assert not dialog.parts[Part.SECRETARIES].isChecked()
    assert dialog.table.rowCount() == 58
    dialog.parts[Part.SECRETARIES].click()
    assert dialog.table.rowCount() > 58
    dialog.parts[Part.SECRETARIES].click()
    dialog.copy_button.click()
    assert len(QApplication.clipboard().text().split("; ")) == 58
    for box in dialog.parts.values():
        box.setChecked(False)
    assert not dialog.copy_button.isEnabled()
    assert not dialog.draft_button.isEnabled()


def test_a_draft_is_opened_in_the_mail_program(
    tab: MembersTab, qtbot: QtBot, tmp_path: Path
) -> None:
    body_id = tab.lists.workspace.selection.body_id
    assert body_id is not None
    dialog = AddressDialog(tab.lists.workspace.database, body_id, tab)
    with system_programs() as programs, qtbot.waitSignal(programs.opened) as opened:
        dialog.write_draft(tmp_path / "Udsendelse æøå.eml")
    assert opened.args == [str(tmp_path / "Udsendelse æøå.eml")]
    assert (tmp_path / "Udsendelse æøå.eml").read_bytes().startswith(b"X-Unsent: 1\r\nBcc: ")


def test_contacts_are_written_and_a_wrong_address_is_said_where_it_stands(
    tab: MembersTab, qtbot: QtBot
) -> None:
    workspace = tab.lists.workspace
    body_id = workspace.selection.body_id
    assert body_id is not None
    member = members_on(workspace.database, body_id, tab.model.row_at(0).valid_from)[0]

    def save(contacts: PersonContacts) -> None:
        workspace.announcer.announce(save_contacts(workspace.database, contacts))

    dialog = ContactsDialog(read_contacts(workspace.database, member.person_id), save, tab)
    qtbot.addWidget(dialog)
    fields = dialog.fields[ContactRole.CHIEF_EXECUTIVE]
    fields.name.setText("Kai Å")
    fields.email.setText("kai(at)aa.example")
    fields.copy_agenda.setChecked(True)
    dialog.fields[ContactRole.OWN].paper.setChecked(True)
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    save_button = buttons.button(QDialogButtonBox.StandardButton.Save)
    save_button.click()
    assert "Kommunaldirektør" in dialog.problem.text()
    assert fields.name.text() == "Kai Å"
    fields.email.setText("kai@aa.example")
    save_button.click()
    own, _, chief = read_contacts(workspace.database, member.person_id).contacts
    assert (own.paper, own.email) == (True, member.email)
    assert (chief.name, chief.email, chief.copy_agenda) == ("Kai Å", "kai@aa.example", True)
