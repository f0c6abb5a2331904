"""The chair's corrections are gone through item by item."""

# pytest-qt and python-docx are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from pathlib import Path

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.meeting_states import go_back
from kkr_desktop.services.minute_taking import minutes_outline, read_decision
from kkr_desktop.services.minutes_content import export_minutes
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.ui.minutes.corrections_dialog import CorrectionsDialog
from kkr_desktop.ui.minutes.tab import MinutesTab
from kkr_desktop.ui.workspace import Workspace


def test_each_item_is_taken_over_with_what_is_ticked(
    qtbot: QtBot,
    demo_workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database = demo_workspace.database
    past = next(r for r in list_meetings(database) if r.state is MeetingState.MINUTES_APPROVED)
    go_back(database, past.id, "Formanden retter")
    path = tmp_path / "referat.docx"
    export_minutes(database, past.id, path)
    document = Document(str(path))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("KKR Hovedstaden tiltrådte indstillingen."):
            paragraph.add_run(" Rettet af formanden.")
    document.save(str(path))

    demo_workspace.selection.choose_meeting(past.id)
    tab = MinutesTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    seen: list[int] = []

    def go_through(dialog: CorrectionsDialog) -> int:
        seen.append(dialog.items.count())
        dialog.take_button.click()
        dialog.changes.boxes[0][0].setChecked(False)
        assert not dialog.take_button.isEnabled()
        return 0

    monkeypatch.setattr(CorrectionsDialog, "exec", go_through)
    tab.steps.show_corrections(path)
    qtbot.waitUntil(lambda: bool(seen), timeout=60_000)
    assert seen[0] > 1
    corrected = [
        item.number
        for item in minutes_outline(database, past.id).items
        if "Rettet af formanden."
        in read_decision(database, past.id, item.id).decision.text.plain_text()
    ]
    assert len(corrected) == 1
