"""Items that were taken at another place than the agenda's stand where they were taken."""

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.treatment_order import in_order_of_treatment

AGENDA = (1, 2, 3, 4, 5, 6, 7, 8)
moves = st.dictionaries(st.sampled_from(AGENDA), st.one_of(st.none(), st.sampled_from(AGENDA)))


def test_an_item_taken_later_stands_after_the_one_it_followed() -> None:
    assert in_order_of_treatment(AGENDA, {5: 7}) == (1, 2, 3, 4, 6, 7, 5, 8)
    assert in_order_of_treatment(AGENDA, {5: 7, 6: 5}) == (1, 2, 3, 4, 7, 5, 6, 8)
    assert in_order_of_treatment(AGENDA, {8: None}) == (8, 1, 2, 3, 4, 5, 6, 7)
    assert in_order_of_treatment(AGENDA, {}) == AGENDA


@given(moves)
def test_every_item_is_taken_exactly_once_whatever_is_moved(moved: dict[int, int | None]) -> None:
    taken = in_order_of_treatment(AGENDA, moved)
    assert sorted(taken) == list(AGENDA)
    stayed = [item for item in taken if item not in moved]
    assert stayed == sorted(stayed)


@given(st.sampled_from(AGENDA), st.sampled_from(AGENDA))
def test_one_moved_item_comes_right_after_the_other(item: int, after: int) -> None:
    taken = in_order_of_treatment(AGENDA, {item: after})
    if item != after:
        assert taken.index(item) == taken.index(after) + 1
    else:
        assert taken == AGENDA
