"""Takes a meeting from one state to the next, or back with a reason.

Dispatching an agenda and approving minutes freeze what was sent; they have
modules of their own (`dispatch`, `minutes_approval`) that end here.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.errors import InvalidValue, NotAllowedNow, NotFound
from kkr_desktop.model.log import AuditEvent
from kkr_desktop.model.meeting_terms import BACK, FORWARD, STATE_NAMES, Activity, MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.services.audit import record
from kkr_desktop.services.back_planning import tell_anew
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_NEEDS_FREEZING = frozenset(
    {
        MeetingState.DISPATCHED,
        MeetingState.MINUTES_WITH_CHAIR,
        MeetingState.MINUTES_SENT,
        MeetingState.MINUTES_APPROVED,
        MeetingState.PUBLISHED,
    }
)


AMEND_INSTEAD = (
    "Vælg »Tillæg eller rettelse…« over dagsordenen i vinduet, eller gå tilbage til udkastet."
)
"""What to do with an agenda that members have."""


def meeting_or_error(session: Session, meeting_id: int) -> Meeting:
    """Return the meeting, or raise NotFound."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None or meeting.deleted_at is not None:
        raise NotFound(f"Mødet med nummer {meeting_id}")
    return meeting


def require(meeting: Meeting, activity: Activity, what: str, remedy: str = "") -> None:
    """Raise NotAllowedNow unless the meeting's state allows `activity`.

    `what` names in Danish what was asked for, `remedy` what to do instead.
    """
    if not meeting.allows(activity):
        raise NotAllowedNow(what, STATE_NAMES[meeting.state], remedy)


def enter_state(session: Session, meeting: Meeting, state: MeetingState, reason: str = "") -> None:
    """Put `meeting` in a state that its present one leads to, and log it."""
    if state not in FORWARD[meeting.state]:
        raise NotAllowedNow(f"At gå til »{STATE_NAMES[state]}«", STATE_NAMES[meeting.state])
    record(session, meeting, "state", before=meeting.state.value, after=state.value, reason=reason)
    meeting.state = state
    meeting.amending_since = None


def advance(database: Database, meeting_id: int, state: MeetingState) -> Written[MeetingState]:
    """Move a meeting forward to a state that freezes nothing."""
    if state in _NEEDS_FREEZING:
        raise ValueError(f"{state} is entered by freezing what is sent")
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        enter_state(session, meeting, state)
        return Written(meeting.state, state_changes(meeting))


def go_back(database: Database, meeting_id: int, reason: str) -> Written[MeetingState]:
    """Move a meeting one state back; what was frozen stays as it was sent."""
    if not reason.strip():
        raise InvalidValue("Begrundelse", "Skriv, hvorfor mødet går et trin tilbage.")
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        if meeting.state not in BACK:
            raise NotAllowedNow("At gå et trin tilbage", STATE_NAMES[meeting.state])
        state = _state_before(session, meeting)
        record(
            session,
            meeting,
            "state",
            before=meeting.state.value,
            after=state.value,
            reason=reason.strip(),
        )
        if meeting.state is MeetingState.CANCELLED:
            meeting.cancel_reason = ""
            tell_anew(session, meeting)
        meeting.state = state
        meeting.amending_since = None
        return Written(meeting.state, state_changes(meeting))


def _state_before(session: Session, meeting: Meeting) -> MeetingState:
    """Return where a step back leads: minutes may have been published before their approval."""
    if meeting.state is MeetingState.PUBLISHED:
        came_from = session.scalars(
            select(AuditEvent.before)
            .where(
                AuditEvent.uid == meeting.uid,
                AuditEvent.action == "state",
                AuditEvent.after == MeetingState.PUBLISHED.value,
            )
            .order_by(AuditEvent.id.desc())
        ).first()
        if came_from == MeetingState.MINUTES_SENT.value:
            return MeetingState.MINUTES_SENT
    return BACK[meeting.state]


def state_changes(meeting: Meeting) -> tuple[Change, ...]:
    """Return what a change of state touches: everything that shows the meeting."""
    return tuple(
        Change(area, body_id=meeting.body_id, meeting_id=meeting.id)
        for area in (Area.CALENDAR, Area.AGENDA, Area.MINUTES)
    )
