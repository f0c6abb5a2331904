"""The menu of lists and files, as it is used in the members tab."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from kkr_desktop.services.planning import body_named
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.workspace import Workspace


class SystemPrograms(QObject):
    """Stands for the programs of the system that files are opened in."""

    opened = Signal(str)

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.emit(address.toLocalFile())


def test_the_members_are_written_and_opened(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    assert all(action.isEnabled() for action in tab.lists.export_actions.values())
    programs = SystemPrograms()
    QDesktopServices.setUrlHandler("file", programs, cast("Any", "open"))
    try:
        with qtbot.waitSignal(programs.opened) as opened:
            tab.lists.export_to(tmp_path / "Blå Bog.pdf")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened.args == [str(tmp_path / "Blå Bog.pdf")]
    assert (tmp_path / "Blå Bog.pdf").read_bytes().startswith(b"%PDF-")


def test_a_council_without_members_has_nothing_to_write(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.selection.choose(body_named(workspace.database, "Nordjylland").id, None)
    tab = MembersTab(workspace)
    qtbot.addWidget(tab)
    assert not any(action.isEnabled() for action in tab.lists.export_actions.values())
