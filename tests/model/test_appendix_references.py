"""An appendix that a text refers to and that is not there is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.appendix_references import KnownAppendices, missing_references

PER_ITEM = KnownAppendices({"3.1.1", "3.1.2", "3.2.1"}, {"3.1": 2, "3.2": 1, "3.3": 0})
THROUGH = KnownAppendices({"1", "2", "3"}, {"3.1": 2, "3.2": 1, "3.3": 0})


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Se bilag 1 og 2.", []),
        ("Se bilag 3.", ["bilag 3"]),
        ("jf. Bilag 3.1.2", []),
        ("jf. bilag 3.1.5", ["bilag 3.1.5"]),
        ("Bilagene 1, 2 og 4 er nye.", ["bilag 4"]),
        ("Bilag 1-2 er nye, og bilag 1–4 mangler.", ["bilag 1-4"]),
        ("Se bilag 3.1.1-2 og bilag 3.1.1-3.", ["bilag 3.1.1-3"]),
        ("Se bilag 3.1-2.", []),  # appendix 2 of item 3.1
        ("Se bilag 1 til punkt 3.2.", []),
        ("Se bilag 2 til punkt 3.2.", ["bilag 2 til punkt 3.2"]),
        ("Se bilag 1 til pkt. 3.3.", ["bilag 1 til punkt 3.3"]),
        ("Bilag nr. 7 er vigtigt.", ["bilag 7"]),
        ("Bilag 1, 2. afsnit, og bilag 2 og 15 pct. mere", []),
        ("Alle bilag og 3 noter; bilagslisten 9", []),
    ],
)
def test_references_of_an_item_that_numbers_its_own(words: str, missing: list[str]) -> None:
    assert list(missing_references(words, "3.1", PER_ITEM)) == missing


@pytest.mark.parametrize(
    ("words", "missing"),
    [("Se bilag 3.", []), ("Se bilag 4.", ["bilag 4"]), ("Se bilag 1-3 og 5", ["bilag 5"])],
)
def test_references_when_appendices_are_counted_through(words: str, missing: list[str]) -> None:
    assert list(missing_references(words, "3.3", THROUGH)) == missing


@given(st.text(alphabet="bilag 0123456789.,-–ogtilpunkt\n", max_size=60))
def test_any_text_is_read_without_an_error(words: str) -> None:
    assert all(named.startswith("bilag ") for named in missing_references(words, "3.1", PER_ITEM))
