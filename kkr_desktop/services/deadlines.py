"""What is due soon, and what is late, across all bodies."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kkr_desktop.model.milestones import Standing
from kkr_desktop.services.milestones import MilestoneRow, milestones_between
from kkr_desktop.storage.database import Database

_LOOKING_BACK = timedelta(days=366)


class When(StrEnum):
    """How near a deadline is."""

    LATE = "late"
    THIS_WEEK = "this_week"
    NEXT_WEEK = "next_week"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A milestone that someone has to think of now."""

    when: When
    milestone: MilestoneRow


def next_deadlines(
    database: Database, today: date, body_id: int | None = None
) -> tuple[Deadline, ...]:
    """Return what is late, then what is due until the end of next week, in order of time."""
    sunday = today + timedelta(days=6 - today.weekday())
    last = sunday + timedelta(days=7)
    found: list[Deadline] = []
    for row in milestones_between(database, today - _LOOKING_BACK, last, body_id):
        match row.standing(today):
            case Standing.LATE:
                found.append(Deadline(When.LATE, row))
            case Standing.COMING:
                when = When.THIS_WEEK if row.due_on <= sunday else When.NEXT_WEEK
                found.append(Deadline(when, row))
            case Standing.DONE | Standing.OVERTAKEN:
                pass
    return tuple(found)
