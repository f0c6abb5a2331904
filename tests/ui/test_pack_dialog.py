"""The secretary chooses what the pack holds, and sees what the public version leaves out."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kkr_desktop.services.agenda_outline import read_item
from kkr_desktop.services.pack_freshness import pack_state
from kkr_desktop.ui.agenda.pack_dialog import PackDialog
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.workspace import Workspace
from tests import appendix_files
from tests.pdf_reading import pdfium


def meeting_of(workspace: Workspace) -> int:
    meeting_id = workspace.selection.meeting_id
    assert meeting_id is not None
    return meeting_id


def opened(workspace: Workspace, qtbot: QtBot) -> PackDialog:
    dialog = PackDialog(workspace, meeting_of(workspace))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def pages_of(path: Path) -> int:
    with pdfium(path) as document:
        return len(document)


def test_enter_builds_the_pack(demo_workspace: Workspace, qtbot: QtBot) -> None:
    assert opened(demo_workspace, qtbot).build_button.isDefault()


def test_the_public_pack_is_built_and_what_it_leaves_out_is_listed(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(demo_workspace, qtbot)
    dialog.form.public.setChecked(True)
    dialog.build_to(tmp_path / "offentlig")
    qtbot.waitUntil(dialog.open_button.isVisible, timeout=30_000)
    assert "Punkt 4.6 er lukket" in dialog.removed.toPlainText()
    public = pages_of(tmp_path / "offentlig.pdf")
    dialog.form.public.setChecked(False)
    dialog.form.appendices_only.setChecked(True)
    dialog.build_to(tmp_path / "bilag.pdf")
    assert not dialog.open_button.isVisible()
    qtbot.waitUntil(dialog.open_button.isVisible, timeout=30_000)
    assert not dialog.removed.isVisible()
    assert pages_of(tmp_path / "bilag.pdf") != public


def test_what_the_public_will_not_read_is_listed_before_anything_is_built(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = opened(demo_workspace, qtbot)
    assert not dialog.removed.isVisible()
    dialog.form.public.setChecked(True)
    qtbot.waitUntil(dialog.removed.isVisible, timeout=30_000)
    assert "Punkt 4.6 er lukket" in dialog.removed.toPlainText()
    assert "er ikke offentligt" in dialog.removed.toPlainText()
    dialog.form.public.setChecked(False)
    assert not dialog.removed.isVisible()


def test_a_pack_that_is_cancelled_leaves_the_file_that_was_there(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "pakke.pdf"
    path.write_bytes(b"old")
    dialog = opened(demo_workspace, qtbot)
    dialog.build_to(path)
    dialog.build_button.click()
    assert not dialog.open_button.isVisible()
    dialog.form.booklet.setChecked(True)
    dialog.build_to(tmp_path / "ny.pdf")
    qtbot.waitUntil(dialog.open_button.isVisible, timeout=30_000)
    assert path.read_bytes() == b"old"


def test_the_pack_is_looked_at_before_it_is_saved_and_that_counts_as_no_pack(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = opened(demo_workspace, qtbot)
    dialog.preview_button.click()
    qtbot.waitUntil(lambda: dialog.window_shown is not None, timeout=30_000)
    window = dialog.window_shown
    assert window is not None
    qtbot.waitUntil(window.print_action.isEnabled, timeout=30_000)
    assert window.viewer.pages.page_count > 20
    assert pack_state(demo_workspace.database, meeting_of(demo_workspace)) is None
    path = window.path
    assert path.is_file()
    dialog.reject()
    assert not path.exists()


def test_a_copy_for_each_member_is_written_to_a_folder_with_the_passwords_beside_it(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(demo_workspace, qtbot)
    dialog.form.agenda_only.setChecked(True)
    assert not dialog.form.dividers.isEnabled()
    assert not dialog.form.passwords.isEnabled()
    dialog.form.personal.setChecked(True)
    dialog.form.passwords.setChecked(True)
    dialog.build_copies_to(tmp_path / "Personlige")
    qtbot.waitUntil(dialog.open_button.isVisible, timeout=90_000)
    assert len(list((tmp_path / "Personlige").glob("*.pdf"))) > 10
    assert (tmp_path / "Personlige - adgangskoder.csv").is_file()
    dialog.form.public.setChecked(True)
    assert not dialog.form.personal.isChecked()


def test_a_pack_that_is_built_again_says_what_it_did_not_have_to_make(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(demo_workspace, qtbot)
    dialog.form.greyscale.setChecked(True)
    dialog.build_to(tmp_path / "første.pdf")
    qtbot.waitUntil(dialog.open_button.isVisible, timeout=60_000)
    assert not dialog.reused.isVisible()
    dialog.build_to(tmp_path / "anden.pdf")
    qtbot.waitUntil(dialog.open_button.isVisible, timeout=60_000)
    unchanged, told = dialog.reused.text().splitlines()
    assert unchanged == "The typeset pages are unchanged and are used again."
    count = told.split(" ")[0]
    assert told == f"{count} of {count} appendices are ready from before."
    assert (tmp_path / "første.pdf").read_bytes() == (tmp_path / "anden.pdf").read_bytes()
    dialog.form.greyscale.setChecked(False)
    dialog.form.dividers.setChecked(False)
    dialog.build_to(tmp_path / "tredje.pdf")
    qtbot.waitUntil(dialog.open_button.isVisible, timeout=60_000)
    assert not dialog.reused.isVisible()


def test_the_agenda_tab_opens_it(demo_workspace: Workspace, qtbot: QtBot) -> None:
    tab = AgendaTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    seen: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PackDialog):
            seen.append(dialog.form.everything.isChecked())
            dialog.reject()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)
    tab.pack_action.trigger()
    assert seen == [True]


def test_the_tab_says_when_the_pack_is_out_of_date_and_why(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = AgendaTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    assert not tab.pack_status.isVisible()
    dialog = opened(demo_workspace, qtbot)
    dialog.build_to(tmp_path / "pakke.pdf")
    qtbot.waitUntil(tab.pack_status.isVisible, timeout=30_000)
    fresh = tab.pack_status.text()
    item_id = tab.editor.item_id
    assert item_id is not None
    rows = read_item(demo_workspace.database, item_id).appendices
    assert rows == ()
    (tmp_path / "Sent.pdf").write_bytes(appendix_files.pdf())
    tab.editor.appendices.add_files([tmp_path / "Sent.pdf"])
    qtbot.waitUntil(lambda: "Bilag 1.1.1 er kommet til." in tab.pack_status.text(), timeout=30_000)
    assert tab.pack_status.text() != fresh
