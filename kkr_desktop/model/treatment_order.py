"""The order in which a meeting took its items, when it was not the order of the agenda."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def in_order_of_treatment(agenda: Sequence[K], moved: Mapping[K, K | None]) -> tuple[K, ...]:
    """Return items in the order in which they were taken.

    `moved` names for each item that was not taken at its place the item that it came
    after, None for one taken first of all. Several after the same one keep the order of
    the agenda. Items that name each other in a ring stay where the agenda has them.
    """
    followers: dict[K | None, list[K]] = {}
    for item in agenda:
        if item in moved:
            followers.setdefault(moved[item], []).append(item)
    taken: list[K] = []
    waiting: list[K] = list(reversed(followers.get(None, [])))
    for item in (None, *agenda):
        if item is not None and item not in moved:
            waiting = [item]
        while waiting:
            following = waiting.pop()
            taken.append(following)
            waiting += reversed(followers.get(following, []))
    placed = set(taken)
    for place, item in enumerate(agenda):
        if item not in placed:
            taken.insert(place, item)
    return tuple(taken)
