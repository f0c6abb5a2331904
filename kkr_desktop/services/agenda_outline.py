"""The agenda as the secretary sees it while drafting: numbers, order, one item at a time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import (
    AgendaItem,
    AgendaSection,
    Appendix,
    AppendixVersion,
    InternalNote,
    ItemPart,
)
from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.meeting_terms import Activity, MeetingState, allowed
from kkr_desktop.model.numbering import AgendaNumbers, ItemPlace, SectionPlace, number_agenda
from kkr_desktop.model.redaction import RedactedVersion
from kkr_desktop.model.richtext import RichText
from kkr_desktop.services.drafting import ItemDraft, items_of, sections_of
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """An item in the outline."""

    id: int
    uid: str
    number: str
    title: str
    kind: ItemKind
    is_public: bool
    presenter: str
    minutes_planned: int | None
    appendix_count: int
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A section in the outline."""

    id: int
    rev: int
    number: str
    title: str
    items: tuple[OutlineItem, ...]


@dataclass(frozen=True, slots=True)
class AgendaOutline:
    """The whole agenda in order."""

    meeting_id: int
    state: MeetingState
    meeting_minutes: int
    sections: tuple[OutlineSection, ...]
    is_amending: bool = False

    @property
    def can_be_edited(self) -> bool:
        """Whether the agenda can be edited: it is a draft, or open for an amendment."""
        return Activity.EDIT_AGENDA in allowed(self.state, is_amending=self.is_amending)

    @property
    def planned_minutes(self) -> int:
        """The sum of the items' planned minutes."""
        return sum(
            item.minutes_planned or 0
            for section in self.sections
            for item in section.items
            if not item.withdrawn
        )


@dataclass(frozen=True, slots=True)
class PartDraft:
    """One part of an item, with the rev that it was read with (0 when there is none)."""

    text: RichText
    rev: int


@dataclass(frozen=True, slots=True)
class RedactedRow:
    """What the public reads in place of an appendix, unless the appendix has a newer file since."""

    id: int
    title: str
    original_name: str
    pages: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class AppendixRow:
    """An appendix of an item; `size` in bytes, `notes` one sentence each."""

    id: int
    rev: int
    title: str
    is_public: bool
    original_name: str
    pages: int
    size: int
    sha256: str
    number_frozen: str | None
    notes: tuple[str, ...]
    is_tagged: bool | None
    free_edges: str
    redacted: RedactedRow | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class ItemToEdit:
    """Everything of one item that its editor shows."""

    id: int
    uid: str
    draft: ItemDraft
    parts: dict[PartType, PartDraft]
    note: str
    note_rev: int
    appendices: tuple[AppendixRow, ...]


def agenda_outline(database: Database, meeting_id: int) -> AgendaOutline:
    """Return a meeting's agenda in order, with its numbers. Raises NotFound."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        sections, items, numbers = numbered(session, meeting_id)
        counts = Counter(
            session.scalars(
                select(Appendix.item_id).where(
                    Appendix.item_id.in_([item.id for found in items.values() for item in found]),
                    Appendix.deleted_at.is_(None),
                )
            )
        )
        minutes = _minutes(meeting.ends_at.hour, meeting.ends_at.minute) - _minutes(
            meeting.starts_at.hour, meeting.starts_at.minute
        )
        return AgendaOutline(
            meeting_id,
            meeting.state,
            minutes,
            tuple(
                OutlineSection(
                    section.id,
                    section.rev,
                    numbers.sections[section.id],
                    section.title,
                    tuple(
                        _outline_item(item, numbers.items[item.id], counts[item.id])
                        for item in items[section.id]
                    ),
                )
                for section in sections
            ),
            is_amending=meeting.is_amending,
        )


def numbered(
    session: Session, meeting_id: int
) -> tuple[list[AgendaSection], dict[int, list[AgendaItem]], AgendaNumbers]:
    """Return sections, items by section id, and the numbers of both by id."""
    sections = sections_of(session, meeting_id)
    items = {section.id: items_of(session, section.id) for section in sections}
    return sections, items, _numbers(sections, items)


def _numbers(
    sections: Sequence[AgendaSection], items: dict[int, list[AgendaItem]]
) -> AgendaNumbers:
    return number_agenda(
        [
            SectionPlace(
                section.id,
                tuple(ItemPlace(item.id, item.number_frozen) for item in items[section.id]),
                section.number_frozen,
            )
            for section in sections
        ]
    )


def _minutes(hour: int, minute: int) -> int:
    return 60 * hour + minute


def _outline_item(item: AgendaItem, number: str, appendices: int) -> OutlineItem:
    return OutlineItem(
        id=item.id,
        uid=item.uid,
        number=number,
        title=item.title,
        kind=item.kind,
        is_public=item.is_public,
        presenter=item.presenter,
        minutes_planned=item.minutes_planned,
        appendix_count=appendices,
        withdrawn=item.withdrawn,
    )


def item_numbered(database: Database, meeting_id: int, number: str) -> int:
    """Return the id of the item with a number, such as "3.2". Raises NotFound."""
    outline = agenda_outline(database, meeting_id)
    wanted = number.strip().rstrip(".")
    for section in outline.sections:
        for item in section.items:
            if item.number == wanted:
                return item.id
    raise NotFound(f"Punkt {wanted} på dagsordenen")


def read_item(database: Database, item_id: int) -> ItemToEdit:
    """Return an item to edit. Raises NotFound."""
    with database.read() as session:
        item = session.get(AgendaItem, item_id)
        if item is None or item.deleted_at is not None:
            raise NotFound("Punktet")
        note = session.scalars(select(InternalNote).filter_by(item_id=item_id)).one_or_none()
        return ItemToEdit(
            id=item.id,
            uid=item.uid,
            draft=ItemDraft(
                title=item.title,
                kind=item.kind,
                is_public=item.is_public,
                public_title=item.public_title,
                presenter=item.presenter,
                minutes_planned=item.minutes_planned,
                case_number=item.case_number,
                rev=item.rev,
            ),
            parts={
                part.part_type: PartDraft(part.text, part.rev)
                for part in session.scalars(select(ItemPart).filter_by(item_id=item_id))
            },
            note=note.text if note else "",
            note_rev=note.rev if note else 0,
            appendices=appendix_rows(session, [item_id]).get(item_id, ()),
        )


def appendix_rows(session: Session, items: Sequence[int]) -> dict[int, tuple[AppendixRow, ...]]:
    """Return the appendices of items, in order, each with the file it has now."""
    rows = session.execute(
        select(Appendix, AppendixVersion)
        .join(AppendixVersion, AppendixVersion.appendix_id == Appendix.id)
        .where(
            Appendix.item_id.in_(items),
            Appendix.deleted_at.is_(None),
            AppendixVersion.id.in_(newest_versions()),
        )
        .order_by(Appendix.sort_key, Appendix.id)
    )
    redacted = _redacted_rows(session, items)
    found: dict[int, tuple[AppendixRow, ...]] = {}
    for appendix, version in rows:
        row = AppendixRow(
            appendix.id,
            appendix.rev,
            appendix.title,
            appendix.is_public,
            version.original_name,
            version.pages,
            version.size,
            version.file_sha256,
            appendix.number_frozen,
            tuple(version.notes.splitlines()),
            version.is_tagged,
            version.free_edges,
            redacted.get(appendix.id),
            appendix.uid,
        )
        found[appendix.item_id] = (*found.get(appendix.item_id, ()), row)
    return found


def newest_versions() -> Select[int]:
    """Return a query for the ids of the files that appendices have now."""
    numbers = (
        select(AppendixVersion.appendix_id, func.max(AppendixVersion.number).label("number"))
        .group_by(AppendixVersion.appendix_id)
        .subquery()
    )
    return select(AppendixVersion.id).join(
        numbers,
        (numbers.c.appendix_id == AppendixVersion.appendix_id)
        & (numbers.c.number == AppendixVersion.number),
    )


def _redacted_rows(session: Session, items: Sequence[int]) -> dict[int, RedactedRow]:
    rows = session.execute(
        select(RedactedVersion, RedactedVersion.version_id.in_(newest_versions()))
        .join(Appendix, Appendix.id == RedactedVersion.appendix_id)
        .where(Appendix.item_id.in_(items), RedactedVersion.deleted_at.is_(None))
        .order_by(RedactedVersion.id)
    )
    return {
        row.appendix_id: RedactedRow(
            row.id, row.title, row.original_name, row.pages, bool(is_current)
        )
        for row, is_current in rows
    }
