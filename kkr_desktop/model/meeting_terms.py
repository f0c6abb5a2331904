"""Kinds of meetings, their states, and what each state allows."""

from collections.abc import Mapping
from enum import StrEnum


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
