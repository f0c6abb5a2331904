"""What every write returns: its result, and what it changed, for whoever shows it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from kkr_desktop.services.undoable import Undo

T = TypeVar("T")
_T_co = TypeVar("_T_co", covariant=True)


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
class Written(Generic[_T_co]):
    """The result of a write, with what it changed, and the way back where it keeps one."""

    value: _T_co
    changes: tuple[Change, ...]
    undo: "Undo | None" = None
