"""Every page comes on the right side of the right sheet, whole, and the right way up."""

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.documents.print_plan import place_page, sides

A4 = (595.276, 841.89)
PAPER = (4961, 7016)
PRINTABLE = (100, 100, 4761, 6816)


def test_ranges_are_printed_as_they_were_asked_for() -> None:
    found = sides(9, [(2, 3), (7, 20)], 1, is_duplex=False, is_last_first=False)
    assert found == [1, 2, 6, 7, 8]
    assert sides(3, [], 2, is_duplex=False, is_last_first=True) == [2, 1, 0, 2, 1, 0]


@given(st.integers(1, 40), st.integers(1, 5), st.booleans())
def test_each_copy_begins_on_a_sheet_of_its_own(pages: int, copies: int, backwards: bool) -> None:  # noqa: FBT001
    found = sides(pages, [], copies, is_duplex=True, is_last_first=backwards)
    assert len(found) % (2 * copies) == 0
    one = found[: len(found) // copies]
    assert one * copies == found
    assert sorted(page for page in one if page is not None) == list(range(pages))
    first = one[::-1] if backwards else one
    assert first[0] == 0


def test_a4_on_a4_keeps_its_size() -> None:
    placing = place_page(A4, PAPER, PRINTABLE, 600)
    assert (placing.width, placing.height, placing.is_turned) == (*PAPER, False)


def test_a_page_that_lies_is_turned_so_that_both_sides_turn_alike() -> None:
    placing = place_page((A4[1], A4[0]), PAPER, PRINTABLE, 600)
    assert placing.is_turned
    assert (placing.width, placing.height) == PAPER


sizes = st.floats(72, 4000)


@given(sizes, sizes)
def test_every_page_is_whole_on_the_paper(width: float, height: float) -> None:
    placing = place_page((width, height), PAPER, PRINTABLE, 600)
    spare = 6 * 600 / 72 + 2
    assert -spare <= placing.left
    assert -spare <= placing.top
    assert placing.left + placing.width <= PAPER[0] + spare
    assert placing.top + placing.height <= PAPER[1] + spare
    across, down = (height, width) if placing.is_turned else (width, height)
    assert abs(placing.width / placing.height - across / down) < 0.02 * across / down + 0.02
