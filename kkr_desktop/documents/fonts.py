"""The embedded fonts, and which of them can show a character."""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

import threading
from functools import lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kkr_desktop.resource_files import resource

TEXT = "SourceSans3"
SEMIBOLD = "SourceSans3-Semibold"
SYMBOLS = "DejaVuSans"
EMOJI = "NotoEmoji"

_FAMILIES = {
    TEXT: ("Regular", "Bold", "It", "BoldIt"),
    SEMIBOLD: ("Semibold", "Bold", "SemiboldIt", "BoldIt"),
}
_lock = threading.Lock()


def register() -> None:
    """Make the fonts known to ReportLab, once per process; any thread may call it."""
    with _lock:
        if EMOJI in pdfmetrics.getRegisteredFontNames():
            return
        faces = {face for family in _FAMILIES.values() for face in family}
        for face in sorted(faces):
            pdfmetrics.registerFont(TTFont(_name(face), _path(f"SourceSans3-{face}")))
        for family, (normal, bold, italic, both) in _FAMILIES.items():
            pdfmetrics.registerFontFamily(
                family, _name(normal), _name(bold), _name(italic), _name(both)
            )
        pdfmetrics.registerFont(TTFont(f"{SYMBOLS}-Bold", _path("DejaVuSans-Bold")))
        pdfmetrics.registerFont(TTFont(SYMBOLS, _path("DejaVuSans")))
        bold_symbols = f"{SYMBOLS}-Bold"
        pdfmetrics.registerFontFamily(SYMBOLS, SYMBOLS, bold_symbols, SYMBOLS, bold_symbols)
        pdfmetrics.registerFont(TTFont(EMOJI, _path("NotoEmoji-Regular")))
        pdfmetrics.registerFontFamily(EMOJI, EMOJI, EMOJI, EMOJI, EMOJI)


def stretches(text: str) -> list[tuple[str, str]]:
    """Cut `text` into stretches that one font can show, each with the font's name."""
    return [(font, "".join(letters)) for font, letters in groupby(text, key=_font_of)]


def _name(face: str) -> str:
    return TEXT if face == "Regular" else f"SourceSans3-{face}"


def _path(name: str) -> str:
    return str(resource("fonts", f"{name}.ttf"))


@lru_cache(maxsize=4096)
def _font_of(character: str) -> str:
    """Return the first font that has the character; the symbols' "missing" sign when none has."""
    for name in (TEXT, SYMBOLS, EMOJI):
        if ord(character) in _characters(name):
            return name
    return TEXT if character.isspace() else SYMBOLS


@lru_cache(maxsize=3)
def _characters(name: str) -> frozenset[int]:
    font = pdfmetrics.getFont(name)
    return frozenset(font.face.charToGlyph)
