"""The decision minutes (beslutningsreferat) as PDF."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from kkr_desktop.documents.agenda import UNTITLED, item_key, section_key
from kkr_desktop.documents.content import (
    AttendanceContent,
    GuestContent,
    MinutesContent,
    MinutesItemContent,
    MinutesSectionContent,
)
from kkr_desktop.documents.data_table import data_table
from kkr_desktop.documents.flowables import SET_OFF_WIDTH, headed, heading, set_off
from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.front_page import Entry, contents, front_page
from kkr_desktop.documents.hyphenation import as_the_body_divides
from kkr_desktop.documents.layout import typeset
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.meeting_furniture import meeting_furniture
from kkr_desktop.documents.styles import (
    BODY,
    ITEM,
    QUIET_LINE,
    SECTION,
)
from kkr_desktop.documents.tagging.flowables import Paragraph, Table
from kkr_desktop.documents.text_blocks import text_blocks
from kkr_desktop.model.agenda_terms import ITEM_KIND_NAMES
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.minutes_terms import ATTENDANCE_NAMES, OUTCOME_NAMES, AttendanceStatus

_ATTENDANCE_KEY = "attendance"
_ATTENDANCE_TITLE = "Deltagere"
_COLUMNS = (0.34, 0.07, 0.29, 0.30)


def render_minutes(content: MinutesContent) -> bytes:
    """Return the minutes as PDF: front page, contents, who took part, every decision.

    Pure: the same content gives the same bytes, on any thread.
    """
    register()
    furniture = meeting_furniture(
        content, "Referat", is_draft=content.is_draft, has_front_page=True
    )
    return typeset(furniture, _story(as_the_body_divides(content)))


def _story(content: MinutesContent) -> Iterator[Flowable]:
    constituting = content.meeting.kind is MeetingKind.CONSTITUTING
    name = "Referat af konstituerende møde" if constituting else "Referat"
    kicker = f"{name} {content.meeting.held_on.year}"
    yield from front_page(kicker, content.meeting, is_draft=content.is_draft)
    yield from contents(_entries(content))
    yield from _attendance(content)
    for section in content.sections:
        yield from _section(section)


def _entries(content: MinutesContent) -> list[Entry]:
    entries: list[Entry] = []
    if content.attendance:
        entries.append(("", _ATTENDANCE_TITLE, _ATTENDANCE_KEY, 0))
    for section in content.sections:
        entries.append((section.number, section.title or UNTITLED, section_key(section.number), 0))
        entries += [
            (item.number, item.title or UNTITLED, item_key(item.uid), 1) for item in section.items
        ]
    return entries


def _attendance(content: MinutesContent) -> list[Flowable]:
    rows = content.attendance
    if not rows:
        return []
    unnumbered = SECTION.clone("section-unnumbered", leftIndent=0)
    made: list[Flowable] = [
        *heading("", _ATTENDANCE_TITLE, unnumbered, 0, _ATTENDANCE_KEY),
        Paragraph(_totals(rows), QUIET_LINE),
    ]
    for status in AttendanceStatus:
        group = [row for row in rows if row.status is status]
        if group:
            made += headed(f"{ATTENDANCE_NAMES[status]} ({len(group)})", [_attendance_table(group)])
    if content.guests:
        made += headed(f"Øvrige deltagere ({len(content.guests)})", [_guest_table(content.guests)])
    return made


def _guest_table(guests: Sequence[GuestContent]) -> Table:
    return data_table(
        ("Navn", "Titel", "Bemærkning"),
        (0.34, 0.36, 0.30),
        [(guest.name, guest.title, guest.note) for guest in guests],
    )


def _totals(rows: Sequence[AttendanceContent]) -> str:
    counts = [
        (sum(row.status is status for row in rows), ATTENDANCE_NAMES[status].lower())
        for status in AttendanceStatus
    ]
    return " · ".join(f"{count} {name}" for count, name in counts if count)


def _attendance_table(rows: Sequence[AttendanceContent]) -> Table:
    named = [(f"{row.name}, {row.role.lower()}" if row.role else row.name, row) for row in rows]
    return data_table(
        ("Navn", "Parti", "Kommune", "Bemærkning"),
        _COLUMNS,
        [(name, row.party_letter, row.municipality, row.note) for name, row in named],
    )


def _section(section: MinutesSectionContent) -> list[Flowable]:
    key = section_key(section.number)
    head = heading(section.number, section.title or UNTITLED, SECTION, 0, key)
    body = [flowable for item in section.items for flowable in minutes_item(item)]
    return [*head, *body]


def minutes_item(item: MinutesItemContent) -> list[Flowable]:
    """Return an item with what was recommended and decided."""
    facts = minutes_facts(item)
    head = [
        *heading(item.number, item.title or UNTITLED, ITEM, 1, item_key(item.uid)),
        Paragraph(
            facts if item.is_public else f"<b>Lukket punkt</b> · {facts}", QUIET_LINE
        ).as_opening(),
    ]
    return [*head, *_lines(item.before), *_what_became_of(item)]


def minutes_facts(item: MinutesItemContent) -> str:
    """Return the kind of an item and what became of it, as in "Beslutning · Tiltrådt"."""
    facts = [ITEM_KIND_NAMES[item.kind]]
    if item.outcome is not None and not item.withdrawn:
        facts.append(OUTCOME_NAMES[item.outcome])
    return " · ".join(facts)


def _lines(sentences: Sequence[str]) -> list[Flowable]:
    return [Paragraph(plain(sentence), BODY) for sentence in sentences]


def _what_became_of(item: MinutesItemContent) -> list[Flowable]:
    if item.withdrawn:
        return set_off("", [Paragraph("Punktet udgik.", BODY)])
    made: list[Flowable] = []
    if not item.recommendation.is_empty:
        made += headed("Indstilling", text_blocks(item.recommendation))
    decision: list[Flowable] = (
        [Paragraph("(ikke skrevet endnu)", QUIET_LINE)]
        if item.decision.is_empty
        else text_blocks(item.decision, SET_OFF_WIDTH)
    )
    return [*made, *set_off("Beslutning", [*decision, *_lines(item.after)])]
