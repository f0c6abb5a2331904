"""A list is imported in the window: looked at, decided where it is unclear, and undone."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kkr_desktop.services.import_rows import RowOutcome
from kkr_desktop.services.planning import body_named
from kkr_desktop.ui.members.import_dialog import ImportDialog
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.workspace import Workspace

LIST = """Navn;Parti;Kommune
Åse Dal;S;Dragør
Bo Ås;S;Ballerup
Ærke Sø og Per Å;V;Ballerup
Øjvind Å;V;Gentofte
"""


@pytest.fixture
def tab(workspace: Workspace, qtbot: QtBot) -> MembersTab:
    workspace.selection.choose(body_named(workspace.database, "Hovedstaden").id, None)
    tab = MembersTab(workspace)
    qtbot.addWidget(tab)
    return tab


def shown_dialog() -> ImportDialog | None:
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, ImportDialog) else None


def in_dialog(run: Callable[[ImportDialog], None]) -> None:
    """Run something in the dialog once it is there, and leave it whatever happens."""
    dialog = shown_dialog()
    if dialog is None:
        QTimer.singleShot(20, lambda: in_dialog(run))
        return
    try:
        run(dialog)
    except BaseException:
        dialog.reject()
        raise


def outcomes(dialog: ImportDialog) -> list[RowOutcome]:
    return [dialog.model.row_at(row).outcome for row in range(dialog.model.rowCount())]


def test_unclear_rows_are_answered_imported_and_all_of_it_undone(
    tab: MembersTab, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="cp1252")
    unclear, added = RowOutcome.UNCLEAR, RowOutcome.ADDED

    def decide(dialog: ImportDialog) -> None:
        qtbot.waitUntil(lambda: outcomes(dialog) == [unclear, unclear, unclear, added])
        assert "Slesvigsk" in dialog.reason.text()
        assert dialog.for_all.isChecked()
        social = next(
            place
            for place in range(dialog.choice.count())
            if "Socialdemokratiet" in dialog.choice.itemText(place)
        )
        dialog.choice.setCurrentIndex(social)
        dialog.use_answer.click()
        qtbot.waitUntil(lambda: outcomes(dialog) == [added, added, unclear, added])
        assert "to personer" in dialog.reason.text()
        assert dialog.words.hasFocus(), "the next answer can be typed at once"
        dialog.words.setText("Ærke Sø")
        dialog.use_answer.click()
        qtbot.waitUntil(lambda: outcomes(dialog) == [added] * 4)
        assert dialog.import_button.isEnabled()
        dialog.import_button.click()

    in_dialog(decide)
    tab.lists.importing.open(path)
    qtbot.waitUntil(lambda: tab.model.total == 4, timeout=20000)
    assert not tab.lists.importing.banner.isHidden()
    tab.lists.importing.take_back()
    assert tab.model.total == 0
    assert tab.lists.importing.banner.isHidden()


def test_the_list_holds_from_the_day_that_is_chosen(
    tab: MembersTab, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Navn;Kommune\nØjvind Å;Gentofte\n", encoding="utf-8")

    def choose(dialog: ImportDialog) -> None:
        qtbot.waitUntil(lambda: bool(outcomes(dialog)))
        dialog.from_day.setDate(QDate(2026, 1, 26))
        qtbot.waitUntil(lambda: "26-01-2026" in dialog.reason.text())
        dialog.import_button.click()

    in_dialog(choose)
    tab.lists.importing.open(path)
    qtbot.waitUntil(lambda: tab.model.total == 1, timeout=20000)
    assert tab.model.row_at(0).valid_from == date(2026, 1, 26)


def test_only_what_is_unclear_can_be_shown_and_cancel_changes_nothing(
    tab: MembersTab, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    seen: list[list[RowOutcome]] = []

    def look(dialog: ImportDialog) -> None:
        qtbot.waitUntil(lambda: dialog.model.rowCount() == 4)
        dialog.only_unclear.click()
        seen.append(outcomes(dialog))
        dialog.reject()

    in_dialog(look)
    tab.lists.importing.open(path)
    qtbot.waitUntil(lambda: bool(seen), timeout=20000)
    assert seen == [[RowOutcome.UNCLEAR] * 3]
    assert tab.model.total == 0
