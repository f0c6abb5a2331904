"""Carries postponed items to the next meeting, with where they were, when and why."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from kkr_desktop.model.agenda import (
    AgendaItem,
    AgendaSection,
    Appendix,
    AppendixVersion,
    InternalNote,
    ItemPart,
)
from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.base import new_uid
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.meeting_terms import Activity, MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Decision, Treatment
from kkr_desktop.model.minutes_terms import Outcome
from kkr_desktop.model.richtext import EMPTY, Paragraph, RichText, Run, rich_text
from kkr_desktop.services.agenda_outline import appendix_rows, numbered
from kkr_desktop.services.audit import record
from kkr_desktop.services.drafting import (
    ItemDraft,
    items_of,
    new_item,
    new_section,
    sections_of,
    write_part,
)
from kkr_desktop.services.meeting_states import meeting_or_error, require
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class EarlierTreatment:
    """Where an item was postponed: the meeting's day, its number there, and the decision."""

    item_id: int
    title: str
    held_on: date
    number: str
    reason: str


def postponed_items(database: Database, meeting_id: int) -> tuple[EarlierTreatment, ...]:
    """Return what earlier meetings of the body postponed and no agenda has taken up yet.

    Empty unless the meeting's agenda is being drafted. Raises NotFound.
    """
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        return postponed_in(session, meeting) if meeting.state is MeetingState.DRAFTING else ()


def postponed_in(session: Session, meeting: Meeting) -> tuple[EarlierTreatment, ...]:
    """Return the same in a unit of work that goes on, whatever the meeting's state."""
    later = aliased(AgendaItem)
    taken_up = select(later.id).where(
        later.continued_from_id == AgendaItem.id, later.deleted_at.is_(None)
    )
    items = session.scalars(
        select(AgendaItem)
        .join(Treatment, Treatment.item_id == AgendaItem.id)
        .join(Decision, Decision.treatment_id == Treatment.id)
        .join(Meeting, Meeting.id == Treatment.meeting_id)
        .where(
            Decision.outcome == Outcome.POSTPONED,
            Decision.deleted_at.is_(None),
            AgendaItem.deleted_at.is_(None),
            Meeting.body_id == meeting.body_id,
            Meeting.held_on < meeting.held_on,
            Meeting.deleted_at.is_(None),
            ~taken_up.exists(),
        )
        .order_by(Meeting.held_on, AgendaItem.sort_key, AgendaItem.id)
    )
    return tuple(_treatment(session, item) for item in items)


def _treatment(session: Session, item: AgendaItem) -> EarlierTreatment:
    section = session.get_one(AgendaSection, item.section_id)
    meeting = session.get_one(Meeting, section.meeting_id)
    reason = session.scalars(
        select(Decision.plain_text)
        .join(Treatment, Treatment.id == Decision.treatment_id)
        .where(
            Treatment.item_id == item.id,
            Treatment.meeting_id == meeting.id,
            Decision.deleted_at.is_(None),
        )
    ).first()
    number = numbered(session, meeting.id)[2].items[item.id]
    words = " ".join((reason or "").split())
    return EarlierTreatment(item.id, item.title, meeting.held_on, number, words)


def history_of(database: Database, item_id: int) -> tuple[EarlierTreatment, ...]:
    """Return where an item was before, the latest first; empty for most items."""
    with database.read() as session:
        item = session.get(AgendaItem, item_id)
        found: list[EarlierTreatment] = []
        while item is not None and item.continued_from_id is not None:
            item = session.get_one(AgendaItem, item.continued_from_id)
            found.append(_treatment(session, item))
        return tuple(found)


def carry_over(database: Database, item_id: int, meeting_id: int) -> Written[int]:
    """Put a postponed item on a meeting's agenda; return the new item's id."""
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        require(meeting, Activity.EDIT_AGENDA, "At ændre dagsordenen")
        made = carry_over_in(session, item_id, meeting)
        changes = tuple(
            Change(area, body_id=meeting.body_id, meeting_id=meeting.id, item_id=made.id)
            for area in (Area.AGENDA, Area.MINUTES)
        )
        return Written(made.id, changes)


def carry_over_in(session: Session, item_id: int, meeting: Meeting) -> AgendaItem:
    """Do it in a unit of work that goes on.

    The item comes with its texts, its note and its appendices as they are now;
    what became of it before is written under "Behandling i andre fora".
    """
    source = session.get(AgendaItem, item_id)
    if source is None or source.deleted_at is not None:
        raise NotFound("Punktet")
    draft = ItemDraft(
        source.title,
        source.kind,
        source.is_public,
        source.public_title,
        source.presenter,
        source.minutes_planned,
        source.case_number,
    )
    made = new_item(session, _place_for(session, source, meeting), draft)
    made.continued_from_id = source.id
    _copy_texts(session, source, made, meeting)
    _copy_appendices(session, source, made)
    record(session, made, "carry over", before=source.uid)
    session.flush()
    return made


def _place_for(session: Session, source: AgendaItem, meeting: Meeting) -> AgendaSection:
    """Return the section called as the one before, or one with items of the kind, or a new one."""
    title = session.get_one(AgendaSection, source.section_id).title
    sections = sections_of(session, meeting.id)
    for section in sections:
        if section.title.casefold() == title.casefold():
            return section
    for section in sections:
        if any(item.kind is source.kind for item in items_of(session, section.id)):
            return section
    return new_section(session, meeting, title)


def _copy_texts(session: Session, source: AgendaItem, made: AgendaItem, meeting: Meeting) -> None:
    parts = {
        part.part_type: part.text
        for part in session.scalars(select(ItemPart).filter_by(item_id=source.id))
    }
    earlier = _treatment(session, source)
    body_name = session.get_one(Body, meeting.body_id).name
    parts[PartType.PRIOR_HANDLING] = _with_line(
        parts.get(PartType.PRIOR_HANDLING, EMPTY),
        f"{body_name} havde sagen på dagsordenen den {long_date(earlier.held_on)} "
        f"(punkt {earlier.number}). {earlier.reason or 'Sagen blev udsat.'}",
    )
    for kind, text in parts.items():
        write_part(session, made.id, kind, text)
    note = session.scalars(select(InternalNote).filter_by(item_id=source.id)).one_or_none()
    if note is not None:
        session.add(InternalNote(item_id=made.id, text=note.text))


def _with_line(text: RichText, line: str) -> RichText:
    return rich_text((*text.blocks, Paragraph((Run(line),))))


def _copy_appendices(session: Session, source: AgendaItem, made: AgendaItem) -> None:
    """Give the item appendices of its own, each with the file that it has now."""
    for row in appendix_rows(session, [source.id]).get(source.id, ()):
        appendix = session.get_one(Appendix, row.id)
        copied = Appendix(
            item_id=made.id,
            title=appendix.title,
            is_public=appendix.is_public,
            sort_key=appendix.sort_key,
        )
        session.add(copied)
        session.flush()
        newest = session.scalars(
            select(AppendixVersion)
            .where(AppendixVersion.appendix_id == appendix.id)
            .order_by(AppendixVersion.number.desc())
            .limit(1)
        ).one()
        session.add(_copy(newest, copied.id))


def _copy(version: AppendixVersion, appendix_id: int) -> AppendixVersion:
    own = {"id", "uid", "rev", "created_at", "updated_at", "updated_by", "deleted_at"}
    kept = {
        column.key: getattr(version, column.key)
        for column in AppendixVersion.__mapper__.column_attrs
        if column.key not in own
    }
    return AppendixVersion(**{**kept, "appendix_id": appendix_id, "number": 1, "uid": new_uid()})
