"""Where the program opens: the body and the meeting that the secretary most likely wants."""

from datetime import date

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.planning import MeetingRow, bodies, list_meetings
from kkr_desktop.storage.database import Database


def body_to_open(database: Database, remembered: int | None) -> int | None:
    """Return the remembered body while it is open, else the first that has meetings."""
    today = date.today()  # noqa: DTZ011
    known = [body.id for body in bodies(database) if body.is_open_on(today)]
    if remembered in known:
        return remembered
    meeting_bodies = {meeting.body_id for meeting in list_meetings(database)}
    return next((body for body in known if body in meeting_bodies), next(iter(known), None))


def meeting_to_open(
    meetings: tuple[MeetingRow, ...], today: date, remembered: int | None
) -> int | None:
    """Return the remembered meeting while it is there, else the next one, else the latest."""
    if any(meeting.id == remembered for meeting in meetings):
        return remembered
    live = [meeting for meeting in meetings if meeting.state is not MeetingState.CANCELLED]
    coming = [meeting for meeting in live if meeting.held_on >= today]
    nearest = coming[:1] or live[-1:]
    return nearest[0].id if nearest else None
