"""Drafts an agenda: sections, items, their order, their texts."""

from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AgendaItem, AgendaSection, InternalNote, ItemPart
from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.base import now
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.meeting_terms import Activity, MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.ordering import key_between, spread_keys
from kkr_desktop.model.richtext import RichText
from kkr_desktop.model.text import one_line, without_unprintable
from kkr_desktop.services.audit import record
from kkr_desktop.services.meeting_states import (
    AMEND_INSTEAD,
    meeting_or_error,
    require,
)
from kkr_desktop.services.text_history import keep_version
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

MOST_MINUTES = 600
_BACK_FIRST = "Gå først tilbage til udkastet."


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """What the secretary writes of an item beside its texts. `rev` is the one it was read with."""

    title: str
    kind: ItemKind
    is_public: bool = True
    public_title: str = ""
    presenter: str = ""
    minutes_planned: int | None = None
    case_number: str = ""
    rev: int = 0


def add_section(
    database: Database, meeting_id: int, title: str, position: int | None = None
) -> Written[int]:
    """Add a section, at the end or before the section that stands at `position`."""
    with database.write() as session:
        meeting = _open_for_editing(session, meeting_id)
        section = new_section(session, meeting, title, position)
        return Written(section.id, _changed(meeting))


def new_section(
    session: Session, meeting: Meeting, title: str, position: int | None = None
) -> AgendaSection:
    """Add a section in a unit of work that goes on."""
    others = sections_of(session, meeting.id)
    section = AgendaSection(meeting_id=meeting.id, title=one_line(title), sort_key=0)
    _put(section, others, len(others) if position is None else position)
    session.add(section)
    session.flush()
    return section


def rename_section(database: Database, section_id: int, title: str, rev: int) -> Written[int]:
    """Give a section another title; return its new rev."""
    with database.write() as session:
        section, meeting = _section(session, section_id)
        _require_rev(section.rev, rev, "Sektionen")
        section.title = one_line(title)
        session.flush()
        return Written(section.rev, _changed(meeting))


def move_section(database: Database, section_id: int, position: int) -> Written[int]:
    """Move a section before the one that stands at `position`, counted without itself.

    Returns the position that it came from.
    """
    with database.write() as session:
        section, meeting = _section(session, section_id)
        siblings = sections_of(session, meeting.id)
        came_from = siblings.index(section)
        siblings.remove(section)
        _put(section, siblings, position)
        return Written(came_from, _changed(meeting))


def remove_section(database: Database, section_id: int) -> Written[int]:
    """Remove an empty section."""
    with database.write() as session:
        section, meeting = _section(session, section_id)
        if items_of(session, section.id):
            raise InvalidValue("Sektion", "Flyt eller slet først de punkter, der står i den.")
        section.deleted_at = now()
        record(session, section, "remove", before=section.title)
        return Written(section.id, _changed(meeting))


def restore_section(database: Database, section_id: int) -> Written[int]:
    """Take the removal of a section back."""
    with database.write() as session:
        section = session.get_one(AgendaSection, section_id)
        meeting = _open_for_editing(session, section.meeting_id)
        section.deleted_at = None
        return Written(section.id, _changed(meeting))


def add_item(
    database: Database, section_id: int, draft: ItemDraft, position: int | None = None
) -> Written[int]:
    """Add an item to a section, at the end or at `position`, and return its id."""
    with database.write() as session:
        section, meeting = _section(session, section_id)
        item = new_item(session, section, draft, position)
        return Written(item.id, _changed(meeting, item.id))


def new_item(
    session: Session, section: AgendaSection, draft: ItemDraft, position: int | None = None
) -> AgendaItem:
    """Add an item in a unit of work that goes on."""
    others = items_of(session, section.id)
    item = AgendaItem(section_id=section.id, sort_key=0)
    _fill(item, draft)
    _put(item, others, len(others) if position is None else position)
    session.add(item)
    session.flush()
    return item


def change_item(database: Database, item_id: int, draft: ItemDraft) -> Written[int]:
    """Write an item's facts anew; return its new rev."""
    with database.write() as session:
        item, meeting = item_for_editing(session, item_id)
        _require_rev(item.rev, draft.rev, "Punktet")
        _fill(item, draft)
        session.flush()
        return Written(item.rev, _changed(meeting, item.id))


def _fill(item: AgendaItem, draft: ItemDraft) -> None:
    minutes = draft.minutes_planned
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise InvalidValue("Minutter", f"Skriv et tal mellem 0 og {MOST_MINUTES}.")
    item.title = one_line(draft.title)
    item.kind = draft.kind
    item.is_public = draft.is_public
    item.public_title = one_line(draft.public_title)
    item.presenter = one_line(draft.presenter)
    item.minutes_planned = minutes
    item.case_number = one_line(draft.case_number)


def move_item(
    database: Database, item_id: int, section_id: int, position: int
) -> Written[tuple[int, int]]:
    """Move an item to a place in a section, counted without itself.

    Returns section and position that it came from, so that the move can be undone.
    """
    with database.write() as session:
        item, meeting = item_for_editing(session, item_id)
        target, target_meeting = _section(session, section_id)
        if target_meeting.id != meeting.id:
            raise InvalidValue("Punkt", "Et punkt kan kun flyttes inden for sin egen dagsorden.")
        came_from = (item.section_id, items_of(session, item.section_id).index(item))
        siblings = [other for other in items_of(session, target.id) if other is not item]
        item.section_id = target.id
        _put(item, siblings, position)
        return Written(came_from, _changed(meeting, item.id))


def remove_item(database: Database, item_id: int) -> Written[int]:
    """Remove an item; with its texts it can be brought back by `restore_item`."""
    with database.write() as session:
        item, meeting = item_for_editing(session, item_id)
        if item.number_frozen is not None:
            item.withdrawn = True
            record(session, item, "withdraw", before=item.title)
        else:
            item.deleted_at = now()
            record(session, item, "remove", before=item.title)
        return Written(item.id, _changed(meeting, item.id))


def restore_item(database: Database, item_id: int) -> Written[int]:
    """Take the removal, or the withdrawal, of an item back."""
    with database.write() as session:
        item = session.get_one(AgendaItem, item_id)
        section = session.get_one(AgendaSection, item.section_id)
        meeting = _open_for_editing(session, section.meeting_id)
        item.deleted_at = None
        item.withdrawn = False
        return Written(item.id, _changed(meeting, item.id))


def save_part(
    database: Database, item_id: int, part_type: PartType, text: RichText, rev: int
) -> Written[int]:
    """Save one part of an item as typed; `rev` is 0 when there was none. Returns the new rev."""
    with database.write() as session:
        _, meeting = item_for_editing(session, item_id)
        part = write_part(session, item_id, part_type, text, rev)
        session.flush()
        return Written(part.rev, _changed(meeting, item_id))


def write_part(
    session: Session, item_id: int, part_type: PartType, text: RichText, rev: int = 0
) -> ItemPart:
    """Save a part in a unit of work that goes on."""
    part = session.scalars(
        select(ItemPart).filter_by(item_id=item_id, part_type=part_type)
    ).one_or_none()
    if part is None:
        part = ItemPart(item_id=item_id, part_type=part_type)
        session.add(part)
    else:
        _require_rev(part.rev, rev, "Teksten")
        keep_version(session, part, text)
    part.text = text
    part.plain_text = text.plain_text()
    return part


def save_note(database: Database, item_id: int, text: str, rev: int) -> Written[int]:
    """Save the internal note of an item; `rev` is 0 when there was none. Returns the new rev."""
    with database.write() as session:
        item = session.get(AgendaItem, item_id)
        if item is None or item.deleted_at is not None:
            raise NotFound("Punktet")
        section = session.get_one(AgendaSection, item.section_id)
        meeting = meeting_or_error(session, section.meeting_id)
        note = session.scalars(select(InternalNote).filter_by(item_id=item_id)).one_or_none()
        if note is None:
            note = InternalNote(item_id=item_id)
            session.add(note)
        else:
            _require_rev(note.rev, rev, "Noten")
        note.text = without_unprintable(text)
        session.flush()
        return Written(note.rev, _changed(meeting, item_id))


def sections_of(session: Session, meeting_id: int) -> list[AgendaSection]:
    """Return a meeting's sections in order."""
    return list(
        session.scalars(
            select(AgendaSection)
            .where(AgendaSection.meeting_id == meeting_id, AgendaSection.deleted_at.is_(None))
            .order_by(AgendaSection.sort_key, AgendaSection.id)
        )
    )


def items_of(session: Session, section_id: int) -> list[AgendaItem]:
    """Return a section's items in order."""
    return list(
        session.scalars(
            select(AgendaItem)
            .where(AgendaItem.section_id == section_id, AgendaItem.deleted_at.is_(None))
            .order_by(AgendaItem.sort_key, AgendaItem.id)
        )
    )


_Placed = TypeVar("_Placed", AgendaSection, AgendaItem)


def _put(row: _Placed, siblings: list[_Placed], position: int) -> None:
    """Give `row` the sort key of a place among its siblings, counted without itself."""
    place = min(max(position, 0), len(siblings))
    before = siblings[place - 1].sort_key if place > 0 else None
    after = siblings[place].sort_key if place < len(siblings) else None
    key = key_between(before, after)
    if key is None:
        ordered = [*siblings[:place], row, *siblings[place:]]
        for sibling, spread in zip(ordered, spread_keys(len(ordered)), strict=True):
            sibling.sort_key = spread
    else:
        row.sort_key = key


def _open_for_editing(session: Session, meeting_id: int) -> Meeting:
    meeting = meeting_or_error(session, meeting_id)
    remedy = AMEND_INSTEAD if meeting.state is MeetingState.DISPATCHED else _BACK_FIRST
    require(meeting, Activity.EDIT_AGENDA, "At ændre dagsordenen", remedy)
    return meeting


def _section(session: Session, section_id: int) -> tuple[AgendaSection, Meeting]:
    section = session.get(AgendaSection, section_id)
    if section is None or section.deleted_at is not None:
        raise NotFound("Sektionen")
    return section, _open_for_editing(session, section.meeting_id)


def item_for_editing(session: Session, item_id: int) -> tuple[AgendaItem, Meeting]:
    """Return an item whose meeting's state lets its agenda be edited, and the meeting."""
    item = session.get(AgendaItem, item_id)
    if item is None or item.deleted_at is not None:
        raise NotFound("Punktet")
    section = session.get_one(AgendaSection, item.section_id)
    return item, _open_for_editing(session, section.meeting_id)


def _require_rev(current: int, read_with: int, what: str) -> None:
    if current != read_with:
        raise ChangedElsewhere(what)


def _changed(meeting: Meeting, item_id: int | None = None) -> tuple[Change, ...]:
    return tuple(
        Change(area, body_id=meeting.body_id, meeting_id=meeting.id, item_id=item_id)
        for area in (Area.AGENDA, Area.MINUTES)
    )
