"""What every write returns: its result, and what it changed, for whoever shows it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Area(StrEnum):
    """The part of the secretariat's work that a change belongs to."""

    BODIES = "bodies"
    MEMBERS = "members"
    CALENDAR = "calendar"
    AGENDA = "agenda"
    MINUTES = "minutes"
    FOLLOW_UPS = "follow_ups"
    WORDS = "words"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Change:
    """That something was written; ids are None where they do not apply."""

    area: Area
    body_id: int | None = None
    meeting_id: int | None = None
    item_id: int | None = None


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """The result of a write, with what it changed."""

    value: T
    changes: tuple[Change, ...]
