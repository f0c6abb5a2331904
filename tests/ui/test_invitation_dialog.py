"""A meeting is called from the calendar: the words can be changed, the addresses are there."""


# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from datetime import date, time
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.address_lists import Part
from kkr_desktop.services.planning import (
    MeetingDraft,
    body_named,
    plan_meeting,
    read_meeting,
)
from kkr_desktop.ui.calendar.invitation_dialog import InvitationDialog
from kkr_desktop.ui.calendar.tab import CalendarTab
from kkr_desktop.ui.workspace import Workspace
from tests.ui.system_programs import system_programs


@pytest.fixture
def dialog(demo_workspace: Workspace, qtbot: QtBot) -> InvitationDialog:
    meeting_id = demo_workspace.selection.meeting_id
    assert meeting_id is not None
    row = read_meeting(demo_workspace.database, meeting_id)
    made = InvitationDialog(demo_workspace.database, row, CalendarTab(demo_workspace))
    qtbot.addWidget(made)
    return made


def test_the_draft_has_what_was_written_and_goes_to_all_who_were_chosen(
    dialog: InvitationDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    count = len(dialog.addresses())
    dialog.parts[Part.SECRETARIES].click()
    assert 0 < len(dialog.addresses()) < count
    dialog.subject.setText("Indkaldelse til mødet på Ærø")
    dialog.text.appendPlainText("Husk madpakke")
    path = tmp_path / "indkaldelse.eml"
    with system_programs() as programs, qtbot.waitSignal(programs.opened) as opened:
        dialog.write_draft(path)
    assert opened.args == [str(path)]
    message = message_from_bytes(path.read_bytes(), EmailMessage, policy=policy.default)
    assert message["Subject"] == "Indkaldelse til mødet på Ærø"
    assert len(message["Bcc"].addresses) == len(dialog.addresses())
    body = message.get_body()
    assert body is not None
    assert "Husk madpakke" in body.get_content()


def test_a_forum_without_members_in_the_register_still_gets_a_draft(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    database = demo_workspace.database
    forum = body_named(database, "K11").id
    draft = MeetingDraft(MeetingKind.ORDINARY, date(2026, 11, 3), time(9), time(11))
    row = read_meeting(database, plan_meeting(database, forum, draft).value)
    dialog = InvitationDialog(database, row, CalendarTab(demo_workspace))
    qtbot.addWidget(dialog)
    for box in dialog.parts.values():
        box.setChecked(False)
    assert "mail program" in dialog.recipients.text()
    with system_programs() as programs, qtbot.waitSignal(programs.opened):
        (buttons,) = dialog.findChildren(QDialogButtonBox)
        buttons.button(QDialogButtonBox.StandardButton.Save).click()
    assert dialog.result() == InvitationDialog.DialogCode.Accepted
