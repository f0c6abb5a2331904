"""Breaks paragraphs that hold words and nothing else into lines.

The lines are those that ReportLab finds, which asks of each word what else it may be. What it
alone can do (links, soft hyphens, words longer than a line) is left to it.
"""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth
from reportlab.platypus.paraparser import ParaFrag

from kkr_desktop.documents.tagging.line_ends import SOFT_HYPHEN

_LABEL_AWAY = 0.6
"""How far words stand from a label that is too wide for its room, in sizes of its font."""

_TYING = "\u00a0\u2007\u202f"
_WORDS = re.compile(rf"(?:\S|[{_TYING}])+")
_BEGINS_WITH_A_BLANK = re.compile(rf"[^\S{_TYING}]")
_ENDS_IN_A_BLANK = re.compile(rf"[^\S{_TYING}]\Z")


class Look(NamedTuple):
    """The font and the colour of words."""

    font: str
    size: float
    colour: Color


class Line(NamedTuple):
    """A line, in stretches of one look, and the room that they leave in it, in points."""

    stretches: list[tuple[str, Look]]
    room: float


@dataclass(frozen=True, slots=True)
class PlainLines:
    """A paragraph's lines, in place of ReportLab's layout of it."""

    lines: list[Line]
    kind: int = 1


@dataclass(slots=True)
class _Word:
    """A word in pieces of one look, its width, and the look of the blank before it."""

    pieces: list[tuple[str, Look]]
    width: float
    blank: Look


@lru_cache(maxsize=256)
def is_plain(style: Any) -> bool:  # noqa: ANN401
    """Whether paragraphs of a style have no more to them than words, indents and a label."""
    return (
        style.alignment in {TA_LEFT, TA_CENTER, TA_RIGHT}
        and style.bulletAnchor == "start"
        and not (style.backColor or style.borderWidth or style.endDots or style.wordWrap)
        and getattr(style, "autoLeading", "") in {"", "off"}
    )


def plain_lines(paragraph: Any, widths: Iterable[float]) -> PlainLines | None:  # noqa: ANN401
    """Return a paragraph's lines, or None when it holds more than words that fit into them.

    `widths` are those of the first line and of all others, in points.
    """
    style, frags = paragraph.style, paragraph.frags
    if not frags or not is_plain(style) or not isinstance(paragraph.bulletText, str | None):
        return None
    if not all(map(_is_only_words, frags)):
        return None
    first, later = widths
    if paragraph.bulletText:
        first -= max(label_end(paragraph) - style.leftIndent - style.firstLineIndent, 0.0)
    if len(frags) == 1:
        lines = _lines_of_one_look(frags[0], first, later, style.spaceShrinkage)
    else:
        lines = _lines(_words(frags), first, later, style.spaceShrinkage)
    return PlainLines(lines) if lines else None


def label_end(paragraph: Any) -> float:  # noqa: ANN401
    """Return where words may begin after a paragraph's label, in points from its left."""
    style = paragraph.style
    width = stringWidth(paragraph.bulletText, style.bulletFontName, style.bulletFontSize)
    return style.bulletIndent + width + _LABEL_AWAY * style.bulletFontSize


def _is_only_words(frag: Any) -> bool:  # noqa: ANN401
    if not isinstance(frag, ParaFrag) or frag.link or frag.us_lines or frag.rise:
        return False
    known = frag.__dict__
    has_more = "cbDefn" in known or "backColor" in known or "lineBreak" in known
    return not has_more and "text" in known and SOFT_HYPHEN not in frag.text


def _look(frag: Any) -> Look:  # noqa: ANN401
    return Look(frag.fontName, frag.fontSize, frag.textColor)


def _lines_of_one_look(frag: Any, first: float, later: float, shrinkage: float) -> list[Line]:  # noqa: ANN401
    look = font, size, _ = _look(frag)
    measure = getFont(font).stringWidth
    words = _WORDS.findall(frag.text)
    blank = measure(" ", size)
    squeezed = blank * shrinkage
    lines: list[Line] = []
    begin, limit, used = 0, first, 0.0
    for place, word in enumerate(words):
        width = measure(word, size)
        if place > begin and used + width > limit + squeezed * (place - begin):
            lines.append(Line([(" ".join(words[begin:place]), look)], limit - used + blank))
            begin, limit, used = place, later, 0.0
        if width > limit:
            return []
        used += width + blank
    if words:
        lines.append(Line([(" ".join(words[begin:]), look)], limit - used + blank))
    return lines


def _words(frags: Iterable[Any]) -> list[_Word]:
    """Return words of which each may change its look. A blank looks as where it was typed."""
    words: list[_Word] = []
    blank: Look | None = None
    is_open = False
    for frag in frags:
        look, text = _look(frag), frag.text
        if _BEGINS_WITH_A_BLANK.match(text):
            blank, is_open = blank or look, False
        for place, letters in enumerate(_WORDS.findall(text)):
            if place:
                blank, is_open = look, False
            width = stringWidth(letters, look.font, look.size)
            if is_open:
                words[-1].pieces.append((letters, look))
                words[-1].width += width
            else:
                words.append(_Word([(letters, look)], width, blank or look))
            blank, is_open = None, True
        if _ENDS_IN_A_BLANK.search(text):
            blank, is_open = blank or look, False
    return words


def _lines(words: Iterable[_Word], first: float, later: float, shrinkage: float) -> list[Line]:
    """Fill lines with words; none when one of them is longer than a line."""
    lines: list[Line] = []
    held: list[_Word] = []
    limit, used, blanks = first, 0.0, 0.0
    for word in words:
        blank = stringWidth(" ", word.blank.font, word.blank.size) if held else 0.0
        if held and used + blank + word.width > limit + shrinkage * (blanks + blank):
            lines.append(Line(_joined(held), limit - used))
            held, limit, used, blanks, blank = [], later, 0.0, 0.0, 0.0
        if word.width > limit:
            return []
        held.append(word)
        used += blank + word.width
        blanks += blank
    if held:
        lines.append(Line(_joined(held), limit - used))
    return lines


def _joined(words: Iterable[_Word]) -> list[tuple[str, Look]]:
    """Return the stretches of a line: its words with blanks between them."""
    made: list[tuple[str, Look]] = []
    for word in words:
        for text, look in [(" ", word.blank), *word.pieces] if made else word.pieces:
            if made and made[-1][1] == look:
                made[-1] = made[-1][0] + text, look
            else:
                made.append((text, look))
    return made
