"""Guests and presenters: who took part in an item, or in the whole meeting, without a seat."""

from dataclasses import dataclass
from itertools import takewhile

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AgendaItem, AgendaSection
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.participation import Guest
from kkr_desktop.model.text import one_line
from kkr_desktop.services.attendance_changes import attendance_changed, open_for_minutes
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.register import live, members_in
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database

_TITLES = ("direktør", "chef", "formand", "borgmester", "konsulent", "leder", "administrerende")


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A guest; `item_id` is None for who took part in the whole meeting, `id` for a new one."""

    name: str
    title: str = ""
    is_presenter: bool = False
    item_id: int | None = None
    id: int | None = None
    rev: int = 0


def guests(database: Database, meeting_id: int) -> tuple[GuestRow, ...]:
    """Return the guests of a meeting in the order in which they were noted."""
    with database.read() as session:
        return guests_in(session, meeting_id)


def guests_in(session: Session, meeting_id: int) -> tuple[GuestRow, ...]:
    """Return the same in a unit of work that goes on."""
    rows = session.scalars(
        select(Guest).where(Guest.meeting_id == meeting_id, live(Guest)).order_by(Guest.id)
    )
    return tuple(
        GuestRow(row.name, row.title, row.is_presenter, row.item_id, row.id, row.rev)
        for row in rows
    )


def save_guest(database: Database, meeting_id: int, guest: GuestRow) -> Written[int]:
    """Add a guest or change one; return their id. Raises InvalidValue without a name."""
    name = one_line(guest.name)
    if not name:
        raise InvalidValue("Navn", "Skriv gæstens navn.")
    with database.write() as session:
        meeting = open_for_minutes(session, meeting_id)
        kept = _guest(session, meeting, guest) if guest.id is not None else None
        if kept is None:
            kept = Guest(meeting_id=meeting_id)
            session.add(kept)
        kept.name, kept.title = name, one_line(guest.title)
        kept.is_presenter, kept.item_id = guest.is_presenter, guest.item_id
        session.flush()
        return Written(kept.id, attendance_changed(meeting))


def remove_guest(database: Database, meeting_id: int, guest: GuestRow) -> Written[None]:
    """Remove a guest."""
    with database.write() as session:
        meeting = open_for_minutes(session, meeting_id)
        session.delete(_guest(session, meeting, guest))
        return Written(None, attendance_changed(meeting))


def _guest(session: Session, meeting: Meeting, guest: GuestRow) -> Guest:
    kept = session.get(Guest, guest.id)
    if kept is None or kept.meeting_id != meeting.id:
        raise NotFound("Gæsten")
    if kept.rev != guest.rev:
        raise ChangedElsewhere("Gæsten")
    return kept


def presenters_to_add(database: Database, meeting_id: int) -> tuple[GuestRow, ...]:
    """Return those whom the agenda names as presenters and who are not guests of the item yet.

    A single word such as "Formandskabet" names nobody, and members are no guests.
    """
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        kept = {(guest.item_id, guest.name.casefold()) for guest in guests_in(session, meeting_id)}
        members = [row.name for row in members_in(session, meeting.body_id, meeting.held_on)]
        named = session.execute(
            select(AgendaItem.id, AgendaItem.presenter)
            .join(AgendaSection, AgendaSection.id == AgendaItem.section_id)
            .where(
                AgendaSection.meeting_id == meeting_id,
                AgendaItem.presenter != "",
                AgendaItem.withdrawn.is_(False),
                live(AgendaItem),
            )
            .order_by(AgendaSection.sort_key, AgendaItem.sort_key)
        ).all()
    return tuple(
        presenter_named(words, item_id)
        for item_id, words in named
        if not any(member in words for member in members)
        and " " in presenter_named(words, item_id).name
        and (item_id, presenter_named(words, item_id).name.casefold()) not in kept
    )


def presenter_named(words: str, item_id: int) -> GuestRow:
    """Read a presenter as the agenda names one: "v. direktør Bo Øst, KL"."""
    said = one_line(words).removeprefix("v.").removeprefix("ved ").strip()
    before, _, after = said.partition(",")
    parts = before.split()
    titles = list(takewhile(_is_title, parts))
    if len(titles) == len(parts):
        titles = []
    name = " ".join(parts[len(titles) :])
    title = " ".join(titles)
    title = title[:1].lower() + title[1:]
    title = ", ".join(part for part in (title, after.strip()) if part)
    return GuestRow(name, title, is_presenter=True, item_id=item_id)


def _is_title(word: str) -> bool:
    return word[:1].islower() or word.casefold().endswith(_TITLES)
