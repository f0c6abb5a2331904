"""Follows up on decisions: who does what by when, and what is late."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AgendaItem
from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.follow_ups import FollowUp, FollowUpState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.people import Person
from kkr_desktop.model.text import one_line, without_unprintable
from kkr_desktop.services.agenda_outline import numbered
from kkr_desktop.services.audit import record
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.register import live, members_in
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_WHAT = "Opfølgningen"
_Found = Select[FollowUp, Meeting, Body, AgendaItem, Person]


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    """What the secretary writes of a follow-up. `rev` is the one it was read with, 0 for a new.

    `owner` is whoever does it, in words; `owner_person_id` names a person of the
    register instead.
    """

    text: str
    owner: str = ""
    owner_person_id: int | None = None
    due_on: date | None = None
    state: FollowUpState = FollowUpState.OPEN
    note: str = ""
    rev: int = 0


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A follow-up as lists show it, with the item and the meeting that it came from."""

    id: int
    uid: str
    draft: FollowUpDraft
    owner_name: str
    meeting_id: int
    body_id: int
    body_name: str
    held_on: date
    item_id: int | None
    item_number: str
    item_title: str
    is_public: bool
    closed_at: datetime | None

    def is_late(self, today: date) -> bool:
        """Tell whether it should have been done before `today`."""
        due_on = self.draft.due_on
        return self.is_open and due_on is not None and due_on < today

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.draft.state is FollowUpState.OPEN


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody to choose as owner; `person_id` is None for one in words."""

    name: str
    person_id: int | None = None


def follow_ups(
    database: Database,
    *,
    body_id: int | None = None,
    meeting_id: int | None = None,
    item_id: int | None = None,
    with_closed: bool = False,
) -> tuple[FollowUpRow, ...]:
    """Return follow-ups: of all meetings, of a body, a meeting or an item.

    The open ones come first in order of their date, so that the late ones stand
    at the top and those without a date at the end; then the closed ones, newest first.
    """
    query = _query()
    if body_id is not None:
        query = query.where(Meeting.body_id == body_id)
    if meeting_id is not None:
        query = query.where(FollowUp.meeting_id == meeting_id)
    if item_id is not None:
        query = query.where(FollowUp.item_id == item_id)
    if not with_closed:
        query = query.where(FollowUp.state == FollowUpState.OPEN)
    with database.read() as session:
        return _rows(session, query)


def follow_ups_of_body(session: Session, body_id: int) -> tuple[FollowUpRow, ...]:
    """Return all follow-ups of a body, closed ones too, in a unit of work that goes on."""
    return _rows(session, _query().where(Meeting.body_id == body_id))


def _query() -> _Found:
    return (
        select(FollowUp, Meeting, Body, AgendaItem, Person)
        .join(Meeting, Meeting.id == FollowUp.meeting_id)
        .join(Body, Body.id == Meeting.body_id)
        .outerjoin(AgendaItem, AgendaItem.id == FollowUp.item_id)
        .outerjoin(Person, Person.id == FollowUp.owner_person_id)
        .where(live(FollowUp), live(Meeting))
    )


def _rows(session: Session, query: _Found) -> tuple[FollowUpRow, ...]:
    found = session.execute(query).all()
    numbers: dict[Hashable, str] = {}
    for meeting_id in {meeting.id for _, meeting, *_ in found}:
        numbers |= numbered(session, meeting_id)[2].items
    rows = [_row(numbers, *row) for row in found]
    return tuple(sorted(rows, key=_place))


def _row(
    numbers: dict[Hashable, str],
    row: FollowUp,
    meeting: Meeting,
    body: Body,
    item: AgendaItem | None,
    person: Person | None,
) -> FollowUpRow:
    return FollowUpRow(
        id=row.id,
        uid=row.uid,
        draft=_draft_of(row),
        owner_name=person.name if person is not None else row.owner,
        meeting_id=meeting.id,
        body_id=body.id,
        body_name=body.name,
        held_on=meeting.held_on,
        item_id=row.item_id,
        item_number=numbers.get(row.item_id, "") if row.item_id is not None else "",
        item_title=item.title if item is not None else "",
        is_public=item.is_public if item is not None else True,
        closed_at=row.closed_at,
    )


def _draft_of(row: FollowUp) -> FollowUpDraft:
    return FollowUpDraft(
        row.text, row.owner, row.owner_person_id, row.due_on, row.state, row.note, row.rev
    )


def _place(row: FollowUpRow) -> tuple[object, ...]:
    if row.closed_at is not None:
        return (1, -row.closed_at.timestamp(), row.id)
    return (0, row.draft.due_on or date.max, row.held_on, row.id)


def read_follow_up(database: Database, follow_up_id: int) -> FollowUpRow:
    """Return one follow-up. Raises NotFound."""
    with database.read() as session:
        rows = _rows(session, _query().where(FollowUp.id == follow_up_id))
    if not rows:
        raise NotFound(_WHAT)
    return rows[0]


def owner_choices(database: Database, meeting_id: int) -> tuple[Owner, ...]:
    """Return who may be given a follow-up: owners in words used before, then the members.

    The members are those on the day of the meeting, in Danish order.
    """
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        used = session.scalars(
            select(FollowUp.owner).where(live(FollowUp), FollowUp.owner != "").distinct()
        )
        words = sorted({"Sekretariatet", *used}, key=danish_key)
        members = members_in(session, meeting.body_id, meeting.held_on)
        names = sorted(
            {(row.name, row.person_id) for row in members}, key=lambda m: danish_key(m[0])
        )
        return (*(Owner(name) for name in words), *(Owner(*member) for member in names))


def add_follow_up(
    database: Database, meeting_id: int, item_id: int | None, draft: FollowUpDraft
) -> Written[int]:
    """Give someone a task from a meeting, and from an item when it came from one.

    Possible in every state of the meeting: nothing that was frozen has follow-ups in it.
    """
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        row = new_follow_up(session, meeting, item_id, draft)
        return Written(row.id, _changed(meeting, item_id))


def new_follow_up(
    session: Session, meeting: Meeting, item_id: int | None, draft: FollowUpDraft
) -> FollowUp:
    """Add a follow-up in a unit of work that goes on."""
    row = FollowUp(meeting_id=meeting.id, item_id=item_id)
    _fill(row, draft)
    session.add(row)
    session.flush()
    return row


def change_follow_up(
    database: Database, follow_up_id: int, draft: FollowUpDraft
) -> Written[FollowUpDraft]:
    """Write a follow-up anew; return it as it was, with the rev to put it back with."""
    with database.write() as session:
        row, meeting = _row_and_meeting(session, follow_up_id)
        if row.rev != draft.rev:
            raise ChangedElsewhere(_WHAT)
        before = _draft_of(row)
        _fill(row, draft)
        if row.state is not before.state:
            record(session, row, "state", before=before.state.value, after=row.state.value)
        session.flush()
        return Written(replace(before, rev=row.rev), _changed(meeting, row.item_id))


def set_follow_up_state(
    database: Database, row: FollowUpRow, state: FollowUpState
) -> Written[FollowUpDraft]:
    """Mark a follow-up as done, as dropped or as open again; as `change_follow_up`."""
    return change_follow_up(database, row.id, replace(row.draft, state=state))


def remove_follow_up(database: Database, follow_up_id: int) -> Written[int]:
    """Remove a follow-up that was a mistake; `restore_follow_up` brings it back."""
    with database.write() as session:
        row, meeting = _row_and_meeting(session, follow_up_id)
        row.deleted_at = now()
        record(session, row, "remove", before=row.text)
        return Written(row.id, _changed(meeting, row.item_id))


def restore_follow_up(database: Database, follow_up_id: int) -> Written[int]:
    """Take the removal of a follow-up back."""
    with database.write() as session:
        row = session.get_one(FollowUp, follow_up_id)
        row.deleted_at = None
        meeting = session.get_one(Meeting, row.meeting_id)
        return Written(row.id, _changed(meeting, row.item_id))


def _fill(row: FollowUp, draft: FollowUpDraft) -> None:
    text = one_line(draft.text)
    if not text:
        raise InvalidValue("Opgave", "Skriv, hvad der skal gøres.")
    row.text = text
    row.owner_person_id = draft.owner_person_id
    row.owner = "" if draft.owner_person_id is not None else one_line(draft.owner)
    row.due_on = draft.due_on
    row.note = without_unprintable(draft.note).strip()
    if draft.state is FollowUpState.OPEN:
        row.closed_at = None
    elif row.state is not draft.state:
        row.closed_at = now()
    row.state = draft.state


def _row_and_meeting(session: Session, follow_up_id: int) -> tuple[FollowUp, Meeting]:
    row = session.get(FollowUp, follow_up_id)
    if row is None or row.deleted_at is not None:
        raise NotFound(_WHAT)
    return row, session.get_one(Meeting, row.meeting_id)


def _changed(meeting: Meeting, item_id: int | None) -> tuple[Change, ...]:
    return (
        Change(Area.FOLLOW_UPS, body_id=meeting.body_id, meeting_id=meeting.id, item_id=item_id),
    )
