"""Draws paragraphs that hold words and nothing else, as most of a document's do.

ReportLab asks of each line what else may stand on it. Where there are only words, the code of
the whole paragraph is put together here; it looks the same.
"""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.pdfbase import pdfmetrics

from kkr_desktop.documents.fonts import drawable
from kkr_desktop.documents.tagging.plain_lines import Line, Look, label_end

_IS_ESCAPED = frozenset(b"()\\")
_PARTS_OF_THE_ROOM = {TA_LEFT: 0.0, TA_CENTER: 0.5, TA_RIGHT: 1.0}


class _NotPlain(Exception):
    """There is more to draw than the code made here can say."""


class TextCode:
    """Turns words into the code of a page, with the fonts and colours of one document."""

    def __init__(self, document: Any, colour_for: Callable[[Color], Color]) -> None:  # noqa: ANN401
        self._document = document
        self._colour_for = colour_for
        self._codes: dict[str, _Codes] = {}
        self._names: dict[str, str] = {}

    def shown(self, text: str, font: str) -> str:
        """Return the string of a text. Raises _NotPlain."""
        codes = self._codes.get(font)
        if codes is None:
            codes = self._codes[font] = _Codes(font, self._document)
        return f"({text.translate(codes)})"

    def name(self, font: str) -> str:
        """Return the name that a font has on the pages."""
        name = self._names.get(font)
        if name is None:
            known: Any = pdfmetrics.getFont(font)
            name = self._names[font] = known.getSubsetInternalName(0, self._document)
        return name

    def colour(self, usual: Color) -> str:
        """Return the code that writes in a colour, or in the one that was chosen in its place."""
        return _filled(self._colour_for(usual))


class _Codes(dict[int, str]):
    """The code of each character in the first part of a font, for `str.translate`."""

    def __init__(self, font: str, document: Any) -> None:  # noqa: ANN401
        super().__init__()
        self._font: Any = pdfmetrics.getFont(font)
        self._drawable = drawable(font)
        self._document = document

    def __missing__(self, character: int) -> str:
        if character not in self._drawable:
            raise _NotPlain
        ((part, (code,)),) = self._font.splitString(chr(character), self._document)
        if part:
            raise _NotPlain
        self[character] = shown = _escaped(code)
        return shown


def _escaped(code: int) -> str:
    is_letter = 32 <= code < 127 and code not in _IS_ESCAPED
    return chr(code) if is_letter else f"\\{code:03o}"


def plain_code(
    code: TextCode,
    paragraph: Any,  # noqa: ANN401
    lines: list[Line],
    x: float,
    y: float,
) -> list[str]:
    """Return the code of a paragraph's label, if it has one, and of its words.

    `x` and `y` are its lower left corner in points. There is none when one of its characters
    needs more than the first part of its font.
    """
    style = paragraph.style
    baseline = y + paragraph.height - max(look.size for _, look in lines[0].stretches)
    indent, pieces = style.firstLineIndent, list[str]()
    try:
        if paragraph.bulletText:
            pieces.append(_label(code, paragraph, x, baseline))
            indent = max(indent, label_end(paragraph) - style.leftIndent)
        pieces.append(
            " ".join(_words(code, lines, style, (x + style.leftIndent, baseline), indent))
        )
    except _NotPlain:
        return []
    return pieces


def _label(code: TextCode, paragraph: Any, x: float, baseline: float) -> str:  # noqa: ANN401
    style = paragraph.style
    font, size = style.bulletFontName, style.bulletFontSize
    place = f"1 0 0 1 {_number(x + style.bulletIndent)} {_number(baseline)} Tm"
    shown = code.shown(f"{paragraph.bulletText} ", font)
    colour = code.colour(getattr(style, "bulletColor", style.textColor))
    return f"{colour} BT {place} {code.name(font)} {_number(size)} Tf {shown} Tj ET"


def _words(
    code: TextCode,
    lines: list[Line],
    style: Any,  # noqa: ANN401
    place: tuple[float, float],
    indent: float,
) -> Iterator[str]:
    part = _PARTS_OF_THE_ROOM[style.alignment]
    (left, baseline), begin = place, None
    written, spacing = None, 0.0
    yield "BT"
    for line in lines:
        squeezed = _squeezed(line)
        here = left + indent + part * (0 if squeezed else line.room)
        if begin is None:
            yield f"1 0 0 1 {_number(here)} {_number(baseline)} Tm {_number(style.leading)} TL"
        else:
            yield "T*" if here == begin else f"{_number(here - begin)} {_number(-style.leading)} Td"
        begin, indent = here, 0.0
        if squeezed != spacing:
            spacing = squeezed
            yield f"{_number(spacing)} Tw"
        for number, (text, look) in enumerate(line.stretches, start=1):
            if look is not written:
                yield from _changes(code, written, look)
                written = look
            # A line ends with the blank at which it was broken: listeners need it.
            shown = f"{text} " if number == len(line.stretches) and text[-1] != " " else text
            yield f"{code.shown(shown, look.font)} Tj"
    yield "ET"


def _changes(code: TextCode, before: Look | None, after: Look) -> Iterator[str]:
    """Yield what makes the words look otherwise than those before them."""
    if before is None or before.colour is not after.colour:
        yield code.colour(after.colour)
    if before is None or before[:2] != after[:2]:
        yield f"{code.name(after.font)} {_number(after.size)} Tf"


def _squeezed(line: Line) -> float:
    """Return what is added to each blank of a line that is a little too full, in points."""
    if line.room > -1e-8:
        return 0.0
    words = "".join(text for text, _ in line.stretches)
    blanks = words.count(" ") + words.count("\u00a0")
    return line.room / blanks if blanks else 0.0


def _number(value: float) -> str:
    """Return a number as a page has it, to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=256)
def _filled(colour: Color) -> str:
    return f"{' '.join(map(_number, colour.rgb()))} rg"
