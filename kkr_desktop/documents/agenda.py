"""The agenda as PDF."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from kkr_desktop.documents.content import (
    AgendaContent,
    AppendixContent,
    ItemContent,
    PartContent,
    SectionContent,
)
from kkr_desktop.documents.file_names import file_size
from kkr_desktop.documents.flowables import SET_OFF_WIDTH, headed, heading, set_off
from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.front_page import Entry, contents, front_page
from kkr_desktop.documents.hyphenation import as_the_body_divides
from kkr_desktop.documents.layout import Furniture, typeset
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.styles import (
    BODY,
    ITEM,
    QUIET_LINE,
    SECTION,
)
from kkr_desktop.documents.tagging.flowables import Paragraph
from kkr_desktop.documents.text_blocks import text_blocks
from kkr_desktop.model.agenda import ITEM_KIND_NAMES, PART_NAMES, PartType
from kkr_desktop.model.dates import short_date
from kkr_desktop.model.meetings import MeetingKind

UNTITLED = "(uden overskrift)"


def render_agenda(content: AgendaContent) -> bytes:
    """Return the agenda as PDF: front page, contents, and every item with its parts.

    Pure: the same content gives the same bytes, on any thread.
    """
    register()
    meeting = content.meeting
    furniture = Furniture(
        title=content.title,
        author=meeting.body_name,
        head_left=f"{meeting.body_name} · Dagsorden",
        head_right=short_date(meeting.held_on),
        dated=content.dated,
        document_uid=content.document_uid,
        is_draft=content.is_draft,
        has_front_page=True,
        accent=meeting.accent,
    )
    return typeset(furniture, agenda_story(content, agenda_entries(content)))


def agenda_story(content: AgendaContent, entries: list[Entry]) -> Iterator[Flowable]:
    """Yield what an agenda is put together from, with these contents."""
    content = as_the_body_divides(content)
    yield from front_page(kicker(content), content.meeting, is_draft=content.is_draft)
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
        return f"Dagsorden til konstituerende møde {year}"
    if content.meeting.kind is MeetingKind.EXTRAORDINARY:
        return f"Dagsorden til ekstraordinært møde {year}"
    return f"Dagsorden {year}"


def agenda_entries(content: AgendaContent) -> list[Entry]:
    """Return the lines of the contents: sections and items."""
    entries: list[Entry] = []
    for section in content.sections:
        entries.append((section.number, section.title or UNTITLED, section_key(section.number), 0))
        entries += [(item.number, _title(item), item_key(item.uid), 1) for item in section.items]
    return entries


def _title(item: ItemContent) -> str:
    title = item.title or UNTITLED
    return f"{title} (udgået)" if item.withdrawn else title


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
    body = [flowable for part in item.parts for flowable in _part(part)]
    if item.appendices:
        lines: list[Flowable] = [
            Paragraph(_appendix(row), BODY).as_list_item(0, "None") for row in item.appendices
        ]
        body += headed("Bilag", lines)
    return [*head, *body]


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
