"""A council's settings are chosen in one dialog, which keeps what was typed when it refuses."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.model.bodies import AppendixNumbering
from kkr_desktop.services.body_settings import (
    BodySettings,
    read_body_settings,
    save_body_settings,
)
from kkr_desktop.services.planning import body_named
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.body_dialog import BodyDialog
from tests.rich_texts import png


def test_a_logo_is_taken_from_a_file_and_one_that_is_none_is_refused(
    database: Database, qtbot: QtBot, tmp_path: Path
) -> None:
    body_id = body_named(database, "Sjælland").id
    window = QWidget()
    qtbot.addWidget(window)

    def save(settings: BodySettings) -> None:
        save_body_settings(database, body_id, settings)

    dialog = BodyDialog(read_body_settings(database, body_id), save, window)
    dialog.show()
    broken, logo = tmp_path / "ødelagt.png", tmp_path / "bomærke.png"
    broken.write_bytes(b"ikke et billede")
    logo.write_bytes(png(300, 90, "teal"))
    dialog.logo.take(broken)
    qtbot.waitUntil(lambda: "kan ikke læses som billede" in dialog.problem.text())
    with qtbot.waitSignal(dialog.logo.changed):
        dialog.logo.take(logo)
    assert not dialog.problem.isVisible()
    assert dialog.logo_alternate.text() == "Logo of KKR Sjælland"
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    save_button = buttons.button(QDialogButtonBox.StandardButton.Save)
    qtbot.mouseClick(save_button, Qt.MouseButton.LeftButton)
    kept = read_body_settings(database, body_id)
    assert QImage.fromData(kept.logo).size() == QSize(300, 90)
    assert kept.logo_alternate == "Logo of KKR Sjælland"


def test_a_colour_too_light_is_refused_and_a_dark_one_kept(
    database: Database, qtbot: QtBot
) -> None:
    body_id = body_named(database, "Sjælland").id

    def save(settings: BodySettings) -> None:
        save_body_settings(database, body_id, settings)

    window = QWidget()
    qtbot.addWidget(window)
    dialog = BodyDialog(read_body_settings(database, body_id), save, window)
    dialog.show()
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    button = buttons.button(QDialogButtonBox.StandardButton.Save)
    dialog.mission.setText("Ærlig talt")
    dialog.numbering.setCurrentIndex(dialog.numbering.findData(AppendixNumbering.THROUGH))
    qtbot.keyClicks(dialog.accent, "#ffee00")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "for lys" in dialog.problem.text()
    assert dialog.isVisible()
    dialog.accent.setText("#203060")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    kept = read_body_settings(database, body_id)
    assert (kept.mission, kept.accent) == ("Ærlig talt", "#203060")
    assert kept.appendix_numbering is AppendixNumbering.THROUGH
