"""A council's settings are chosen in one dialog, which keeps what was typed when it refuses."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from PySide6.QtCore import Qt
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
