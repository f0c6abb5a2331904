"""From what is hard to read, one key leads to the place itself."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.richtext import Cell, Paragraph, Run, Table, rich_text
from kkr_desktop.services.agenda_outline import agenda_outline
from kkr_desktop.services.drafting import ItemDraft, add_item, save_part
from kkr_desktop.services.minute_taking import DecisionDraft, save_decision
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.finding_list import FindingList
from kkr_desktop.ui.minutes.tab import MinutesTab
from kkr_desktop.ui.workspace import Workspace

HARD = rich_text(
    [
        Paragraph((Run("Først et afsnit."),)),
        Table(((Cell(), Cell()), (Cell(), Cell()))),
        Paragraph((Run("Baggrund", bold=True),)),
        Paragraph((Run("Tekst"),)),
    ]
)


def meeting_of(workspace: Workspace) -> int:
    meeting_id = workspace.selection.meeting_id
    assert meeting_id is not None
    return meeting_id


def in_list(run: Callable[[FindingList], None]) -> None:
    def begin() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, FindingList):
            run(dialog)
        else:
            QTimer.singleShot(20, begin)

    QTimer.singleShot(0, begin)


def go_to_last(dialog: FindingList) -> None:
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    dialog.go_button.click()


def test_the_agendas_check_leads_to_item_part_and_line(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    database, meeting_id = demo_workspace.database, meeting_of(demo_workspace)
    section = agenda_outline(database, meeting_id).sections[-1]
    item = add_item(database, section.id, ItemDraft("Svær sag", ItemKind.DECISION)).value
    save_part(database, item, PartType.ECONOMY, HARD, 0)
    tab = AgendaTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    in_list(go_to_last)
    tab.check_action.trigger()
    qtbot.waitUntil(lambda: tab.editor.item_id == item)
    cursor = tab.editor.parts[PartType.ECONOMY].text_edit.textCursor()
    assert cursor.block().text() == "Baggrund"


def test_the_minutes_check_leads_to_the_decision(demo_workspace: Workspace, qtbot: QtBot) -> None:
    database, meeting_id = demo_workspace.database, meeting_of(demo_workspace)
    item = agenda_outline(database, meeting_id).sections[1].items[0]
    save_decision(database, meeting_id, item.id, DecisionDraft(HARD))
    tab = MinutesTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    in_list(go_to_last)
    tab.check_action.trigger()
    assert tab.decision.item_id == item.id
    assert tab.decision.text.text_edit.textCursor().block().text() == "Baggrund"


def test_the_demo_has_nothing_to_mend_and_says_so(demo_workspace: Workspace, qtbot: QtBot) -> None:
    tab = AgendaTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    listed: list[int] = []

    def look(dialog: FindingList) -> None:
        listed.append(dialog.list.count())
        assert not dialog.go_button.isEnabled()
        for box in dialog.findChildren(QDialogButtonBox):
            box.button(QDialogButtonBox.StandardButton.Close).click()

    in_list(look)
    tab.check_action.trigger()
    qtbot.waitUntil(lambda: listed == [0])
