"""Labels stand on their labels, and place cards are read from both sides and spoken once."""

# pypdfium2 is not typed.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.units import mm

from kkr_desktop.documents.label_content import (
    CardSize,
    LabelsContent,
    LabelSize,
    PlaceCard,
    PlaceCardsContent,
)
from kkr_desktop.documents.labels import render_labels
from kkr_desktop.documents.place_cards import render_place_cards
from tests.pdf_reading import bookmarks_of, pdfium
from tests.pdf_speech import spoken

MOMENT = datetime(2026, 11, 25, 9, tzinfo=UTC)
ADDRESS = ("Åse Dal", "Borgmester", "Ærø Kommune", "Statene 2", "5970 Ærøskøbing")


written = st.text(st.characters(max_codepoint=0x17F, categories=["L", "N", "P", "Zs"]))


def labels(*written: tuple[str, ...], first_place: int = 0) -> LabelsContent:
    return LabelsContent("uid", MOMENT, "Adresselabels", "KKR Syddanmark", written, first_place)


def cards(*written: PlaceCard) -> PlaceCardsContent:
    return PlaceCardsContent("uid", MOMENT, "Bordkort", "KKR Syddanmark", "", written)


def places_of(pdf: bytes, word: str) -> list[tuple[int, float, float]]:
    """Return page, and left and bottom in millimetres, of each place where a word stands."""
    found: list[tuple[int, float, float]] = []
    with pdfium(pdf) as document:
        for number in range(len(document)):
            text: Any = document[number].get_textpage()
            search = text.search(word)
            while place := search.get_next():
                left, bottom, *_ = text.get_charbox(place[0])
                found.append((number, left / mm, bottom / mm))
    return found


@pytest.mark.parametrize("size", LabelSize)
def test_every_label_stands_within_its_own(size: LabelSize) -> None:
    sheet = size.value
    written = [(f"Medlem{n:03d}", *ADDRESS[1:]) for n in range(sheet.count + 1)]
    pdf = render_labels(labels(*written), size)
    for number in range(sheet.count):
        left, bottom = (edge / mm for edge in sheet.corner(number))
        ((page, x, y),) = places_of(pdf, f"Medlem{number:03d}")
        assert page == 0
        assert left + 4 < x < left + sheet.label_width / mm
        assert bottom + 3 < y < bottom + sheet.label_height / mm - 3
    assert places_of(pdf, f"Medlem{sheet.count:03d}")[0][0] == 1


def test_the_sheets_are_those_that_are_sold() -> None:
    assert [(size.value.measure, size.value.count) for size in LabelSize] == [
        ("70x36", 24),
        ("70x37", 24),
        ("63.5x33.9", 24),
        ("63.5x38.1", 21),
        ("99.1x33.9", 16),
        ("99.1x38.1", 14),
        ("105x57", 10),
    ]


def test_a_sheet_that_was_begun_goes_on_at_its_first_free_label() -> None:
    pdf = render_labels(labels(ADDRESS, first_place=4), LabelSize.THREE_BY_EIGHT)
    ((page, x, _),) = places_of(pdf, "Åse Dal")
    assert (page, 70 < x < 140) == (0, True)
    assert [part.words.split() for part in spoken(pdf).all("Div")] == [
        [word for line in ADDRESS for word in line.split()]
    ]


@settings(max_examples=25)
@given(st.lists(written, min_size=1, max_size=7))
def test_no_label_grows_beyond_its_own(lines: list[str]) -> None:
    pdf = render_labels(labels(tuple(lines), first_place=4), LabelSize.THREE_BY_EIGHT_ROUNDED)
    left, bottom = (edge / mm for edge in LabelSize.THREE_BY_EIGHT_ROUNDED.value.corner(4))
    with pdfium(pdf) as document:
        text: Any = document[0].get_textpage()
        for number in range(text.count_chars()):
            box = [edge / mm for edge in text.get_charbox(number)]
            if box[2] > box[0]:
                assert left < box[0] < left + 63.5
                assert bottom < box[1] < bottom + 33.9


@pytest.mark.parametrize(("size", "sheets"), [(CardSize.LARGE, 3), (CardSize.SMALL, 2)])
def test_a_card_shows_its_name_on_both_sides_and_says_it_once(size: CardSize, sheets: int) -> None:
    pdf = render_place_cards(
        cards(
            PlaceCard("Åse Dal", ("Borgmester (A), Ærø Kommune",)),
            PlaceCard("Bo Ås", ()),
            PlaceCard("", ()),
        ),
        size,
    )
    with pdfium(pdf) as document:
        assert len(document) == sheets
    assert len(places_of(pdf, "Åse Dal")) == 2
    assert spoken(pdf).words.count("Åse") == 1
    assert [heading.words.strip() for heading in spoken(pdf).all("H1")] == [
        "Åse Dal",
        "Bo Ås",
        "Uden navn",
    ]
    assert bookmarks_of(pdf) == ["Åse Dal", "Bo Ås", "Uden navn"]


@settings(max_examples=25)
@given(written, st.lists(written, max_size=3))
def test_no_name_is_too_long_for_a_card(name: str, lines: list[str]) -> None:
    pdf = render_place_cards(cards(PlaceCard(name, tuple(lines))), CardSize.SMALL)
    with pdfium(pdf) as document:
        assert len(document) == 1
        text: Any = document[0].get_textpage()
        for number in range(text.count_chars()):
            left, bottom, right, _ = (edge / mm for edge in text.get_charbox(number))
            assert right == left or (0 < left < 210 and 148.5 < bottom < 297)
