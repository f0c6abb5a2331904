"""From a draft to the dispatch, a late item, a correction and a new pack, in the real window."""

# pytest-qt and pikepdf are typed in part only.
# pyright: reportUnknownMemberType=false

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pikepdf
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from kkr_desktop.model.agenda import SentKind
from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.services.sent_versions import sent_versions
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.dispatch.amendment_dialog import AmendmentDialog
from kkr_desktop.ui.dispatch.compare_dialog import CompareDialog
from kkr_desktop.ui.dispatch.dispatch_dialog import DispatchDialog
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.widgets.reason_dialog import ReasonDialog
from kkr_desktop.ui.window_memory import WindowMemory
from tests.end_to_end.test_way_through_the_house import AGENDA, tab
from tests.pdf_reading import bookmarks_of, words_of

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def agenda(qtbot: QtBot, demo: Database, tmp_path: Path) -> Iterator[AgendaTab]:
    """Return the agenda tab of the window, on the demo's coming meeting."""
    window = MainWindow(demo, WindowMemory(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.show()
    coming = next(row for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)
    window.chooser.open_body(coming.body_id)
    window.workspace.selection.choose_meeting(coming.id)
    yield tab(window, AGENDA, AgendaTab)
    window.close()


def within(kind: type[D], work: Callable[[D], None], is_ready: Callable[[D], bool]) -> None:
    """Work in the dialog that opens next, as soon as it is ready."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and is_ready(dialog):
            work(dialog)
        else:
            QTimer.singleShot(20, run)

    QTimer.singleShot(0, run)


def open_again(agenda: AgendaTab, reason: str) -> None:
    """Open the sent agenda from the banner, giving a reason."""

    def give(dialog: ReasonDialog) -> None:
        dialog.reason.setText(reason)
        dialog.accept()

    within(ReasonDialog, give, lambda _dialog: True)
    agenda.sending.ask_to_open()
    assert agenda.add_item_action.isEnabled()


def send(agenda: AgendaTab, qtbot: QtBot, kinds: set[SentKind]) -> dict[SentKind, bytes]:
    """Send an amendment in these documents; return them as members get them."""
    workspace = agenda.sending.workspace

    def walk(dialog: AmendmentDialog) -> None:
        for kind, box in dialog.changes.documents.items():
            box.setChecked(kind in kinds)
        for _ in range(3):
            dialog.go_on()
        qtbot.waitUntil(lambda: dialog.is_sent, timeout=60_000)
        dialog.close_button.click()

    within(AmendmentDialog, walk, lambda dialog: dialog.is_checked)
    agenda.dispatch_action.trigger()
    assert not agenda.add_item_action.isEnabled()
    meeting_id = workspace.selection.meeting_id
    assert meeting_id is not None
    version = sent_versions(workspace.database, meeting_id)[-1]
    assert {row.kind for row in version.documents} == kinds
    return {row.kind: workspace.database.files.read(row.sha256) for row in version.documents}


def go_to(agenda: AgendaTab, number: str) -> None:
    item = next(row for row in agenda.model.items_in_order() if row.number == number)
    agenda.tree.setCurrentIndex(agenda.model.index_of_item(item.id))
    assert agenda.editor.item_id == item.id


def write(agenda: AgendaTab, qtbot: QtBot, kind: PartType, words: str) -> None:
    editor = agenda.editor.parts[kind]
    editor.text_edit.setFocus()
    qtbot.keyClicks(editor.text_edit, words)
    assert agenda.editor.flush()


def bars_of(pdf: bytes) -> int:
    """Return how many bars stand in the margins of a PDF."""
    count = 0
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "re" and round(float(operands[2]), 2) == 2.4:
                    count += 1
    return count


def test_late_items_and_corrections_reach_members_without_renumbering(
    agenda: AgendaTab, qtbot: QtBot
) -> None:
    def dispatch(dialog: DispatchDialog) -> None:
        dialog.go_on()
        dialog.go_on()
        qtbot.waitUntil(lambda: dialog.is_sent, timeout=60_000)
        dialog.close_button.click()

    within(DispatchDialog, dispatch, lambda dialog: dialog.is_checked)
    agenda.dispatch_action.trigger()
    numbers = [row.number for row in agenda.model.items_in_order()]

    open_again(agenda, "Hastesag fra Movia")
    go_to(agenda, "4.1")
    agenda.add_item_action.trigger()
    agenda.editor.title.setText("Hastesag om nattog")
    agenda.editor.title.textEdited.emit("Hastesag om nattog")
    write(agenda, qtbot, PartType.RECOMMENDATION, "Det indstilles at drøfte nattoget.")
    supplement = send(agenda, qtbot, {SentKind.SUPPLEMENT})[SentKind.SUPPLEMENT]
    assert "4.1a Hastesag om nattog" in bookmarks_of(supplement)
    assert "Det indstilles at drøfte nattoget." in words_of(supplement)
    assert "Movias økonomi" not in words_of(supplement)
    after = [row.number for row in agenda.model.items_in_order()]
    assert [number for number in after if number != "4.1a"] == numbers

    open_again(agenda, "Fejl i indstillingen")
    go_to(agenda, "4.1a")
    write(agenda, qtbot, PartType.RECOMMENDATION, " Igen")
    made = send(agenda, qtbot, {SentKind.CORRECTION, SentKind.CHANGED_PAGES})
    sheet = words_of(made[SentKind.CORRECTION])
    assert "4.1a Hastesag om nattog" in sheet
    assert "[indsat:" in sheet
    assert "Igen" in words_of(made[SentKind.CHANGED_PAGES])

    open_again(agenda, "Nyt møderum")
    go_to(agenda, "5.2")
    agenda.remove_action.trigger()
    go_to(agenda, "4.2")
    write(agenda, qtbot, PartType.CASE_PRESENTATION, "Ny begyndelse. ")
    pack = send(agenda, qtbot, {SentKind.PACK})[SentKind.PACK]
    titles = bookmarks_of(pack)
    assert [title[:3] for title in titles if title.endswith("(ændret)")] == ["4.2"]
    assert [title[:3] for title in titles if title.endswith("(udgået)")] == ["5.2"]
    assert bars_of(pack) >= 1

    meeting_id = agenda.sending.workspace.selection.meeting_id
    assert meeting_id is not None
    compare = CompareDialog(agenda.sending.workspace.database, meeting_id, agenda)
    compare.before.setCurrentIndex(0)
    compare.after.setCurrentIndex(3)
    shown = [compare.view.items.item(row).text() for row in range(compare.view.items.count())]
    assert [words.split()[0] for words in shown] == ["4.1a", "4.2", "5.2"]
    compare.view.items.setCurrentRow(1)
    assert "Ny begyndelse." in compare.view.words.toPlainText()
    assert "underline" in compare.view.words.toHtml()
