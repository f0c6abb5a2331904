"""Numbers follow the order while drafting, and never change once members have them."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.numbering import ItemPlace, SectionPlace, number_agenda, number_key


def numbers(
    *sections: Sequence[str | None], frozen: tuple[str | None, ...] = ()
) -> list[list[str]]:
    places = [
        SectionPlace(
            key=f"s{index}",
            frozen=frozen[index] if index < len(frozen) else None,
            items=tuple(ItemPlace(f"{index}/{place}", label) for place, label in enumerate(items)),
        )
        for index, items in enumerate(sections)
    ]
    found = number_agenda(places)
    return [[found.items[item.key] for item in section.items] for section in places]


def test_a_draft_is_numbered_from_one_and_a_lone_item_too() -> None:
    assert numbers([None], [None, None]) == [["1.1"], ["2.1", "2.2"]]


def test_an_item_added_after_dispatch_gets_a_letter_or_the_next_number() -> None:
    found = numbers(["1.1", None, None, "1.2", None], frozen=("1",))
    assert found == [["1.1", "1.1a", "1.1b", "1.2", "1.3"]]


def test_an_item_moved_after_dispatch_keeps_its_number_and_nobody_else_gets_it() -> None:
    assert numbers(["1.1", None], ["2.1", "1.2"], frozen=("1", "2")) == [
        ["1.1", "1.3"],
        ["2.1", "1.2"],
    ]


agendas = st.lists(st.lists(st.booleans(), max_size=8), min_size=1, max_size=5)


@given(agendas)
def test_no_number_is_given_twice_and_frozen_ones_stay(agenda: list[list[bool]]) -> None:
    first = numbers(*[[None] * len(section) for section in agenda])
    again: list[list[str | None]] = [
        [label if keep else None for label, keep in zip(labels, section, strict=True)]
        for labels, section in zip(first, agenda, strict=True)
    ]
    frozen = tuple(str(index + 1) for index in range(len(agenda)))
    found = numbers(*again, frozen=frozen)
    flat = [label for labels in found for label in labels]
    assert len(set(flat)) == len(flat)
    for labels, kept in zip(found, again, strict=True):
        assert all(new == old for new, old in zip(labels, kept, strict=True) if old is not None)
        assert [number_key(label) for label in labels] == sorted(map(number_key, labels))


def test_numbers_sort_as_read() -> None:
    shuffled = ["3.10", "3.2", "3.4a", "3.5", "3.4", "3.4aa", "3.4b", "12.1", "2.1"]
    assert sorted(shuffled, key=number_key) == [
        *("2.1", "3.2", "3.4", "3.4a", "3.4b", "3.4aa", "3.5", "3.10", "12.1")
    ]
