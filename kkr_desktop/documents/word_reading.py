"""Reads the decisions out of a Word file of minutes that somebody has corrected.

Tracked insertions are read as part of the text and tracked deletions as gone, whether
they were accepted or not.
"""

# python-docx is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from kkr_desktop.documents.word_anchors import Anchor, anchor_of
from kkr_desktop.model.richtext import (
    LIST_LEVELS,
    PASSAGE_LANGUAGES,
    Block,
    Cell,
    CellBlock,
    Heading,
    ListItem,
    ListKind,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
    rich_text,
)

_MOST_BYTES = 300_000_000
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_LIST = re.compile(r"list (bullet|number)(?: (\d))?", re.IGNORECASE)
_LAST_FRAME_HEADING = 3
"""Headings of the minutes themselves; deeper ones belong to a decision."""
_THROUGH = {qn(f"w:{name}") for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent")}
_OFF = {"0", "false", "none", "off"}


class NotReadableAsWord(Exception):
    """The bytes are no Word file that can be read."""


@dataclass(frozen=True, slots=True)
class CorrectedDecision:
    """A decision as it stands in the file."""

    anchor: Anchor
    text: RichText


def read_decisions(data: bytes) -> tuple[CorrectedDecision, ...]:
    """Return the decisions that have an anchor, in order. Raises NotReadableAsWord."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MOST_BYTES:
                raise NotReadableAsWord
        reader = _Reader(Document(BytesIO(data)))
        return tuple(reader.decisions())
    except (BadZipFile, OpcError, XMLSyntaxError, KeyError, ValueError, AttributeError) as error:
        raise NotReadableAsWord from error


class _Reader:
    def __init__(self, document: Any) -> None:  # noqa: ANN401
        self._document = document
        self._part = document.part
        section = document.sections[0]
        self._room = section.page_width - section.left_margin - section.right_margin
        self._styles = {style.style_id: style.name or "" for style in document.styles}

    def decisions(self) -> Iterator[CorrectedDecision]:
        anchor: Anchor | None = None
        blocks: list[Block] = []
        for element in _elements(self._document.element.body):
            if element.tag == qn("w:p") and self._frame_level(element):
                if anchor is not None:
                    yield CorrectedDecision(anchor, rich_text(blocks))
                anchor, blocks = _anchor_in(element), []
            elif anchor is not None:
                self._add(blocks, element)
        if anchor is not None:
            yield CorrectedDecision(anchor, rich_text(blocks))

    def _style(self, paragraph: Any) -> str:  # noqa: ANN401
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self._styles.get(found.get(qn("w:val")), "") if found is not None else ""

    def _heading(self, paragraph: Any) -> int:  # noqa: ANN401
        found = _HEADING.fullmatch(self._style(paragraph))
        return int(found[1]) if found else 0

    def _frame_level(self, paragraph: Any) -> bool:  # noqa: ANN401
        return 0 < self._heading(paragraph) <= _LAST_FRAME_HEADING

    def _add(self, blocks: list[Block], element: Any) -> None:  # noqa: ANN401
        if element.tag == qn("w:tbl"):
            blocks.append(self._table(element))
            return
        pictures = list(self._pictures(element))
        blocks += pictures
        runs = tuple(self._runs(element))
        carried: tuple[Run, ...] = ()
        unended = blocks[-1] if blocks else None
        if isinstance(unended, _Unended):
            carried = unended.runs
            blocks.pop()
        if _mark_is_deleted(element):
            if carried or runs:
                blocks.append(_Unended((*carried, *runs)))
            return
        runs = (*carried, *runs)
        if pictures and not runs:
            return
        last = blocks[-1] if blocks else None
        if isinstance(last, Picture) and self._style(element).casefold() == "caption":
            blocks[-1] = Picture(last.image, last.alternate, runs, last.width)
            return
        level = self._heading(element)
        if level:
            blocks.append(Heading(level - _LAST_FRAME_HEADING, runs))
        else:
            blocks.append(self._cell_block(element, runs))

    def _cell_block(self, paragraph: Any, runs: tuple[Run, ...]) -> CellBlock:  # noqa: ANN401
        found = _LIST.fullmatch(self._style(paragraph))
        if found:
            kind = ListKind.BULLET if found[1].casefold() == "bullet" else ListKind.NUMBERED
            return ListItem(kind, int(found[2] or 1) - 1, runs)
        numbering = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbering is None:
            return Paragraph(runs)
        number = numbering.find(qn("w:numId"))
        if number is None or number.get(qn("w:val")) == "0":
            return Paragraph(runs)
        level = numbering.find(qn("w:ilvl"))
        depth = int(level.get(qn("w:val"))) if level is not None else 0
        depth = min(depth, LIST_LEVELS.stop - 1)
        return ListItem(self._kind(number.get(qn("w:val")), depth), depth, runs)

    def _kind(self, number_id: str, depth: int) -> ListKind:
        """Return how Word's numbering `number_id` marks its items."""
        numbering = self._part.numbering_part.element
        for number in numbering.iter(qn("w:num")):
            if number.get(qn("w:numId")) != number_id:
                continue
            abstract = number.find(qn("w:abstractNumId")).get(qn("w:val"))
            for kind in numbering.iter(qn("w:abstractNum")):
                if kind.get(qn("w:abstractNumId")) != abstract:
                    continue
                for level in kind.iter(qn("w:lvl")):
                    form = level.find(qn("w:numFmt"))
                    if level.get(qn("w:ilvl")) == str(depth) and form is not None:
                        is_bullet = form.get(qn("w:val")) == "bullet"
                        return ListKind.BULLET if is_bullet else ListKind.NUMBERED
        return ListKind.BULLET

    def _runs(self, parent: Any, link: str | None = None) -> Iterator[Run]:  # noqa: ANN401
        for child in parent:
            if child.tag == qn("w:r"):
                text = _text(child)
                if text:
                    yield _run(child, text, link)
            elif child.tag == qn("w:hyperlink"):
                yield from self._runs(child, self._address(child))
            elif child.tag in _THROUGH:
                yield from self._runs(child, link)

    def _address(self, link: Any) -> str | None:  # noqa: ANN401
        relation = link.get(qn("r:id"))
        found = self._part.rels.get(relation) if relation else None
        return found.target_ref if found is not None and found.is_external else None

    def _pictures(self, paragraph: Any) -> Iterator[Picture]:  # noqa: ANN401
        for inline in paragraph.iter(qn("wp:inline"), qn("wp:anchor")):
            blip = next(inline.iter(qn("a:blip")), None)
            part = (
                self._part.related_parts.get(blip.get(qn("r:embed"))) if blip is not None else None
            )
            if part is None:
                continue
            described = inline.find(qn("wp:docPr"))
            alternate = described.get("descr") or "" if described is not None else ""
            extent = inline.find(qn("wp:extent"))
            share = int(extent.get("cx")) / self._room if extent is not None else 1.0
            yield Picture(part.blob, alternate, (), round(share * 100))

    def _table(self, table: Any) -> Table:  # noqa: ANN401
        rows: list[tuple[Cell, ...]] = []
        headers = 0
        for row in table.iter(qn("w:tr")):
            is_header = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            is_header = is_header and headers == len(rows)
            headers += is_header
            rows.append(tuple(self._cells(row, is_header=is_header)))
        return Table(tuple(rows), headers)

    def _cells(self, row: Any, *, is_header: bool) -> Iterator[Cell]:  # noqa: ANN401
        for cell in row.iter(qn("w:tc")):
            blocks: list[CellBlock] = []
            for paragraph in cell.iter(qn("w:p")):
                runs = tuple(self._runs(paragraph))
                if is_header:
                    runs = tuple(_without_bold(run) for run in runs)
                blocks.append(self._cell_block(paragraph, runs))
            yield Cell(tuple(blocks))
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            for _ in range(int(span.get(qn("w:val"))) - 1 if span is not None else 0):
                yield Cell()


class _Unended(Paragraph):
    """The words of a paragraph whose end was deleted: the next one goes on with them."""


def _elements(parent: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in parent:
        if child.tag in _THROUGH:
            yield from _elements(child)
        elif child.tag in {qn("w:p"), qn("w:tbl")}:
            yield child


def _anchor_in(paragraph: Any) -> Anchor | None:  # noqa: ANN401
    for mark in paragraph.iter(qn("w:bookmarkStart")):
        found = anchor_of(mark.get(qn("w:name")) or "")
        if found is not None:
            return found
    return None


def _mark_is_deleted(paragraph: Any) -> bool:  # noqa: ANN401
    properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return properties is not None and properties.find(qn("w:del")) is not None


def _text(run: Any) -> str:  # noqa: ANN401
    words: list[str] = []
    for child in run:
        if child.tag == qn("w:t"):
            words.append(child.text or "")
        elif child.tag == qn("w:tab"):
            words.append("\t")
        elif child.tag in {qn("w:br"), qn("w:cr")}:
            words.append("\n")
        elif child.tag == qn("w:noBreakHyphen"):
            words.append("\u2011")
    return "".join(words)


def _run(run: Any, text: str, link: str | None) -> Run:  # noqa: ANN401
    properties = run.find(qn("w:rPr"))

    def value(name: str) -> str | None:
        found = properties.find(qn(name)) if properties is not None else None
        return found.get(qn("w:val"), "true") if found is not None else None

    def is_on(name: str) -> bool:
        said = value(name)
        return said is not None and said.casefold() not in _OFF

    language = value("w:lang")
    return Run(
        text,
        is_on("w:b"),
        is_on("w:i"),
        link is None and is_on("w:u"),
        link,
        language if language in PASSAGE_LANGUAGES else None,
    )


def _without_bold(run: Run) -> Run:
    return Run(run.text, False, run.italic, run.underline, run.link, run.language)
