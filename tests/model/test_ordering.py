"""A moved row changes alone, however often rows are moved."""

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.ordering import key_between, spread_keys


@given(st.lists(st.integers(0, 30), max_size=200))
def test_a_row_put_anywhere_stands_between_its_neighbours(places: list[int]) -> None:
    keys: list[int] = []
    for place in places:
        at = min(place, len(keys))
        before = keys[at - 1] if at else None
        after = keys[at] if at < len(keys) else None
        made = key_between(before, after)
        if made is None:
            keys = spread_keys(len(keys))
            made = key_between(keys[at - 1] if at else None, keys[at] if at < len(keys) else None)
        assert made is not None
        keys.insert(at, made)
        assert keys == sorted(set(keys))


def test_no_room_is_told_and_never_a_wrong_place() -> None:
    assert key_between(4, 5) is None
    assert key_between(4, 6) == 5
