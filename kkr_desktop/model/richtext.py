"""Rich text: the small closed vocabulary that everything a secretary writes is kept in.

A text is a sequence of blocks (paragraphs, headings, list items, tables,
pictures) of runs (characters that share bold, italic, underline and link). A
picture is part of the text itself, so that a text is whole wherever it goes,
also in what was frozen. It is stored as
JSON and converted exactly to and from the editor and to documents. No HTML is
stored, and what the vocabulary does not name cannot be in a text.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, cast

from kkr_desktop.model.text import without_unprintable

HEADING_LEVELS = range(1, 4)
LIST_LEVELS = range(4)
PASSAGE_LANGUAGES: Mapping[str, str] = {
    "en": "engelsk",
    "de": "tysk",
    "sv": "svensk",
    "nb": "norsk",
    "fr": "fransk",
    "fo": "færøsk",
    "kl": "grønlandsk",
}
"""The languages that a passage can be in beside Danish (BCP 47), with their Danish names."""

LINK_SCHEMES = ("http://", "https://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look the same; a line feed is a line break inside the block.

    `language` is one of `PASSAGE_LANGUAGES`, or None in Danish.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: str | None = None
    language: str | None = None

    def looks_like(self, other: "Run") -> bool:
        """Tell whether the two differ in nothing but their characters."""
        return replace(self, text="") == replace(other, text="")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a text; level 1 to 3, below the headings of the document."""

    level: int
    runs: tuple[Run, ...] = ()


class ListKind(StrEnum):
    """How the items of a list are marked."""

    BULLET = "bullet"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list. Neighbouring items make one list; level 0 is the outermost."""

    kind: ListKind
    level: int = 0
    runs: tuple[Run, ...] = ()


CellBlock = Paragraph | ListItem


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    blocks: tuple[CellBlock, ...] = (Paragraph(),)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of equally long rows, of which the first `header_rows` name the columns."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1

    @property
    def column_count(self) -> int:
        """How many columns the table has."""
        return len(self.rows[0]) if self.rows else 0


PICTURE_WIDTHS = range(20, 101)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, PNG or JPEG, with its caption.

    `alternate` says what it shows to those who do not see it; `width` is its
    share of the width of the text, in percent.
    """

    image: bytes
    alternate: str = ""
    runs: tuple[Run, ...] = ()
    width: int = PICTURE_WIDTHS.stop - 1


Block = Paragraph | Heading | ListItem | Table | Picture


@dataclass(frozen=True, slots=True)
class RichText:
    """A text in its one canonical form; build it with `rich_text`."""

    blocks: tuple[Block, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read or see in it."""
        has_picture = any(isinstance(block, Picture) for block in self.blocks)
        return not has_picture and not self.plain_text().strip()

    def plain_text(self) -> str:
        """Return the words alone: a line per block, cells of a row joined by tabs."""
        return "\n".join(_plain_block(block) for block in self.blocks)

    def to_json(self) -> str:
        """Return the form in which the text is stored."""
        blocks = [_block_to_data(block) for block in self.blocks]
        return json.dumps(blocks, ensure_ascii=False, separators=(",", ":"))


EMPTY = RichText()


def rich_text(blocks: Iterable[Block]) -> RichText:
    """Build a text in canonical form.

    Neighbouring runs that look the same are joined, empty ones dropped, links
    with a scheme outside `LINK_SCHEMES` lose their address but not their
    words, levels and widths are brought into range, ragged tables are filled up, empty
    blocks at the end are dropped, and characters that no document can show
    are left out (`kkr_desktop.model.text`).
    """
    canonical = [_canonical_block(block) for block in blocks]
    while canonical and _plain_block(canonical[-1]) == "" and isinstance(canonical[-1], Paragraph):
        canonical.pop()
    return RichText(tuple(canonical))


def from_plain_text(text: str) -> RichText:
    """Build a text of one paragraph per line."""
    return rich_text(Paragraph((Run(line),)) for line in text.splitlines())


def from_json(stored: str) -> RichText:
    """Read the form that `RichText.to_json` wrote.

    Raises ValueError when it is something else.
    """
    data: object = json.loads(stored)
    if not isinstance(data, list):
        raise ValueError("a stored text is a list of blocks")
    return rich_text(_block_from_data(block) for block in cast("list[dict[str, Any]]", data))


def is_safe_link(address: str) -> bool:
    """Tell whether a document may carry a link to `address`."""
    return address.lower().startswith(LINK_SCHEMES)


def walk_runs(text: RichText) -> Iterator[Run]:
    """Yield every run in reading order."""
    for block in text.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    for inner in cell.blocks:
                        yield from inner.runs
        else:
            yield from block.runs


def _canonical_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    joined: list[Run] = []
    for run in runs:
        clean = replace(run, text=without_unprintable(run.text))
        if clean.link is not None and not is_safe_link(clean.link):
            clean = replace(clean, link=None)
        if clean.language not in PASSAGE_LANGUAGES:
            clean = replace(clean, language=None)
        if not clean.text:
            continue
        if joined and joined[-1].looks_like(clean):
            joined[-1] = replace(clean, text=joined[-1].text + clean.text)
        else:
            joined.append(clean)
    return tuple(joined)


def _into_range(level: int, levels: range) -> int:
    return min(max(level, levels.start), levels.stop - 1)


def _canonical_block(block: Block) -> Block:
    match block:
        case Paragraph(runs):
            return Paragraph(_canonical_runs(runs))
        case Heading(level, runs):
            return Heading(_into_range(level, HEADING_LEVELS), _canonical_runs(runs))
        case ListItem():
            return _canonical_list_item(block)
        case Table():
            return _canonical_table(block)
        case Picture():
            return _canonical_picture(block)


def _canonical_picture(picture: Picture) -> Picture | Paragraph:
    runs = _canonical_runs(picture.runs)
    if not picture.image:
        return Paragraph(runs)
    alternate = " ".join(without_unprintable(picture.alternate).split())
    return Picture(picture.image, alternate, runs, _into_range(picture.width, PICTURE_WIDTHS))


def _canonical_list_item(item: ListItem) -> ListItem:
    return ListItem(item.kind, _into_range(item.level, LIST_LEVELS), _canonical_runs(item.runs))


def _canonical_table(table: Table) -> Table:
    width = max((len(row) for row in table.rows), default=0)
    if width == 0:
        return Table(((Cell(),),), 0)
    rows = tuple(
        tuple(_canonical_cell(cell) for cell in row) + (Cell(),) * (width - len(row))
        for row in table.rows
    )
    return Table(rows, min(max(table.header_rows, 0), len(rows)))


def _canonical_cell(cell: Cell) -> Cell:
    blocks = tuple(
        _canonical_list_item(block)
        if isinstance(block, ListItem)
        else Paragraph(_canonical_runs(block.runs))
        for block in cell.blocks
    )
    return Cell(blocks or (Paragraph(),))


def _plain_runs(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _plain_block(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join(
            "\t".join("\n".join(_plain_runs(inner.runs) for inner in cell.blocks) for cell in row)
            for row in block.rows
        )
    return _plain_runs(block.runs)


def _runs_to_data(runs: Iterable[Run]) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = []
    for run in runs:
        entry: dict[str, Any] = {"text": run.text}
        entry.update({mark: True for mark in ("bold", "italic", "underline") if getattr(run, mark)})
        if run.link is not None:
            entry["link"] = run.link
        if run.language is not None:
            entry["language"] = run.language
        data.append(entry)
    return data


def _block_to_data(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(runs):
            return {"type": "paragraph", "runs": _runs_to_data(runs)}
        case Heading(level, runs):
            return {"type": "heading", "level": level, "runs": _runs_to_data(runs)}
        case ListItem(kind, level, runs):
            return {"type": kind.value, "level": level, "runs": _runs_to_data(runs)}
        case Table(rows, header_rows):
            cells = [[[_block_to_data(b) for b in cell.blocks] for cell in row] for row in rows]
            return {"type": "table", "header_rows": header_rows, "rows": cells}
        case Picture(image, alternate, runs, width):
            return {
                "type": "picture",
                "image": b64encode(image).decode("ascii"),
                "alternate": alternate,
                "width": width,
                "runs": _runs_to_data(runs),
            }


def _runs_from_data(data: Mapping[str, Any]) -> tuple[Run, ...]:
    return tuple(
        Run(
            text=str(entry["text"]),
            bold=bool(entry.get("bold", False)),
            italic=bool(entry.get("italic", False)),
            underline=bool(entry.get("underline", False)),
            link=entry.get("link"),
            language=entry.get("language"),
        )
        for entry in data.get("runs", ())
    )


def _cell_block_from_data(data: Mapping[str, Any]) -> CellBlock:
    if data["type"] == "paragraph":
        return Paragraph(_runs_from_data(data))
    return ListItem(ListKind(data["type"]), int(data.get("level", 0)), _runs_from_data(data))


def _block_from_data(data: Mapping[str, Any]) -> Block:
    match data["type"]:
        case "heading":
            return Heading(int(data["level"]), _runs_from_data(data))
        case "table":
            rows = tuple(
                tuple(Cell(tuple(_cell_block_from_data(b) for b in cell)) for cell in row)
                for row in data["rows"]
            )
            return Table(rows, int(data["header_rows"]))
        case "picture":
            return Picture(
                b64decode(data["image"]),
                str(data["alternate"]),
                _runs_from_data(data),
                int(data["width"]),
            )
        case _:
            return _cell_block_from_data(data)
