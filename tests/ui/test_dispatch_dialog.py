"""The secretary is walked through a dispatch, and can go and mend what the checklist found."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.agenda_outline import agenda_outline, read_item
from kkr_desktop.services.drafting import save_part
from kkr_desktop.services.meeting_changes import cancel_meeting
from kkr_desktop.services.planning import read_meeting
from kkr_desktop.services.sent_versions import sent_versions
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.dispatch.dispatch_dialog import DispatchDialog
from kkr_desktop.ui.workspace import Workspace
from tests.ui.system_programs import system_programs
from tests.ui.test_accessibility_check import meeting_of


def opened(workspace: Workspace, qtbot: QtBot) -> DispatchDialog:
    dialog = DispatchDialog(workspace, meeting_of(workspace))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.is_checked, timeout=30_000)
    return dialog


def in_dispatch(work: Callable[[DispatchDialog], None]) -> None:
    """Work in the dialog that opens next, once its checklist is there."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, DispatchDialog) and dialog.is_checked:
            work(dialog)
        else:
            QTimer.singleShot(20, run)

    QTimer.singleShot(0, run)


def test_an_agenda_is_dispatched_in_three_steps_with_drafts_and_portal_folder(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    database, meeting_id = demo_workspace.database, meeting_of(demo_workspace)
    dialog = opened(demo_workspace, qtbot)
    dialog.next_button.click()
    dialog.recipients.note.setText("Sendt på dagen")
    dialog.next_button.click()
    qtbot.waitUntil(lambda: dialog.is_sent, timeout=60_000)
    (version,) = sent_versions(database, meeting_id)
    assert version.note == "Sendt på dagen"
    assert len(version.recipients) > 80
    assert f"{len(version.recipients)} " in dialog.sent_page.told.text()
    with system_programs() as programs:
        with qtbot.waitSignal(programs.opened, timeout=30_000):
            dialog.sent_page.write_drafts(tmp_path, opens=False)
        with qtbot.waitSignal(programs.opened, timeout=30_000) as folder:
            dialog.sent_page.write_folder(tmp_path / "portal")
    assert len(list(tmp_path.glob("*.eml"))) == 2
    assert folder.args == [str(tmp_path / "portal")]
    assert len(list((tmp_path / "portal").rglob("Bilag *.pdf"))) > 10


def test_a_finding_leads_to_its_place(demo_workspace: Workspace, qtbot: QtBot) -> None:
    database, meeting_id = demo_workspace.database, meeting_of(demo_workspace)
    item = agenda_outline(database, meeting_id).sections[3].items[1]
    rev = read_item(database, item.id).parts[PartType.ECONOMY].rev
    save_part(database, item.id, PartType.ECONOMY, from_plain_text("Der er afsat XX kr."), rev)
    tab = AgendaTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()

    def go(dialog: DispatchDialog) -> None:
        words = [dialog.findings.list.item(n).text() for n in range(dialog.findings.list.count())]
        dialog.findings.list.setCurrentRow(next(n for n, w in enumerate(words) if "»XX«" in w))
        dialog.findings.go()

    in_dispatch(go)
    tab.dispatch_action.trigger()
    assert tab.editor.item_id == item.id
    assert tab.editor.parts[PartType.ECONOMY].isVisible()


def test_a_cpr_number_is_confirmed_before_it_goes_on(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    database, meeting_id = demo_workspace.database, meeting_of(demo_workspace)
    item = agenda_outline(database, meeting_id).sections[0].items[0]
    save_part(database, item.id, PartType.ECONOMY, from_plain_text("Sag 0101901234"), 0)
    dialog = opened(demo_workspace, qtbot)
    assert not dialog.next_button.isEnabled()
    dialog.findings.confirmed.click()
    assert dialog.next_button.isEnabled()


def test_a_dispatch_that_is_refused_says_why_and_the_dialog_goes_on(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    database, meeting_id = demo_workspace.database, meeting_of(demo_workspace)
    dialog = opened(demo_workspace, qtbot)
    dialog.next_button.click()
    cancel_meeting(database, meeting_id, "Sne", read_meeting(database, meeting_id).rev)
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            box.buttons()[0].click()
        else:
            QTimer.singleShot(20, press)

    QTimer.singleShot(0, press)
    dialog.next_button.click()
    qtbot.waitUntil(lambda: bool(said), timeout=30_000)
    assert "aflyst" in said[0]
    qtbot.waitUntil(dialog.next_button.isEnabled)
    assert read_meeting(database, meeting_id).state is MeetingState.CANCELLED


def test_the_tab_is_closed_for_changes_after_the_dispatch(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    tab = AgendaTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()

    def send(dialog: DispatchDialog) -> None:
        dialog.go_on()
        dialog.go_on()
        qtbot.waitUntil(lambda: dialog.is_sent, timeout=60_000)
        dialog.close_button.click()

    in_dispatch(send)
    tab.dispatch_action.trigger()
    assert not tab.add_item_action.isEnabled()
