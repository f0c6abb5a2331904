"""Who was in the room at which item: stays, from the first item sat in on to the last.

Items stand in the order in which they were taken. At an item is everybody who was there for
any part of it. A stay that names an item which is no longer there begins at the start, or
goes on to the end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time

Order = Sequence[str]
"""The items' uids, in the order in which they were taken."""


@dataclass(frozen=True, slots=True)
class Stay:
    """From the first item that someone sat in on to the last, both inside; None is open."""

    first: str | None = None
    last: str | None = None
    arrived_at: time | None = None
    left_at: time | None = None


WHOLE = (Stay(),)
"""There from the start to the end."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """That someone came at an item; `again` when they had been there before."""

    item: str | None
    at: time | None
    again: bool


@dataclass(frozen=True, slots=True)
class Departure:
    """That someone left, having sat in on an item as the last."""

    item: str | None
    at: time | None


def places(stay: Stay, order: Order) -> range:
    """Return the places in the order that a stay is about.

    When the order was changed so that its last item now comes before its first, it is
    about both and what lies between.
    """
    first = order.index(stay.first) if stay.first in order else 0
    last = order.index(stay.last) if stay.last in order else len(order) - 1
    return range(min(first, last), max(first, last) + 1) if order else range(0)


def items_of(stays: Iterable[Stay], order: Order) -> frozenset[str]:
    """Return the items that stays are about."""
    return frozenset(order[place] for stay in stays for place in places(stay, order))


def is_there(stays: Iterable[Stay], item: str, order: Order) -> bool:
    """Tell whether someone with these stays is there at an item."""
    return any(order[place] == item for stay in stays for place in places(stay, order))


def arrive(
    stays: Sequence[Stay], order: Order, item: str | None, at: time | None = None
) -> tuple[Stay, ...]:
    """Return the stays of someone who comes at an item; None when no item has begun.

    Who is there already stays so. Who had left at this same item never missed one.
    """
    kept = tuple(stays)
    if not order or item is None:
        return kept or (Stay(arrived_at=at),)
    place = order.index(item)
    for index, stay in enumerate(kept):
        if place in places(stay, order):
            back = replace(stay, last=None, left_at=None)
            return (*kept[:index], back) if stay.last == item else kept
    came = Stay(first=item if place or at else None, arrived_at=at)
    return (*(stay for stay in kept if places(stay, order).stop <= place), came)


def leave(
    stays: Sequence[Stay], order: Order, item: str | None, at: time | None = None
) -> tuple[Stay, ...]:
    """Return the stays of someone who leaves, with an item as the last that they sat in on.

    Who is not there stays away. What they were to come back for is forgotten.
    """
    if not order or item is None:
        return ()
    place = order.index(item)
    kept: list[Stay] = []
    for stay in stays:
        span = places(stay, order)
        if span.stop <= place:
            kept.append(stay)
        elif place in span:
            kept.append(replace(stay, last=item, left_at=at))
    return tuple(kept)


def overlap(some: Iterable[Stay], others: Iterable[Stay], order: Order) -> frozenset[str]:
    """Return the items that both are there for; a seat is never filled twice."""
    return items_of(some, order) & items_of(others, order)


def arrivals(stays: Sequence[Stay], order: Order) -> tuple[Arrival, ...]:
    """Return when someone came, as far as it was not at the very start."""
    return tuple(
        Arrival(stay.first, stay.arrived_at, again=bool(index))
        for index, stay in enumerate(stays)
        if stay.arrived_at or places(stay, order).start > 0
    )


def departures(stays: Sequence[Stay], order: Order) -> tuple[Departure, ...]:
    """Return when someone left, as far as it was not at the very end."""
    return tuple(
        Departure(stay.last, stay.left_at)
        for stay in stays
        if stay.left_at or places(stay, order).stop < len(order)
    )
