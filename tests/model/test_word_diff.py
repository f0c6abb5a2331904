"""A reader sees which words were changed, and nothing is lost in between."""

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.word_diff import Fate, Piece, word_diff

WORDS = st.lists(
    st.sampled_from(["KKR", "godkendte", "indstillingen", "ikke", ",", ".", " ", "\n", "æøå"])
).map("".join)


@given(WORDS | st.text(), WORDS | st.text())
def test_both_wordings_can_be_put_together_again(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(p.text for p in pieces if p.fate is not Fate.ADDED) == before
    assert "".join(p.text for p in pieces if p.fate is not Fate.REMOVED) == after


@given(WORDS)
def test_an_unchanged_text_has_no_changes(text: str) -> None:
    assert all(piece.fate is Fate.KEPT for piece in word_diff(text, text))


def test_the_changed_words_are_named_and_the_others_kept() -> None:
    assert word_diff("KKR godkendte indstillingen.", "KKR godkendte ikke indstillingen.") == (
        Piece("KKR godkendte", Fate.KEPT),
        Piece(" ikke", Fate.ADDED),
        Piece(" indstillingen.", Fate.KEPT),
    )


def test_words_changed_one_after_another_are_one_change() -> None:
    assert word_diff("Den røde bil kører.", "Den blå båd kører.") == (
        Piece("Den ", Fate.KEPT),
        Piece("røde bil", Fate.REMOVED),
        Piece("blå båd", Fate.ADDED),
        Piece(" kører.", Fate.KEPT),
    )
