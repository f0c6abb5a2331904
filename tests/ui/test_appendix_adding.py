"""Files dropped at once are taken in while the secretary goes on; bad ones are told of."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from kkr_desktop.services.agenda_outline import read_item
from kkr_desktop.ui.agenda.appendix_delegate import FACTS
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.workspace import Workspace
from tests import appendix_files


def when_asked(kind: type, answer: Callable[[QMessageBox | QInputDialog], None]) -> None:
    """Answer the next box of a kind when it is on screen."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox | QInputDialog) and isinstance(box, kind):
            answer(box)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def first_item(workspace: Workspace, qtbot: QtBot) -> tuple[AgendaTab, int]:
    tab = AgendaTab(workspace)
    qtbot.addWidget(tab)
    tab.show()
    item_id = tab.editor.item_id
    assert item_id is not None
    return tab, item_id


def written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def test_dropped_files_are_added_and_the_bad_ones_told_of_once(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab, item_id = first_item(demo_workspace, qtbot)
    before = len(read_item(demo_workspace.database, item_id).appendices)
    files = {
        "tom.pdf": b"",
        "Notat æøå.pdf": appendix_files.pdf(pages=3),
        "tekst.pdf": b"Ikke en PDF",
        "Foto.png": appendix_files.picture("PNG"),
    }
    told: list[str] = []

    def read(box: QMessageBox | QInputDialog) -> None:
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.accept()

    when_asked(QMessageBox, read)
    tab.editor.appendices.add_files(written(tmp_path, files))
    adding = tab.editor.appendices.adding
    assert adding.isVisible()
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    (words,) = told
    assert words.startswith("2 filer er ikke tilføjet")
    assert "tom.pdf« er tom" in words
    assert "tekst.pdf« er ikke det, navnet siger" in words
    shown = tab.editor.appendices.list
    titles = [shown.item(row).text() for row in range(shown.count())]
    assert titles[before:] == ["Notat æøå", "Foto"]
    assert not adding.isVisible()


def test_a_locked_file_asks_for_its_password(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab, item_id = first_item(demo_workspace, qtbot)

    def type_password(box: QMessageBox | QInputDialog) -> None:
        assert isinstance(box, QInputDialog)
        box.setTextValue("kodeord æøå")
        box.accept()

    when_asked(QInputDialog, type_password)
    data = appendix_files.locked("kodeord æøå")
    adding = tab.editor.appendices.adding
    with qtbot.waitSignal(adding.ended, timeout=30_000):
        tab.editor.appendices.add_files(written(tmp_path, {"Låst.pdf": data}))
    assert read_item(demo_workspace.database, item_id).appendices[-1].title == "Låst"


def test_what_waits_is_left_out_when_it_is_cancelled(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab, item_id = first_item(demo_workspace, qtbot)
    before = len(read_item(demo_workspace.database, item_id).appendices)
    files = {f"{number}.pdf": appendix_files.pdf() for number in range(6)}
    adding = tab.editor.appendices.adding
    tab.editor.appendices.add_files(written(tmp_path, files))
    adding.cancel_button.click()
    assert not adding.isVisible()
    with qtbot.waitSignal(adding.ended, timeout=30_000):
        tab.editor.appendices.add_files(written(tmp_path, {"sidst.pdf": appendix_files.pdf()}))
    rows = read_item(demo_workspace.database, item_id).appendices[before:]
    assert [row.title for row in rows] == ["sidst"]


def test_a_newer_file_replaces_the_pages_and_keeps_title_and_place(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    tab, item_id = first_item(demo_workspace, qtbot)
    listed = tab.editor.appendices
    with qtbot.waitSignal(listed.adding.ended, timeout=30_000):
        files = {"Notat.pdf": appendix_files.pdf(), "Brev.pdf": appendix_files.pdf()}
        listed.add_files(written(tmp_path, files))
    listed.list.setCurrentRow(0)
    with qtbot.waitSignal(listed.adding.ended, timeout=30_000):
        (path,) = written(tmp_path, {"Notat version 2.pdf": appendix_files.pdf(pages=7)})
        listed.replace_chosen(path)
    rows = read_item(demo_workspace.database, item_id).appendices
    assert [(row.title, row.pages) for row in rows] == [("Notat", 7), ("Brev", 1)]
    assert "7 " in listed.list.item(0).data(FACTS)


def test_without_an_office_program_the_pdf_is_offered_in_its_place(
    demo_workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab, item_id = first_item(demo_workspace, qtbot)
    monkeypatch.setenv("PATH", str(tmp_path))
    with zipfile.ZipFile(tmp_path / "Notat.docx", "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", "<document/>")
    (pdf,) = written(tmp_path, {"Notat.pdf": appendix_files.pdf(pages=2)})
    asked: list[str] = []

    def accept(_parent: object, question: str, _detail: str, yes: str) -> bool:
        asked.append(question)
        return yes == "Choose the PDF…"

    monkeypatch.setattr("kkr_desktop.ui.agenda.appendix_adding.ask", accept)

    def choose(*_: object) -> tuple[str, str]:
        return str(pdf), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    adding = tab.editor.appendices.adding
    with qtbot.waitSignal(adding.ended, timeout=30_000):
        tab.editor.appendices.add_files([tmp_path / "Notat.docx"])
    assert "Notat.docx" in asked[0]
    row = read_item(demo_workspace.database, item_id).appendices[-1]
    assert (row.title, row.pages) == ("Notat", 2)
