"""Meetings, their states, and what stands in the calendar beside them."""

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Edited, new_uid


class MeetingKind(StrEnum):
    """What sort of meeting it is."""

    ORDINARY = "ordinary"
    CONSTITUTING = "constituting"
    EXTRAORDINARY = "extraordinary"
    WRITTEN = "written"


KIND_NAMES: Mapping[MeetingKind, str] = {
    MeetingKind.ORDINARY: "møde",
    MeetingKind.CONSTITUTING: "konstituerende møde",
    MeetingKind.EXTRAORDINARY: "ekstraordinært møde",
    MeetingKind.WRITTEN: "skriftlig behandling",
}
"""The kinds as invitations and calendar files name them."""


class MeetingState(StrEnum):
    """Where a meeting is on its way from the calendar to the published minutes."""

    PLANNED = "planned"
    DRAFTING = "drafting"
    DISPATCHED = "dispatched"
    HELD = "held"
    MINUTES_DRAFTED = "minutes_drafted"
    MINUTES_WITH_CHAIR = "minutes_with_chair"
    MINUTES_SENT = "minutes_sent"
    MINUTES_APPROVED = "minutes_approved"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


STATE_NAMES: Mapping[MeetingState, str] = {
    MeetingState.PLANNED: "planlagt",
    MeetingState.DRAFTING: "under udarbejdelse",
    MeetingState.DISPATCHED: "udsendt",
    MeetingState.HELD: "holdt",
    MeetingState.MINUTES_DRAFTED: "referat i udkast",
    MeetingState.MINUTES_WITH_CHAIR: "referat hos formanden",
    MeetingState.MINUTES_SENT: "referat udsendt",
    MeetingState.MINUTES_APPROVED: "referat godkendt",
    MeetingState.PUBLISHED: "offentliggjort",
    MeetingState.CANCELLED: "aflyst",
}
"""The states as documents, the command line and error messages name them."""


class Activity(StrEnum):
    """What one may want to do with a meeting."""

    MOVE = "move"
    CANCEL = "cancel"
    EDIT_AGENDA = "edit_agenda"
    EDIT_MINUTES = "edit_minutes"


ALLOWED: Mapping[MeetingState, frozenset[Activity]] = {
    MeetingState.PLANNED: frozenset({Activity.MOVE, Activity.CANCEL, Activity.EDIT_AGENDA}),
    MeetingState.DRAFTING: frozenset(
        {Activity.MOVE, Activity.CANCEL, Activity.EDIT_AGENDA, Activity.EDIT_MINUTES}
    ),
    MeetingState.DISPATCHED: frozenset({Activity.MOVE, Activity.CANCEL, Activity.EDIT_MINUTES}),
    MeetingState.HELD: frozenset({Activity.EDIT_MINUTES}),
    MeetingState.MINUTES_DRAFTED: frozenset({Activity.EDIT_MINUTES}),
    MeetingState.MINUTES_WITH_CHAIR: frozenset({Activity.EDIT_MINUTES}),
    MeetingState.MINUTES_SENT: frozenset(),
    MeetingState.MINUTES_APPROVED: frozenset(),
    MeetingState.PUBLISHED: frozenset(),
    MeetingState.CANCELLED: frozenset(),
}
"""What each state allows. Services enforce it and the window greys out by asking it."""


def allowed(state: MeetingState, *, is_amending: bool) -> frozenset[Activity]:
    """Return what may be done; `is_amending` opens a sent agenda for a late item or a correction.

    Numbers that members have received stay, so the meeting need not go back to its draft.
    """
    if is_amending and state is MeetingState.DISPATCHED:
        return ALLOWED[state] | {Activity.EDIT_AGENDA}
    return ALLOWED[state]


FORWARD: Mapping[MeetingState, frozenset[MeetingState]] = {
    MeetingState.PLANNED: frozenset({MeetingState.DRAFTING, MeetingState.CANCELLED}),
    MeetingState.DRAFTING: frozenset({MeetingState.DISPATCHED, MeetingState.CANCELLED}),
    MeetingState.DISPATCHED: frozenset({MeetingState.HELD, MeetingState.CANCELLED}),
    MeetingState.HELD: frozenset({MeetingState.MINUTES_DRAFTED}),
    MeetingState.MINUTES_DRAFTED: frozenset(
        {
            MeetingState.MINUTES_WITH_CHAIR,
            MeetingState.MINUTES_SENT,
            MeetingState.MINUTES_APPROVED,
        }
    ),
    MeetingState.MINUTES_WITH_CHAIR: frozenset(
        {MeetingState.MINUTES_SENT, MeetingState.MINUTES_APPROVED}
    ),
    MeetingState.MINUTES_SENT: frozenset({MeetingState.MINUTES_APPROVED, MeetingState.PUBLISHED}),
    MeetingState.MINUTES_APPROVED: frozenset({MeetingState.PUBLISHED}),
    MeetingState.PUBLISHED: frozenset(),
    MeetingState.CANCELLED: frozenset(),
}
"""The next states of each state.

Nothing on the way of the minutes is mandatory: a chair may approve by telephone, and
minutes are often published before the next meeting approves them.
"""


BACK: Mapping[MeetingState, MeetingState] = {
    MeetingState.DISPATCHED: MeetingState.DRAFTING,
    MeetingState.HELD: MeetingState.DISPATCHED,
    MeetingState.MINUTES_DRAFTED: MeetingState.HELD,
    MeetingState.MINUTES_WITH_CHAIR: MeetingState.MINUTES_DRAFTED,
    MeetingState.MINUTES_SENT: MeetingState.MINUTES_DRAFTED,
    MeetingState.MINUTES_APPROVED: MeetingState.MINUTES_DRAFTED,
    MeetingState.PUBLISHED: MeetingState.MINUTES_APPROVED,
    MeetingState.CANCELLED: MeetingState.PLANNED,
}
"""Going back is always possible, asks for a reason, and is logged."""


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
