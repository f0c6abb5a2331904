"""Changes meetings that are planned: moves, cancels, reinstates and withdraws them."""

from collections.abc import Callable, Iterable
from datetime import date, time

from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotAllowedNow
from kkr_desktop.model.meeting_terms import STATE_NAMES, Activity, MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.back_planning import follow_meeting, tell_anew
from kkr_desktop.services.body_history import refuse_closed
from kkr_desktop.services.meeting_states import (
    enter_state,
    meeting_or_error,
    require,
    state_changes,
)
from kkr_desktop.services.planning import MeetingDraft, check_meeting, fill_meeting
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database


def change_meeting(database: Database, meeting_id: int, draft: MeetingDraft) -> Written[int]:
    """Write a meeting anew. Moving it needs a state that allows to move."""
    check_meeting(draft)

    def change(session: Session, meeting: Meeting) -> None:
        before = _when(meeting)
        after = (draft.held_on, draft.starts_at, draft.ends_at)
        if before != after:
            require(meeting, Activity.MOVE, "At flytte mødet")
            record(session, meeting, "move", before=str(before[0]), after=str(after[0]))
        moves, invitation = meeting.held_on != draft.held_on, _invitation(meeting)
        fill_meeting(session, meeting, draft)
        if _invitation(meeting) != invitation:
            meeting.ics_sequence += 1
        if moves:
            follow_meeting(session, meeting)

    return _changed(database, meeting_id, draft.rev, change)


def move_meeting(database: Database, meeting_id: int, day: date, rev: int) -> Written[int]:
    """Move a meeting to another day, at the same hours."""

    def move(session: Session, meeting: Meeting) -> None:
        require(meeting, Activity.MOVE, "At flytte mødet")
        refuse_closed(session, meeting.body_id, day)
        record(session, meeting, "move", before=str(meeting.held_on), after=str(day))
        meeting.held_on = day
        meeting.ics_sequence += 1
        follow_meeting(session, meeting)

    return _changed(database, meeting_id, rev, move)


def cancel_meeting(database: Database, meeting_id: int, reason: str, rev: int) -> Written[int]:
    """Cancel a meeting; it stays in the calendar, with the reason."""
    clean = one_line(reason)
    if not clean:
        raise InvalidValue("Begrundelse", "Skriv, hvorfor mødet aflyses.")

    def cancel(session: Session, meeting: Meeting) -> None:
        require(meeting, Activity.CANCEL, "At aflyse mødet")
        enter_state(session, meeting, MeetingState.CANCELLED, clean)
        meeting.cancel_reason = clean
        tell_anew(session, meeting)

    return _changed(database, meeting_id, rev, cancel)


def reinstate_meeting(
    database: Database,
    meeting_id: int,
    rev: int,
    state: MeetingState = MeetingState.PLANNED,
) -> Written[int]:
    """Take a cancellation back; the meeting is in `state` again, with what was written for it."""

    def reinstate(session: Session, meeting: Meeting) -> None:
        if meeting.state is not MeetingState.CANCELLED:
            raise NotAllowedNow("At genoptage mødet", STATE_NAMES[meeting.state])
        record(session, meeting, "reinstate", reason=meeting.cancel_reason)
        meeting.state = state
        meeting.cancel_reason = ""
        tell_anew(session, meeting)

    return _changed(database, meeting_id, rev, reinstate)


def withdraw_meetings(database: Database, meeting_ids: Iterable[int]) -> Written[None]:
    """Take meetings that were only just planned out of the calendar again, all or none."""

    def withdraw(session: Session, meeting: Meeting) -> None:
        if meeting.state is not MeetingState.PLANNED:
            raise NotAllowedNow("At fortryde planlægningen", STATE_NAMES[meeting.state])
        meeting.deleted_at = now()
        record(session, meeting, "withdraw", before=long_date(meeting.held_on))

    return _changed_all(database, meeting_ids, withdraw)


def put_back_meetings(database: Database, meeting_ids: Iterable[int]) -> Written[None]:
    """Put meetings that were withdrawn back into the calendar, all or none."""

    def put_back(session: Session, meeting: Meeting) -> None:
        meeting.deleted_at = None
        record(session, meeting, "plan", after=long_date(meeting.held_on))

    return _changed_all(database, meeting_ids, put_back)


def _changed_all(
    database: Database,
    meeting_ids: Iterable[int],
    change: Callable[[Session, Meeting], None],
) -> Written[None]:
    with database.write() as session:
        meetings = [session.get_one(Meeting, meeting_id) for meeting_id in meeting_ids]
        for meeting in meetings:
            change(session, meeting)
        return Written(None, tuple(one for meeting in meetings for one in state_changes(meeting)))


def _changed(
    database: Database, meeting_id: int, rev: int, change: Callable[[Session, Meeting], None]
) -> Written[int]:
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        if meeting.rev != rev:
            raise ChangedElsewhere("Mødet")
        change(session, meeting)
        session.flush()
        return Written(meeting.rev, state_changes(meeting))


def _when(meeting: Meeting) -> tuple[date, time, time]:
    return meeting.held_on, meeting.starts_at, meeting.ends_at


def _invitation(meeting: Meeting) -> tuple[object, ...]:
    """Return what stands in other people's calendars, who must hear when it changes."""
    where = meeting.place, meeting.online_url, meeting.group_meetings
    return *_when(meeting), meeting.kind, *where
