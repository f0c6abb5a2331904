"""Pasted HTML from Word, Outlook, Google Docs or the web, cleaned into rich text.

Only what the vocabulary of `kkr_desktop.model.richtext` names is kept. Scripts,
styles, pictures and anything else is dropped; their words, if any, stay.
"""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from kkr_desktop.model.richtext import (
    Block,
    Cell,
    CellBlock,
    Heading,
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    Table,
    is_safe_link,
    rich_text,
)

_DROPPED = {"script", "style", "head", "title", "template", "noscript", "svg", "object", "xml"}
_BREAKING = {
    *("p", "div", "section", "article", "header", "footer", "main", "aside", "blockquote", "pre"),
    *("li", "ul", "ol", "dl", "dt", "dd", "address", "figure", "figcaption", "center", "form"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr"),
}
_VOID = {"br", "img", "hr", "meta", "link", "input", "wbr", "col", "area", "base", "source"}
_WORD_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
_BOLD = re.compile(r"font-weight:\s*(bold|[6-9]00)")
_NOT_BOLD = re.compile(r"font-weight:\s*(normal|[1-5]00)")
_ITALIC = re.compile(r"font-style:\s*italic")
_UNDERLINE = re.compile(r"text-decoration[^;]*underline")
_COUNTING = re.compile(r"^\(?([0-9]+|[a-zA-Z]|[ivxlc]+)[.)]")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def from_html(html: str) -> RichText:
    """Return what of `html` the vocabulary can say, in order; never raises."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return rich_text(reader.finish())


@dataclass(slots=True)
class _Element:
    """An open element and the look that its words have."""

    tag: str
    look: Run
    dropped: bool = False
    word_level: int | None = None
    is_word_marker: bool = False


@dataclass(slots=True)
class _OpenTable:
    """A table being read; tables inside it give up their words to its cells."""

    rows: list[list[Cell]] = field(default_factory=list["list[Cell]"])
    cell: list[CellBlock] = field(default_factory=list["CellBlock"])
    header_rows: int = 0
    in_cell: bool = False
    row_is_header: bool = True


class _Reader(HTMLParser):
    """Turns events of the parser into blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._open: list[_Element] = []
        self._lists: list[ListKind] = []
        self._tables: list[_OpenTable] = []
        self._heading = 0
        self._in_item = False
        self._word_level: int | None = None
        self._word_marker = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        attributes = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._runs.append(replace(self._look(), text="\n"))
            return
        if tag in _BREAKING or tag in {"table", "tr", "td", "th"}:
            self._end_block()
        if tag in _VOID:
            return
        style = attributes.get("style", "").lower()
        element = _Element(tag, self._look_inside(tag, style, attributes))
        element.dropped = tag in _DROPPED or self._is_dropping()
        element.is_word_marker = "mso-list:ignore" in style.replace(" ", "")
        self._open.append(element)
        self._open_structure(tag, style)

    def _open_structure(self, tag: str, style: str) -> None:
        if tag in {"ul", "ol"}:
            self._lists.append(ListKind.BULLET if tag == "ul" else ListKind.NUMBERED)
        elif tag == "li":
            self._in_item = True
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self._heading = min(int(tag[1]), 3)
        elif tag == "table":
            self._tables.append(_OpenTable())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
            self._tables[-1].row_is_header = True
        elif tag in {"td", "th"} and self._tables:
            self._tables[-1].in_cell = True
            if tag == "td":
                self._tables[-1].row_is_header = False
        level = _WORD_LEVEL.search(style)
        if tag == "p" and level is not None:
            self._word_level = int(level[1]) - 1
            self._word_marker = ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close an element."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and what was left open inside it."""
        if not any(element.tag == tag for element in self._open):
            return
        if tag in _BREAKING or tag in {"table", "td", "th"}:
            self._end_block()
        while self._open:
            closed = self._open.pop().tag
            self._close_structure(closed)
            if closed == tag:
                return

    def _close_structure(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._in_item = bool(self._lists) and any(e.tag == "li" for e in self._open)
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self._heading = 0
        elif tag == "p":
            self._word_level = None
        elif self._tables:
            self._close_table_part(tag)

    def _close_table_part(self, tag: str) -> None:
        table = self._tables[-1]
        if tag in {"td", "th"} and table.in_cell:
            if not table.rows:
                table.rows.append([])
            table.rows[-1].append(Cell(tuple(table.cell) or (Paragraph(),)))
            table.cell = []
            table.in_cell = False
        elif tag == "tr" and table.row_is_header and table.header_rows == len(table.rows) - 1:
            table.header_rows = len(table.rows)
        elif tag == "table":
            self._tables.pop()
            self._keep_table(table)

    def _keep_table(self, table: _OpenTable) -> None:
        rows = tuple(tuple(row) for row in table.rows if row)
        if not rows:
            return
        if self._tables:
            inner = [block for row in rows for cell in row for block in cell.blocks]
            self._tables[-1].cell.extend(inner)
        else:
            self._blocks.append(Table(rows, min(table.header_rows, len(rows))))

    def handle_data(self, data: str) -> None:
        """Take words in."""
        if self._is_dropping():
            return
        if any(element.is_word_marker for element in self._open):
            self._word_marker += data.strip()
            return
        words = _BLANKS.sub(" ", data)
        if words == " " and not self._runs:
            return
        if words:
            self._runs.append(replace(self._look(), text=words))

    def finish(self) -> list[Block]:
        """Return all blocks, with what was left open closed."""
        self._end_block()
        while self._open:
            self._close_structure(self._open.pop().tag)
        return self._blocks

    def _is_dropping(self) -> bool:
        return any(element.dropped for element in self._open)

    def _look(self) -> Run:
        return self._open[-1].look if self._open else Run("")

    def _look_inside(self, tag: str, style: str, attributes: dict[str, str]) -> Run:
        look = self._look()
        if tag in {"b", "strong"} or _BOLD.search(style):
            look = replace(look, bold=True)
        if tag in {"i", "em", "cite"} or _ITALIC.search(style):
            look = replace(look, italic=True)
        if tag in {"u", "ins"} or _UNDERLINE.search(style):
            look = replace(look, underline=True)
        if _NOT_BOLD.search(style):
            look = replace(look, bold=False)
        address = attributes.get("href", "").strip()
        if tag == "a" and is_safe_link(address):
            look = replace(look, link=address, underline=False)
        return look

    def _end_block(self) -> None:
        runs = _trimmed(self._runs)
        self._runs = []
        if not runs:
            return
        block = self._block(runs)
        if self._tables and self._tables[-1].in_cell:
            inner = Paragraph(runs) if isinstance(block, Heading) else block
            self._tables[-1].cell.append(inner)
        elif not self._tables:
            self._blocks.append(block)

    def _block(self, runs: tuple[Run, ...]) -> Paragraph | Heading | ListItem:
        if self._heading:
            return Heading(self._heading, tuple(replace(run, bold=False) for run in runs))
        if self._word_level is not None:
            counting = _COUNTING.match(self._word_marker)
            kind = ListKind.NUMBERED if counting else ListKind.BULLET
            return ListItem(kind, self._word_level, runs)
        if self._in_item and self._lists:
            return ListItem(self._lists[-1], len(self._lists) - 1, runs)
        return Paragraph(runs)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Drop blanks at both ends, and those that follow a blank."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        if not kept or kept[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text:
            kept.append(replace(run, text=text))
    while kept and not kept[-1].text.rstrip(" \n"):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" \n"))
    return tuple(kept)
