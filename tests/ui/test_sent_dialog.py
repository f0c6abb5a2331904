"""The secretary sees later what was sent, when, to whom, and opens it as members got it."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from datetime import UTC, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.sent_versions import sent_versions
from kkr_desktop.ui.dispatch.sent_dialog import SentDialog
from kkr_desktop.ui.workspace import Workspace
from tests.ui.system_programs import system_programs
from tests.ui.test_accessibility_check import meeting_of


def test_what_was_sent_can_be_looked_up_and_opened(demo_workspace: Workspace, qtbot: QtBot) -> None:
    database, meeting_id = demo_workspace.database, meeting_of(demo_workspace)
    empty = SentDialog(database, meeting_id)
    qtbot.addWidget(empty)
    assert (empty.versions.count(), bool(empty.facts.text())) == (0, True)
    sent_at = datetime(2026, 12, 3, 9, tzinfo=UTC)
    told = ("Åse Ærø <aase@eksempel.dk> (Medlem)", "Bo <bo@eksempel.dk> (Medlem)")
    dispatch_agenda(database, meeting_id, sent_at=sent_at, note="På dagen", recipients=told)
    dialog = SentDialog(database, meeting_id)
    qtbot.addWidget(dialog)
    assert dialog.recipients.toPlainText().splitlines() == list(told)
    assert "På dagen" in dialog.facts.text()
    (version,) = sent_versions(database, meeting_id)
    assert version.documents[1].sha256 in dialog.documents.item(1).text()
    opened: list[str] = []
    with system_programs() as programs:
        programs.opened.connect(opened.append)
        dialog.documents.itemActivated.emit(dialog.documents.item(1))
        qtbot.waitUntil(lambda: bool(opened))
    kept = database.files.read(version.documents[1].sha256)
    assert Path(opened[0]).read_bytes() == kept
