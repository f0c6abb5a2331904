"""The member directory (Blå Bog) as PDF: the chairmanship, every municipality, every member."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from reportlab.platypus import Flowable, PageBreak

from kkr_desktop.documents.data_table import data_table
from kkr_desktop.documents.flowables import heading
from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.front_page import masthead
from kkr_desktop.documents.layout import Furniture, typeset
from kkr_desktop.documents.markup import plain, runs
from kkr_desktop.documents.member_content import MemberContent, MemberListContent
from kkr_desktop.documents.styles import (
    BODY,
    CELL,
    ITEM,
    QUIET,
    RULE,
    SECTION,
    TEXT_WIDTH,
)
from kkr_desktop.documents.tagging.flowables import Paragraph, Table
from kkr_desktop.model.collation import danish_key
from kkr_desktop.model.dates import long_date, short_date
from kkr_desktop.model.richtext import Run

_SECTION = SECTION.clone("directory-section", leftIndent=0)
_MUNICIPALITY = ITEM.clone("municipality", leftIndent=0, spaceBefore=12, spaceAfter=2)
_QUIET_CELL = CELL.clone("quiet-cell", textColor=QUIET)
_OTHERS = "Uden kommune"
_WITHOUT_PARTY = "Uden parti"


def render_directory(content: MemberListContent) -> bytes:
    """Return the directory as PDF. The same content gives the same bytes, on any thread."""
    register()
    furniture = Furniture(
        title=f"Blå Bog for {content.body_name}",
        author=content.body_name,
        head_left=f"{content.body_name} · Blå Bog",
        head_right=short_date(content.day),
        dated=content.dated,
        document_uid=content.document_uid,
        is_draft=False,
        has_front_page=True,
        accent=content.accent,
    )
    return typeset(furniture, _story(content))


def _story(content: MemberListContent) -> Iterator[Flowable]:
    yield from _front_page(content)
    if not (content.members or content.attached):
        yield PageBreak()
        yield Paragraph("Der er ingen medlemmer på denne dag.", BODY)
        return
    leaders = [member for member in content.members if member.role]
    yield PageBreak()
    if leaders:
        leaders.sort(key=lambda member: (member.role != "Formand", danish_key(member.name)))
        yield from heading("", "Formandskab", _SECTION, 0, "chairmanship")
        yield _people(leaders, with_municipality=True)
    if content.members:
        yield from _municipalities(content.members)
        yield from _list(content)
    if any(member.party_letter for member in content.members):
        yield from _parties(content.members)
    if content.attached:
        yield from heading("", "Observatører og sekretærer", _SECTION, 0, "attached")
        yield _people([_as_attached(one) for one in content.attached], with_municipality=True)


def _as_attached(person: MemberContent) -> MemberContent:
    """Let someone without a seat be shown with what they are there, and without a party."""
    return replace(person, role=person.type, party_letter="")


def _front_page(content: MemberListContent) -> list[Flowable]:
    mayors = sum(member.type == "Født" for member in content.members)
    members = str(len(content.members))
    if content.has_types:
        members += f", heraf {mayors} fødte medlemmer (borgmestre)"
    facts = [
        ("Opgjort", long_date(content.day)),
        ("Medlemmer", members),
        ("Kommuner", str(len({member.municipality for member in content.members} - {""}))),
    ]
    return masthead(f"Blå Bog {content.day.year}", content.body_name, content.logo, facts)


def _municipalities(members: Sequence[MemberContent]) -> Iterator[Flowable]:
    by_place: dict[str, list[MemberContent]] = {}
    for member in members:
        place = member.official_municipality or member.municipality or _OTHERS
        by_place.setdefault(place, []).append(member)
    yield from heading("", "Medlemmer efter kommune", _SECTION, 0, "by-municipality")
    in_order = sorted(by_place, key=lambda place: (place == _OTHERS, danish_key(place)))
    for number, place in enumerate(in_order):
        yield from heading("", place, _MUNICIPALITY, 1, f"municipality-{number}")
        mayors_first = sorted(by_place[place], key=lambda one: one.type != "Født")
        yield _people(mayors_first, with_municipality=False)


def _people(members: Sequence[MemberContent], *, with_municipality: bool) -> Table:
    rows: list[list[Any]] = []
    for member in members:
        named = runs((Run(member.name, bold=True), Run(f" ({member.party_letter})")))
        name = named if member.party_letter else runs((Run(member.name, bold=True),))
        what = [member.title or ("Medlem" if not member.role else "")]
        if with_municipality:
            what = [member.role, member.title, member.official_municipality]
        elif member.role:
            what.append(member.role)
        facts = ", ".join(words for words in what if words)
        contact: list[Flowable] = []
        if member.email:
            address = Run(member.email, link=f"mailto:{member.email}")
            contact.append(Paragraph(runs((address,)), CELL))
        if member.phone:
            contact.append(Paragraph(plain(member.phone), CELL))
        said: list[Flowable] = [Paragraph(name, CELL)]
        if facts:
            said.append(Paragraph(plain(facts), _QUIET_CELL))
        rows.append([said, contact or Paragraph("", CELL)])
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 3.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
        ("LINEABOVE", (0, 0), (-1, -1), 0.4, RULE),
    ]
    widths = [TEXT_WIDTH * 0.5, TEXT_WIDTH * 0.5]
    made = Table(rows, colWidths=widths, style=style, hAlign="LEFT", splitInRow=1, spaceAfter=4)
    return made.with_headers(columns=1)


def _list(content: MemberListContent) -> Iterator[Flowable]:
    yield from heading("", "Medlemsliste", _SECTION, 0, "list")
    columns = {
        "Navn": (0.31, [member.name for member in content.members]),
        "Parti": (0.08, [member.party_letter for member in content.members]),
        "Kommune": (0.20, [member.municipality for member in content.members]),
        "Medlem": (0.15, [member.type for member in content.members]),
        "Stedfortræder": (0.26, [member.substitute for member in content.members]),
    }
    if not content.has_types:
        del columns["Medlem"]
    if not any(columns["Parti"][1]):
        del columns["Parti"]
    total = sum(share for share, _ in columns.values())
    rows = list(zip(*(words for _, words in columns.values()), strict=True))
    yield data_table(tuple(columns), tuple(share / total for share, _ in columns.values()), rows)


_PARTY_SHARES = (0.12, 0.68, 0.20)


def _parties(members: Sequence[MemberContent]) -> Iterator[Flowable]:
    counted = Counter((member.party_letter, member.party_name) for member in members)
    yield from heading("", "Partier", _SECTION, 0, "parties")
    in_order = sorted(counted, key=lambda party: (-counted[party], danish_key(party[0])))
    rows = [
        (letter, name or _WITHOUT_PARTY, str(counted[letter, name])) for letter, name in in_order
    ]
    yield data_table(("Bogstav", "Parti", "Medlemmer"), _PARTY_SHARES, rows, numbers=2)
