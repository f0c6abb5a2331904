"""One item of an agenda as a document of its own, for meeting portals."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from kkr_desktop.documents.agenda import agenda_item
from kkr_desktop.documents.content import AgendaContent, ItemContent
from kkr_desktop.documents.flowables import Rule, heading
from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.front_page import fact_table
from kkr_desktop.documents.layout import typeset
from kkr_desktop.documents.meeting_furniture import meeting_furniture
from kkr_desktop.documents.styles import DOCUMENT_HEADING
from kkr_desktop.model.dates import long_date


def item_title(content: AgendaContent, item: ItemContent) -> str:
    """Return the title of an item's document, such as "Punkt 3.2 – Regional udviklingsplan"."""
    return f"Punkt {item.number} – {item.title or content.title}"


def render_item(content: AgendaContent, item: ItemContent) -> bytes:
    """Return the item as PDF. Pure: the same content gives the same bytes, on any thread."""
    register()
    furniture = meeting_furniture(
        content,
        "Dagsorden",
        is_draft=content.is_draft,
        has_front_page=False,
        title=item_title(content, item),
        part=item.uid,
    )
    return typeset(furniture, _story(content, item))


def _story(content: AgendaContent, item: ItemContent) -> Iterator[Flowable]:
    meeting = content.meeting
    yield from heading("", "Dagsordenspunkt", DOCUMENT_HEADING, 0, "item-document")
    yield Rule(10, strong=True)
    yield fact_table([("Råd", meeting.body_name), ("Møde", long_date(meeting.held_on))])
    yield from agenda_item(item)
