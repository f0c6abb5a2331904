"""The typing surface: keys, paste and copy of a rich text."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from kkr_desktop.model.pasted_html import from_html
from kkr_desktop.model.richtext import (
    LIST_LEVELS,
    Block,
    ListKind,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
    from_json,
    from_plain_text,
    rich_text,
)
from kkr_desktop.model.text import is_unprintable, without_unprintable
from kkr_desktop.ui.richtext.document import (
    block_format,
    blocks_of,
    fill,
    heading_characters,
    kind_of,
    list_at,
    list_format,
    read_selection,
    table_at,
    write_picture,
)
from kkr_desktop.ui.richtext.pictures import encoded, keep_for_display
from kkr_desktop.ui.spelling.menu import show_editor_menu
from kkr_desktop.ui.spelling.squiggles import Squiggles

_OWN_FORMAT = "application/x-kkr-rich-text"
_LIST_STARTS = {"-": ListKind.BULLET, "*": ListKind.BULLET, "1.": ListKind.NUMBERED}
_LINE_ENDS = {"\r", "\v", "\u2028", "\u2029"}


class TextEdit(QTextEdit):
    """A text editor that can hold nothing but what the rich text vocabulary names."""

    focused = Signal()
    characters_refused = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(8)
        self.squiggles = Squiggles(self)

    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        self.focused.emit()

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        """Offer what every editor does, and above it what a wrongly spelled word should be."""
        show_editor_menu(self, self.squiggles, e)

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Leave scrolling to what the editor stands in: it shows all of its text itself."""
        e.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001
        """Keep Tab for lists and tables; elsewhere it goes to the next field."""
        if not self.isReadOnly() and self._takes_tab():
            return False
        return super().focusNextPrevChild(next)

    def _takes_tab(self) -> bool:
        cursor = self.textCursor()
        return list_at(cursor.block()) is not None or table_at(cursor) is not None

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not self.isReadOnly() and self._handle(e):
            e.accept()
            return
        typed = e.text()
        refused = sum(is_unprintable(letter) for letter in typed)
        if refused and not e.modifiers() & Qt.KeyboardModifier.ControlModifier and len(typed) > 1:
            self.characters_refused.emit(refused)
            return
        super().keyPressEvent(e)

    def _handle(self, event: QKeyEvent) -> bool:
        """Do what lists, tables and headings want a key to do; tell whether there was any."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        match event.key():
            case Qt.Key.Key_Tab:
                return self._tab()
            case Qt.Key.Key_Backtab:
                return self._back_tab()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                return self._enter()
            case Qt.Key.Key_Backspace if plain:
                return self._backspace()
            case Qt.Key.Key_Space if plain:
                return self._begin_list()
            case Qt.Key.Key_V if event.modifiers() == (
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            ):
                self.paste_plain()
                return True
            case _:
                return False

    def _tab(self) -> bool:
        if list_at(self.textCursor().block()) is not None:
            self.indent(1)
            return True
        return self._next_cell()

    def _back_tab(self) -> bool:
        if list_at(self.textCursor().block()) is not None:
            self.indent(-1)
            return True
        cursor = self.textCursor()
        if table_at(cursor) is None:
            return False
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCell)
        self.setTextCursor(cursor)
        return True

    def _next_cell(self) -> bool:
        cursor = self.textCursor()
        table = table_at(cursor)
        if table is None:
            return False
        cell = table.cellAt(cursor)
        if cell.row() == table.rows() - 1 and cell.column() == table.columns() - 1:
            table.appendRows(1)
            cursor = table.cellAt(table.rows() - 1, 0).firstCursorPosition()
        else:
            cursor.movePosition(QTextCursor.MoveOperation.NextCell)
        self.setTextCursor(cursor)
        return True

    def _enter(self) -> bool:
        cursor = self.textCursor()
        block = cursor.block()
        if list_at(block) is not None and not block.text():
            self.indent(-1)
            return True
        if block.blockFormat().headingLevel() and cursor.atBlockEnd():
            cursor.insertBlock(block_format(), QTextCharFormat())
            self.setTextCursor(cursor)
            self.setCurrentCharFormat(QTextCharFormat())
            return True
        return False

    def _backspace(self) -> bool:
        cursor = self.textCursor()
        at_start = cursor.atBlockStart() and not cursor.hasSelection()
        if at_start and list_at(cursor.block()) is not None:
            self.indent(-1)
            return True
        if at_start and cursor.blockFormat().headingLevel():
            self.set_heading(0)
            return True
        return False

    def _begin_list(self) -> bool:
        """Make a list of "- " or "1. " at the start of a paragraph."""
        cursor = self.textCursor()
        block = cursor.block()
        kind = _LIST_STARTS.get(block.text()[: cursor.positionInBlock()])
        if kind is None or list_at(block) is not None or cursor.hasSelection():
            return False
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.createList(list_format(kind, 0))
        cursor.endEditBlock()
        return True

    def set_list(self, kind: ListKind | None) -> None:
        """Make the chosen paragraphs items of a list, or paragraphs again."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        current = list_at(cursor.block())
        if kind is None:
            for block in self._chosen_blocks():
                self._leave_list(block)
        elif current is not None:
            for block in self._chosen_blocks():
                inside = list_at(block)
                level = inside.format().indent() - 1 if inside is not None else 0
                QTextCursor(block).createList(list_format(kind, level))
        else:
            self.set_heading(0)
            cursor.createList(list_format(kind, 0))
        cursor.endEditBlock()

    def indent(self, step: int) -> None:
        """Move the chosen list items in or out; an outermost one moved out leaves its list."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in self._chosen_blocks():
            inside = list_at(block)
            if inside is None:
                continue
            level = inside.format().indent() - 1 + step
            if level < 0:
                self._leave_list(block)
            elif level in LIST_LEVELS:
                self._join_list(QTextCursor(block), kind_of(inside), level)
        cursor.endEditBlock()

    def _join_list(self, cursor: QTextCursor, kind: ListKind, level: int) -> None:
        """Put a block at a level: into the list of that level before it, else into a new one."""
        previous = cursor.block().previous()
        while previous.isValid() and (before := list_at(previous)) is not None:
            before_level = before.format().indent() - 1
            if before_level == level and kind_of(before) is kind:
                before.add(cursor.block())
                return
            if before_level < level:
                break
            previous = previous.previous()
        cursor.createList(list_format(kind, level))

    def _leave_list(self, block: QTextBlock) -> None:
        inside = list_at(block)
        if inside is not None:
            inside.remove(block)
            QTextCursor(block).setBlockFormat(block_format())

    def set_heading(self, level: int) -> None:
        """Make the chosen paragraphs headings of a level, or with 0 paragraphs again."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in self._chosen_blocks():
            if table_at(QTextCursor(block)) is not None:
                continue
            self._leave_list(block)
            inside = QTextCursor(block)
            inside.setBlockFormat(block_format(level))
            look = heading_characters(level) if level else QTextCharFormat()
            inside.select(QTextCursor.SelectionType.BlockUnderCursor)
            inside.setCharFormat(look)
            inside.setBlockCharFormat(look)
        cursor.endEditBlock()
        if level == 0:
            self.setCurrentCharFormat(QTextCharFormat())

    def _chosen_blocks(self) -> list[QTextBlock]:
        cursor = self.textCursor()
        document = self.document()
        block = document.findBlock(cursor.selectionStart())
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        found = [block]
        while block.blockNumber() < last:
            block = block.next()
            found.append(block)
        return found

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected for other programs, and exactly for this one."""
        words = super().createMimeDataFromSelection()
        # Qt's own object does not tell of formats that are added to it.
        copied = QMimeData()
        copied.setHtml(words.html())
        copied.setText(words.text())
        copied.setData(_OWN_FORMAT, read_selection(self.textCursor()).to_json().encode())
        return copied

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasHtml() or source.hasText() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what the vocabulary can say of it."""
        if source.hasFormat(_OWN_FORMAT):
            self.insert_rich_text(from_json(bytes(source.data(_OWN_FORMAT).data()).decode()))
            return
        if source.hasImage() and not source.hasText():
            self.insert_rich_text(rich_text([Picture(encoded(QImage(source.imageData())))]))
            return
        if source.hasHtml():
            pasted = from_html(source.html())
            if pasted.blocks:
                self._refuse_in(source.text())
                self.insert_rich_text(pasted)
                return
        self._insert_plain(source.text())

    def picture_here(self) -> Picture | None:
        """Return the picture of the paragraph that the cursor stands in, with its caption."""
        (block, *_) = (*blocks_of(self.textCursor().block()), None)
        return block if isinstance(block, Picture) else None

    def put_picture(self, picture: Picture) -> None:
        """Put a picture in at the cursor, in place of the one that stands there."""
        cursor = self.textCursor()
        keep_for_display(self.document(), picture)
        cursor.beginEditBlock()
        if self.picture_here() is not None:
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            end = QTextCursor.MoveOperation.EndOfBlock
            cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        elif not cursor.atBlockStart() or cursor.block().length() > 1:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock(block_format(), QTextCharFormat())
        write_picture(cursor, picture)
        if not cursor.block().next().isValid():
            cursor.insertBlock(block_format(), QTextCharFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def paste_plain(self) -> None:
        """Paste the clipboard's words alone."""
        self._insert_plain(QGuiApplication.clipboard().text())

    def _insert_plain(self, text: str) -> None:
        self._refuse_in(text)
        self.insert_rich_text(from_plain_text(without_unprintable(text)))

    def _refuse_in(self, text: str) -> None:
        refused = sum(is_unprintable(letter) and letter not in _LINE_ENDS for letter in text)
        if refused:
            self.characters_refused.emit(refused)

    def insert_rich_text(self, text: RichText) -> None:
        """Put a text in at the cursor."""
        cursor = self.textCursor()
        if table_at(cursor) is not None:
            text = _fit_for_cell(text)
        if len(text.blocks) == 1 and isinstance(text.blocks[0], Paragraph):
            # A single paragraph joins the one it is pasted into.
            _insert_runs(cursor, text.blocks[0].runs)
        elif text.blocks:
            for block in text.blocks:
                if isinstance(block, Picture):
                    keep_for_display(self.document(), block)
            pasted = QTextDocument()
            fill(pasted, text)
            cursor.insertFragment(QTextDocumentFragment(pasted))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def _insert_runs(cursor: QTextCursor, runs: tuple[Run, ...]) -> None:
    holder = QTextDocument()
    fill(holder, rich_text([Paragraph(runs)]))
    inside = QTextCursor(holder)
    inside.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertFragment(inside.selection())


def _fit_for_cell(text: RichText) -> RichText:
    """Return the text as a cell can hold it: tables as paragraphs, pictures as their captions."""
    blocks: list[Block] = []
    for block in text.blocks:
        if isinstance(block, Table):
            blocks += [inner for row in block.rows for cell in row for inner in cell.blocks]
        elif isinstance(block, Picture):
            blocks.append(Paragraph(block.runs))
        else:
            blocks.append(block)
    return rich_text(blocks)
