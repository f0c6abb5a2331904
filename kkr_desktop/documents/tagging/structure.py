"""The structure tree of a document: its elements, and how a story grows it.

The roles are those of ISO 32000-1, 14.8.4 (standard structure types), used as
PDF/UA-1 (ISO 14289-1) wants them: headings that never jump a level, lists whose
items have a label and a body, tables whose header cells say what they head.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A piece of a page that belongs to an element: the page and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkObject:
    """A link annotation of a page that belongs to an element, by its internal name."""

    page: int
    annotation: str


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree. `attributes` is PDF source, for example of a table header's scope.

    `number` is that of its object in the file, once it is written.
    """

    role: str
    parent: "Element | None" = None
    kids: "list[Element | MarkedContent | LinkObject]" = field(default_factory=list)
    attributes: str = ""
    language: str = ""
    alternate: str = ""
    number: int = 0

    def add(self, role: str, attributes: str = "") -> "Element":
        """Add an element below this one, after those that it has."""
        kid = Element(role, self, attributes=attributes)
        self.kids.append(kid)
        return kid

    def attach(self) -> None:
        """Take its place among what its parent has so far."""
        if self.parent is not None and self not in self.parent.kids:
            self.parent.kids.append(self)

    @property
    def is_needed(self) -> bool:
        """Whether something was drawn in it; an empty cell keeps its place in a table that is."""
        if self.role == "Table":
            return any(cell.kids for cell in self._cells())
        return bool(self.kids) or self.role in {"TD", "TH", "Document"}

    def _cells(self) -> "Iterator[Element]":
        for row in self.kids:
            if isinstance(row, Element):
                yield from (cell for cell in row.kids if isinstance(cell, Element))

    def below(self) -> "Iterator[Element]":
        """Yield the element and all below it, each before those below it."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]

    def prune(self) -> None:
        """Drop elements that nothing was drawn for."""
        kept: list[Element | MarkedContent | LinkObject] = []
        for kid in self.kids:
            if isinstance(kid, Element):
                kid.prune()
                if not kid.is_needed:
                    continue
            kept.append(kid)
        self.kids = kept


class _List:
    """A list that is being built: its element, its last item's body, and its depth."""

    def __init__(self, element: Element, level: int, numbering: str) -> None:
        self.element = element
        self.level = level
        self.numbering = numbering
        self.body = element


class StructureBuilder:
    """Grows a tree below an element, `root`, as flowables tell in order what they are."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._sections: list[tuple[int, Element]] = []
        self._lists: list[_List] = []
        self._contents: Element | None = None

    def paragraph(self, role: str = "P") -> Element:
        """Begin a paragraph, or another block with a role of its own."""
        self._end_lists()
        return self._here().add(role)

    def heading(self, level: int) -> Element:
        """Begin a section with its heading. A level that was jumped over is not left out."""
        self._end_lists()
        while self._sections and self._sections[-1][0] >= level:
            self._sections.pop()
        section = self._here().add("Sect")
        self._sections.append((level, section))
        return section.add(f"H{min(len(self._sections), DEEPEST_HEADING)}")

    def list_item(self, level: int, numbering: str) -> tuple[Element, Element]:
        """Begin an item of a list; return its label and its paragraph. `level` 0 is outermost.

        `numbering` is a value of ListNumbering (ISO 32000-1, table 347).
        """
        self._contents = None
        while self._lists and self._lists[-1].level > level:
            self._lists.pop()
        last = self._lists[-1] if self._lists else None
        if last is not None and last.level == level and last.numbering != numbering:
            self._lists.pop()
        if not self._lists or self._lists[-1].level < level:
            parent = self._lists[-1].body if self._lists else self._here()
            attributes = f"<< /O /List /ListNumbering /{numbering} >>"
            self._lists.append(_List(parent.add("L", attributes), level, numbering))
        item = self._lists[-1].element.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        self._lists[-1].body = body
        return label, body.add("P")

    def contents_line(self) -> Element:
        """Begin a line of the contents and return the link that it is."""
        if self._contents is None:
            self._end_lists()
            self._contents = self._here().add("TOC")
        return self._contents.add("TOCI").add("Reference").add("Link")

    def table(self) -> "TableBuilder":
        """Begin a table."""
        self._end_lists()
        return TableBuilder(self._here().add("Table"))

    def _here(self) -> Element:
        return self._sections[-1][1] if self._sections else self.root

    def _end_lists(self) -> None:
        self._lists.clear()
        self._contents = None


class TableBuilder:
    """Grows the rows of a table."""

    _SCOPES: ClassVar[dict[tuple[bool, bool], str]] = {
        (True, False): "Column",
        (False, True): "Row",
        (True, True): "Both",
    }

    def __init__(self, table: Element) -> None:
        self._table = table
        self._row = table

    def row(self) -> None:
        """Begin the next row."""
        self._row = self._table.add("TR")

    def cell(self, *, heads_column: bool, heads_row: bool) -> StructureBuilder:
        """Begin the next cell of the row, and return what its content is told to."""
        scope = self._SCOPES.get((heads_column, heads_row))
        if scope is None:
            return StructureBuilder(self._row.add("TD"))
        return StructureBuilder(self._row.add("TH", f"<< /O /Table /Scope /{scope} >>"))
