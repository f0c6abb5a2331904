"""Where the minutes are on their way, who took each step and when, and what comes next."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.dates import long_date
from kkr_desktop.model.log import AuditEvent
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.services.approval_item import item_that_approves, meeting_of
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.minutes_approval import APPROVED_LATER
from kkr_desktop.storage.database import Database

STEPS = (
    MeetingState.MINUTES_DRAFTED,
    MeetingState.MINUTES_WITH_CHAIR,
    MeetingState.MINUTES_SENT,
    MeetingState.MINUTES_APPROVED,
    MeetingState.PUBLISHED,
)
"""The way of the minutes; none of the steps is mandatory."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way. `at` is None when it was not taken, or was taken back."""

    state: MeetingState
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class MinutesProgress:
    """The steps in order, the next one to take, and why it was last gone back.

    `approving_meeting` says in Danish on which meeting's agenda the approval stands.
    """

    state: MeetingState
    steps: tuple[Step, ...]
    next_step: MeetingState | None
    back_reason: str
    approving_meeting: str

    def has_taken(self, state: MeetingState) -> bool:
        """Tell whether a step was taken."""
        return any(step.state is state and step.at is not None for step in self.steps)


def minutes_progress(database: Database, meeting_id: int) -> MinutesProgress:
    """Return how far the minutes of a meeting are. Raises NotFound."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        events = session.scalars(
            select(AuditEvent)
            .where(
                AuditEvent.uid == meeting.uid,
                AuditEvent.action.in_(("state", APPROVED_LATER)),
            )
            .order_by(AuditEvent.id)
        ).all()
        taken: dict[MeetingState, Step] = {}
        back_reason = ""
        for event in events:
            state = _reached(event)
            if state in STEPS:
                is_back = event.action != APPROVED_LATER and event.before in _later(state)
                back_reason = event.reason if is_back else ""
                _forget_later(taken, state, event)
                if not is_back:
                    taken[state] = Step(state, event.at, event.by)
            elif event.action == "state":
                taken.clear()
        return MinutesProgress(
            meeting.state,
            tuple(taken.get(state, Step(state)) for state in STEPS),
            _next_step(meeting.state, taken),
            back_reason,
            _approving_meeting(session, meeting),
        )


def _reached(event: AuditEvent) -> MeetingState:
    if event.action == APPROVED_LATER:
        return MeetingState.MINUTES_APPROVED
    return MeetingState(event.after)


def _later(state: MeetingState) -> tuple[MeetingState, ...]:
    return STEPS[STEPS.index(state) + 1 :]


def _forget_later(taken: dict[MeetingState, Step], state: MeetingState, event: AuditEvent) -> None:
    """Let a step back take back the steps after the one that it leads to."""
    if event.action != APPROVED_LATER:
        for later in _later(state):
            taken.pop(later, None)


def _next_step(state: MeetingState, taken: dict[MeetingState, Step]) -> MeetingState | None:
    if state is MeetingState.HELD:
        return MeetingState.MINUTES_DRAFTED
    if state is MeetingState.PUBLISHED:
        is_approved = MeetingState.MINUTES_APPROVED in taken
        return None if is_approved else MeetingState.MINUTES_APPROVED
    if state not in STEPS:
        return None
    return STEPS[STEPS.index(state) + 1]


def _approving_meeting(session: Session, meeting: Meeting) -> str:
    item = item_that_approves(session, meeting.id)
    return long_date(meeting_of(session, item).held_on) if item is not None else ""
