"""Numbers on an agenda: computed from the order until dispatch freezes them.

Nothing that members have received is renumbered. A late item at the end of
its section gets the next free number, one put between 3.4 and 3.5 becomes
3.4a, and a withdrawn item keeps its number (it stays as "udgået").
"""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

_LABEL = re.compile(r"(\d+)([a-z]*)")


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """An item in its section; `frozen` is the number that members have received."""

    key: Hashable
    frozen: str | None = None


@dataclass(frozen=True, slots=True)
class SectionPlace:
    """A section in the agenda, with its items in order."""

    key: Hashable
    items: tuple[ItemPlace, ...]
    frozen: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaNumbers:
    """The numbers of sections and of items, by their keys."""

    sections: dict[Hashable, str]
    items: dict[Hashable, str]


def number_agenda(sections: Sequence[SectionPlace]) -> AgendaNumbers:
    """Give sections 1, 2, 3 and their items 3.1, 3.2, 3.3, around what is frozen.

    Even a lone item of a section is 1.1.
    """
    section_labels = _labels([section.frozen for section in sections], taken=())
    moved_in = {
        item.frozen for section in sections for item in section.items if item.frozen is not None
    }
    numbers = AgendaNumbers({}, {})
    for section, label in zip(sections, section_labels, strict=True):
        numbers.sections[section.key] = label
        prefix = f"{label}."
        own = [
            item.frozen.removeprefix(prefix)
            if item.frozen is not None and item.frozen.startswith(prefix)
            else None
            for item in section.items
        ]
        at_home = [
            (item, inside)
            for item, inside in zip(section.items, own, strict=True)
            if item.frozen is None or inside is not None
        ]
        taken = [number.removeprefix(prefix) for number in moved_in if number.startswith(prefix)]
        labels = _labels([inside for _, inside in at_home], taken)
        numbers.items.update(
            {item.key: prefix + label for (item, _), label in zip(at_home, labels, strict=True)}
        )
        numbers.items.update(
            {item.key: item.frozen for item in section.items if item.frozen is not None}
        )
    return numbers


def number_key(number: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts 3.2 before 3.10 and 3.4a between 3.4 and 3.5."""
    parts = (_LABEL.fullmatch(part) for part in number.split("."))
    return tuple((int(part[1]), f"{len(part[2])}{part[2]}") if part else (0, "") for part in parts)


def _labels(frozen: Sequence[str | None], taken: Iterable[str]) -> list[str]:
    """Give the `None` entries labels that disturb no frozen one."""
    used = {label for label in frozen if label is not None} | set(taken)
    last_frozen = max((i for i, label in enumerate(frozen) if label is not None), default=-1)
    labels: list[str] = []
    for position, label in enumerate(frozen):
        if label is None:
            if position > last_frozen:
                label = _next_free(used)  # noqa: PLW2901
            else:
                label = _with_letter(labels[-1] if labels else "0", used)  # noqa: PLW2901
            used.add(label)
        labels.append(label)
    return labels


def _next_free(used: Iterable[str]) -> str:
    return str(max((_base(label) for label in used), default=0) + 1)


def _base(label: str) -> int:
    match = _LABEL.fullmatch(label)
    return int(match[1]) if match else 0


def _with_letter(previous: str, used: set[str]) -> str:
    base = _base(previous)
    index = 0
    while (candidate := f"{base}{_letters(index)}") in used:
        index += 1
    return candidate


def _letters(index: int) -> str:
    """Return a, b, … z, aa, ab, … for 0, 1, … in turn."""
    letters = ""
    index += 1
    while index:
        index, remainder = divmod(index - 1, 26)
        letters = chr(ord("a") + remainder) + letters
    return letters
