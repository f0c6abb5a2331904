"""The milestones of every meeting are changed in a table, and go back to the standard."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.services.milestone_templates import (
    TemplateRow,
    read_templates,
    standard_templates,
)
from kkr_desktop.services.planning import body_named
from kkr_desktop.ui.calendar.template_dialog import Column, TemplateDialog
from kkr_desktop.ui.workspace import Workspace


def test_a_changed_chain_goes_back_to_the_standard_and_only_then(
    workspace: Workspace, qtbot: QtBot
) -> None:
    body_id = body_named(workspace.database, "Sjælland").id
    rows = read_templates(workspace.database, body_id)
    standard = standard_templates(workspace.database, body_id)
    saved: list[Sequence[TemplateRow]] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TemplateDialog("KKR Sjælland", rows, standard, saved.append, parent)
    assert not dialog.standard_button.isEnabled()
    assert dialog.model.index(0, Column.OFFSET).data() == "T−70"
    dialog.model.setData(dialog.model.index(0, Column.OFFSET), -80)
    dialog.model.remove(5)
    assert dialog.standard_button.isEnabled()
    dialog.standard_button.click()
    assert not dialog.standard_button.isEnabled()
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Save).click()
    assert tuple(saved[0]) == standard
