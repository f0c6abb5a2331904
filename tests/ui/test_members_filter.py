"""The table of members sorts as Danish registers do, and finds while one types."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kkr_desktop.model.bodies import PostKind
from kkr_desktop.services.member_choices import member_choices
from kkr_desktop.services.membership_changes import MemberDraft, add_member
from kkr_desktop.services.planning import body_named
from kkr_desktop.services.register import MemberRole, MemberRow
from kkr_desktop.ui.members.tab import MembersTab
from kkr_desktop.ui.members.table import Column, MembersModel
from kkr_desktop.ui.workspace import Workspace

DAY = date(2026, 2, 1)
PLACES = (
    ("Østergaard", "Ærø"),
    ("Aagaard", "Aabenraa"),
    ("Zeuthen", "Vejle"),
    ("Ærø", "Ærø"),
    ("Åby", "Odense"),
    ("Østerby", "Aabenraa"),
    ("Abel", "Assens"),
)


@pytest.fixture
def members(workspace: Workspace, qtbot: QtBot) -> MembersTab:
    database = workspace.database
    body_id = body_named(database, "Syddanmark").id
    towns = {town.name: town.id for town in member_choices(database, body_id, DAY).municipalities}
    for family, town in PLACES:
        draft = MemberDraft(
            "Kim", family, PostKind.SUPPLEMENTARY, towns[town], None, "Byrådsmedlem", DAY
        )
        add_member(database, body_id, draft)
    workspace.selection.choose(body_id, None)
    tab = MembersTab(workspace)
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


def cells(members: MembersTab, column: Column) -> list[str]:
    """Return what the table itself shows, top to bottom."""
    model = members.table.model()
    return [
        model.data(model.index(row, column), Qt.ItemDataRole.DisplayRole)
        for row in range(model.rowCount())
    ]


def click_heading(members: MembersTab, qtbot: QtBot, column: Column) -> None:
    header = members.table.horizontalHeader()
    middle = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_names_and_municipalities_stand_in_danish_order_in_the_table(
    members: MembersTab, qtbot: QtBot
) -> None:
    in_order = [f"Kim {family}" for family in ("Abel", "Zeuthen", "Ærø", "Østerby", "Østergaard")]
    assert cells(members, Column.NAME) == [*in_order, "Kim Åby", "Kim Aagaard"], (
        "aa is an å: Åby and Aagaard follow by their next letters"
    )
    click_heading(members, qtbot, Column.MUNICIPALITY)
    assert cells(members, Column.MUNICIPALITY) == [
        *("Assens", "Odense", "Vejle", "Ærø", "Ærø", "Aabenraa", "Aabenraa")
    ]
    click_heading(members, qtbot, Column.MUNICIPALITY)
    assert cells(members, Column.MUNICIPALITY)[:3] == ["Aabenraa", "Aabenraa", "Ærø"]


def test_a_name_is_found_however_its_å_is_written(members: MembersTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(members.filter, "åbenrå")
    assert set(cells(members, Column.NAME)) == {"Kim Aagaard", "Kim Østerby"}
    members.filter.clear()
    qtbot.keyClicks(members.filter, "kim AABY")
    assert cells(members, Column.NAME) == ["Kim Åby"]
    members.filter.clear()
    qtbot.keyClicks(members.filter, "øster ærø")
    assert cells(members, Column.NAME) == ["Kim Østergaard"]


def test_sorting_and_filtering_go_together(members: MembersTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(members.filter, "øst")
    click_heading(members, qtbot, Column.NAME)
    assert cells(members, Column.NAME) == ["Kim Østergaard", "Kim Østerby"]
    members.filter.clear()
    assert cells(members, Column.NAME)[0] == "Kim Aagaard"
    assert len(cells(members, Column.NAME)) == len(PLACES)


def test_those_chosen_stay_chosen_while_one_filters_and_sorts(
    members: MembersTab, qtbot: QtBot
) -> None:
    members.table.choose_rows([0, 1, 3])
    names = {member.name for member in members.chosen()}
    assert names == {"Kim Abel", "Kim Zeuthen", "Kim Østerby"}
    click_heading(members, qtbot, Column.MUNICIPALITY)
    assert {member.name for member in members.chosen()} == names
    qtbot.keyClicks(members.filter, "v")
    members.filter.clear()
    assert [member.name for member in members.chosen()] == ["Kim Zeuthen"]


def test_choosing_all_and_typing_a_capital_keeps_all_that_are_found(
    members: MembersTab, qtbot: QtBot
) -> None:
    members.table.setFocus()
    qtbot.keyClick(members.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(members.chosen()) == len(PLACES)
    qtbot.keyClick(members.filter, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(members.filter, "im Aab")
    names = [member.name for member in members.chosen()]
    assert names == ["Kim Østerby", "Kim Åby", "Kim Aagaard"]


def row(number: int, name: str, municipality: str) -> MemberRow:
    return MemberRow(
        membership_id=number,
        person_id=number,
        rev=1,
        name=name,
        party_letter="A",
        party_name="Socialdemokratiet",
        municipality=municipality,
        official_municipality=municipality,
        title="Borgmester",
        role=MemberRole.MEMBER,
        type=PostKind.EX_OFFICIO,
        substitute="",
        email="",
        phone="",
        valid_from=DAY,
        last_day=None,
    )


_LETTERS = st.text("aåsø ", max_size=6)


@pytest.mark.usefixtures("qapp")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.tuples(_LETTERS, _LETTERS), max_size=12), st.lists(_LETTERS, max_size=6))
def test_whatever_was_typed_before_the_filter_shows_what_it_says_now(
    people: list[tuple[str, str]], typed: list[str]
) -> None:
    rows = [row(number, name, town) for number, (name, town) in enumerate(people)]
    model, fresh = MembersModel(), MembersModel()
    model.set_rows(rows)
    fresh.set_rows(rows)
    for words in typed:
        for end in range(len(words) + 1):
            model.set_filter(words[:end])
    last = typed[-1] if typed else ""
    fresh.set_filter(last)
    shown = [model.row_at(place) for place in range(model.rowCount())]
    assert shown == [fresh.row_at(place) for place in range(fresh.rowCount())]
    wanted = last.replace("aa", "å").split()
    for one in rows:
        said = f"{one.name}\n{one.municipality}".replace("aa", "å")
        if all(word in said for word in wanted):
            assert one in shown
