"""People as contacts (vCard 3.0, RFC 2426), which Outlook and phones read."""

from collections.abc import Iterable

from kkr_desktop.documents.member_content import MemberContent
from kkr_desktop.model.text import one_line

_LONGEST_LINE = 75


def write_contact_cards(members: Iterable[MemberContent], group: str) -> bytes:
    """Return the members' contact cards, each in the category `group`."""
    return "".join(_card(member, group) for member in members).encode()


def _card(member: MemberContent, group: str) -> str:
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//KKR Desktop//DA",
        f"UID:{member.uid}",
        f"N:{_text(member.family_name)};{_text(member.given_name)};;;",
        f"FN:{_text(member.name)}",
    ]
    for start, words in (
        ("ORG:", member.official_municipality),
        ("TITLE:", member.title),
        ("ROLE:", member.role),
        ("EMAIL;TYPE=INTERNET,PREF:", member.email),
        ("TEL;TYPE=WORK,VOICE:", member.phone),
        ("CATEGORIES:", group),
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
