"""Roles are given in the member's form: one chair at a time, and guests without party."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import MemberRole, MemberRow, members_on
from kkr_desktop.ui.members.member_dialog import MemberDialog
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.members.table import Column
from kkr_desktop.ui.workspace import Workspace


@pytest.fixture
def tab(demo_workspace: Workspace, qtbot: QtBot) -> MembersTab:
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    return tab


def in_form(open_form: Callable[[], None], fill: Callable[[MemberDialog], None]) -> None:
    """Open a form, fill it in and save it, and close it when it stays open."""

    def work() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, MemberDialog)
        fill(form)
        (buttons,) = form.findChildren(QDialogButtonBox)
        buttons.button(QDialogButtonBox.StandardButton.Save).click()
        if form.isVisible():
            form.reject()

    QTimer.singleShot(0, work)
    open_form()


def row_named(tab: MembersTab, name: str) -> MemberRow:
    return next(row for row in tab.model.all_rows if row.name == name)


@pytest.mark.parametrize("is_relieved", [True, False])
def test_making_a_member_chair_asks_before_the_chair_leaves(
    tab: MembersTab,
    is_relieved: bool,  # noqa: FBT001
) -> None:
    chair = next(row for row in tab.model.all_rows if row.role is MemberRole.CHAIR)
    member = next(row for row in tab.model.all_rows if row.role is MemberRole.MEMBER)
    place = next(n for n in range(58) if tab.model.row_at(n).name == member.name)
    asked: list[str] = []

    def reply() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        words = "Relieve" if is_relieved else "Cancel"
        next(button for button in box.buttons() if words in button.text()).click()

    def fill(form: MemberDialog) -> None:
        form.role.setCurrentIndex(form.role.findData(MemberRole.CHAIR))
        QTimer.singleShot(0, reply)

    tab.table.selectRow(place)
    in_form(tab.edit, fill)
    assert chair.name in asked[0]
    wanted = MemberRole.CHAIR if is_relieved else MemberRole.MEMBER
    assert row_named(tab, member.name).role is wanted
    assert (row_named(tab, chair.name).role is MemberRole.CHAIR) is not is_relieved


def test_an_observer_is_listed_without_seat_party_or_role(tab: MembersTab) -> None:
    count = tab.count.text()

    def fill(form: MemberDialog) -> None:
        form.party.setCurrentIndex(1)
        form.given_name.setText("Ida")
        form.family_name.setText("Ø")
        form.kind.setCurrentIndex(form.kind.findData(PostKind.OBSERVER))
        assert form.party.currentData() is None
        for field in (form.party, form.role, form.substitute):
            assert not field.isVisible()

    in_form(tab.add, fill)
    row = row_named(tab, "Ida Ø")
    assert tab.model.words(row, Column.TYPE) == "Observer"
    assert (row.party_letter, tab.count.text()) == ("", count)
    assert tab.chosen() == [row]


def test_a_forum_of_staff_asks_for_no_party(tab: MembersTab, demo_workspace: Workspace) -> None:
    demo_workspace.selection.choose(body_named(demo_workspace.database, "K29").id, None)

    def fill(form: MemberDialog) -> None:
        assert not form.party.isVisible()
        form.given_name.setText("Kai")
        form.title.setText("Kommunaldirektør")

    in_form(tab.add, fill)
    assert [row.name for row in tab.model.all_rows] == ["Kai"]
    tab.seats.banner.action.trigger()
    assert tab.model.all_rows == ()


def test_a_member_of_the_chairmanship_keeps_town_and_party_when_corrected_there(
    tab: MembersTab, demo_workspace: Workspace
) -> None:
    body = body_named(demo_workspace.database, "Formandskab Hovedstaden").id
    demo_workspace.selection.choose(body, None)
    row = tab.model.row_at(0)
    tab.table.selectRow(0)
    in_form(tab.edit, lambda form: form.phone.setText("12 34 56 78"))
    again = row_named(tab, row.name)
    assert again.phone == "12 34 56 78"
    assert (again.municipality, again.party_letter) == (row.municipality, row.party_letter)
    assert tab.model.words(again, Column.TYPE) == tab.model.tr("Member")


def test_the_tab_tells_that_the_chairmanship_follows_and_takes_it_back(
    tab: MembersTab, demo_workspace: Workspace
) -> None:
    chair = next(row for row in tab.model.all_rows if row.role is MemberRole.CHAIR)
    body = body_named(demo_workspace.database, "Formandskab Hovedstaden").id

    def leaders() -> set[str]:
        today = date.today()  # noqa: DTZ011
        return {row.name for row in members_on(demo_workspace.database, body, today)}

    def step_down(form: MemberDialog) -> None:
        form.role.setCurrentIndex(form.role.findData(MemberRole.MEMBER))

    assert chair.name in leaders()
    place = next(n for n in range(58) if tab.model.row_at(n).name == chair.name)
    tab.table.selectRow(place)
    in_form(tab.edit, step_down)
    assert tab.seats.banner.isVisible()
    (told,) = tab.seats.banner.findChildren(QLabel)
    assert "Formandskabet for KKR Hovedstaden" in told.text()
    assert chair.name not in leaders()
    tab.seats.banner.action.trigger()
    assert chair.name in leaders()
    assert row_named(tab, chair.name).role is MemberRole.CHAIR
