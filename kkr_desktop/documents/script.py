"""The chair's script (drejebog) as PDF: when, who, what is asked for, and what to conclude."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from kkr_desktop.documents.agenda import UNTITLED, item_key, section_key
from kkr_desktop.documents.data_table import data_table
from kkr_desktop.documents.flowables import SET_OFF_WIDTH, Rule, headed, heading, set_off
from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.hyphenation import as_the_body_divides
from kkr_desktop.documents.layout import typeset
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.meeting_furniture import meeting_furniture
from kkr_desktop.documents.script_content import ScriptContent, ScriptItem, ScriptSection
from kkr_desktop.documents.styles import (
    BODY,
    DOCUMENT_HEADING,
    ITEM,
    QUIET_LINE,
    SECTION,
)
from kkr_desktop.documents.tagging.flowables import Paragraph, Table
from kkr_desktop.documents.text_blocks import text_blocks
from kkr_desktop.model.agenda_terms import ITEM_KIND_NAMES
from kkr_desktop.model.dates import clock, clock_range, weekday_date

_COLUMNS = (0.09, 0.08, 0.10, 0.41, 0.32)


def render_script(content: ScriptContent) -> bytes:
    """Return the script as PDF. Pure: the same content gives the same bytes, on any thread."""
    register()
    furniture = meeting_furniture(content, "Drejebog", is_draft=False, has_front_page=False)
    return typeset(furniture, _story(as_the_body_divides(content)))


def _story(content: ScriptContent) -> Iterator[Flowable]:
    meeting = content.meeting
    times = clock_range(meeting.starts_at, meeting.ends_at)
    facts = [weekday_date(meeting.held_on).capitalize(), times, meeting.place]
    yield Paragraph(plain(content.title), DOCUMENT_HEADING).as_heading(1)
    yield Rule(8, strong=True)
    yield Paragraph(plain(" · ".join(fact for fact in facts if fact)), BODY)
    yield Paragraph(plain(_balance(content)), BODY)
    items = [item for section in content.sections for item in section.items]
    if items:
        yield _overview(items)
    for section in content.sections:
        yield from _section(section)


def _balance(content: ScriptContent) -> str:
    """Say how the planned minutes agree with the hours of the meeting."""
    planned, end = content.ends_at, content.meeting.ends_at
    if planned == end:
        return f"De planlagte minutter passer: mødet slutter kl. {clock(end)}."
    rest = (end.hour - planned.hour) * 60 + end.minute - planned.minute
    if rest > 0:
        return (
            f"Efter planen er punkterne behandlet kl. {clock(planned)}: {rest} minutter i overskud."
        )
    return f"Efter planen er punkterne behandlet kl. {clock(planned)}: {-rest} minutter for sent."


def _overview(items: list[ScriptItem]) -> Table:
    rows = [
        (
            clock(item.starts_at),
            "" if item.minutes is None else str(item.minutes),
            item.number,
            _title(item),
            item.presenter,
        )
        for item in items
    ]
    return data_table(("Kl.", "Min.", "Punkt", "Overskrift", "Oplæg"), _COLUMNS, rows)


def _title(item: ScriptItem) -> str:
    title = item.title or UNTITLED
    return f"{title} (udgået)" if item.withdrawn else title


def _section(section: ScriptSection) -> list[Flowable]:
    made: list[Flowable] = heading(
        section.number, section.title or UNTITLED, SECTION, 0, section_key(section.number)
    )
    for item in section.items:
        made += _item(item)
    return made


def _item(item: ScriptItem) -> list[Flowable]:
    made: list[Flowable] = [
        *heading(item.number, _title(item), ITEM, 1, item_key(item.uid)),
        Paragraph(_facts(item), QUIET_LINE).as_opening(),
    ]
    if item.withdrawn:
        return [*made, Paragraph("Punktet er udgået.", BODY)]
    if not item.recommendation.is_empty:
        made += headed("Indstilling", text_blocks(item.recommendation))
    if not item.expected.is_empty:
        made += set_off("Forventet beslutning", text_blocks(item.expected, SET_OFF_WIDTH))
        made += [Paragraph(plain(f"Læs efter: {reason}"), QUIET_LINE) for reason in item.reasons]
    return made


def _facts(item: ScriptItem) -> str:
    facts = [f"<b>Kl. {clock(item.starts_at)}</b>"]
    if item.minutes is not None:
        facts.append(f"{item.minutes} min.")
    facts.append(ITEM_KIND_NAMES[item.kind])
    if not item.is_public:
        facts.append("<b>Lukket punkt</b>")
    if item.presenter:
        facts.append(f"v. {plain(item.presenter)}")
    return " · ".join(facts)
