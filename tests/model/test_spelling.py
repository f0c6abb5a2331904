"""Only what a dictionary can judge is judged."""

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.spelling import is_known, words_to_check


def judged(text: str) -> list[str]:
    return [word for _, word in words_to_check(text)]


def test_addresses_numbers_and_abbreviations_are_left_alone() -> None:
    assert judged("Se https://kl.dk/møde, hk@kl.dk og bilag.pdf på kl.dk.") == ["Se", "og", "på"]
    assert judged("KKR og K29 fik 3,9 mio. kr. i 2027, bl.a. af §5") == [
        "og",
        "fik",
        "mio",
        "kr",
        "af",
    ]
    assert judged("KL's og kommunernes social- og sundhedsråd") == [
        "og",
        "kommunernes",
        "social",
        "og",
        "sundhedsråd",
    ]


def test_names_are_known_in_the_genitive_too() -> None:
    known = frozenset({"tranekjær", "claus"})
    assert is_known("Tranekjærs", known)
    assert is_known("Claus", known)
    assert not is_known("Tranekjer", known)


@given(st.text())
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    for start, word in words_to_check(text):
        assert text[start : start + len(word)] == word
