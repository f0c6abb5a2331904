"""People as contacts (vCard 3.0, RFC 2426), which Outlook and phones read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kkr_desktop.documents.member_content import MemberContent
from kkr_desktop.model.text import one_line

_LONGEST_LINE = 75


@dataclass(frozen=True, slots=True)
class _Card:
    """What a card says; `given_name` and `family_name` are empty for an office without a name."""

    uid: str
    given_name: str
    family_name: str
    shown: str
    organisation: str
    title: str
    role: str
    email: str
    phone: str
    group: str


def write_contact_cards(members: Sequence[MemberContent], group: str) -> bytes:
    """Return contact cards of the members, and of their secretaries and chief executives.

    The members are in the category `group`, those of their offices in one of their own.
    """
    cards = [_of_member(member, group) for member in members]
    cards += _of_offices(members, f"{group} – sekretærer og kommunaldirektører")
    return "".join(map(_written, cards)).encode()


def _of_member(member: MemberContent, group: str) -> _Card:
    return _Card(
        member.uid,
        member.given_name,
        member.family_name,
        member.name,
        member.official_municipality,
        member.title,
        member.role,
        member.email,
        member.phone,
        group,
    )


def _of_offices(members: Iterable[MemberContent], group: str) -> list[_Card]:
    """Return who is reached in the members' offices, each once, with for whom."""
    offices: dict[tuple[str, ...], list[MemberContent]] = {}
    for member in members:
        town = member.official_municipality
        for what, *who in (
            ("Sekretær", member.secretary_name, member.secretary_email, member.secretary_phone),
            (
                "Kommunaldirektør",
                member.executive_name,
                member.executive_email,
                member.executive_phone,
            ),
        ):
            if any(who):
                offices.setdefault((what, town, *who), []).append(member)
    cards: list[_Card] = []
    for (what, town, name, email, phone), of in offices.items():
        named = ", ".join(member.name for member in of)
        given, _, family = name.rpartition(" ")
        cards.append(
            _Card(
                f"{of[0].uid}-{'secretary' if what == 'Sekretær' else 'executive'}",
                given,
                family,
                name or f"{what} for {named}",
                town,
                what if what != "Sekretær" else f"Sekretær for {named}",
                "",
                email,
                phone,
                group,
            )
        )
    return cards


def _written(card: _Card) -> str:
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//KKR Desktop//DA",
        f"UID:{card.uid}",
        f"N:{_text(card.family_name or card.shown)};{_text(card.given_name)};;;",
        f"FN:{_text(card.shown)}",
    ]
    for start, words in (
        ("ORG:", card.organisation),
        ("TITLE:", card.title),
        ("ROLE:", card.role),
        ("EMAIL;TYPE=INTERNET,PREF:", card.email),
        ("TEL;TYPE=WORK,VOICE:", card.phone),
        ("CATEGORIES:", card.group),
    ):
        if words:
            lines.append(f"{start}{_text(words)}")
    lines.append("END:VCARD")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _text(words: str) -> str:
    escaped = one_line(words).replace("\\", "\\\\")
    return escaped.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Fold a line to 75 octets, never within a letter."""
    pieces: list[str] = [""]
    length = 0
    for character in line:
        octets = len(character.encode())
        if length + octets > _LONGEST_LINE:
            pieces.append("")
            length = 1  # the blank that begins a folded line
        pieces[-1] += character
        length += octets
    return "\r\n ".join(pieces)
