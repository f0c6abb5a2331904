"""Finds where a text refers to appendices ("bilag 3", "se bilag 2.1-4"), and which are not there.

Offices write such references in several ways, and what a number means depends on how the
council numbers its appendices. A reference is taken as met when any reading of it is.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

_NUMBER = r"\d{1,3}[a-z]?(?:\.\d{1,3}[a-z]?)*"
_NO_QUANTITY = r"(?!\s*(?:%|pct|mio|mia|kr\b)|\.\s+[a-zæøå]|\d)"
_REFERENCE = re.compile(
    rf"\bbilag(?:ene|et|s)?\s+(?:nr\.?\s*)?(?P<list>{_NUMBER}"
    rf"(?:\s*(?:,|og|samt|eller|-|–|til)\s*{_NUMBER}{_NO_QUANTITY})*)"
    rf"(?:\s+(?:til|under)\s+(?:dagsordens)?(?:punkt|pkt\.?)\s+(?P<item>{_NUMBER}))?",
    re.IGNORECASE,
)
_SPAN = re.compile(rf"({_NUMBER})(?:\s*(?:-|–|til)\s*({_NUMBER}))?", re.IGNORECASE)
_LONGEST_SPAN = 60


@dataclass(frozen=True, slots=True)
class KnownAppendices:
    """The appendices of an agenda as references name them.

    `labels` are the whole numbers ("3.4.1", or "7" when counted straight through),
    `places` how many each item has, by the item's number.
    """

    labels: Collection[str]
    places: Mapping[str, int]


def missing_references(words: str, item_number: str, known: KnownAppendices) -> Iterator[str]:
    """Yield the appendices that a text of an item refers to and that are not there.

    Each is named as it is written, for example "bilag 3" or "bilag 2 til punkt 3.1".
    """
    for reference in _REFERENCE.finditer(words):
        item = reference["item"]
        of_item = f" til punkt {item}" if item else ""
        for span in _SPAN.finditer(reference["list"]):
            first, last = span[1], span[2]
            if not _is_met(first, last, item or item_number, known):
                written = first if last is None else f"{first}-{last}"
                yield f"bilag {written}{of_item}"


def _is_met(first: str, last: str | None, item: str, known: KnownAppendices) -> bool:
    if last is None:
        return _is_there(first, item, known)
    # "2.1-4" is 2.1 to 2.4, or appendix 4 of item 2.1.
    return all(_is_there(one, item, known) for one in _span(first, last)) or _is_there(
        last, first, known
    )


def _is_there(number: str, item: str, known: KnownAppendices) -> bool:
    if number in known.labels:
        return True
    if number in known.places:  # "bilag 3.4" is all that item 3.4 has
        return known.places[number] > 0
    if f"{item}.{number}" in known.labels:
        return True
    return number.isdecimal() and 1 <= int(number) <= known.places.get(item, 0)


def _span(first: str, last: str) -> list[str]:
    """Return the numbers from first to last, whose last part counts: 2.1-4, 2.1-2.4, 1-3."""
    before, _, low = first.rpartition(".")
    _, _, high = last.rpartition(".")
    if not (low.isdecimal() and high.isdecimal()):
        return [first, last]
    count = min(int(high) - int(low), _LONGEST_SPAN)
    prefix = f"{before}." if before else ""
    return [f"{prefix}{int(low) + step}" for step in range(count + 1)] or [first, last]
