"""Plans meetings: what stands in the calendar, and what is put into it."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Body, BodyKind
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import InvalidValue, NotFound, UnknownBody
from kkr_desktop.model.meeting_terms import ALLOWED, Activity, MeetingKind, MeetingState
from kkr_desktop.model.meetings import Meeting, MeetingRound
from kkr_desktop.model.rounds import RoundKey, nearest_round
from kkr_desktop.model.text import one_line, without_unprintable
from kkr_desktop.services.audit import record
from kkr_desktop.services.back_planning import give_milestones
from kkr_desktop.services.body_history import refuse_closed
from kkr_desktop.services.meeting_states import state_changes
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database

_USUAL_HOURS = (time(9, 30), time(12, 30))
_FIRST_YEAR, _LAST_YEAR = 2007, 2100


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body that meets; a forum's parent is the council it prepares for.

    `closed_from` is the first day on which it is no more, None while no end is known.
    """

    id: int
    name: str
    short_name: str
    kind: BodyKind
    parent_id: int | None
    closed_from: date | None

    def is_open_on(self, day: date) -> bool:
        """Tell whether the body has not been closed by `day`."""
        return self.closed_from is None or day < self.closed_from


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as lists show it."""

    id: int
    rev: int
    body_id: int
    body_name: str
    short_name: str
    kind: MeetingKind
    state: MeetingState
    held_on: date
    starts_at: time
    ends_at: time
    place: str
    online_url: str
    group_meetings: str
    catering_count: int | None
    notes: str
    cancel_reason: str
    round: RoundKey | None

    def allows(self, activity: Activity) -> bool:
        """Tell whether the meeting's state allows `activity`."""
        return activity in ALLOWED[self.state]


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """What the secretary writes of a meeting. `rev` is the one it was read with, 0 for a new."""

    kind: MeetingKind
    held_on: date
    starts_at: time
    ends_at: time
    place: str = ""
    online_url: str = ""
    notes: str = ""
    rev: int = 0
    group_meetings: str = ""
    catering_count: int | None = None
    round: RoundKey | None = None


def bodies(database: Database) -> tuple[BodyRow, ...]:
    """Return the bodies in their usual order, closed ones too."""
    with database.read() as session:
        return _bodies_in(session)


def _bodies_in(session: Session) -> tuple[BodyRow, ...]:
    rows = session.execute(
        select(Body.id, Body.name, Body.short_name, Body.kind, Body.parent_id, Body.valid_to)
        .where(Body.deleted_at.is_(None))
        .order_by(Body.sort_key, Body.id)
    )
    return tuple(BodyRow(*row) for row in rows)


def body_named(database: Database, name: str) -> BodyRow:
    """Return the body that is called `name`, with or without "KKR" before it.

    Raises UnknownBody, which names those there are.
    """
    wanted = one_line(name).casefold()
    known = bodies(database)
    for body in known:
        if wanted in {body.name.casefold(), body.short_name.casefold()}:
            return body
    raise UnknownBody(name, tuple(body.name for body in known))


def _meetings() -> Select[*tuple[Any, ...]]:
    """Return the query of the columns of `MeetingRow`, of which the last two make the round."""
    return (
        select(
            Meeting.id,
            Meeting.rev,
            Meeting.body_id,
            Body.name,
            Body.short_name,
            Meeting.kind,
            Meeting.state,
            Meeting.held_on,
            Meeting.starts_at,
            Meeting.ends_at,
            Meeting.place,
            Meeting.online_url,
            Meeting.group_meetings,
            Meeting.catering_count,
            Meeting.notes,
            Meeting.cancel_reason,
            MeetingRound.year,
            MeetingRound.number,
        )
        .join(Body, Body.id == Meeting.body_id)
        .outerjoin(MeetingRound, MeetingRound.id == Meeting.round_id)
        .where(Meeting.deleted_at.is_(None))
    )


def list_meetings(
    database: Database, *, body_id: int | None = None, year: int | None = None
) -> tuple[MeetingRow, ...]:
    """Return meetings in order of time: all, those of a body, those of a year."""
    query = _meetings().order_by(Meeting.held_on, Meeting.starts_at, Body.sort_key, Meeting.id)
    if body_id is not None:
        query = query.where(Meeting.body_id == body_id)
    if year is not None:
        query = query.where(Meeting.held_on.between(date(year, 1, 1), date(year, 12, 31)))
    with database.read() as session:
        return tuple(_row(found) for found in session.execute(query))


def read_meeting(database: Database, meeting_id: int) -> MeetingRow:
    """Return one meeting. Raises NotFound."""
    with database.read() as session:
        found = session.execute(_meetings().where(Meeting.id == meeting_id)).one_or_none()
        if found is None:
            raise NotFound(f"Mødet med nummer {meeting_id}")
        return _row(found)


def _row(found: Row[*tuple[Any, ...]]) -> MeetingRow:
    *columns, year, number = found
    key = None if number is None else RoundKey(year, number)
    return MeetingRow(*columns, round=key)


def blank_meeting(database: Database, body_id: int, day: date) -> MeetingDraft:
    """Return a draft for `day` with the hours and the place of the body's last meeting.

    Its link is not taken over: it would lead to the meeting that was.
    It is in the round that a council meets in then, or that a forum prepares.
    """
    earlier = [row for row in list_meetings(database, body_id=body_id) if row.held_on < day]
    key = _usual_round(database, body_id, day)
    if not earlier:
        return MeetingDraft(MeetingKind.ORDINARY, day, *_USUAL_HOURS, round=key)
    last = earlier[-1]
    return MeetingDraft(
        MeetingKind.ORDINARY,
        day,
        last.starts_at,
        last.ends_at,
        last.place,
        group_meetings=last.group_meetings,
        catering_count=last.catering_count,
        round=key,
    )


def _usual_round(database: Database, body_id: int, day: date) -> RoundKey | None:
    """Return the round nearest to a council's meeting, or that of the next one to be prepared."""
    known = {body.id: body for body in bodies(database)}
    body = known[body_id]
    if body.kind is BodyKind.KKR:
        return nearest_round(day)
    coming = (
        row.round
        for row in list_meetings(database)
        if row.held_on > day
        and row.round is not None
        and row.state is not MeetingState.CANCELLED
        and (row.body_id == body.parent_id or _is_of_all(body, known[row.body_id]))
    )
    return next(coming, None)


def _is_of_all(body: BodyRow, council: BodyRow) -> bool:
    return body.kind is BodyKind.KL_CHAIRMANSHIP and council.kind is BodyKind.KKR


def draft_of(row: MeetingRow) -> MeetingDraft:
    """Return what is written of a meeting, to be changed."""
    return MeetingDraft(
        kind=row.kind,
        held_on=row.held_on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=row.place,
        online_url=row.online_url,
        notes=row.notes,
        rev=row.rev,
        group_meetings=row.group_meetings,
        catering_count=row.catering_count,
        round=row.round,
    )


def duplicate_of(row: MeetingRow) -> MeetingDraft:
    """Return a draft of a new meeting like `row`, a week later and in no round."""
    later = row.held_on + timedelta(days=7)
    return replace(draft_of(row), held_on=later, rev=0, round=None)


def plan_meeting(database: Database, body_id: int, draft: MeetingDraft) -> Written[int]:
    """Put a meeting into the calendar and return its id."""
    with database.write() as session:
        meeting = add_meeting(session, body_id, draft)
        return Written(meeting.id, state_changes(meeting))


def add_meeting(session: Session, body_id: int, draft: MeetingDraft) -> Meeting:
    """Add a meeting in a unit of work that goes on."""
    check_meeting(draft)
    meeting = Meeting(body_id=body_id)
    fill_meeting(session, meeting, draft)
    session.add(meeting)
    session.flush()
    give_milestones(session, meeting)
    record(session, meeting, "plan", after=long_date(draft.held_on))
    return meeting


def _round(session: Session, key: RoundKey) -> MeetingRound:
    query = select(MeetingRound).filter_by(year=key.year, number=key.number)
    found = session.scalars(query).one_or_none()
    if found is None:
        found = MeetingRound(year=key.year, number=key.number)
        session.add(found)
        session.flush()
    return found


def check_meeting(draft: MeetingDraft) -> None:
    """Raise InvalidValue when a meeting cannot be kept as it is written."""
    if not _FIRST_YEAR <= draft.held_on.year <= _LAST_YEAR:
        raise InvalidValue("Dato", f"Vælg en dato mellem {_FIRST_YEAR} og {_LAST_YEAR}.")
    if draft.ends_at <= draft.starts_at:
        raise InvalidValue("Sluttidspunkt", "Mødet skal slutte senere, end det begynder.")
    if draft.catering_count is not None and draft.catering_count < 0:
        raise InvalidValue("Forplejning", "Antallet kan ikke være under 0.")


def fill_meeting(session: Session, meeting: Meeting, draft: MeetingDraft) -> None:
    """Write what a draft says into a meeting, in a unit of work that goes on."""
    refuse_closed(session, meeting.body_id, draft.held_on)
    meeting.round_id = _round(session, draft.round).id if draft.round else None
    meeting.group_meetings = one_line(draft.group_meetings)
    meeting.catering_count = draft.catering_count
    meeting.kind = draft.kind
    meeting.held_on = draft.held_on
    meeting.starts_at = draft.starts_at
    meeting.ends_at = draft.ends_at
    meeting.place = one_line(draft.place)
    meeting.online_url = one_line(draft.online_url)
    meeting.notes = without_unprintable(draft.notes).strip()
