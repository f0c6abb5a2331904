"""The agenda as the public may read it, by queries of its own.

Of a closed item only its number, its kind and its public title are read, of an appendix that
is not public only its place among the others: its words never come into this program's hands
here, so that nothing can let them through.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import (
    AgendaContent,
    AppendixContent,
    ItemContent,
    PartContent,
    SectionContent,
)
from kkr_desktop.model.agenda import AgendaItem, AgendaSection, ItemPart
from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.numbering import AgendaNumbers, ItemPlace, SectionPlace, number_agenda
from kkr_desktop.services.agenda_content import BEFORE_DISPATCH, meeting_content
from kkr_desktop.services.drafting import sections_of
from kkr_desktop.services.public_appendices import PublicAppendix, public_appendices

CLOSED = "Lukket punkt"


@dataclass(frozen=True, slots=True)
class PublicAgenda:
    """What may be read, and the files of the appendices that may be, by item's uid."""

    content: AgendaContent
    appendices: Mapping[str, Sequence[PublicAppendix]]


@dataclass(frozen=True, slots=True)
class _Place:
    """What may be known of any item."""

    id: int
    uid: str
    section_id: int
    kind: ItemKind
    is_public: bool
    public_title: str
    withdrawn: bool
    number_frozen: str | None


@dataclass(frozen=True, slots=True)
class _OpenFacts:
    """What is told of an open item."""

    title: str
    case_number: str
    presenter: str
    minutes_planned: int | None


def public_agenda_in(session: Session, meeting: Meeting) -> PublicAgenda:
    """Return the public version of an agenda, whose numbers are those of the complete one."""
    body = session.get_one(Body, meeting.body_id)
    sections = sections_of(session, meeting.id)
    places = _places(session, meeting.id)
    numbers = _numbers(sections, places)
    ids = [place.id for place in places]
    in_order = [
        (place.id, numbers.items[place.id])
        for section in sections
        for place in places
        if place.section_id == section.id
    ]
    facts, parts = _open_facts(session, ids), _open_parts(session, ids)
    appendices = public_appendices(session, in_order, body.appendix_numbering)
    content = AgendaContent(
        document_uid=f"{meeting.uid}-public",
        dated=_last_touched(session, meeting, ids),
        meeting=meeting_content(meeting, body),
        sections=tuple(
            SectionContent(
                numbers.sections[section.id],
                section.title,
                tuple(
                    _item(
                        place,
                        numbers.items[place.id],
                        facts.get(place.id),
                        parts.get(place.id, {}),
                        appendices.get(place.id, ()),
                    )
                    for place in places
                    if place.section_id == section.id
                ),
            )
            for section in sections
        ),
        is_draft=meeting.state in BEFORE_DISPATCH,
    )
    uids = {place.id: place.uid for place in places}
    return PublicAgenda(content, {uids[item]: found for item, found in appendices.items()})


def _places(session: Session, meeting_id: int) -> list[_Place]:
    rows = session.execute(
        select(
            AgendaItem.id,
            AgendaItem.uid,
            AgendaItem.section_id,
            AgendaItem.kind,
            AgendaItem.is_public,
            AgendaItem.public_title,
            AgendaItem.withdrawn,
            AgendaItem.number_frozen,
        )
        .join(AgendaSection, AgendaSection.id == AgendaItem.section_id)
        .where(AgendaSection.meeting_id == meeting_id, AgendaItem.deleted_at.is_(None))
        .order_by(AgendaItem.sort_key, AgendaItem.id)
    )
    return [_Place(*row) for row in rows]


def _numbers(sections: Sequence[AgendaSection], places: Sequence[_Place]) -> AgendaNumbers:
    return number_agenda(
        [
            SectionPlace(
                section.id,
                tuple(
                    ItemPlace(place.id, place.number_frozen)
                    for place in places
                    if place.section_id == section.id
                ),
                section.number_frozen,
            )
            for section in sections
        ]
    )


def _open_facts(session: Session, ids: Sequence[int]) -> dict[int, _OpenFacts]:
    rows = session.execute(
        select(
            AgendaItem.id,
            AgendaItem.title,
            AgendaItem.case_number,
            AgendaItem.presenter,
            AgendaItem.minutes_planned,
        ).where(AgendaItem.id.in_(ids), AgendaItem.is_public.is_(True))
    )
    return {row[0]: _OpenFacts(row[1], row[2], row[3], row[4]) for row in rows}


def _open_parts(session: Session, ids: Sequence[int]) -> dict[int, dict[PartType, PartContent]]:
    rows = session.execute(
        select(ItemPart.item_id, ItemPart.part_type, ItemPart.text)
        .join(AgendaItem, AgendaItem.id == ItemPart.item_id)
        .where(AgendaItem.id.in_(ids), AgendaItem.is_public.is_(True))
    )
    found: dict[int, dict[PartType, PartContent]] = {}
    for item_id, kind, text in rows:
        if not text.is_empty:
            found.setdefault(item_id, {})[kind] = PartContent(kind, text)
    return found


def _last_touched(session: Session, meeting: Meeting, ids: Sequence[int]) -> datetime:
    """Return when something of what is told last changed."""
    moments = [meeting.updated_at]
    moments += session.scalars(
        select(AgendaSection.updated_at).where(AgendaSection.meeting_id == meeting.id)
    )
    moments += session.scalars(
        select(AgendaItem.updated_at).where(AgendaItem.id.in_(ids), AgendaItem.is_public.is_(True))
    )
    moments += session.scalars(
        select(ItemPart.updated_at)
        .join(AgendaItem, AgendaItem.id == ItemPart.item_id)
        .where(AgendaItem.id.in_(ids), AgendaItem.is_public.is_(True))
    )
    return max(moments)


def _item(
    place: _Place,
    number: str,
    facts: _OpenFacts | None,
    parts: Mapping[PartType, PartContent],
    appendices: Sequence[PublicAppendix],
) -> ItemContent:
    told = facts or _OpenFacts(place.public_title or CLOSED, "", "", None)
    return ItemContent(
        uid=place.uid,
        number=number,
        title=told.title,
        kind=place.kind,
        is_public=place.is_public,
        case_number=told.case_number,
        presenter=told.presenter,
        minutes_planned=told.minutes_planned,
        parts=tuple(parts[kind] for kind in PartType if kind in parts),
        appendices=tuple(
            AppendixContent(row.label, row.title, row.pages, row.size, is_public=True)
            for row in appendices
        ),
        withdrawn=place.withdrawn,
    )
