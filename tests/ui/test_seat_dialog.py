"""A seat changes hands in one dialog, and one key takes all of it back."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.services.people_choices import PersonChoice, people_to_choose
from kkr_desktop.services.register import MemberRole, MemberRow, members_on
from kkr_desktop.ui.members.member_dialog import MemberDialog
from kkr_desktop.ui.members.seat_dialog import SeatDialog
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.widgets.person_box import PersonBox
from kkr_desktop.ui.workspace import Workspace

TODAY = date.today()  # noqa: DTZ011


@pytest.fixture
def members(demo_workspace: Workspace, qtbot: QtBot) -> Iterator[MembersTab]:
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    with qtbot.waitExposed(tab):
        tab.show()
    yield tab
    tab.hide()


def rows(members: MembersTab) -> list[MemberRow]:
    return [members.model.row_at(row) for row in range(members.model.rowCount())]


def choose(members: MembersTab, fits: Callable[[MemberRow], bool]) -> MemberRow:
    place, row = next((place, row) for place, row in enumerate(rows(members)) if fits(row))
    members.table.selectRow(place)
    return row


def has_deputy(row: MemberRow) -> bool:
    return (
        row.type is PostKind.EX_OFFICIO and bool(row.substitute) and row.role is MemberRole.MEMBER
    )


def in_dialog(run: Callable[[SeatDialog], None]) -> None:
    def begin() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SeatDialog)
        run(dialog)

    QTimer.singleShot(0, begin)


def save(dialog: QDialog) -> None:
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Save).click()


def test_a_new_mayor_comes_and_ctrl_z_brings_the_old_one_back(
    members: MembersTab, qtbot: QtBot
) -> None:
    mayor = choose(members, has_deputy)
    before = len(rows(members))

    def fill(dialog: SeatDialog) -> None:
        assert dialog.leaving() == mayor
        assert dialog.title.text() == mayor.title
        assert dialog.substitute.currentText().startswith(mayor.substitute)
        assert not dialog.municipality.isVisible()
        dialog.reason.setText("Fraflyttet")
        save(dialog)
        assert dialog.isVisible()
        assert "Tiltræder" in dialog.problem.text()
        assert dialog.reason.text() == "Fraflyttet"
        dialog.given_name.setText("Ny")
        dialog.family_name.setText("Efterfølger")
        save(dialog)

    in_dialog(fill)
    qtbot.keyClick(members.table, Qt.Key.Key_F6)
    new = next(row for row in rows(members) if row.name == "Ny Efterfølger")
    assert (new.title, new.municipality, new.substitute) == (
        mayor.title,
        mayor.municipality,
        mayor.substitute,
    )
    assert mayor.name not in {row.name for row in rows(members)}
    assert members.seats.banner.isVisible()
    members.activateWindow()
    qtbot.waitUntil(members.isActiveWindow)
    members.table.setFocus()
    qtbot.keyClick(members.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyRelease(members.table, Qt.Key.Key_Control)  # else it stays held in later tests
    names = {row.name for row in rows(members)}
    assert mayor.name in names
    assert "Ny Efterfølger" not in names
    assert len(rows(members)) == before
    assert not members.seats.banner.isVisible()


def test_anybody_in_the_register_is_found_by_typing_and_what_is_known_is_filled_in(
    members: MembersTab,
) -> None:
    mayor = choose(members, has_deputy)
    other = next(row for row in rows(members) if row.type is PostKind.SUPPLEMENTARY)
    seen: list[bool] = []

    def fill(dialog: SeatDialog) -> None:
        wanted = next(
            words
            for place in range(dialog.successor.count())
            if (words := dialog.successor.itemText(place)).startswith(other.name)
        )
        dialog.successor.setEditText(wanted[:-1])
        assert dialog.successor.person() is None
        dialog.successor.setEditText(wanted)
        assert dialog.party.currentText().startswith(other.party_letter)
        assert not dialog.given_name.isVisible()
        assert "bliver ledig" in dialog.told.text()
        dialog.title.setText("Konstitueret borgmester")
        dialog.from_day.setDate(QDate.currentDate().addDays(1))
        assert dialog.title.text() == "Konstitueret borgmester"
        seen.append(True)
        save(dialog)

    in_dialog(fill)
    members.hand_over_action.trigger()
    assert seen == [True]
    body_id = members.lists.workspace.selection.body_id
    assert body_id is not None
    tomorrow = date.fromordinal(TODAY.toordinal() + 1)
    after = members_on(members.lists.workspace.database, body_id, tomorrow)
    (new,) = [row for row in after if row.person_id == other.person_id]
    assert (new.title, new.municipality, new.type) == (
        "Konstitueret borgmester",
        mayor.municipality,
        PostKind.EX_OFFICIO,
    )
    old = choose(members, lambda row: row.membership_id == mayor.membership_id)
    assert old.last_day == TODAY, "the mayor of today is still shown, with the last day"
    members.undo_action.trigger()
    assert members_on(members.lists.workspace.database, body_id, tomorrow) != after


def test_a_seat_is_left_vacant_and_nothing_more_is_asked(members: MembersTab) -> None:
    mayor = choose(members, has_deputy)

    def fill(dialog: SeatDialog) -> None:
        place = dialog.successor.findText("vacant", Qt.MatchFlag.MatchContains)
        dialog.successor.setCurrentIndex(place)
        for field in (dialog.given_name, dialog.party, dialog.title, dialog.substitute):
            assert not field.isVisible()
        save(dialog)

    in_dialog(fill)
    members.hand_over_action.trigger()
    assert mayor.name not in {row.name for row in rows(members)}
    members.seats.banner.accepted.emit()
    assert mayor.name in {row.name for row in rows(members)}


def test_another_leaver_is_chosen_in_the_dialog_itself(members: MembersTab) -> None:
    choose(members, has_deputy)
    other = next(row for row in rows(members) if row.type is PostKind.SUPPLEMENTARY)
    told: list[str] = []

    def look(dialog: SeatDialog) -> None:
        dialog.leaver.setCurrentIndex(dialog.leaver.findData(other.membership_id))
        assert dialog.leaving() == other
        assert dialog.municipality.isVisible()
        assert dialog.party.currentText().startswith(other.party_letter)
        told.append(dialog.windowTitle())
        dialog.reject()

    in_dialog(look)
    members.hand_over_action.trigger()
    assert told == ["Change of member"]


def test_the_one_who_came_can_be_taken_back_from_their_own_row(members: MembersTab) -> None:
    mayor = choose(members, has_deputy)

    def fill(dialog: SeatDialog) -> None:
        dialog.successor.setCurrentIndex(2)  # the deputy stands first among people
        assert dialog.successor.currentText().startswith(mayor.substitute)
        assert dialog.substitute.currentText() == ""
        save(dialog)

    in_dialog(fill)
    members.hand_over_action.trigger()
    choose(members, lambda row: row.name == mayor.substitute)
    assert members.undo_action.isEnabled()
    members.undo_action.trigger()
    assert mayor.name in {row.name for row in rows(members)}
    choose(members, lambda row: row.name == mayor.name)
    assert not members.undo_action.isEnabled()


def test_a_member_gets_someone_of_the_register_as_substitute_and_nobody_twice(
    members: MembersTab,
) -> None:
    member = choose(members, lambda row: row.type is PostKind.SUPPLEMENTARY)
    other = next(
        row
        for row in rows(members)
        if row.type is PostKind.SUPPLEMENTARY and row.municipality != member.municipality
    )
    database = members.lists.workspace.database
    body_id = members.lists.workspace.selection.body_id
    assert body_id is not None
    before = people_to_choose(database, body_id, TODAY)

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MemberDialog)
        dialog.substitute.choose(other.person_id)
        save(dialog)

    QTimer.singleShot(0, fill)
    members.edit_action.trigger()
    after = people_to_choose(database, body_id, TODAY)
    assert [one.person_id for one in after] == [one.person_id for one in before]
    stands_in = next(one for one in after if one.person_id == other.person_id)
    assert stands_in.stands_in_for == member.membership_id
    QTimer.singleShot(0, lambda: save(modal_dialog()))
    members.edit_action.trigger()
    assert people_to_choose(database, body_id, TODAY) == after, "saved again, nothing changes"


def test_two_people_who_are_described_alike_are_not_taken_for_one(qtbot: QtBot) -> None:
    box = PersonBox()
    qtbot.addWidget(box)
    people = [
        PersonChoice(number, "Bo Ek", "Borgmester", 1, "Ærø", None, None, None) for number in (7, 8)
    ]
    box.offer([("", None)], people)
    for number in (8, 7):
        box.choose(number)
        person = box.person()
        assert person is not None
        assert person.person_id == number
    box.setEditText("bo ek – borgmester, ærø")
    assert box.person() in people
    box.setEditText("Bo")
    assert box.person() is None
    assert box.currentText() == "Bo"


def modal_dialog() -> QDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog
