"""The sentences of who came late, left early or took over, each at the right item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from kkr_desktop.model import meeting_words as words
from kkr_desktop.model.dates import clock
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.presence import Order, Stay, arrivals, departures
from kkr_desktop.services.attendance import AttendanceRow
from kkr_desktop.services.people_on import PersonOn
from kkr_desktop.services.treated_items import TreatedItem, uids


@dataclass(frozen=True, slots=True)
class _Move:
    """What people did at one moment; those who did the same share a sentence."""

    item_id: int
    number: str
    at: time | None
    comes: bool
    again: bool
    is_online: bool


@dataclass(frozen=True, slots=True)
class _Sitter:
    person: PersonOn
    stays: tuple[Stay, ...]
    is_online: bool
    takes_over_from: str = ""


def presence_remarks(
    items: Sequence[TreatedItem], rows: Sequence[AttendanceRow]
) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Return by item who came, and who left, those of one moment in one sentence.

    Who came during an item that went out of the meeting is told at the next one.
    """
    came: dict[int, list[str]] = {}
    left: dict[int, list[str]] = {}
    moves: dict[_Move, list[str]] = {}
    for row in rows:
        for sitter in _sitters(row):
            for move in _moves(sitter, items):
                moves.setdefault(move, []).append(name_of(sitter.person))
            item = _first_dealt_with(items, sitter.stays[0].first)
            if sitter.takes_over_from and item is not None:
                told = words.took_over(name_of(sitter.person), sitter.takes_over_from, item.number)
                came.setdefault(item.id, []).append(told)
    for move, people in sorted(moves.items(), key=lambda found: found[0].at or time.min):
        if move.comes:
            told = words.came(
                people, move.number, move.at, again=move.again, is_online=move.is_online
            )
            came.setdefault(move.item_id, []).append(told)
        else:
            told = words.left(people, move.number, move.at, is_online=move.is_online)
            left.setdefault(move.item_id, []).append(told)
    return came, left


def _sitters(row: AttendanceRow) -> Iterator[_Sitter]:
    if row.stays:
        yield _Sitter(member_of(row), row.stays, row.status is AttendanceStatus.ONLINE)
    other = row.substitute
    if other is not None and other.stays:
        yield _Sitter(other.person, other.stays, other.is_online, row.name if row.came else "")


def _moves(sitter: _Sitter, items: Sequence[TreatedItem]) -> Iterator[_Move]:
    order = uids(items)
    for arrival in arrivals(sitter.stays, order):
        item = _first_dealt_with(items, arrival.item)
        number = item.number if item is not None and arrival.item else ""
        is_told = sitter.takes_over_from and not arrival.again
        if item is not None and (number or arrival.at) and not is_told:
            yield _Move(
                item.id,
                number,
                arrival.at,
                comes=True,
                again=arrival.again,
                is_online=sitter.is_online,
            )
    for departure in departures(sitter.stays, order):
        item = _last_dealt_with(items, departure.item)
        number = item.number if item is not None and departure.item else ""
        if item is not None and (number or departure.at):
            yield _Move(
                item.id,
                number,
                departure.at,
                comes=False,
                again=False,
                is_online=sitter.is_online,
            )


def member_of(row: AttendanceRow) -> PersonOn:
    """Return the member of a seat."""
    return PersonOn(row.person_id, row.name, row.title, party_letter=row.party_letter)


def name_of(person: PersonOn) -> str:
    """Return how a sentence names someone, as in "borgmester Åse Ærø (A)"."""
    return words.titled(person.name, person.title, person.party_letter)


def _first_dealt_with(items: Sequence[TreatedItem], uid: str | None) -> TreatedItem | None:
    place = next((index for index, item in enumerate(items) if item.uid == uid), 0)
    return next((item for item in items[place:] if item.was_dealt_with), None)


def _last_dealt_with(items: Sequence[TreatedItem], uid: str | None) -> TreatedItem | None:
    place = next((i for i, item in enumerate(items) if item.uid == uid), len(items) - 1)
    return next((item for item in reversed(items[: place + 1]) if item.was_dealt_with), None)


def note_of(stays: Sequence[Stay], items: Sequence[TreatedItem]) -> str:
    """Say in a list of who took part from when to when, as in "fra kl. 10.15"."""
    order: Order = uids(items)
    numbers = {item.uid: item.number for item in items}
    said: list[str] = []
    for stay in stays:
        if stay.arrived_at:
            said.append(f"fra kl. {clock(stay.arrived_at)}")
        elif stay.first in numbers and order.index(stay.first):
            said.append(f"fra punkt {numbers[stay.first]}")
        if stay.left_at:
            said.append(f"til kl. {clock(stay.left_at)}")
        elif stay.last in numbers and order.index(stay.last) < len(order) - 1:
            said.append(f"til og med punkt {numbers[stay.last]}")
    return ", ".join(said)
