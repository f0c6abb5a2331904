"""The secretary gives an appendix a public version, and sees when it is out of date."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kkr_desktop.services.agenda_outline import AppendixRow, read_item
from kkr_desktop.ui.agenda.appendix_delegate import FACTS
from kkr_desktop.ui.agenda.redacted_dialog import RedactedDialog
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.workspace import Workspace
from tests import appendix_files


def with_one_appendix(workspace: Workspace, qtbot: QtBot, folder: Path) -> AgendaTab:
    tab = AgendaTab(workspace)
    qtbot.addWidget(tab)
    tab.show()
    listed = tab.editor.appendices
    (folder / "Notat.pdf").write_bytes(appendix_files.saying("Navn: Ida Dal"))
    with qtbot.waitSignal(listed.adding.ended, timeout=60_000):
        listed.add_files([folder / "Notat.pdf"])
    listed.list.setCurrentRow(0)
    return tab


def row_of(workspace: Workspace, item_id: int) -> AppendixRow:
    (row,) = read_item(workspace.database, item_id).appendices
    return row


def test_a_public_version_is_chosen_renamed_and_removed(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = with_one_appendix(demo_workspace, qtbot, tmp_path)
    listed = tab.editor.appendices
    item_id = listed.item_id
    assert item_id is not None
    public = tmp_path / "Uden navne.pdf"
    public.write_bytes(appendix_files.saying("Navn fjernet"))

    def choose(dialog: RedactedDialog) -> int:
        dialog.choose(public)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RedactedDialog, "exec", choose)
    with qtbot.waitSignal(listed.adding.ended, timeout=60_000):
        listed.redacted_action.trigger()
    assert "own public version" in str(listed.list.item(0).data(FACTS))
    assert "Uden navne.pdf" in listed.list.item(0).toolTip()

    def rename(dialog: RedactedDialog) -> int:
        assert dialog.title.cursorPosition() == 0
        dialog.title.setText("Notat uden navne")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RedactedDialog, "exec", rename)
    listed.redacted_action.trigger()
    redacted = row_of(demo_workspace, item_id).redacted
    assert redacted is not None
    assert redacted.title == "Notat uden navne"

    def remove(dialog: RedactedDialog) -> int:
        dialog.remove_button.click()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RedactedDialog, "exec", remove)
    listed.redacted_action.trigger()
    row = row_of(demo_workspace, item_id)
    assert (row.redacted, row.is_public) == (None, False)


def test_a_newer_file_makes_the_public_version_out_of_date(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = with_one_appendix(demo_workspace, qtbot, tmp_path)
    listed = tab.editor.appendices
    path = tmp_path / "Notat.pdf"
    with qtbot.waitSignal(listed.adding.ended, timeout=60_000):
        listed.redact_chosen(path)
    with qtbot.waitSignal(listed.adding.ended, timeout=60_000):
        listed.replace_chosen(path)
    assert "out of date" in str(listed.list.item(0).data(FACTS))
    assert listed.item_id is not None
    dialog = RedactedDialog(row_of(demo_workspace, listed.item_id), listed)
    assert not dialog.warning.isHidden()
