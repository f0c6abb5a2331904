"""A canvas that says of everything it draws which element it belongs to.

Text is drawn inside `tagged` or `furniture`, and nowhere else: text of which
nobody said what it is stops the typesetting, so that it fails a test and not a
reader. Lines, tints and other drawing are decoration (ISO 32000-1, 14.8.2.2:
artifacts) unless they are drawn inside `tagged_drawing`.
"""

# ReportLab's canvas is typed in part only, and its text object and code list are its own.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportAttributeAccessIssue=false, reportPrivateUsage=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false

import re
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from kkr_desktop.documents.fonts import drawable
from kkr_desktop.documents.tagging.passages import split_passage
from kkr_desktop.documents.tagging.plain_lines import Line
from kkr_desktop.documents.tagging.plain_words import TextCode, plain_code
from kkr_desktop.documents.tagging.structure import Element, LinkObject, MarkedContent

_FURNITURE = "/Artifact << /Type /Pagination >> BDC"
_DECORATION = "/Artifact << /Type /Layout >> BDC"
_PAINTS = re.compile(r"(?:^|\s)(?:[SsfFBb]\*?|Do|sh|EI|ET)(?:\s|$)")
_PRINT_FLAG = 4
_REPLACEMENT = "\ufffd"

Point = tuple[float, float]


class UntaggedText(TypeError):
    """Text was drawn of which nobody said what it is."""


class _Marked(str):
    """Code of a page that carries its own marks."""

    __slots__ = ()


class TaggedCanvas(Canvas):
    """Marks what is drawn, and remembers which element of the structure has which marks."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        self._element: Element | None = None
        self._is_furniture = False
        self.is_unmarked = False
        self._label: Element | None = None
        self._link_elements: Mapping[int, Element] = {}
        self._links_of_line: set[int] = set()
        self._colours: dict[Any, Any] = {}
        self.marks: list[list[Element]] = []
        self.links: list[tuple[Element, dict[str, Any]]] = []
        super().__init__(*arguments, **options)
        self._text_code = TextCode(self._doc, self.colour_for)

    def recolour(self, usual: Color, chosen: Color) -> None:
        """Draw in `chosen` from here on whatever is to be in `usual`."""
        self._colours[usual.rgb()] = chosen

    def colour_for(self, usual: Any) -> Any:  # noqa: ANN401
        """Return the colour to draw in for what is to be in `usual`."""
        return self._colours.get(usual.rgb(), usual) if isinstance(usual, Color) else usual

    def setFillColor(self, aColor: Any, alpha: Any = None) -> None:  # noqa: ANN401, N802, N803
        """Fill in a colour, or in the one that was chosen in its place."""
        super().setFillColor(self.colour_for(aColor), alpha)

    def setStrokeColor(self, aColor: Any, alpha: Any = None) -> None:  # noqa: ANN401, N802, N803
        """Draw lines in a colour, or in the one that was chosen in its place."""
        super().setStrokeColor(self.colour_for(aColor), alpha)

    @contextmanager
    def tagged(
        self,
        element: Element,
        *,
        label: Element | None = None,
        links: Mapping[int, Element] | None = None,
    ) -> Generator[None]:
        """Draw text as part of `element`.

        The first text is `label`'s instead, when there is one; `links` are the
        parts of the element that are links, by their numbers.
        """
        before = self._element, self._label, self._link_elements
        self._element, self._label, self._link_elements = element, label, links or {}
        yield
        self._element, self._label, self._link_elements = before

    @contextmanager
    def furniture(self) -> Generator[None]:
        """Draw text that belongs to the page and not to the document, such as a running head."""
        before = self._is_furniture
        self._is_furniture = True
        yield
        self._is_furniture = before

    @contextmanager
    def form(self, name: str, lower: Point, upper: Point) -> Generator[None]:
        """Draw a form, whose marks are those of the pages that it is used on."""
        corners: Any = (*lower, *upper)
        self.beginForm(name, *corners)
        self.is_unmarked = True
        yield
        self.is_unmarked = False
        self.endForm()

    @contextmanager
    def unmarked(self) -> Generator[None]:
        """Draw text that belongs to what is drawn around it."""
        self.is_unmarked = True
        yield
        self.is_unmarked = False

    @contextmanager
    def tagged_drawing(self, element: Element) -> Generator[None]:
        """Make all that is drawn one piece of `element`: a picture, or a form filled later."""
        yield from self._marked_drawing(self.begin_mark(element))

    @contextmanager
    def furniture_drawing(self) -> Generator[None]:
        """Make all that is drawn one piece of the page's furniture."""
        yield from self._marked_drawing(_FURNITURE)

    def _marked_drawing(self, mark: str) -> Generator[None]:
        begin = len(self._code)
        yield
        self._code[begin:] = [_Marked(f"{mark} {' '.join(self._code[begin:])} EMC")]

    def begin_mark(self, element: Element) -> str:
        """Return the code that begins a piece of `element` on this page."""
        page = self.getPageNumber()
        while len(self.marks) < page:
            self.marks.append([])
        number = len(self.marks[page - 1])
        self.marks[page - 1].append(element)
        element.kids.append(MarkedContent(page, number))
        return f"/{element.role} << /MCID {number} >> BDC"

    def begin_text_mark(self) -> str:
        """Return the code that begins text here. Raises UntaggedText."""
        if self.is_unmarked:
            return ""
        if self._is_furniture:
            return _FURNITURE
        element, self._label = self._label or self._element, None
        if element is None:
            raise UntaggedText("draw text inside `tagged` or `furniture`")
        if self._link_elements and element not in self._link_elements.values():
            # Between links, so that each piece stands in the tree where it stands on the page.
            element = element.add("Span")
        return self.begin_mark(element)

    def begin_link_mark(self, number: int) -> str | None:
        """Return the code that begins a link's text, or None when it is no link of the element."""
        element = self._link_elements.get(number)
        if element is None:
            return None
        element.attach()
        return self.begin_mark(element)

    def note_link(self, number: int) -> None:
        """Note that a piece of a link stands on the line whose annotations come next."""
        self._links_of_line.add(number)

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> "TaggedText":  # noqa: ANN401, N802
        """Begin text that is marked as the element's that is being drawn."""
        return TaggedText(self, x, y, direction)

    def drawText(self, aTextObject: PDFTextObject) -> None:  # noqa: N802, N803
        """Draw text that was begun by `beginText`."""
        self._code.append(_Marked(aTextObject.getCode()))

    def linkURL(self, url: str, rect: Any, *arguments: Any, **options: Any) -> None:  # noqa: ANN401, N802
        """Make a rectangle a link, described by its address; furniture has no links."""
        number = min(self._links_of_line or self._link_elements, default=-1)
        self._links_of_line.discard(number)
        element = self._link_elements.get(number)
        _, link = split_passage(url)
        if element is not None and link and not self._is_furniture:
            with self.link_of(element):
                super().linkURL(link, rect, *arguments, **options, Contents=text_string(link))

    def code_of_words(
        self,
        paragraph: Any,  # noqa: ANN401
        lines: list[Line],
        x: float,
        y: float,
    ) -> list[str]:
        """Return what draws a paragraph of words and nothing else, or nothing if it cannot."""
        return plain_code(self._text_code, paragraph, lines, x, y)

    def draw_words(self, code: Iterable[str]) -> None:
        """Draw each piece of such a paragraph as text with a mark of its own."""
        for piece in code:
            mark = self.begin_text_mark()
            self._code.append(_Marked(f"q {mark} {piece} EMC Q" if mark else f"q {piece} Q"))

    @contextmanager
    def link_of(self, element: Element) -> Generator[None]:
        """Give the annotations that are made here to an element."""
        before = len(self._annotationrefs)
        yield
        for reference in self._annotationrefs[before:]:
            annotation = self._doc.idToObject[reference.name]
            if hasattr(annotation, "otherkw"):
                annotation.permitted = (*annotation.permitted, "StructParent")
                target = annotation.otherkw
            else:
                target = annotation.dict
            target["F"] = _PRINT_FLAG
            self.links.append((element, target))
            element.kids.append(LinkObject(self.getPageNumber(), reference.name))

    def showPage(self) -> None:  # noqa: N802
        """End the page; what was drawn without a mark is decoration."""
        self._code[:] = _with_artifacts(self._code)
        page = self.getPageNumber()
        while len(self.marks) < page:
            self.marks.append([])
        super().showPage()


def text_string(text: str) -> str:
    """Return a text as PDF source (ISO 32000-1, 7.9.2.2)."""
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex()}>"


def _with_artifacts(code: Sequence[str]) -> list[str]:
    """Put the painting between the marked pieces of a page into artifacts."""
    made: list[str] = []
    waiting: list[str] = []
    for piece in code:
        if isinstance(piece, _Marked):
            made += _artifact(waiting)
            waiting = []
            made.append(piece)
        else:
            waiting.append(piece)
    return made + _artifact(waiting)


def _artifact(code: list[str]) -> list[str]:
    painting = [place for place, piece in enumerate(code) if _PAINTS.search(piece)]
    if not painting:
        return code
    first, last = painting[0], painting[-1] + 1
    return [*code[:first], _DECORATION, *code[first:last], "EMC", *code[last:]]


class TaggedText(PDFTextObject):
    """Text whose every stretch says what it belongs to, with the blanks between its lines.

    Whether a stretch is a link's is told only after it was drawn, so its mark
    waits until the next one.
    """

    def __init__(self, canvas: TaggedCanvas, x: float, y: float, direction: Any) -> None:  # noqa: ANN401
        super().__init__(canvas, x, y, direction=direction)
        self._marking = canvas
        self._is_open = False
        self._waiting: int | None = None

    def setFillColor(self, aColor: Any, alpha: Any = None) -> None:  # noqa: ANN401, N802, N803
        """Write in a colour, or in the one that was chosen in its place."""
        super().setFillColor(self._marking.colour_for(aColor), alpha)

    def getCode(self) -> str:  # noqa: N802
        """Return the finished code."""
        self._close()
        return super().getCode()

    def _settle(self) -> None:
        """Give the stretch that waits for its mark to what is being drawn."""
        if self._waiting is not None:
            self._code.insert(self._waiting, self._marking.begin_text_mark())
            self._is_open, self._waiting = True, None

    def _close(self) -> None:
        self._settle()
        if self._is_open and not self._marking.is_unmarked:
            self._code.append("EMC")
        self._is_open = False

    def textOut(self, text: str) -> None:  # noqa: N802
        """Draw a label; a blank after it parts it from the words that follow."""
        super().textOut(text)
        self._code.append(self._formatText(" "))

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803
        # ReportLab drops the blank at which it breaks a line; listeners need it.
        shown = f"{text} " if TStar and text and not text.endswith(" ") else text
        super()._textOut(shown, TStar)

    def _formatText(self, text: str) -> str:  # noqa: N802
        self._settle()
        if not self._is_open:
            self._waiting = len(self._code)
        return self._shown(text)

    def _shown(self, text: str) -> str:
        known = drawable(self._fontname)
        if known.issuperset(map(ord, text)):
            return super()._formatText(text)
        return " ".join(self._stretches(text, known))

    def _stretches(self, text: str, known: frozenset[int]) -> Generator[str]:
        """Yield the code of a text with characters that no font has.

        They are drawn as a replacement sign that says which they are
        (ActualText, ISO 32000-1, 14.9.4).
        """
        for letter in text:
            if ord(letter) in known:
                yield super()._formatText(letter)
            else:
                actual = text_string(letter)
                sign = super()._formatText(_REPLACEMENT)
                yield f"/Span << /ActualText {actual} >> BDC {sign} EMC"

    def _linkRecord(self, link: tuple[int, str], what: str) -> None:  # noqa: N802
        """Mark a link's words apart. ReportLab tells after the first of them, and the last."""
        number = link[0]
        if what == "end":
            self._marking.note_link(number)
            self._close()
            return
        begin = self._marking.begin_link_mark(number)
        if begin is None:
            return
        if self._waiting is None:
            self._code.insert(len(self._code) - 1, "EMC")
        self._code.insert(len(self._code) - 1, begin)
        self._is_open, self._waiting = True, None
