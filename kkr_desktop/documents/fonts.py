"""The embedded fonts, and which of them can show a character."""

# ReportLab is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

import threading
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from kkr_desktop.resource_files import resource

TEXT = "SourceSans3"
SEMIBOLD = "SourceSans3-Semibold"
SYMBOLS = "DejaVuSans"
EMOJI = "NotoEmoji"

_FAMILIES = {
    TEXT: ("Regular", "Bold", "It", "BoldIt"),
    SEMIBOLD: ("Semibold", "Bold", "SemiboldIt", "BoldIt"),
}
_CMAP_BLOCK = 100
_NOT_TEXT = {"Co", "Cs", "Cn", "Cc"}
_MOST_WIDTHS = 20_000
_lock = threading.Lock()


class EmbeddedFont(TTFont):
    """A font that tells which character each of its glyphs stands for.

    ReportLab's own map has U+0000 for the missing glyph, which PDF/A-2 forbids
    (ISO 19005-2, 6.2.11.7.2), more entries in a block than readers must take
    (Adobe Technical Note 5014), and nothing that a reader understands for emoji.
    """

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        self._widths: dict[str, float] = {}

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """Return a text's width in points. The words of a document are few, and each is kept."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            width = self._widths[text] = super().stringWidth(text, 1, encoding)
        return width * size

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802
        """Add the font's objects to a document that is being written."""
        subsets = [tuple(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            parts = SUBSETN(number), b"+", self.face.name, self.face.subfontNameX
            name = b"".join(parts).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _unicode_map(name, subset)


def _unicode_map(name: str, subset: tuple[int, ...]) -> str:
    """Return the ToUnicode CMap of a subset (ISO 32000-1, 9.10.3)."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
    ]
    for begin in range(0, len(entries), _CMAP_BLOCK):
        block = entries[begin : begin + _CMAP_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def register() -> None:
    """Make the fonts known to ReportLab, once per process; any thread may call it."""
    with _lock:
        if EMOJI in pdfmetrics.getRegisteredFontNames():
            return
        faces = {face for family in _FAMILIES.values() for face in family}
        for face in sorted(faces):
            pdfmetrics.registerFont(EmbeddedFont(_name(face), _path(f"SourceSans3-{face}")))
        for family, (normal, bold, italic, both) in _FAMILIES.items():
            pdfmetrics.registerFontFamily(
                family, _name(normal), _name(bold), _name(italic), _name(both)
            )
        pdfmetrics.registerFont(EmbeddedFont(f"{SYMBOLS}-Bold", _path("DejaVuSans-Bold")))
        pdfmetrics.registerFont(EmbeddedFont(SYMBOLS, _path("DejaVuSans")))
        bold_symbols = f"{SYMBOLS}-Bold"
        pdfmetrics.registerFontFamily(SYMBOLS, SYMBOLS, bold_symbols, SYMBOLS, bold_symbols)
        pdfmetrics.registerFont(EmbeddedFont(EMOJI, _path("NotoEmoji-Regular")))
        pdfmetrics.registerFontFamily(EMOJI, EMOJI, EMOJI, EMOJI, EMOJI)


def stretches(text: str) -> list[tuple[str, str]]:
    """Cut `text` into stretches that one font can show, each with the font's name."""
    if drawable(TEXT).issuperset(map(ord, text)):
        return [(TEXT, text)] if text else []
    return [(font, "".join(letters)) for font, letters in groupby(text, key=_font_of)]


def _name(face: str) -> str:
    return TEXT if face == "Regular" else f"SourceSans3-{face}"


def _path(name: str) -> str:
    return str(resource("fonts", f"{name}.ttf"))


@lru_cache(maxsize=4096)
def _font_of(character: str) -> str:
    """Return the first font that has the character; the symbols' "missing" sign when none has."""
    for name in (TEXT, SYMBOLS, EMOJI):
        if ord(character) in drawable(name):
            return name
    return TEXT if character.isspace() else SYMBOLS


@lru_cache(maxsize=16)
def drawable(name: str) -> frozenset[int]:
    """Return the characters that a font draws and that everybody means the same by.

    Private-use characters are none (ISO 19005-2, 6.2.11.7.3), nor is the byte
    order mark. The no-break space is one: ReportLab turns it into a blank.
    """
    register()
    known = pdfmetrics.getFont(name).face.charToGlyph
    return frozenset(code for code in known if unicodedata.category(chr(code)) not in _NOT_TEXT) - {
        0xFEFF
    } | {0xA0}
