"""The text about a meeting on kl.dk, before it and after it, each in its own tense."""

from dataclasses import dataclass
from html import escape

from kkr_desktop.documents.content import MeetingContent
from kkr_desktop.model.dates import clock, long_date
from kkr_desktop.model.meetings import KIND_NAMES


@dataclass(frozen=True, slots=True)
class WebText:
    """The same words twice: as an HTML fragment without styles, and as plain lines."""

    html: str
    plain: str


def web_text(meeting: MeetingContent, themes: tuple[str, ...], *, is_over: bool) -> WebText:
    """Return the text about a meeting; `themes` are the titles that the public may read."""
    name = meeting.body_name
    when = (
        f"{KIND_NAMES[meeting.kind]} den {long_date(meeting.held_on)} "
        f"kl. {clock(meeting.starts_at)} – {clock(meeting.ends_at)}."
    )
    holds = "holdt" if is_over else "holder"
    lines = [f"{name} {holds} {when}"]
    if meeting.place:
        held = "blev afholdt" if is_over else "afholdes"
        lines[0] += f" Mødet {held} {_at(meeting.place)}."
    elif meeting.is_online:
        lines[0] += " Mødet blev afholdt virtuelt." if is_over else " Mødet afholdes virtuelt."
    discussed = (
        f"På mødet drøftede {name} blandt andet:"
        if is_over
        else f"På mødet skal {name} blandt andet drøfte:"
    )
    files = "dagsorden, referat og bilag" if is_over else "dagsorden og bilag"
    below = f"Herunder ses {files}."
    html = [f"<p>{escape(lines[0])}</p>"]
    if themes:
        lines += [discussed, *(f"• {theme}" for theme in themes)]
        listed = "\n".join(f"<li>{escape(theme)}</li>" for theme in themes)
        html.append(f"<p>{escape(discussed)}</p>\n<ul>\n{listed}\n</ul>")
    lines.append(below)
    html.append(f"<p>{escape(below)}</p>")
    return WebText("\n".join(html) + "\n", "\n".join(lines) + "\n")


def _at(place: str) -> str:
    """Put the preposition before a place, unless it brings its own."""
    first = place.split()[0].lower()
    return place if first in {"i", "på", "hos", "ved"} else f"i {place}"
