"""Documents go out of the tabs, and the text for kl.dk lands on the clipboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.minutes.tab import MinutesTab
from kkr_desktop.ui.workspace import Workspace


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answer the system's dialog for a file with the name that the program suggests."""

    def answer(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        return str(tmp_path / Path(suggested).name), ""

    def opened(_url: QUrl) -> bool:
        return True

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QDesktopServices, "openUrl", opened)
    return tmp_path


def test_the_agenda_gives_the_chair_a_script(
    qtbot: QtBot, demo_workspace: Workspace, folder: Path
) -> None:
    tab = AgendaTab(demo_workspace)
    qtbot.addWidget(tab)
    next(action for action in tab.outputs.actions() if "script" in action.text()).trigger()
    script = folder / "Drejebog til møde i KKR Hovedstaden den 11. december 2026.pdf"
    qtbot.waitUntil(script.exists, timeout=20_000)


def test_the_minutes_give_word_an_extract_and_a_text_for_the_web(
    qtbot: QtBot, demo_workspace: Workspace, folder: Path
) -> None:
    tab = MinutesTab(demo_workspace)
    qtbot.addWidget(tab)
    word, public, extract = tab.outputs.actions()[:3]
    assert not extract.isEnabled()
    tab.items.setCurrentRow(5)
    assert extract.isEnabled()
    for action in (word, public, extract):
        action.trigger()
    # What begins with a dot is not written to its end yet.
    qtbot.waitUntil(lambda: len(list(folder.glob("[!.]*.[pd]*"))) == 3, timeout=60_000)
    names = sorted(path.name.split()[0] for path in folder.glob("[!.]*.[pd]*"))
    assert names == ["Offentligt", "Protokoludskrift", "Referat"]
    before, after = tab.outputs.actions()[-2:]
    before.trigger()
    copied = QGuiApplication.clipboard().mimeData()
    assert "<li>" in copied.html()
    assert copied.text().startswith("KKR Hovedstaden holder møde den 11. december 2026")
    after.trigger()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().startswith("KKR Hovedstaden holdt møde den 11. december 2026")
