"""What differs between two versions of an agenda, item by item and word by word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from kkr_desktop.documents.content import (
    AgendaContent,
    AppendixContent,
    ChangeMark,
    ItemContent,
    MeetingContent,
    SectionContent,
)
from kkr_desktop.model.agenda_terms import ITEM_KIND_NAMES, PART_NAMES, PartType
from kkr_desktop.model.dates import clock_range, weekday_date
from kkr_desktop.model.richtext import EMPTY, RichText
from kkr_desktop.model.word_diff import Fate, Piece, word_diff


class ItemFate(StrEnum):
    """What became of an item from one version to the next."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    SAME = "same"


class AppendixFate(StrEnum):
    """What became of an appendix."""

    NEW = "new"
    REPLACED = "replaced"
    RENAMED = "renamed"
    OPENED = "opened"
    CLOSED = "closed"
    REMOVED = "removed"


APPENDIX_FATES: Mapping[AppendixFate, str] = {
    AppendixFate.NEW: "er nyt",
    AppendixFate.REPLACED: "er erstattet af en nyere fil",
    AppendixFate.RENAMED: "har fået en anden titel",
    AppendixFate.OPENED: "er nu offentligt",
    AppendixFate.CLOSED: "er ikke længere offentligt",
    AppendixFate.REMOVED: "er udgået",
}
"""What became of an appendix, as documents say it after its number and title."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text that changed: its heading and what became of its words.

    When only the look or a picture changed, all words are kept.
    """

    name: str
    pieces: tuple[Piece, ...]
    part: PartType | None = None

    @property
    def is_wording(self) -> bool:
        """Whether words changed, and not the look alone."""
        return any(piece.fate is not Fate.KEPT for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class AppendixChange:
    """An appendix that came, went or changed."""

    fate: AppendixFate
    label: str
    title: str
    uid: str

    @property
    def told(self) -> str:
        """The change as a Danish sentence."""
        return f"{self.label} »{self.title}« {APPENDIX_FATES[self.fate]}."


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What became of an item. The meeting's own facts and a section's title have no uid."""

    uid: str
    number: str
    title: str
    fate: ItemFate
    texts: tuple[TextChange, ...] = ()
    appendices: tuple[AppendixChange, ...] = ()

    @property
    def new_appendices(self) -> tuple[AppendixChange, ...]:
        """The appendices that members do not have yet."""
        return tuple(row for row in self.appendices if row.fate is AppendixFate.NEW)

    @property
    def corrected_appendices(self) -> tuple[AppendixChange, ...]:
        """The appendices that members have in another form."""
        return tuple(row for row in self.appendices if row.fate is not AppendixFate.NEW)

    @property
    def is_correction(self) -> bool:
        """Whether something changed that members have already."""
        return self.fate is ItemFate.CHANGED and bool(self.texts or self.corrected_appendices)

    @property
    def is_supplement(self) -> bool:
        """Whether there is something that members do not have, or an item that is withdrawn."""
        return self.fate in {ItemFate.NEW, ItemFate.WITHDRAWN} or bool(self.new_appendices)


def compare_agendas(before: AgendaContent, after: AgendaContent) -> tuple[ItemChange, ...]:
    """Return what changed, in the order of `after`; what is gone altogether comes last."""
    return tuple(change for change in every_item(before, after) if change.fate is not ItemFate.SAME)


def every_item(before: AgendaContent, after: AgendaContent) -> tuple[ItemChange, ...]:
    """Return the same with the items that did not change."""
    return tuple(_changes(before, after))


def _changes(before: AgendaContent, after: AgendaContent) -> Iterator[ItemChange]:
    facts = tuple(_fact_changes(before.meeting, after.meeting))
    if facts:
        yield ItemChange("", "", "Mødet", ItemFate.CHANGED, facts)
    titles = {section.number: section.title for section in before.sections}
    known = {item.uid: item for section in before.sections for item in section.items}
    for section in after.sections:
        old = titles.get(section.number)
        if old is not None and old != section.title:
            changed = _wording("Overskrift", old, section.title)
            yield ItemChange("", section.number, section.title, ItemFate.CHANGED, (changed,))
        for item in section.items:
            yield _item_change(known.pop(item.uid, None), item)
    for gone in known.values():
        yield ItemChange(gone.uid, gone.number, gone.title, ItemFate.WITHDRAWN)


def _fact_changes(before: MeetingContent, after: MeetingContent) -> Iterator[TextChange]:
    def facts(meeting: MeetingContent) -> dict[str, str]:
        return {
            "Dato": weekday_date(meeting.held_on),
            "Tidspunkt": clock_range(meeting.starts_at, meeting.ends_at),
            "Sted": meeting.place,
            "Deltagelse": "Der kan deltages virtuelt." if meeting.is_online else "",
            "Gruppemøder": meeting.group_meeting_note,
        }

    old = facts(before)
    for name, words in facts(after).items():
        if old[name] != words:
            yield _wording(name, old[name], words)


def _item_change(before: ItemContent | None, after: ItemContent) -> ItemChange:
    told = (after.uid, after.number, after.title)
    if before is None:
        fate = ItemFate.WITHDRAWN if after.withdrawn else ItemFate.NEW
        return ItemChange(*told, fate)
    if after.withdrawn:
        return ItemChange(*told, ItemFate.SAME if before.withdrawn else ItemFate.WITHDRAWN)
    texts = tuple(_text_changes(before, after))
    appendices = tuple(_appendix_changes(before, after))
    fate = ItemFate.CHANGED if texts or appendices or before.withdrawn else ItemFate.SAME
    return ItemChange(*told, fate, texts, appendices)


def _text_changes(before: ItemContent, after: ItemContent) -> Iterator[TextChange]:
    old_facts, facts = _facts(before), _facts(after)
    for name, words in facts.items():
        if old_facts[name] != words:
            yield _wording(name, old_facts[name], words)
    old_parts = {part.part_type: part.text for part in before.parts}
    parts = {part.part_type: part.text for part in after.parts}
    for kind in PartType:
        old, new = old_parts.get(kind, EMPTY), parts.get(kind, EMPTY)
        if old != new:
            pieces = word_diff(_in_a_line(old), _in_a_line(new))
            yield TextChange(PART_NAMES[kind], pieces, kind)


def _in_a_line(text: RichText) -> str:
    """Return the words of a text, with the cells of a table still told apart."""
    return text.plain_text().replace("\t", " | ")


def _facts(item: ItemContent) -> dict[str, str]:
    minutes = "" if item.minutes_planned is None else f"{item.minutes_planned} min."
    return {
        "Overskrift": item.title,
        "Punkttype": ITEM_KIND_NAMES[item.kind],
        "Oplægsholder": item.presenter,
        "Tid": minutes,
        "Sagsnr.": item.case_number,
        "Offentlighed": "Åbent punkt" if item.is_public else "Lukket punkt",
    }


def _wording(name: str, before: str, after: str) -> TextChange:
    return TextChange(name, word_diff(before, after))


def _appendix_changes(before: ItemContent, after: ItemContent) -> Iterator[AppendixChange]:
    old = {_key(row): row for row in before.appendices}
    for row in after.appendices:
        fates = _appendix_fates(old.pop(_key(row), None), row)
        yield from (AppendixChange(fate, row.label, row.title, row.uid) for fate in fates)
    for row in old.values():
        yield AppendixChange(AppendixFate.REMOVED, row.label, row.title, row.uid)


def _key(row: AppendixContent) -> str:
    return row.uid or row.label


def _appendix_fates(before: AppendixContent | None, after: AppendixContent) -> list[AppendixFate]:
    if before is None:
        return [AppendixFate.NEW]
    fates: list[AppendixFate] = []
    if (before.sha256, before.pages, before.size) != (after.sha256, after.pages, after.size):
        fates.append(AppendixFate.REPLACED)
    if before.title != after.title:
        fates.append(AppendixFate.RENAMED)
    if before.is_public != after.is_public:
        fates.append(AppendixFate.OPENED if after.is_public else AppendixFate.CLOSED)
    return fates


def marked_agenda(before: AgendaContent, after: AgendaContent) -> AgendaContent:
    """Return `after` with marks on what differs from `before`, for the margin and the contents."""
    changes = {change.uid: change for change in compare_agendas(before, after) if change.uid}
    return replace(
        after,
        marks_since=before.dated.date(),
        sections=tuple(
            replace(
                section,
                items=tuple(_marked_item(item, changes.get(item.uid)) for item in section.items),
            )
            for section in after.sections
        ),
    )


def _marked_item(item: ItemContent, change: ItemChange | None) -> ItemContent:
    if change is None or change.fate is ItemFate.WITHDRAWN:
        return item
    if change.fate is ItemFate.NEW:
        return replace(item, mark=ChangeMark.NEW)
    parts = {text.part for text in change.texts}
    rows = {row.uid for row in change.appendices}
    only_new = not change.texts and not change.corrected_appendices
    return replace(
        item,
        mark=ChangeMark.NEW_APPENDICES if only_new else ChangeMark.CHANGED,
        parts=tuple(replace(part, is_changed=part.part_type in parts) for part in item.parts),
        appendices=tuple(replace(row, is_changed=row.uid in rows) for row in item.appendices),
    )


def supplement_of(before: AgendaContent, after: AgendaContent) -> AgendaContent:
    """Return what members lack: late items, late appendices, and what is withdrawn.

    The numbers are those of `after`, so that everything fits into the agenda that they have.
    """
    changes = {change.uid: change for change in compare_agendas(before, after) if change.uid}
    sections: list[SectionContent] = []
    for section in after.sections:
        items = [
            made
            for item in section.items
            if (made := _supplementary(item, changes.get(item.uid))) is not None
        ]
        if items:
            sections.append(SectionContent(section.number, section.title, tuple(items)))
    return replace(after, sections=tuple(sections), supplements_sent_on=before.dated.date())


def _supplementary(item: ItemContent, change: ItemChange | None) -> ItemContent | None:
    if change is None or not change.is_supplement:
        return None
    if change.fate is not ItemFate.CHANGED:
        return item
    new = {row.uid for row in change.new_appendices}
    return replace(
        item,
        mark=ChangeMark.NEW_APPENDICES,
        parts=(),
        appendices=tuple(row for row in item.appendices if row.uid in new),
    )
