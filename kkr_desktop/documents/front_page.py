"""The front page and the contents of a meeting's document."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from kkr_desktop.documents.content import LogoContent, MeetingContent
from kkr_desktop.documents.figure import Logo
from kkr_desktop.documents.flowables import ContentsLine, Kicker, Rule, set_off
from kkr_desktop.documents.markup import plain
from kkr_desktop.documents.styles import (
    BODY,
    CONTENTS_APPENDIX,
    CONTENTS_ITEM,
    CONTENTS_SECTION,
    DOCUMENT_HEADING,
    FACT,
    FACT_NAME,
    QUIET_LINE,
    TEXT_WIDTH,
    TITLE,
)
from kkr_desktop.documents.tagging.flowables import Paragraph, Table
from kkr_desktop.model.dates import clock_range, weekday_date

_FACT_NAME_WIDTH = 92.0
_ABOVE, _LOGO_HEIGHT = 96.0, 62.0
"""The room above the first words of a front page, and how much of it a logo may take."""
_ROOM_FOR_SECTION = 45.0
_CONTENTS = (CONTENTS_SECTION, CONTENTS_ITEM, CONTENTS_APPENDIX)

Entry = tuple[str, str, str, int]
"""A line of the contents: number, title, key of the place, level."""


def front_page(kicker: str, meeting: MeetingContent, *, is_draft: bool) -> list[Flowable]:
    """Return the front page: whose meeting, when, where."""
    facts = [
        ("Dato", weekday_date(meeting.held_on)),
        ("Tidspunkt", clock_range(meeting.starts_at, meeting.ends_at)),
    ]
    if meeting.place:
        facts.append(("Sted", meeting.place))
    if meeting.is_online:
        facts.append(("Deltagelse", "Der kan deltages virtuelt."))
    if meeting.group_meeting_note:
        facts.append(("Gruppemøder", meeting.group_meeting_note))
    made = masthead(kicker, meeting.body_name, meeting.logo, facts)
    if is_draft:
        made += [Spacer(1, 20), *set_off("", [Paragraph("<b>Udkast.</b> Ikke udsendt.", BODY)])]
    if meeting.mission:
        made += [Spacer(1, 24), *set_off("", [Paragraph(plain(meeting.mission), BODY)])]
    return made


def masthead(
    kicker: str, title: str, logo: LogoContent | None, facts: Sequence[tuple[str, str]]
) -> list[Flowable]:
    """Return the top of a front page: the logo, what it is, whose it is, and the facts."""
    made: list[Flowable] = []
    if logo is not None:
        made.append(Logo(logo, _LOGO_HEIGHT))
    return [
        *made,
        Spacer(1, _ABOVE - (made[0].height if made else 0)),
        Kicker(kicker),
        Paragraph(plain(title), TITLE).as_title(),
        Rule(18, strong=True),
        fact_table(facts),
    ]


def fact_table(facts: Sequence[tuple[str, str]]) -> Table:
    """Return facts as two columns, the names at the left."""
    rows = [[Paragraph(name, FACT_NAME), Paragraph(plain(words), FACT)] for name, words in facts]
    style: list[Any] = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    widths = [_FACT_NAME_WIDTH, TEXT_WIDTH - _FACT_NAME_WIDTH]
    table = Table(rows, colWidths=widths, style=style, hAlign="LEFT", splitInRow=1)
    return table.with_headers(columns=1)


def contents(
    entries: Sequence[Entry], empty: str = "Dagsordenen har endnu ingen punkter."
) -> list[Flowable]:
    """Return the contents on pages of their own; `empty` is said when there are none."""
    made: list[Flowable] = [
        PageBreak(),
        Paragraph("Indhold", DOCUMENT_HEADING).as_heading(1),
    ]
    if not entries:
        made.append(Paragraph(empty, QUIET_LINE))
    for number, title, key, level in entries:
        style = _CONTENTS[level]
        if not level:
            made.append(CondPageBreak(_ROOM_FOR_SECTION))
        made.append(ContentsLine(number, title, style, key))
    made.append(PageBreak())
    return made
