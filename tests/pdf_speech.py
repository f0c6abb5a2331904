"""What a screen reader speaks of a PDF, element by element, through its structure tree."""

# pikepdf's objects are dynamic.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportGeneralTypeIssues=false

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Name


@dataclass
class Spoken:
    """An element: its role, its own words with those of what is in it, and its kids."""

    role: str
    words: str = ""
    language: str = ""
    kids: "list[Spoken]" = field(default_factory=list)

    def walk(self) -> "Iterator[Spoken]":
        """Yield the element and all below it in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, role: str) -> "list[Spoken]":
        """Return the elements of a role in reading order."""
        return [element for element in self.walk() if element.role == role]


def spoken(pdf: bytes) -> Spoken:
    """Return the structure of a PDF with the words of each element."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        texts = {page.objgen: _marked_texts(page.obj) for page in document.pages}
        root = document.Root.StructTreeRoot.K
        return _element(root, texts)


def _element(node: Any, texts: dict[Any, dict[int, str]]) -> Spoken:  # noqa: ANN401
    found = Spoken(str(node.S)[1:], language=str(node.get(Name.Lang, "")))
    found.words = str(node.get(Name.Alt, ""))
    page = node.get(Name.Pg)
    for kid in node.get(Name.K, []):
        if isinstance(kid, int):
            found.words += texts[page.objgen].get(kid, "")
        elif kid.get(Name.Type) == Name.MCR:
            found.words += texts[kid.Pg.objgen].get(int(kid.MCID), "")
        elif kid.get(Name.S) is not None:
            inner = _element(kid, texts)
            found.kids.append(inner)
            found.words += inner.words
    return found


def _marked_texts(page: Any) -> dict[int, str]:  # noqa: ANN401
    """Return the text of each piece of marked content of a page, by its number."""
    fonts = page.Resources.get(Name.Font, {})
    reader = _ContentReader(fonts, page.Resources.get(Name.XObject, {}))
    reader.read(page)
    return reader.texts


class _ContentReader:
    def __init__(self, fonts: Any, forms: Any) -> None:  # noqa: ANN401
        self.texts: dict[int, str] = {}
        self._maps = {str(name): _unicode_map(font) for name, font in fonts.items()}
        self._forms = forms
        self._map: dict[int, str] = {}
        self._marks: list[int | None] = []
        self._instead: list[str | None] = []

    def read(self, stream: Any) -> None:  # noqa: ANN401
        """Read a page, or a form that it draws."""
        for operands, operator in pikepdf.parse_content_stream(stream):
            self._follow(str(operator), list(operands))

    def _follow(self, operator: str, operands: list[Any]) -> None:
        match operator:
            case "BDC":
                self._begin(operands[1])
            case "EMC":
                self._end()
            case "Tf":
                self._map = self._maps[str(operands[0])]
            case "Tj":
                self._show(bytes(operands[0]))
            case "Do" if self._forms[str(operands[0])].Subtype == Name.Form:
                self.read(self._forms[str(operands[0])])
            case _:
                pass

    def _begin(self, properties: Any) -> None:  # noqa: ANN401
        number = properties.get("/MCID")
        self._marks.append(None if number is None else int(number))
        instead = properties.get("/ActualText")
        self._instead.append(None if instead is None else str(instead))

    def _end(self) -> None:
        instead = self._instead.pop()
        if instead is not None:
            self._say(instead)
        self._marks.pop()

    def _show(self, codes: bytes) -> None:
        if not any(instead is not None for instead in self._instead):
            self._say("".join(self._map.get(code, "?") for code in codes))

    def _say(self, words: str) -> None:
        number = next((mark for mark in reversed(self._marks) if mark is not None), None)
        if number is not None:
            self.texts[number] = self.texts.get(number, "") + words


def _unicode_map(font: Any) -> dict[int, str]:  # noqa: ANN401
    found: dict[int, str] = {}
    if Name.ToUnicode in font:
        source = font.ToUnicode.read_bytes().decode("ascii")
        for code, value in re.findall(r"^<(\w\w)> <(\w{4,})>$", source, re.MULTILINE):
            found[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
    return found
