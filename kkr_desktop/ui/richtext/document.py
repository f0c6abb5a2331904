"""Exact converters between rich text and Qt's document."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QGuiApplication,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from kkr_desktop.model.richtext import (
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
from kkr_desktop.ui.richtext.pictures import (
    characters_of_picture,
    keep_for_display,
    picture_in,
)

_STRUCTURAL = QTextFormat.Property.UserProperty + 1
"""Marks a block that Qt needs beside a table and that is no paragraph while it is empty."""

_LANGUAGE = QTextFormat.Property.UserProperty + 2
"""The language of characters that are not Danish."""

_LINE_BREAK = "\u2028"
_OBJECT = "\ufffc"
_BULLET_STYLES = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
)
_NUMBER_STYLES = (
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListLowerRoman,
    QTextListFormat.Style.ListDecimal,
)
_PARAGRAPH_GAP = 5.0
_HEADING_SIZES = (1, 1, 0)


def fill(document: QTextDocument, text: RichText) -> None:
    """Replace what is in `document` by `text`; there is then nothing to undo."""
    document.setUndoRedoEnabled(False)
    document.clear()
    insert(QTextCursor(document), text)
    document.setUndoRedoEnabled(True)


def insert(cursor: QTextCursor, text: RichText) -> None:
    """Write `text` at a cursor that stands in an empty block."""
    lists = _Lists()
    is_fresh = True
    for block in text.blocks:
        if isinstance(block, Table):
            if is_fresh:
                _mark_structural(cursor)
            _insert_table(cursor, block)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.setBlockFormat(QTextBlockFormat())
            lists = _Lists()
            is_fresh = True
        else:
            if not is_fresh:
                cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            _write_block(cursor, block, lists)
            is_fresh = False
    if is_fresh and text.blocks:
        _mark_structural(cursor)


class _Lists:
    """The lists that a next item may go on with, by level."""

    def __init__(self) -> None:
        self._open: dict[int, QTextList] = {}

    def end(self) -> None:
        """Let the next item begin a list of its own."""
        self._open.clear()

    def put(self, cursor: QTextCursor, item: ListItem) -> None:
        """Make the cursor's block an item of the list it belongs to."""
        for deeper in [level for level in self._open if level > item.level]:
            del self._open[deeper]
        current = self._open.get(item.level)
        if current is not None and kind_of(current) is item.kind:
            current.add(cursor.block())
        else:
            self._open[item.level] = cursor.createList(list_format(item.kind, item.level))


def list_format(kind: ListKind, level: int) -> QTextListFormat:
    """Return how a list of this kind and level looks."""
    made = QTextListFormat()
    styles = _BULLET_STYLES if kind is ListKind.BULLET else _NUMBER_STYLES
    made.setStyle(styles[level])
    made.setIndent(level + 1)
    return made


def kind_of(made: QTextList) -> ListKind:
    """Return the kind of a list in the editor."""
    numbered = made.format().style() in _NUMBER_STYLES
    return ListKind.NUMBERED if numbered else ListKind.BULLET


def _mark_structural(cursor: QTextCursor) -> None:
    beside_table = QTextBlockFormat()
    beside_table.setProperty(_STRUCTURAL, True)
    cursor.setBlockFormat(beside_table)


def write_picture(cursor: QTextCursor, picture: Picture) -> None:
    """Write a picture and its caption at a cursor that stands in an empty block."""
    _write_block(cursor, picture, _Lists())


def _write_block(
    cursor: QTextCursor, block: Paragraph | Heading | ListItem | Picture, lists: _Lists
) -> None:
    level = block.level if isinstance(block, Heading) else 0
    cursor.setBlockFormat(block_format(0 if isinstance(block, ListItem) else level))
    if isinstance(block, ListItem):
        lists.put(cursor, block)
    else:
        lists.end()
    base = heading_characters(block.level) if isinstance(block, Heading) else QTextCharFormat()
    cursor.setBlockCharFormat(base)
    if isinstance(block, Picture):
        keep_for_display(cursor.document(), block)
        cursor.insertImage(characters_of_picture(block))
        if block.runs:
            cursor.insertText(_LINE_BREAK, base)
    for run in block.runs:
        cursor.insertText(run.text.replace("\n", _LINE_BREAK), _characters(run, base))


def block_format(heading_level: int = 0) -> QTextBlockFormat:
    """Return how a paragraph, or a heading of a level, stands in the editor."""
    made = QTextBlockFormat()
    made.setBottomMargin(_PARAGRAPH_GAP)
    if heading_level:
        made.setHeadingLevel(heading_level)
    return made


def heading_characters(level: int) -> QTextCharFormat:
    """Return how the letters of a heading look; semibold, so that bold stays a choice."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    made.setProperty(QTextFormat.Property.FontSizeAdjustment, _HEADING_SIZES[level - 1])
    return made


def _characters(run: Run, base: QTextCharFormat) -> QTextCharFormat:
    made = QTextCharFormat(base)
    if run.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        made.setFontItalic(True)
    if run.underline:
        made.setFontUnderline(True)
    if run.link is not None:
        set_link(made, run.link)
    if run.language is not None:
        set_language(made, run.language)
    return made


def set_language(characters: QTextCharFormat, language: str | None) -> None:
    """Say which language characters are in, None for Danish; other ones stand on a tint."""
    tint = QGuiApplication.palette().brush(QPalette.ColorRole.AlternateBase)
    characters.setProperty(_LANGUAGE, language or "")
    characters.setBackground(tint if language else QBrush(Qt.BrushStyle.NoBrush))


def language_of(characters: QTextCharFormat) -> str | None:
    """Return the language that characters are in, or None in Danish."""
    return characters.property(_LANGUAGE) or None


def set_link(characters: QTextCharFormat, address: str) -> None:
    """Make characters a link to `address`."""
    characters.setAnchor(True)
    characters.setAnchorHref(address)
    characters.setForeground(QGuiApplication.palette().brush(QPalette.ColorRole.Link))


def table_format(header_rows: int) -> QTextTableFormat:
    """Return how a table in the editor looks."""
    made = QTextTableFormat()
    made.setHeaderRowCount(header_rows)
    made.setCellPadding(5)
    made.setCellSpacing(0)
    made.setBorder(1)
    made.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderCollapse(True)
    made.setBorderBrush(QGuiApplication.palette().brush(QPalette.ColorRole.Mid))
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setTopMargin(4)
    made.setBottomMargin(4)
    return made


def tint_header(table: QTextTable) -> None:
    """Give the header rows, and only them, a ground of their own."""
    palette = QGuiApplication.palette()
    for row in range(table.rows()):
        role = (
            QPalette.ColorRole.Midlight
            if row < table.format().headerRowCount()
            else QPalette.ColorRole.Base
        )
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            look = cell.format()
            look.setBackground(palette.brush(role))
            cell.setFormat(look)


def _insert_table(cursor: QTextCursor, table: Table) -> None:
    made = cursor.insertTable(len(table.rows), table.column_count, table_format(table.header_rows))
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            inside = made.cellAt(row, column).firstCursorPosition()
            lists = _Lists()
            for index, block in enumerate(cell.blocks):
                if index:
                    inside.insertBlock(QTextBlockFormat(), QTextCharFormat())
                _write_block(inside, block, lists)
    tint_header(made)


def read(document: QTextDocument) -> RichText:
    """Return what is in `document`."""
    return rich_text(_blocks(document))


def read_selection(cursor: QTextCursor) -> RichText:
    """Return what is selected."""
    copy = QTextDocument()
    QTextCursor(copy).insertFragment(cursor.selection())
    return read(copy)


def block_starts(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield where each block of the rich text in `document` begins, in order."""
    block = document.begin()
    while block.isValid():
        table = table_at(QTextCursor(block))
        if table is not None:
            yield block
            block = document.findBlock(table.lastPosition() + 1)
            continue
        is_structural = bool(block.blockFormat().property(_STRUCTURAL))
        if not (is_structural and block.length() <= 1):
            yield block
        block = block.next()


def _blocks(document: QTextDocument) -> Iterator[Block]:
    for block in block_starts(document):
        table = table_at(QTextCursor(block))
        if table is not None:
            yield _read_table(table)
        else:
            yield from blocks_of(block)


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """Return the table that the cursor stands in (Qt's stubs leave the None out)."""
    return cursor.currentTable()


def list_at(block: QTextBlock) -> QTextList | None:
    """Return the list that a block is an item of (Qt's stubs leave the None out)."""
    return block.textList()


def _read_table(table: QTextTable) -> Table:
    rows = tuple(
        tuple(_read_cell(table, row, column) for column in range(table.columns()))
        for row in range(table.rows())
    )
    return Table(rows, table.format().headerRowCount())


def _read_cell(table: QTextTable, row: int, column: int) -> Cell:
    cell = table.cellAt(row, column)
    block = cell.firstCursorPosition().block()
    last = cell.lastCursorPosition().block().blockNumber()
    found: list[CellBlock] = []
    while block.isValid() and block.blockNumber() <= last:
        made = _read_block(block)
        found.append(Paragraph(made.runs) if isinstance(made, Heading) else made)
        block = block.next()
    return Cell(tuple(found))


def blocks_of(block: QTextBlock) -> Iterator[Block]:
    """Yield the pictures of a block, the last with the block's words, or what else it is."""
    pictures = list(_pictures_in(block))
    if not pictures:
        yield _read_block(block)
        return
    yield from pictures[:-1]
    runs = [run for run in _read_runs(block) if run.text]
    if runs and runs[0].text.startswith("\n"):
        runs[0] = replace(runs[0], text=runs[0].text.removeprefix("\n"))
    yield replace(pictures[-1], runs=tuple(runs))


def _pictures_in(block: QTextBlock) -> Iterator[Picture]:
    for fragment in _fragments(block):
        picture = picture_in(fragment.charFormat())
        if picture is not None:
            # Alike pictures beside each other are one fragment.
            yield from [picture] * fragment.length()


def _read_block(block: QTextBlock) -> Paragraph | Heading | ListItem:
    runs = tuple(_read_runs(block))
    level = block.blockFormat().headingLevel()
    if level > 0:
        return Heading(level, runs)
    in_list = list_at(block)
    if in_list is not None:
        return ListItem(kind_of(in_list), in_list.format().indent() - 1, runs)
    return Paragraph(runs)


def _read_runs(block: QTextBlock) -> Iterable[Run]:
    for fragment in _fragments(block):
        look = fragment.charFormat()
        yield Run(
            text=fragment.text().replace(_LINE_BREAK, "\n").replace(_OBJECT, ""),
            bold=look.fontWeight() >= QFont.Weight.Bold,
            italic=look.fontItalic(),
            underline=look.fontUnderline(),
            link=look.anchorHref() or None,
            language=language_of(look),
        )


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.isValid():
            yield fragment
        iterator += 1
