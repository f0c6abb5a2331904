"""Lists in a terminal, whose columns line up whatever the users have written."""

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.commands.columns import in_columns


def test_columns_are_as_wide_as_their_longest_cell_and_numbers_stand_to_the_right() -> None:
    rows = (("7", "KKR Hovedstaden", "planlagt"), ("12", "Formandskabet", "udsendt"))
    assert in_columns(rows, right=0) == [
        " 7  KKR Hovedstaden  planlagt",
        "12  Formandskabet    udsendt",
    ]
    assert in_columns([]) == []


words = st.text(st.characters(exclude_characters="|"))


@given(st.lists(st.tuples(words, words), min_size=1))
def test_a_row_stays_on_its_line_with_the_second_column_where_the_others_have_it(
    rows: list[tuple[str, str]],
) -> None:
    lines = in_columns((first, f"|{second}") for first, second in rows)
    assert len(lines) == len(rows)
    assert all(line.isprintable() for line in lines)
    assert len({line.index("|") for line in lines}) == 1
