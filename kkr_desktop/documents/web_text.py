"""The text about a meeting on kl.dk, before it and after it, each in its own tense."""

import re
from dataclasses import dataclass
from html import escape

from kkr_desktop.documents.content import MeetingContent
from kkr_desktop.model.dates import clock, long_date
from kkr_desktop.model.meeting_terms import KIND_NAMES, MeetingKind

_POSTCODE = re.compile(r"\d{4}\s+(?=\D)")
_THEME = "temadrøftelse:"
_ON = (
    "bibliotek",
    "biblioteket",
    "campus",
    "gård",
    "gården",
    "hotel",
    "højskole",
    "kro",
    "museum",
    "rådhus",
    "rådhuset",
    "slot",
    "universitet",
)
"""How the names of places end at which one is "på"; one is "i" all others."""


@dataclass(frozen=True, slots=True)
class WebText:
    """The same words twice: as an HTML fragment without styles, and as plain lines."""

    html: str
    plain: str


def web_text(
    meeting: MeetingContent, themes: tuple[str, ...], *, is_over: bool, has_agenda: bool = True
) -> WebText:
    """Return the text about a meeting; `themes` are the titles that the public may read."""
    name = meeting.body_name
    told = [f"{_opening(meeting, is_over=is_over)}{_place(meeting, is_over=is_over)}"]
    html = [f"<p>{escape(told[0])}</p>"]
    if themes:
        shown = [_theme(theme) for theme in themes]
        discussed = _discussed(meeting, name, is_over=is_over)
        told += [discussed, *(f"• {theme}" for theme in shown)]
        listed = "\n".join(f"<li>{escape(theme)}</li>" for theme in shown)
        html.append(f"<p>{escape(discussed)}</p>\n<ul>\n{listed}\n</ul>")
    if is_over:
        below = "Herunder ses dagsorden, referat og bilag."
    elif has_agenda:
        below = "Herunder ses dagsorden og bilag."
    else:
        below = "Dagsorden og bilag følger en uge før mødet."
    told.append(below)
    html.append(f"<p>{escape(below)}</p>")
    return WebText("\n".join(html) + "\n", "\n".join(told) + "\n")


def cancelled_web_text(meeting: MeetingContent) -> WebText:
    """Return what kl.dk says of a meeting that is not held."""
    told = f"{_named(meeting)} i {meeting.body_name} den {long_date(meeting.held_on)} er aflyst."
    return WebText(f"<p>{escape(told)}</p>\n", f"{told}\n")


def _named(meeting: MeetingContent) -> str:
    if meeting.kind is MeetingKind.WRITTEN:
        return "Den skriftlige behandling"
    kind = KIND_NAMES[meeting.kind].removesuffix("møde").rstrip()
    return f"Det {kind[:-1]}e møde" if kind else "Mødet"


def _opening(meeting: MeetingContent, *, is_over: bool) -> str:
    day = f"den {long_date(meeting.held_on)}"
    if meeting.kind is MeetingKind.WRITTEN:
        deals = "behandlede" if is_over else "behandler"
        return f"{meeting.body_name} {deals} sager skriftligt {day}."
    holds = "holdt" if is_over else "holder"
    hours = f"kl. {clock(meeting.starts_at)} – {clock(meeting.ends_at)}"
    return f"{meeting.body_name} {holds} {KIND_NAMES[meeting.kind]} {day} {hours}."


def _place(meeting: MeetingContent, *, is_over: bool) -> str:
    held = "blev afholdt" if is_over else "afholdes"
    if meeting.kind is MeetingKind.WRITTEN:
        return ""
    if meeting.place:
        return f" Mødet {held} {_at(meeting.place)}."
    return f" Mødet {held} virtuelt." if meeting.is_online else ""


def _discussed(meeting: MeetingContent, name: str, *, is_over: bool) -> str:
    if meeting.kind is MeetingKind.WRITTEN:
        return "Sagerne var blandt andet:" if is_over else "Sagerne er blandt andet:"
    if is_over:
        return f"På mødet drøftede {name} blandt andet:"
    return f"På mødet skal {name} blandt andet drøfte:"


def _theme(title: str) -> str:
    """Leave out that a discussion is one: that is what the line above the list says."""
    if not title.casefold().startswith(_THEME):
        return title
    said = title[len(_THEME) :].strip()
    return said[:1].upper() + said[1:]


def _at(place: str) -> str:
    """Write an address as kl.dk does: "i Erhvervshus Sjælland, Fulbyvej 15, i Sorø"."""
    parts = [part.strip() for part in place.split(",") if part.strip()]
    if not parts:
        return f"i {place}"
    name = parts[0]
    rest = [_POSTCODE.sub("i ", part) if _POSTCODE.match(part) else part for part in parts[1:]]
    if name.split()[0].casefold() not in {"i", "på", "hos", "ved"}:
        name = f"{_before(name)} {name}"
    if len(rest) == 1 and rest[0].startswith("i "):
        return f"{name} {rest[0]}"
    return ", ".join([name, *rest])


def _before(name: str) -> str:
    return "på" if any(word.casefold().endswith(_ON) for word in name.split()) else "i"
