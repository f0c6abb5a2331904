"""Members are found as fast as they are typed, and changed in one dialog."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.services.member_choices import member_choices
from kkr_desktop.services.membership_changes import MemberDraft, add_member
from kkr_desktop.services.membership_ends import end_membership, undo_end
from kkr_desktop.services.planning import body_named
from kkr_desktop.ui.members.member_dialog import MemberDialog
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.members.table import Column
from kkr_desktop.ui.workspace import Workspace

NAMES = ("Åse Dal", "Bo Ås", "Ærke Sø", "Øjvind Å", "Aage Ny", "Abel Zeuthen")


@pytest.fixture
def members(workspace: Workspace, qtbot: QtBot) -> MembersTab:
    database = workspace.database
    body_id = body_named(database, "Nordjylland").id
    choices = member_choices(database, body_id, date(2026, 2, 1))
    for place, name in enumerate(NAMES):
        given, _, family = name.rpartition(" ")
        add_member(
            database,
            body_id,
            MemberDraft(
                given_name=given,
                family_name=family,
                kind=PostKind.SUPPLEMENTARY,
                municipality_id=choices.municipalities[place].id,
                party_id=choices.parties[place].id,
                title="Medlem af byrådet",
                valid_from=date(2026, 2, 1),
                email=f"medlem{place}@eksempel.dk" if place else "",
            ),
        )
    workspace.selection.choose(body_id, None)
    tab = MembersTab(workspace)
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    tab.show()
    return tab


def shown(members: MembersTab) -> list[str]:
    return [members.model.row_at(row).name for row in range(members.model.rowCount())]


def test_names_stand_in_danish_order_and_turn_round(members: MembersTab) -> None:
    in_order = ["Abel Zeuthen", "Bo Ås", "Ærke Sø", "Øjvind Å", "Aage Ny", "Åse Dal"]
    assert shown(members) == in_order
    members.table.sortByColumn(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert shown(members) == in_order[::-1]


def test_the_list_shrinks_with_each_letter(members: MembersTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(members.filter, "å")
    assert "Åse Dal" in shown(members)
    qtbot.keyClicks(members.filter, "s")
    assert shown(members) == ["Bo Ås", "Åse Dal"]
    members.filter.setText("MEDLEM3@")
    assert shown(members) == ["Øjvind Å"]
    members.filter.setText("findes ikke")
    assert shown(members) == []
    members.filter.clear()
    assert len(shown(members)) == len(NAMES)


def test_addresses_of_those_shown_are_copied(members: MembersTab) -> None:
    members.filter.setText("aage")
    members.copy_action.trigger()
    assert QApplication.clipboard().text() == "medlem4@eksempel.dk"


def in_dialog(run: Callable[[QDialog], None]) -> None:
    def begin() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        run(dialog)

    QTimer.singleShot(0, begin)


def test_a_wrong_address_is_said_in_the_dialog_and_nothing_typed_is_lost(
    members: MembersTab,
) -> None:
    members.table.selectRow(0)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, MemberDialog)
        (buttons,) = dialog.findChildren(QDialogButtonBox)
        save = buttons.button(QDialogButtonBox.StandardButton.Save)
        dialog.family_name.setText("Zeuthen-Ø")
        dialog.email.setText("abel(at)eksempel.dk")
        save.click()
        assert dialog.isVisible()
        assert dialog.family_name.text() == "Zeuthen-Ø"
        dialog.email.setText("abel@eksempel.dk")
        save.click()

    in_dialog(fill)
    members.edit_action.trigger()
    assert shown(members)[0] == "Abel Zeuthen-Ø"
    assert members.model.row_at(0).email == "abel@eksempel.dk"


def test_the_keyboard_alone_finds_and_opens_a_member(members: MembersTab, qtbot: QtBot) -> None:
    with qtbot.waitExposed(members):
        members.activateWindow()
    members.table.setFocus()
    qtbot.keyClick(members.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    qtbot.keyClicks(focused, "ærke")
    opened: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, MemberDialog)
        opened.append(dialog.given_name.text())
        dialog.reject()

    members.table.selectRow(0)
    in_dialog(look)
    qtbot.keyClick(members.table, Qt.Key.Key_F2)
    assert opened == ["Ærke"]


def test_the_register_is_shown_as_on_another_day_and_one_click_leads_back(
    members: MembersTab, qtbot: QtBot
) -> None:
    members.as_on.edit.setDate(QDate(2026, 1, 31))
    assert shown(members) == []
    assert members.as_on.isVisible(), "the way back must stay in sight when nobody sat then"
    members.as_on.edit.setDate(QDate(2026, 2, 1))
    assert len(shown(members)) == len(NAMES)
    qtbot.mouseClick(members.as_on.back, Qt.MouseButton.LeftButton)
    assert members.as_on.is_today
    assert not members.as_on.back.isVisible()


def test_those_who_have_left_come_beside_the_members_without_holding_up_the_window(
    members: MembersTab, workspace: Workspace, qtbot: QtBot
) -> None:
    leaver = members.model.row_at(0)
    announce = workspace.announcer.announce
    last_day = date(2026, 3, 1)
    announce(end_membership(workspace.database, leaver.membership_id, last_day, "", leaver.rev))
    assert leaver.name not in shown(members)
    members.show_former.setChecked(True)
    assert leaver.name not in shown(members), "the window goes on while they are read"
    assert members.reading.isVisible()
    qtbot.waitUntil(lambda: leaver.name in shown(members))
    assert not members.reading.isVisible()
    assert len(shown(members)) == len(NAMES)
    place = members.model.index(shown(members).index(leaver.name), Column.NAME)
    assert "1. marts 2026" in members.model.data(place, Qt.ItemDataRole.ToolTipRole)
    assert members.model.data(place, Qt.ItemDataRole.ForegroundRole) is not None
    here = members.model.index(shown(members).index("Åse Dal"), Column.NAME)
    assert members.model.data(here, Qt.ItemDataRole.ForegroundRole) is None
    other = members.model.row_at(1)
    announce(end_membership(workspace.database, other.membership_id, last_day, "", other.rev))
    assert leaver.name in shown(members), "those read before stay while they are read anew"
    qtbot.waitUntil(lambda: other.name in shown(members))
    announce(undo_end(workspace.database, leaver.membership_id))
    assert shown(members).count(leaver.name) == 1
    members.show_former.setChecked(False)
    assert other.name not in shown(members)
    assert leaver.name in shown(members)
