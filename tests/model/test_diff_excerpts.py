"""A long comparison is shortened to the changes and the words around them."""

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.diff_excerpts import excerpts
from kkr_desktop.model.word_diff import Fate, word_diff

LONG = "Her står der en hel del, som ingen har rettet. " * 8


def told(before: str, after: str) -> list[str]:
    marks = {Fate.KEPT: "{}", Fate.REMOVED: "-{}-", Fate.ADDED: "+{}+"}
    return [
        "".join(marks[piece.fate].format(piece.text) for piece in place)
        for place in excerpts(word_diff(before, after), around=20)
    ]


def test_the_words_around_a_change_are_shown_and_the_rest_is_left_out() -> None:
    (place,) = told(f"{LONG}Mødet er fredag. {LONG}", f"{LONG}Mødet er torsdag. {LONG}")
    assert "-fredag-+torsdag+" in place
    assert place.startswith("… ")
    assert place.endswith("…")
    assert len(place) < 90


def test_changes_far_apart_are_places_of_their_own() -> None:
    places = told(f"En {LONG}to {LONG}tre", f"Et {LONG}to {LONG}fire")
    assert ["-En-+Et+" in places[0], "-tre-+fire+" in places[1], len(places)] == [True, True, 2]


def test_changes_near_each_other_are_one_place() -> None:
    assert told("en sag og to bilag", "én sag og tre bilag") == ["-en-+én+ sag og -to-+tre+ bilag"]


def test_no_change_is_no_place() -> None:
    assert told(LONG, LONG) == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_changed_word_is_ever_left_out(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    shown = [piece for place in excerpts(pieces) for piece in place if piece.fate is not Fate.KEPT]
    assert shown == [piece for piece in pieces if piece.fate is not Fate.KEPT]
