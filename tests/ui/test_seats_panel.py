"""The seat account is a picture, words and a list to act on."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

import itertools
import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QInputDialog
from pytestqt.qtbot import QtBot

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.services.body_register import body_lines, change_body
from kkr_desktop.services.membership_ends import end_membership
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import members_on
from kkr_desktop.services.seat_account import GenderBalance, PartySeats, SeatAccount
from kkr_desktop.services.seat_filling import Arrival, fill_seat
from kkr_desktop.services.vacant_seats import vacant_seats
from kkr_desktop.ui.members.hemicycle import hemicycle
from kkr_desktop.ui.members.parliament import ParliamentView
from kkr_desktop.ui.members.seat_dialog import SeatDialog
from kkr_desktop.ui.members.seats_panel import SeatsPanel
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.members.table import Column
from kkr_desktop.ui.workspace import Workspace

YESTERDAY = date.fromordinal(date.today().toordinal() - 1)  # noqa: DTZ011
PARTIES = (
    PartySeats("A", "Socialdemokratiet", 12),
    PartySeats("V", "Venstre", 9),
    PartySeats("L", "Lokallisten", 1),
)
ACCOUNT = SeatAccount(24, 22, 24, PARTIES, GenderBalance(0, 0, 0, 22), ())


@given(st.integers(1, 250))
def test_every_seat_has_a_place_of_its_own_in_the_half_circle(seats: int) -> None:
    circle = hemicycle(seats)
    assert len(circle.places) == seats
    for x, y in circle.places:
        assert y >= -1e-9
        assert math.hypot(x, y) <= 1 + 1e-9
    for one, other in itertools.combinations(circle.places, 2):
        assert math.dist(one, other) >= 2 * circle.radius - 1e-9
    xs = [x for x, _ in circle.places]
    assert seats < 3 or (xs[0] < 0 < xs[-1])


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_picture_is_the_same_in_words_and_in_dots(qtbot: QtBot, scale: float) -> None:
    view = ParliamentView()
    qtbot.addWidget(view)
    view.show_seats(PARTIES, 2)
    view.resize(view.sizeHint())
    assert view.accessibleDescription() == (
        "Socialdemokratiet: 12, Venstre: 9, Lokallisten: 1, Vacant: 2"
    )
    left, right = QPointF(6, view.height() - 8), QPointF(view.width() - 6, view.height() - 8)
    found = {
        view.told_at(QPointF(x, y))
        for x in range(0, view.width(), 3)
        for y in range(0, view.height(), 3)
    }
    assert found == {
        "",
        "Socialdemokratiet: 12",
        "Venstre: 9",
        "Lokallisten: 1",
        "Vacant: 2",
    }
    assert view.told_at(left) in {"", "Socialdemokratiet: 12"}
    assert view.told_at(right) in {"", "Vacant: 2"}
    image = QImage(view.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("white"))
    view.render(image)
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }
    assert len(colours) > 3, "each party has a colour of its own"


def test_the_panel_says_what_is_missing_and_warns_without_stopping(qtbot: QtBot) -> None:
    panel = SeatsPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_account(ACCOUNT)
    assert panel.headline.text() == "22 of 24 seats filled"
    assert panel.parties.text().replace("\N{NO-BREAK SPACE}", " ") == "A 12 · V 9 · L 1"
    assert not panel.warning.isVisible()
    assert not panel.genders.isVisible(), "nothing is recorded, so nothing is said"
    panel.show_account(replace(ACCOUNT, filled=25, genders=GenderBalance(3, 2, 0, 20)))
    assert "24" in panel.warning.text()
    assert "not recorded for 20" in panel.genders.text()
    panel.show_account(replace(ACCOUNT, seats=None))
    assert "22" in panel.headline.text()


@pytest.fixture
def members(demo_workspace: Workspace, qtbot: QtBot) -> Iterator[MembersTab]:
    """Return the members of a council from which a mayor and a party's member have left."""
    body_id = demo_workspace.selection.body_id
    assert body_id is not None
    for kind in (PostKind.EX_OFFICIO, PostKind.SUPPLEMENTARY):
        row = next(
            row
            for row in members_on(demo_workspace.database, body_id, YESTERDAY)
            if row.type is kind and row.last_day is None
        )
        end_membership(demo_workspace.database, row.membership_id, YESTERDAY, "", row.rev)
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.resize(1200, 800)
    with qtbot.waitExposed(tab):
        tab.show()
    yield tab
    tab.hide()


def test_a_vacant_seat_is_filled_from_the_list_by_the_keyboard_alone(
    members: MembersTab, qtbot: QtBot
) -> None:
    assert members.panel.headline.text() == "56 of 58 seats filled"
    assert members.panel.vacant.count() == 2
    seat = members.panel.chosen()
    assert seat is not None
    assert seat.municipality in members.panel.missing.text()

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SeatDialog)
        assert dialog.leaving() is None
        assert not dialog.reason.isVisible()
        dialog.given_name.setText("Ny")
        dialog.family_name.setText("Borgmester")
        (buttons,) = dialog.findChildren(QDialogButtonBox)
        buttons.button(QDialogButtonBox.StandardButton.Save).click()

    QTimer.singleShot(0, fill)
    members.panel.vacant.setFocus()
    qtbot.keyClick(members.panel.vacant, Qt.Key.Key_Return)
    assert members.panel.headline.text() == "57 of 58 seats filled"
    assert members.panel.vacant.count() == 1
    members.seats.banner.action.trigger()
    assert members.panel.vacant.count() == 2


def test_a_vacant_seat_is_given_to_a_party(members: MembersTab) -> None:
    members.panel.vacant.setCurrentRow(0)
    assert not members.panel.give_party.isEnabled(), "a mayor's seat is the municipality's"
    members.panel.vacant.setCurrentRow(1)

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(next(text for text in dialog.comboBoxItems() if "Moderaterne" in text))
        dialog.accept()

    QTimer.singleShot(0, choose)
    members.panel.give_party.click()
    assert "Moderaterne" in members.panel.vacant.item(1).text()


def test_one_key_hides_the_seats_and_leaves_one_line(members: MembersTab, qtbot: QtBot) -> None:
    assert members.panel.isVisible()
    qtbot.keyClick(members.table, Qt.Key.Key_F7)
    assert not members.panel.isVisible()
    assert members.count.text().startswith("56 of 58 seats filled")


def test_a_forum_of_staff_has_members_and_no_parties(
    demo_workspace: Workspace, qtbot: QtBot
) -> None:
    forum = body_named(demo_workspace.database, "K29").id
    (kept,) = [line for line in body_lines(demo_workspace.database, YESTERDAY) if line.id == forum]
    change_body(demo_workspace.database, forum, replace(kept.draft, seats=2), YESTERDAY)
    seat = vacant_seats(demo_workspace.database, forum, YESTERDAY)[0]
    arrival = Arrival(YESTERDAY, "Kommunaldirektør", None, given_name="Kim", family_name="Ansat")
    fill_seat(demo_workspace.database, seat.post_id, arrival)
    demo_workspace.selection.choose(forum, None)
    tab = MembersTab(demo_workspace)
    qtbot.addWidget(tab)
    tab.show()
    assert tab.table.isColumnHidden(Column.PARTY)
    assert tab.model.words(tab.model.row_at(0), Column.TYPE) == "Member"
    assert tab.panel.headline.text() == "1 of 2 seats filled"
    assert tab.panel.vacant.item(0).text().startswith("Plads · ledig siden")
    for widget in (tab.panel.picture, tab.panel.parties, tab.panel.give_party):
        assert not widget.isVisible()


def test_a_council_without_members_shows_its_seats_to_fill(
    workspace: Workspace, qtbot: QtBot
) -> None:
    council = body_named(workspace.database, "Nordjylland").id
    workspace.selection.choose(council, None)
    tab = MembersTab(workspace)
    qtbot.addWidget(tab)
    tab.show()
    assert tab.panel.headline.text() == "0 of 22 seats filled"
    assert tab.panel.vacant.count() == 22
    assert tab.panel.fill.isVisible()
    workspace.selection.choose(body_named(workspace.database, "K11").id, None)
    assert not tab.panel.isVisible(), "it has neither members nor seats yet"
