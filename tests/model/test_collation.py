"""Names stand in the order of a Danish register."""

from functools import cmp_to_key

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from kkr_desktop.model.collation import danish_key

COLLATOR = QCollator(QLocale("da_DK"))

# An a is always followed by a consonant: three in a row can be read in two ways.
syllables = st.sampled_from(
    ["ab", "b", "de", "e", "gr", "i", "k", "o", "st", "und", "v", "y", "z", "æ", "ø", "ål", "aal"]
)
names = st.lists(syllables, min_size=1, max_size=5).map("".join)


def test_aabenraa_and_aarhus_end_the_list_of_municipalities() -> None:
    towns = ["Aarhus", "Østerby", "Ærø", "Aabenraa", "Vejle", "Albertslund", "Øster Hornum", "Ålsø"]
    assert sorted(towns, key=danish_key) == [
        *("Albertslund", "Vejle", "Ærø", "Øster Hornum", "Østerby"),
        *("Aabenraa", "Ålsø", "Aarhus"),
    ]


@pytest.mark.skipif(COLLATOR.compare("aa", "z") < 0, reason="the system knows no Danish order")
@given(st.lists(names, max_size=12))
def test_the_order_is_that_of_the_operating_system(words: list[str]) -> None:
    by_system = sorted(words, key=cmp_to_key(COLLATOR.compare))
    ours = sorted(words, key=danish_key)
    assert [danish_key(word)[0] for word in ours] == [danish_key(word)[0] for word in by_system]
