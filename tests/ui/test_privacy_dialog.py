"""What a council keeps of people is chosen, and contacts are wiped out, after a question."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.people import ContactRole
from kkr_desktop.services.contacts import read_contacts
from kkr_desktop.services.membership_ends import end_membership
from kkr_desktop.services.privacy import read_privacy, save_privacy
from kkr_desktop.ui.members.contacts_dialog import ContactsDialog
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.workspace import Workspace


def answer(words: str, asked: list[str]) -> None:
    """Answer the next question on the screen."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(button for button in box.buttons() if words in button.text()).click()

    QTimer.singleShot(0, press)


def test_whom_it_concerns_is_shown_first_and_done_only_after_a_yes(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    row = tab.model.row_at(0)
    database = demo_workspace.database
    end_membership(database, row.membership_id, date(2026, 2, 1), "", row.rev)
    tab.reload()
    dialog = tab.lists.privacy_dialog()
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert not dialog.limited.isChecked()
    assert not dialog.anonymise_button.isEnabled()
    dialog.limited.setChecked(True)
    dialog.months.setValue(1)
    place = [one.name for one in dialog.model.rows].index(row.name)
    assert dialog.model.data(dialog.model.index(place, 1)) == "01-02-2026"
    asked: list[str] = []
    answer("Cancel", asked)
    dialog.anonymise_button.click()
    assert not read_contacts(database, row.person_id).contacts[0].is_empty
    answer("Wipe out", asked)
    dialog.anonymise_button.click()
    assert len(asked) == 2
    assert read_contacts(database, row.person_id).contacts[0].is_empty
    assert dialog.model.rows == ()
    assert not dialog.anonymise_button.isEnabled()
    body_id = demo_workspace.selection.body_id
    assert body_id is not None
    assert read_privacy(database, body_id).kept_months == 1


def test_private_fields_come_with_the_rule_and_go_with_a_question(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    database, person_id = demo_workspace.database, tab.model.row_at(0).person_id
    plain = ContactsDialog(read_contacts(database, person_id), lambda _: None, tab)
    assert ContactRole.PRIVATE not in plain.fields
    dialog = tab.lists.privacy_dialog()
    assert dialog is not None
    qtbot.addWidget(dialog)
    dialog.private.setChecked(True)

    tab.table.selectRow(0)

    def fill() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, ContactsDialog)
        form.fields[ContactRole.PRIVATE].phone.setText("99887766")
        (buttons,) = form.findChildren(QDialogButtonBox)
        buttons.button(QDialogButtonBox.StandardButton.Save).click()

    QTimer.singleShot(0, fill)
    tab.edit_contacts()
    assert read_contacts(database, person_id).contacts[-1].phone == "99887766"
    asked: list[str] = []
    answer("Cancel", asked)
    dialog.private.setChecked(False)
    assert dialog.private.isChecked()
    answer("Wipe out", asked)
    dialog.private.setChecked(False)
    assert len(asked) == 2
    body_id = demo_workspace.selection.body_id
    assert body_id is not None
    rules = read_privacy(database, body_id)
    assert not rules.private_contacts
    save_privacy(database, body_id, replace(rules, private_contacts=True))
    assert read_contacts(database, person_id).contacts[-1].is_empty
