"""The agenda as PDF."""

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from kkr_desktop.documents.content import (
    AgendaContent,
    AppendixContent,
    ChangeMark,
    ItemContent,
    PartContent,
    SectionContent,
)
from kkr_desktop.documents.file_names import file_size
from kkr_desktop.documents.flowables import SET_OFF_WIDTH, headed, heading, set_off
from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.front_page import Entry, contents, front_page
from kkr_desktop.documents.hyphenation import as_the_body_divides
from kkr_desktop.documents.layout import typeset
from kkr_desktop.documents.margin_marks import beside_a_bar
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.meeting_furniture import meeting_furniture
from kkr_desktop.documents.styles import (
    BODY,
    ITEM,
    QUIET_LINE,
    SECTION,
)
from kkr_desktop.documents.tagging.flowables import Paragraph
from kkr_desktop.documents.text_blocks import text_blocks
from kkr_desktop.model.agenda_terms import ITEM_KIND_NAMES, PART_NAMES, PartType
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.meeting_terms import MeetingKind

UNTITLED = "(uden overskrift)"
_SUPPLEMENTS = (
    "Supplerer den dagsorden, der blev sendt ud {day}. Numrene i den er uændrede, og her står kun "
    "det, der er nyt."
)
_MARKED = (
    "Det, der er ændret eller kommet til, siden dagsordenen blev sendt ud {day}, har en streg i "
    "margenen og er nævnt i overskriften."
)
_MARKS = {
    ChangeMark.NEW: "nyt punkt",
    ChangeMark.CHANGED: "ændret",
    ChangeMark.NEW_APPENDICES: "nye bilag",
}


def render_agenda(content: AgendaContent) -> bytes:
    """Return the agenda as PDF: front page, contents, and every item with its parts.

    Pure: the same content gives the same bytes, on any thread.
    """
    register()
    furniture = meeting_furniture(
        content, content.name, is_draft=content.is_draft, has_front_page=True
    )
    return typeset(furniture, agenda_story(content, agenda_entries(content)))


def agenda_story(content: AgendaContent, entries: list[Entry]) -> Iterator[Flowable]:
    """Yield what an agenda is put together from, with these contents."""
    content = as_the_body_divides(content)
    yield from front_page(kicker(content), content.meeting, is_draft=content.is_draft)
    if content.supplements_sent_on is not None:
        sent_on = long_date(content.supplements_sent_on)
        yield Spacer(1, 20)
        yield from set_off("", [Paragraph(_SUPPLEMENTS.format(day=sent_on), BODY)])
    if content.marks_since is not None:
        sent_on = long_date(content.marks_since)
        yield Spacer(1, 20)
        yield from set_off("", [Paragraph(_MARKED.format(day=sent_on), BODY)])
    yield from contents(entries)
    for section in content.sections:
        yield from _section(section)


def section_key(number: str) -> str:
    """Return the name of a section's place in the document."""
    return f"section-{number}"


def item_key(uid: str) -> str:
    """Return the name of an item's place in the document."""
    return f"item-{uid}"


def kicker(content: AgendaContent) -> str:
    """Return the line above the title."""
    year = content.meeting.held_on.year
    if content.meeting.kind is MeetingKind.CONSTITUTING:
        return f"{content.name} til konstituerende møde {year}"
    if content.meeting.kind is MeetingKind.EXTRAORDINARY:
        return f"{content.name} til ekstraordinært møde {year}"
    return f"{content.name} {year}"


def agenda_entries(content: AgendaContent) -> list[Entry]:
    """Return the lines of the contents: sections and items."""
    entries: list[Entry] = []
    for section in content.sections:
        entries.append((section.number, section.title or UNTITLED, section_key(section.number), 0))
        entries += [(item.number, _title(item), item_key(item.uid), 1) for item in section.items]
    return entries


def _title(item: ItemContent) -> str:
    title = item.title or UNTITLED
    if item.withdrawn:
        return f"{title} (udgået)"
    return f"{title} ({_MARKS[item.mark]})" if item.mark is not None else title


def _section(section: SectionContent) -> list[Flowable]:
    key = section_key(section.number)
    head = heading(section.number, section.title or UNTITLED, SECTION, 0, key)
    body = [flowable for item in section.items for flowable in agenda_item(item)]
    return [*head, *body]


def agenda_item(item: ItemContent) -> list[Flowable]:
    """Return an item with its parts and the list of its appendices."""
    head = [
        *heading(item.number, _title(item), ITEM, 1, item_key(item.uid)),
        Paragraph(_facts(item), QUIET_LINE).as_opening(),
    ]
    if item.withdrawn:
        return [*head, Paragraph("Punktet er udgået.", BODY)]
    body = [
        flowable
        for part in item.parts
        for flowable in beside_a_bar(_part(part), is_changed=part.is_changed)
    ]
    if item.appendices:
        lines: list[Flowable] = [
            Paragraph(_appendix(row), BODY).as_list_item(0, "None") for row in item.appendices
        ]
        are_changed = any(row.is_changed for row in item.appendices)
        body += beside_a_bar(headed("Bilag", lines), is_changed=are_changed)
    return beside_a_bar([*head, *body], is_changed=item.mark is ChangeMark.NEW)


def _facts(item: ItemContent) -> str:
    facts = [ITEM_KIND_NAMES[item.kind]]
    if item.minutes_planned is not None:
        facts.append(f"{item.minutes_planned} min.")
    if item.presenter:
        facts.append(f"v. {plain(item.presenter)}")
    if item.case_number:
        facts.append(f"Sagsnr. {plain(item.case_number)}")
    line = " · ".join(facts)
    return line if item.is_public else f"<b>Lukket punkt</b> · {line}"


def _part(part: PartContent) -> list[Flowable]:
    name = PART_NAMES[part.part_type]
    if part.part_type is PartType.RECOMMENDATION:
        return set_off(name, text_blocks(part.text, SET_OFF_WIDTH))
    return headed(name, text_blocks(part.text))


def _appendix(appendix: AppendixContent) -> str:
    pages = "1 side" if appendix.pages == 1 else f"{appendix.pages} sider"
    facts = f"{pages}, {file_size(appendix.size)}"
    if not appendix.is_public:
        facts += ", ikke offentligt"
    title = plain(appendix.title or UNTITLED)
    return f"<b>{plain(appendix.label)}</b>&nbsp; {title} ({facts})"
