"""Makes the demo secretariat through the same services that the window uses."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.text_document import render_text_document
from kkr_desktop.model.agenda import AgendaItem, InternalNote
from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.bodies import Body, Municipality, Party, PostKind
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.people import Membership, Office, Person
from kkr_desktop.model.presence import WHOLE, Stay
from kkr_desktop.services.agenda_content import agenda_file_name, export_agenda
from kkr_desktop.services.appendices import keep_typeset, new_appendix
from kkr_desktop.services.approval_appendix import attach_minutes
from kkr_desktop.services.attendance import Substitute, attendance_in
from kkr_desktop.services.attendance_changes import write_attendance
from kkr_desktop.services.dispatch import dispatch_in
from kkr_desktop.services.drafting import ItemDraft, new_item, new_section, write_part
from kkr_desktop.services.follow_up import FollowUpDraft, new_follow_up
from kkr_desktop.services.meeting_sequence import meeting_before
from kkr_desktop.services.meeting_states import enter_state
from kkr_desktop.services.member_choices import new_local_list
from kkr_desktop.services.membership_changes import MemberDraft, new_member
from kkr_desktop.services.minute_taking import DecisionDraft, write_decision
from kkr_desktop.services.minutes_approval import approve_in
from kkr_desktop.services.minutes_content import export_minutes, minutes_file_name
from kkr_desktop.services.people_on import people_on
from kkr_desktop.services.planning import MeetingDraft, RoundKey, add_meeting, list_meetings
from kkr_desktop.services.register import MemberRole
from kkr_desktop.services.roles_and_substitutes import new_person, new_substitute
from kkr_desktop.services.treated_items import TreatedItem, item_at, treated_items
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.demo_content import (
    BODY_NAME,
    DemoAttendance,
    DemoContent,
    DemoItem,
    DemoMeeting,
    DemoMembership,
    DemoOffice,
    DemoPerson,
    read_demo_content,
)
from kkr_desktop.storage.file_store import FileStore

_ROLES = {PostKind.CHAIR: MemberRole.CHAIR, PostKind.VICE_CHAIR: MemberRole.VICE_CHAIR}


def make_demo(database: Database) -> None:
    """Fill a new database with the demo secretariat, all of it or nothing."""
    content = read_demo_content()
    with database.write() as session:
        body = session.scalars(select(Body).filter_by(name=BODY_NAME)).one()
        people = _add_people(session, body, content)
        forums = {forum.short_name: forum for forum in session.scalars(select(Body))}
        for meeting in content.meetings:
            holder = forums[meeting.body] if meeting.body else body
            _add_meeting(session, database.files, holder, meeting, people)


def write_demo_documents(database: Database, folder: Path) -> tuple[Path, ...]:
    """Write the coming meeting's agenda and the latest approved minutes as PDF into `folder`."""
    meetings = list_meetings(database)
    coming = next(row for row in meetings if row.state is MeetingState.DRAFTING)
    approved = {MeetingState.MINUTES_APPROVED, MeetingState.PUBLISHED}
    past = [row for row in meetings if row.state in approved][-1]
    agenda = folder / agenda_file_name(database, coming.id)
    minutes = folder / minutes_file_name(database, past.id)
    export_agenda(database, coming.id, agenda)
    export_minutes(database, past.id, minutes)
    return agenda, minutes


def _add_people(session: Session, body: Body, content: DemoContent) -> dict[str, int]:
    """Add everybody; return their ids by key."""
    towns = {row.code: row.id for row in session.scalars(select(Municipality))}
    for entry in content.local_lists:
        town = towns[entry.municipality_code]
        new_local_list(session, entry.letter, entry.name, town, date(2026, 1, 1))
    parties = {
        (party.letter, party.municipality_id): party.id for party in session.scalars(select(Party))
    }
    register = _Register(session, body, content, towns, parties)
    in_order = sorted(content.memberships, key=lambda m: (m.valid_from, bool(m.substitute_for)))
    for membership in in_order:
        register.add(membership)
    return register.people


class _Register:
    """Adds the demo's memberships in order, and remembers who is who."""

    def __init__(
        self,
        session: Session,
        body: Body,
        content: DemoContent,
        towns: Mapping[str, int],
        parties: Mapping[tuple[str, int | None], int],
    ) -> None:
        self.people: dict[str, int] = {}
        self._session = session
        self._body = body
        self._towns = towns
        self._parties = parties
        self._content = content
        self._entries = {person.key: person for person in content.people}
        self._seats: dict[str, Membership] = {}
        self._roles = {
            membership.person: _ROLES[membership.kind]
            for membership in content.memberships
            if membership.kind in _ROLES
        }

    def add(self, entry: DemoMembership) -> None:
        """Add a member or a substitute; roles come with the member."""
        if entry.kind in _ROLES:
            return
        if entry.substitute_for:
            self._add_substitute(entry)
            return
        person = self._entries[entry.person]
        office = self._offices(entry.person)[0]
        membership = new_member(
            self._session,
            self._body.id,
            MemberDraft(
                given_name=person.given_name,
                family_name=person.family_name,
                kind=entry.kind,
                municipality_id=self._towns[office.municipality_code],
                party_id=self._party(person),
                title=office.title,
                valid_from=entry.valid_from,
                role=self._roles.get(entry.person, MemberRole.MEMBER),
                email=person.email,
                phone=person.phone,
                secretary_email=person.secretary_email,
            ),
            self._known(entry.person),
        )
        membership.valid_to = entry.valid_to
        membership.end_reason = entry.end_reason
        self.people[entry.person] = membership.person_id
        self._seats[entry.person] = membership
        self._date_offices(entry.person)

    def _add_substitute(self, entry: DemoMembership) -> None:
        person = self._entries[entry.person]
        added = self._known(entry.person) or new_person(
            self._session, person.given_name, person.family_name
        )
        self.people[entry.person] = added.id
        seat = self._seats[entry.substitute_for]
        substitute = new_substitute(self._session, seat, added.id, entry.valid_from)
        substitute.valid_to = entry.valid_to
        self._date_offices(entry.person)

    def _known(self, key: str) -> Person | None:
        person_id = self.people.get(key)
        return None if person_id is None else self._session.get_one(Person, person_id)

    def _date_offices(self, key: str) -> None:
        """Give the person the offices of the demo, each with its own interval."""
        person_id = self.people[key]
        for made in self._session.scalars(select(Office).filter_by(person_id=person_id)):
            self._session.delete(made)
        self._session.add_all(
            Office(
                person_id=person_id,
                title=office.title,
                municipality_id=self._towns[office.municipality_code],
                valid_from=office.valid_from,
                valid_to=office.valid_to,
            )
            for office in self._offices(key)
        )

    def _offices(self, key: str) -> list[DemoOffice]:
        return [office for office in self._content.offices if office.person == key]

    def _party(self, person: DemoPerson) -> int | None:
        town = self._towns.get(person.party_municipality_code)
        return self._parties[person.party_letter, town]


def _add_meeting(
    session: Session,
    files: FileStore,
    body: Body,
    entry: DemoMeeting,
    people: Mapping[str, int],
) -> None:
    draft = MeetingDraft(
        entry.kind,
        entry.held_on,
        entry.starts_at,
        entry.ends_at,
        entry.place,
        entry.online_url,
        entry.notes,
        round=RoundKey(entry.held_on.year, entry.round_number) if entry.round_number else None,
    )
    meeting = add_meeting(session, body.id, draft)
    if not entry.sections:
        return
    enter_state(session, meeting, MeetingState.DRAFTING)
    items = _add_agenda(session, files, meeting, entry)
    if entry.dispatched_on is None:
        return
    dispatch_in(session, files, meeting, _noon(entry.dispatched_on))
    for state in (MeetingState.HELD, MeetingState.MINUTES_DRAFTED):
        enter_state(session, meeting, state)
    _add_attendance(session, meeting, entry, people)
    for item, source in items:
        decision = DecisionDraft(source.decision, source.public_decision, source.outcome)
        write_decision(session, meeting, item.id, decision)
        for told in source.follow_ups:
            task = FollowUpDraft(
                told.text, told.owner, due_on=told.due_on, state=told.state, note=told.note
            )
            new_follow_up(session, meeting, item.id, task)
    session.flush()
    if entry.minutes_approved_on is not None:
        approve_in(session, files, meeting, _noon(entry.minutes_approved_on))
    if entry.state is MeetingState.PUBLISHED:
        enter_state(session, meeting, MeetingState.PUBLISHED)


def _add_agenda(
    session: Session, files: FileStore, meeting: Meeting, entry: DemoMeeting
) -> list[tuple[AgendaItem, DemoItem]]:
    added: list[tuple[AgendaItem, DemoItem]] = []
    for section_entry in entry.sections:
        section = new_section(session, meeting, section_entry.title)
        for source in section_entry.items:
            draft = ItemDraft(
                title=source.title,
                kind=source.kind,
                is_public=source.is_public,
                public_title=source.public_title,
                presenter=source.presenter,
                minutes_planned=source.minutes_planned,
                case_number=source.case_number,
            )
            item = new_item(session, section, draft)
            if source.continues:
                same = select(AgendaItem).filter_by(title=source.continues)
                earlier = session.scalars(same.where(AgendaItem.id != item.id)).one()
                item.continued_from_id = earlier.id
            for kind, text in source.parts.items():
                write_part(session, item.id, kind, text)
            if source.internal_note:
                session.add(InternalNote(item_id=item.id, text=source.internal_note))
            _add_appendices(session, files, item, source)
            added.append((item, source))
    session.flush()
    _attach_last_minutes(session, files, meeting, [item for item, _ in added])
    return added


def _attach_last_minutes(
    session: Session, files: FileStore, meeting: Meeting, items: Sequence[AgendaItem]
) -> None:
    """Put the minutes of the meeting before beside the item that approves them."""
    earlier = meeting_before(session, meeting)
    if earlier is None:
        return
    for item in items:
        if item.kind is ItemKind.APPROVAL and long_date(earlier.held_on) in item.title:
            item.approves_minutes_of_id = earlier.id
    session.flush()
    attach_minutes(session, files, earlier)


def _add_appendices(session: Session, files: FileStore, item: AgendaItem, source: DemoItem) -> None:
    for number, appendix in enumerate(source.appendices, start=1):
        data = render_text_document(
            appendix.title,
            appendix.text,
            document_uid=f"{item.uid}-{number}",
            dated=datetime(2026, 11, 20, 12, tzinfo=UTC),
        )
        new_appendix(
            session,
            item,
            appendix.title,
            f"{appendix.title}.pdf",
            *keep_typeset(files, data),
            is_public=appendix.is_public,
        )


def _add_attendance(
    session: Session, meeting: Meeting, entry: DemoMeeting, people: Mapping[str, int]
) -> None:
    """Note everybody as present who is not named otherwise."""
    named = {people[row.person]: row for row in entry.attendance if not row.substitute_for}
    substitutes = {
        people[row.substitute_for]: people[row.person]
        for row in entry.attendance
        if row.substitute_for
    }
    standing_in = people_on(session, substitutes.values(), meeting.held_on)
    items = treated_items(session, meeting)
    for row in attendance_in(session, meeting):
        told, stands_in = named.get(row.person_id), substitutes.get(row.person_id)
        write_attendance(
            session,
            meeting,
            replace(
                row,
                status=told.status if told else AttendanceStatus.PRESENT,
                stays=(_stay(told, items, meeting),) if told else WHOLE,
                substitute=Substitute(standing_in[stands_in], WHOLE) if stands_in else None,
            ),
        )
    session.flush()


def _stay(told: DemoAttendance, items: Sequence[TreatedItem], meeting: Meeting) -> Stay:
    """Return from when to when someone was there, with the items of those times."""
    came, left = told.arrived_at, told.left_at
    return Stay(
        item_at(items, meeting.starts_at, came) if came else None,
        item_at(items, meeting.starts_at, left) if left else None,
        came,
        left,
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(11), UTC)
