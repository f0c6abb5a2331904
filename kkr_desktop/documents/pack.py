"""The pack: the agenda with all its appendices, or the appendices alone, as one document."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import cast

from reportlab.platypus import Flowable, PageBreak

from kkr_desktop.documents.agenda import UNTITLED, agenda_entries, agenda_story, kicker
from kkr_desktop.documents.content import AgendaContent
from kkr_desktop.documents.flowables import Anchor, ContentsLine, heading
from kkr_desktop.documents.front_page import Entry, contents, front_page
from kkr_desktop.documents.layout import PageCanvas
from kkr_desktop.documents.page_plan import Place
from kkr_desktop.documents.styles import (
    CONTENTS_APPENDIX,
    ITEM,
    NUMBER_WIDTH,
    SECTION,
    TEXT_HEIGHT,
)
from kkr_desktop.documents.tagging.flowables import Decoration
from kkr_desktop.documents.tagging.structure import StructureBuilder


class PackParts(StrEnum):
    """What a pack holds."""

    EVERYTHING = "everything"
    AGENDA = "agenda"
    APPENDICES = "appendices"


@dataclass(frozen=True, slots=True)
class PackAppendix:
    """The pages of an appendix. `uid` names its place; `free_edges` as intake found them."""

    uid: str
    item_number: str
    label: str
    title: str
    pages: int
    pdf: Path
    free_edges: str


@dataclass(frozen=True, slots=True)
class PackItem:
    """An item that has appendices."""

    uid: str
    number: str
    title: str
    appendices: tuple[PackAppendix, ...]


@dataclass(frozen=True, slots=True)
class PackContent:
    """A whole pack. With `right_hand_starts` each appendix begins on a right-hand page."""

    agenda: AgendaContent
    items: tuple[PackItem, ...]
    parts: PackParts = PackParts.EVERYTHING
    dividers: bool = True
    right_hand_starts: bool = False

    @property
    def appendices(self) -> tuple[PackAppendix, ...]:
        """All appendices that it holds, in order."""
        if self.parts is PackParts.AGENDA:
            return ()
        return tuple(appendix for item in self.items for appendix in item.appendices)

    @property
    def title(self) -> str:
        """The title: that of the agenda, with what comes with it."""
        if self.parts is PackParts.APPENDICES:
            return self.agenda.title.replace("Dagsorden", "Bilag til dagsorden", 1)
        if self.parts is PackParts.AGENDA:
            return self.agenda.title
        return f"{self.agenda.title} med bilag"

    @property
    def dated(self) -> datetime:
        """The moment that the file is dated."""
        return self.agenda.dated


def pack_story(content: PackContent) -> Iterator[Flowable]:
    """Yield what is typeset of a pack, with a page for each appendix whose pages come there."""
    if content.parts is PackParts.APPENDICES:
        words = f"Bilag til {kicker(content.agenda).casefold()}"
        is_draft = content.agenda.is_draft
        yield from front_page(words, content.agenda.meeting, is_draft=is_draft)
        yield from contents(
            [entry for item in content.items for entry in _item_entries(item)],
            "Der er ingen bilag.",
        )
    else:
        yield from agenda_story(content.agenda, _entries(content))
    if content.parts is PackParts.AGENDA:
        return
    for index, item in enumerate(content.items):
        yield from _item(content, item, is_first=index == 0)


def _entries(content: PackContent) -> list[Entry]:
    """Return the agenda's contents, each item followed by its appendices."""
    if content.parts is PackParts.AGENDA:
        return agenda_entries(content.agenda)
    by_number = {item.number: item for item in content.items}
    made: list[Entry] = []
    for entry in agenda_entries(content.agenda):
        made.append(entry)
        item = by_number.get(entry[0]) if entry[3] else None
        if item is not None:
            made += _appendix_entries(item)
    return made


def _item_entries(item: PackItem) -> list[Entry]:
    first = item.appendices[0]
    return [(item.number, item.title or UNTITLED, first.uid, 0), *_appendix_entries(item)]


def _appendix_entries(item: PackItem) -> list[Entry]:
    return [(row.label, row.title or UNTITLED, row.uid, 2) for row in item.appendices]


def _item(content: PackContent, item: PackItem, *, is_first: bool) -> Iterator[Flowable]:
    if content.parts is PackParts.EVERYTHING or not is_first:
        yield PageBreak()
    key = f"appendices-{item.uid}"
    title = item.title or UNTITLED
    if content.dividers:
        yield Begin()
        if is_first and content.parts is PackParts.EVERYTHING:
            yield from heading("", "Bilag", SECTION, 0, "appendices")
        level = 1 if content.parts is PackParts.EVERYTHING else 0
        yield from heading(item.number, title, ITEM, level, key)
        for row in item.appendices:
            yield ContentsLine(row.label, row.title or UNTITLED, _LISTED, row.uid)
    for index, row in enumerate(item.appendices):
        if index or content.dividers:
            yield PageBreak()
        yield Begin()
        if not content.dividers and index == 0:
            if is_first and content.parts is PackParts.EVERYTHING:
                yield Anchor("Bilag", 0, "appendices", 0)
            level = 1 if content.parts is PackParts.EVERYTHING else 0
            yield Anchor(f"{item.number} {title}", level, key, 0)
        level = 2 if content.parts is PackParts.EVERYTHING else 1
        yield Anchor(f"{row.label} {row.title or UNTITLED}", level, row.uid, 0)
        caption = f"Punkt {row.item_number} · {row.label}"
        yield PagesOfAppendix(Place(row.uid, row.pages, caption))


_LISTED = CONTENTS_APPENDIX.clone(
    "listed-appendix", leftIndent=NUMBER_WIDTH + 60, bulletIndent=NUMBER_WIDTH, spaceBefore=3
)


class Begin(Decoration, Flowable):
    """Begins something that may want a right-hand page."""

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Measure it: nothing."""
        return aW, 0

    def draw(self) -> None:
        """Tell the plan."""
        canvas = cast("PageCanvas", self.canv)
        canvas.plan.begin(canvas.getPageNumber())


class PagesOfAppendix(Flowable):
    """A page that the pages of an appendix come in place of."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place

    def tag(self, structure: StructureBuilder) -> None:
        """Take an element of the structure for all of them."""
        self._element = structure.paragraph("Part")

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Take nearly all of a page."""
        self.width, self.height = aW, TEXT_HEIGHT - 20
        return self.width, self.height

    def draw(self) -> None:
        """Leave room for them."""
        canvas = cast("PageCanvas", self.canv)
        canvas.leave_room(self._place, self._element)
