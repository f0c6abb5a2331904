"""A version is compared paragraph by paragraph, and any part of it can be taken over."""

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.richtext import Paragraph, RichText, Run, from_plain_text, rich_text
from kkr_desktop.model.text_changes import BlockChange, SameBlock, take_over, text_changes
from tests.rich_texts import rich_texts

LINES = st.lists(
    st.sampled_from(
        ["KKR godkendte indstillingen.", "KKR godkendte ikke indstillingen.", "Punktet udgik.", "a"]
    ),
    max_size=8,
).map(lambda lines: from_plain_text("\n".join(lines)))


def changes_of(current: RichText, other: RichText) -> list[BlockChange]:
    return [one for one in text_changes(current, other) if isinstance(one, BlockChange)]


@given(rich_texts | LINES, rich_texts | LINES)
def test_taking_all_over_gives_the_other_version(current: RichText, other: RichText) -> None:
    assert take_over(current, changes_of(current, other)) == rich_text(other.blocks)


@given(LINES, LINES, st.data())
def test_taking_a_part_over_leaves_the_rest_to_be_taken(
    current: RichText, other: RichText, data: st.DataObject
) -> None:
    changes = changes_of(current, other)
    chosen = [change for change in changes if data.draw(st.booleans())]
    between = take_over(current, chosen)
    assert take_over(between, changes_of(between, other)) == other
    if not chosen:
        assert between == current


@given(rich_texts)
def test_a_text_does_not_differ_from_itself(text: RichText) -> None:
    assert all(isinstance(one, SameBlock) for one in text_changes(text, text))


def test_a_changed_paragraph_is_paired_with_what_it_was() -> None:
    current = from_plain_text("Første afsnit er her.\nKKR godkendte indstillingen.\nSlut.")
    other = from_plain_text("Første afsnit er her.\nNyt afsnit.\nKKR godkendte ikke indstillingen.")
    assert [(one.place, one.current, one.other) for one in changes_of(current, other)] == [
        (1, None, Paragraph((Run("Nyt afsnit."),))),
        (1, current.blocks[1], other.blocks[2]),
        (2, current.blocks[2], None),
    ]
