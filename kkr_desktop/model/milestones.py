"""The milestones of a meeting, from the first theme list to the published minutes.

Each is so many days from the meeting and follows it when it moves. One that
falls on a closed day falls back to the working day before; both dates are kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Edited
from kkr_desktop.model.bodies import BodyKind
from kkr_desktop.model.meeting_terms import MeetingState

NOTICE = timedelta(days=7)
"""How long before the meeting the agenda goes out (standing orders of the KKRs)."""

IsClosed = Callable[[date], bool]
"""Tells whether the secretariat is closed on a day: weekends, holidays, closed days."""


class MilestoneStep(StrEnum):
    """What a milestone is to the program; most are only a date with a name."""

    OTHER = "other"
    DISPATCH = "dispatch"
    MEETING = "meeting"
    MINUTES_APPROVED = "minutes_approved"
    MINUTES_PUBLISHED = "minutes_published"


class Standing(StrEnum):
    """How it stands with a milestone on a day."""

    DONE = "done"
    OVERTAKEN = "overtaken"
    LATE = "late"
    COMING = "coming"


class MilestoneTemplate(Edited, Base):
    """A milestone that each new meeting gets.

    It belongs to all bodies of a kind, or to one body; a body with rows of its
    own uses those alone.
    """

    __tablename__ = "milestone_template"

    body_kind: Mapped[BodyKind | None]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"), index=True)
    label: Mapped[str]
    responsible: Mapped[str] = mapped_column(default="")
    offset_days: Mapped[int]
    workday_before: Mapped[bool] = mapped_column(default=True)
    step: Mapped[MilestoneStep] = mapped_column(default=MilestoneStep.OTHER)
    sort_key: Mapped[int] = mapped_column(default=0)


class Milestone(Edited, Base):
    """A date on the way to a meeting or after it.

    `due_on` is always what `due_date` says of the other columns and the
    meeting's day; it is stored so that lists across bodies are one query.
    `uid` and `ics_sequence` identify it in other calendars.
    """

    __tablename__ = "milestone"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    template_id: Mapped[int | None] = mapped_column(ForeignKey("milestone_template.id"))
    waits_for_id: Mapped[int | None] = mapped_column(ForeignKey("milestone.id"))
    label: Mapped[str]
    responsible: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    offset_days: Mapped[int]
    workday_before: Mapped[bool] = mapped_column(default=True)
    step: Mapped[MilestoneStep] = mapped_column(default=MilestoneStep.OTHER)
    due_on: Mapped[date] = mapped_column(index=True)
    moved_by_hand: Mapped[bool] = mapped_column(default=False)
    done_at: Mapped[datetime | None]
    ics_sequence: Mapped[int] = mapped_column(default=0)


@dataclass(frozen=True, slots=True)
class DueDate:
    """When a milestone would fall, and the working day on which it is due instead."""

    nominal_on: date
    due_on: date


def due_date(
    held_on: date,
    offset_days: int,
    step: MilestoneStep,
    is_closed: IsClosed,
    *,
    workday_before: bool = True,
) -> DueDate:
    """Return when a milestone of a meeting is due.

    The dispatch is never later than one week before the meeting, whatever the
    offset says.
    """
    nominal = held_on + timedelta(days=offset_days)
    if step is MilestoneStep.DISPATCH:
        return DueDate(nominal, working_day_before(min(nominal, held_on - NOTICE), is_closed))
    return DueDate(nominal, working_day_before(nominal, is_closed) if workday_before else nominal)


def distance_from_meeting(offset_days: int) -> str:
    """Return how secretariats write it: "T−70", "T", "T+7"."""
    return "T" if not offset_days else f"T{'+' if offset_days > 0 else '−'}{abs(offset_days)}"


def working_day_before(day: date, is_closed: IsClosed) -> date:
    """Return the last working day on or before `day`. Never moves forward in time."""
    while is_closed(day):
        day -= timedelta(days=1)
    return day


_OVERTAKEN: Mapping[MeetingState, timedelta] = {
    MeetingState.DISPATCHED: -NOTICE,
    MeetingState.HELD: timedelta(0),
    MeetingState.MINUTES_DRAFTED: timedelta(2),
    MeetingState.MINUTES_WITH_CHAIR: timedelta(2),
    MeetingState.MINUTES_SENT: timedelta(5),
    MeetingState.MINUTES_APPROVED: timedelta(5),
    MeetingState.PUBLISHED: timedelta(7),
    MeetingState.CANCELLED: timedelta.max,
}
"""Up to which distance from the meeting its state has made milestones a thing of the past."""


def standing(
    *,
    held_on: date,
    due_on: date,
    offset_days: int,
    step: MilestoneStep,
    is_done: bool,
    known_since: date,
    state: MeetingState,
    today: date,
) -> Standing:
    """Tell how it stands with a milestone on `today`.

    What was past when the meeting was planned is overtaken, not late, but a
    dispatch is late all the same, unless the meeting itself was past too.
    """
    if is_done:
        return Standing.DONE
    if state in _OVERTAKEN and timedelta(days=offset_days) <= _OVERTAKEN[state]:
        return Standing.OVERTAKEN
    if due_on >= today:
        return Standing.COMING
    if step is MilestoneStep.MEETING:
        return Standing.OVERTAKEN
    if due_on >= known_since:
        return Standing.LATE
    is_needed = step is MilestoneStep.DISPATCH and held_on >= known_since
    return Standing.LATE if is_needed else Standing.OVERTAKEN
