"""A row that is dragged lands where the line between rows showed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.agenda_outline import AgendaOutline, OutlineItem, OutlineSection
from kkr_desktop.ui.agenda.outline_model import OutlineModel

pytestmark = pytest.mark.usefixtures("qapp")

MOVE = Qt.DropAction.MoveAction
SIZES = (3, 0, 4)


def outline(state: MeetingState = MeetingState.DRAFTING) -> AgendaOutline:
    sections = tuple(
        OutlineSection(
            id=place + 1,
            rev=1,
            number=str(place + 1),
            title=f"Del {place + 1}",
            items=tuple(
                OutlineItem(
                    id=10 * (place + 1) + row,
                    uid=f"{place}/{row}",
                    number=f"{place + 1}.{row + 1}",
                    title=f"Sag {row}",
                    kind=ItemKind.DECISION,
                    is_public=True,
                    presenter="",
                    minutes_planned=None,
                    appendix_count=0,
                    withdrawn=False,
                )
                for row in range(size)
            ),
        )
        for place, size in enumerate(SIZES)
    )
    return AgendaOutline(1, state, 180, sections)


def model(state: MeetingState = MeetingState.DRAFTING) -> OutlineModel:
    model = OutlineModel()
    model.set_outline(outline(state))
    return model


@given(
    st.sampled_from([(0, 0), (0, 1), (0, 2), (2, 0), (2, 3)]), st.integers(0, 2), st.integers(-1, 4)
)
def test_an_item_stands_where_it_was_dropped(
    source: tuple[int, int], target: int, row: int
) -> None:
    tree = model()
    told: list[tuple[int, int, int]] = []

    def tell(item: int, section: int, position: int) -> None:
        told.append((item, section, position))

    tree.item_dropped.connect(tell)
    dragged = tree.index(source[1], 0, tree.index(source[0], 0))
    line = min(row, SIZES[target])
    carried = tree.mimeData([dragged])
    assert not tree.dropMimeData(carried, MOVE, line, 0, tree.index(target, 0))
    item_id = 10 * (source[0] + 1) + source[1]
    before = [10 * (target + 1) + place for place in range(SIZES[target])]
    above = before if line < 0 else before[:line]
    assert told == [(item_id, target + 1, len([other for other in above if other != item_id]))]


@pytest.mark.parametrize(("section", "row", "place"), [(0, 3, 2), (2, 0, 0), (1, 1, 1), (0, -1, 2)])
def test_a_section_stands_where_it_was_dropped(section: int, row: int, place: int) -> None:
    tree = model()
    told: list[tuple[int, int]] = []

    def tell(section: int, position: int) -> None:
        told.append((section, position))

    tree.section_dropped.connect(tell)
    tree.dropMimeData(tree.mimeData([tree.index(section, 0)]), MOVE, row, 0, QModelIndex())
    assert told == [(section + 1, place)]


def test_nothing_can_be_dragged_in_an_agenda_that_was_sent() -> None:
    tree = model(MeetingState.DISPATCHED)
    first = tree.index(0, 0, tree.index(0, 0))
    assert not tree.flags(first) & Qt.ItemFlag.ItemIsDragEnabled
    assert not tree.canDropMimeData(tree.mimeData([first]), MOVE, 0, 0, tree.index(2, 0))


def test_an_item_cannot_be_dropped_into_another() -> None:
    tree = model()
    first = tree.index(0, 0, tree.index(0, 0))
    other = tree.index(1, 0, tree.index(2, 0))
    assert not tree.canDropMimeData(tree.mimeData([first]), MOVE, -1, 0, other)
