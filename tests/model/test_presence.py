"""Who is there at which item is the same as in a room where each item is watched on its own."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.presence import (
    WHOLE,
    Stay,
    arrivals,
    arrive,
    departures,
    is_there,
    items_of,
    leave,
    overlap,
)

ITEMS = tuple(f"item {number}" for number in range(6))
moves = st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=12).map(sorted)


@dataclass
class Room:
    """Watches one person, item for item: the brute force that the rules are held against."""

    inside: bool
    seen: set[str] = field(default_factory=set[str])

    def live_through(self, moves: list[tuple[int, bool]]) -> None:
        for place, item in enumerate(ITEMS):
            if self.inside:
                self.seen.add(item)
            for _, comes in (move for move in moves if move[0] == place):
                self.inside = comes
                if comes:
                    self.seen.add(item)


@given(moves, st.sampled_from([WHOLE, ()]))
def test_someone_is_there_at_exactly_the_items_at_which_they_were_seen(
    moves: list[tuple[int, bool]], begins: tuple[Stay, ...]
) -> None:
    stays = begins
    for place, comes in moves:
        change = arrive if comes else leave
        stays = change(stays, ITEMS, ITEMS[place])
    room = Room(bool(begins))
    room.live_through(moves)
    assert items_of(stays, ITEMS) == room.seen
    assert [is_there(stays, item, ITEMS) for item in ITEMS] == [item in room.seen for item in ITEMS]


@given(moves, st.sampled_from([WHOLE, ()]))
def test_a_reader_of_the_arrivals_and_departures_knows_who_was_there(
    moves: list[tuple[int, bool]], begins: tuple[Stay, ...]
) -> None:
    stays = begins
    for place, comes in moves:
        stays = (arrive if comes else leave)(stays, ITEMS, ITEMS[place])
    came = {found.item for found in arrivals(stays, ITEMS)}
    gone = {found.item for found in departures(stays, ITEMS)}
    inside = bool(stays) and not (stays[0].first and ITEMS.index(stays[0].first))
    known: set[str] = set()
    for item in ITEMS:
        inside = inside or item in came
        if inside:
            known.add(item)
        inside = inside and item not in gone
    assert known == items_of(stays, ITEMS)


@given(moves, st.permutations(ITEMS), st.sampled_from([WHOLE, ()]))
def test_nobody_vanishes_when_the_order_of_the_items_changes(
    moves: list[tuple[int, bool]], order: list[str], begins: tuple[Stay, ...]
) -> None:
    stays = begins
    for place, comes in moves:
        stays = (arrive if comes else leave)(stays, ITEMS, ITEMS[place])
    for stay in stays:
        named = {uid for uid in (stay.first, stay.last) if uid is not None}
        assert named <= items_of([stay], order)


@given(st.integers(0, 5), st.integers(0, 5))
def test_a_seat_that_is_handed_over_is_filled_once_at_each_item(last: int, back: int) -> None:
    member = leave(WHOLE, ITEMS, ITEMS[last])
    substitute = (Stay(ITEMS[last + 1]),) if last < 5 else ()
    assert not overlap(member, substitute, ITEMS)
    assert items_of(member, ITEMS) | items_of(substitute, ITEMS) == set(ITEMS)
    returned = arrive(member, ITEMS, ITEMS[back])
    assert overlap(returned, substitute, ITEMS) == (
        set(ITEMS[max(back, last + 1) :]) if back >= last else set()
    )


def test_a_stay_that_names_an_item_which_is_gone_is_open_there() -> None:
    assert items_of([Stay("gone", ITEMS[1])], ITEMS) == set(ITEMS[:2])
    assert items_of([Stay(ITEMS[4], "gone")], ITEMS) == set(ITEMS[4:])
    assert items_of(WHOLE, ()) == set()
