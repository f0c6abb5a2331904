"""Meetings, their states, and what stands in the calendar beside them."""

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Edited, new_uid
from kkr_desktop.model.meeting_terms import Activity, MeetingKind, MeetingState, allowed


class MeetingRound(Edited, Base):
    """One of the year's rounds, in which all KKRs meet within the same week or two."""

    __tablename__ = "meeting_round"
    __table_args__ = (UniqueConstraint("year", "number"),)

    year: Mapped[int]
    number: Mapped[int]


class Meeting(Edited, Base):
    """A meeting of a body. Times are local time in Denmark (Europe/Copenhagen).

    `round_id` is the round that it belongs to, or that a forum's meeting
    prepares; `group_meetings` says when the party groups meet just before.
    `amending_since` is when a sent agenda was opened for a late item or a correction.
    """

    __tablename__ = "meeting"

    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"), index=True)
    round_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_round.id"))
    kind: Mapped[MeetingKind] = mapped_column(default=MeetingKind.ORDINARY)
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.PLANNED)
    held_on: Mapped[date] = mapped_column(index=True)
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    place: Mapped[str] = mapped_column(default="")
    online_url: Mapped[str] = mapped_column(default="")
    group_meetings: Mapped[str] = mapped_column(default="")
    catering_count: Mapped[int | None]
    notes: Mapped[str] = mapped_column(default="")
    cancel_reason: Mapped[str] = mapped_column(default="")
    ics_uid: Mapped[str] = mapped_column(default=new_uid)
    ics_sequence: Mapped[int] = mapped_column(default=0)
    amending_since: Mapped[datetime | None]

    @property
    def is_amending(self) -> bool:
        """Whether the sent agenda is open for a late item or a correction."""
        return self.amending_since is not None

    def allows(self, activity: Activity) -> bool:
        """Tell whether the meeting's state allows `activity`."""
        return activity in allowed(self.state, is_amending=self.is_amending)


class CalendarBlockKind(StrEnum):
    """What a calendar block is about."""

    CLOSED_DAY = "closed_day"
    SCHOOL_HOLIDAY = "school_holiday"
    VACATION = "vacation"
    EVENT = "event"
    DEADLINE = "deadline"
    ELECTION = "election"
    KKR = "kkr"
    OTHER_CALENDAR = "other_calendar"


class Severity(StrEnum):
    """How much a calendar block should keep a meeting away."""

    INFO = "info"
    DEADLINE = "deadline"
    WARN = "warn"
    BLOCK = "block"


BLOCK_KIND_NAMES: Mapping[CalendarBlockKind, str] = {
    CalendarBlockKind.SCHOOL_HOLIDAY: "Skoleferie",
    CalendarBlockKind.CLOSED_DAY: "Lukkedag",
    CalendarBlockKind.VACATION: "Ferieperiode",
    CalendarBlockKind.EVENT: "Begivenhed",
    CalendarBlockKind.DEADLINE: "Frist",
    CalendarBlockKind.ELECTION: "Valg",
    CalendarBlockKind.KKR: "KKR",
    CalendarBlockKind.OTHER_CALENDAR: "Anden kalender",
}
SEVERITY_NAMES: Mapping[Severity, str] = {
    Severity.BLOCK: "Holdes fri",
    Severity.WARN: "Taler imod",
    Severity.DEADLINE: "Frist",
    Severity.INFO: "Til orientering",
}


class CalendarBlock(Edited, Base):
    """Days to know of when planning; both days are inside. Public holidays are computed instead.

    One with hours takes only them, in Danish time. `source` names the calendar
    that it was taken in from, and `source_key` finds it in there again.
    """

    __tablename__ = "calendar_block"

    kind: Mapped[CalendarBlockKind]
    severity: Mapped[Severity]
    name: Mapped[str]
    starts_on: Mapped[date] = mapped_column(index=True)
    ends_on: Mapped[date]
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    source: Mapped[str] = mapped_column(default="", index=True)
    source_key: Mapped[str] = mapped_column(default="")
