"""The tools of the rich text editor that has the keyboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFont,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextTable,
    QTextTableCell,
)
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QToolBar, QToolButton, QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.richtext import (
    PASSAGE_LANGUAGES,
    Cell,
    ListKind,
    Picture,
    Table,
    is_safe_link,
    rich_text,
)
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.richtext.document import (
    kind_of,
    language_of,
    list_at,
    set_language,
    set_link,
    table_at,
    tint_header,
)
from kkr_desktop.ui.richtext.editor import RichTextEditor
from kkr_desktop.ui.richtext.picture_dialog import PictureDialog
from kkr_desktop.ui.richtext.pictures import read_picture_file
from kkr_desktop.ui.richtext.text_edit import TextEdit

_HEADING_LEVEL = 2


class RichTextToolbar(QToolBar):
    """Works on the editor set last; greyed out when there is none that can be changed.

    Only the earlier versions can be looked at when the text can be read, not changed. A toolbar
    that `is_short` has no tool that opens a box: no link, table, picture or earlier versions.
    """

    def __init__(self, parent: QWidget | None = None, *, is_short: bool = False) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(18, 18))
        self.setMovable(False)
        self.setAccessibleName(self.tr("Text tools"))
        self._edit: TextEdit | None = None
        self._editor: RichTextEditor | None = None
        self.bold = self._check("bold", self.tr("Bold"), "Ctrl+B", self._toggle_bold)
        self.italic = self._check("italic", self.tr("Italic"), "Ctrl+I", self._toggle_italic)
        self.underline = self._check(
            "underline", self.tr("Underline"), "Ctrl+U", self._toggle_underline
        )
        self.addSeparator()
        self.heading = self._check(
            "heading", self.tr("Heading"), "Ctrl+Alt+H", self._toggle_heading
        )
        self.bullets = self._check(
            "list", self.tr("Bulleted list"), "Ctrl+Shift+8", self._toggle_bullets
        )
        self.numbers = self._check(
            "list-ordered", self.tr("Numbered list"), "Ctrl+Shift+7", self._toggle_numbers
        )
        self._tool("indent-decrease", self.tr("Move out"), "Ctrl+[", self._move_out)
        self._tool("indent-increase", self.tr("Move in"), "Ctrl+]", self._move_in)
        self.addSeparator()
        self.header_row = QAction(self.tr("First row is a header"), self)
        self.languages: dict[str | None, QAction] = {}
        if not is_short:
            self._add_insertions()
        self._tool("remove-formatting", self.tr("Clear formatting"), "Ctrl+Shift+N", self._clear)
        self.addSeparator()
        self._tool("undo-2", self.tr("Undo"), "", self._undo)
        self._tool("redo-2", self.tr("Redo"), "", self._redo)
        self.history = self._tool(
            "clock", self.tr("Earlier versions…"), "Ctrl+Shift+H", self._show_history
        )
        if is_short:
            self.removeAction(self.history)
        self.set_editor(None)

    def _add_insertions(self) -> None:
        self._tool("link", self.tr("Link…"), "Ctrl+K", self._ask_for_link)
        self._add_table_tools()
        self._tool("image", self.tr("Picture…"), "Ctrl+Shift+P", self._ask_for_picture)
        self._add_languages()

    def set_editor(self, editor: RichTextEditor | None) -> None:
        """Work on `editor` from now on."""
        self._editor = editor
        edit = editor.text_edit if editor is not None else None
        if self._edit is not edit:
            if self._edit is not None:
                self._edit.currentCharFormatChanged.disconnect(self._show_state)
                self._edit.cursorPositionChanged.disconnect(self._show_state)
            self._edit = edit
            if edit is not None:
                edit.currentCharFormatChanged.connect(self._show_state)
                edit.cursorPositionChanged.connect(self._show_state)
        self.setEnabled(edit is not None)
        can_change = edit is not None and not edit.isReadOnly()
        for action in self.actions():
            action.setEnabled(can_change)
        self.history.setEnabled(editor is not None and editor.earlier_versions is not None)
        self._show_state()

    def _tool(self, name: str, text: str, keys: str, run: Callable[[], None]) -> QAction:
        action = QAction(icon(name), text, self)
        shown = text.rstrip("…")
        if keys:
            action.setShortcut(QKeySequence(keys))
            native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            shown = f"{shown} ({native})"
        action.setToolTip(shown)
        action.triggered.connect(run)
        self.addAction(action)
        # The editor keeps the keyboard when a tool is clicked.
        self.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return action

    def _check(self, name: str, text: str, keys: str, run: Callable[[], None]) -> QAction:
        action = self._tool(name, text, keys, run)
        action.setCheckable(True)
        return action

    def _add_table_tools(self) -> None:
        menu = QMenu(self)
        for text, run in (
            (self.tr("Insert table…"), self._ask_for_table),
            (self.tr("Add row below"), self._add_row),
            (self.tr("Add column to the right"), self._add_column),
            (self.tr("Remove row"), self._remove_row),
            (self.tr("Remove column"), self._remove_column),
        ):
            entry = QAction(text, menu)
            entry.triggered.connect(run)
            menu.addAction(entry)
        self.header_row.setCheckable(True)
        self.header_row.triggered.connect(self._toggle_header_row)
        menu.addAction(self.header_row)
        self._add_menu("table", self.tr("Table"), menu)

    def _add_languages(self) -> None:
        menu = QMenu(self)
        choice = QActionGroup(menu)
        for language, name in {None: "dansk", **PASSAGE_LANGUAGES}.items():
            entry = QAction(name.capitalize(), menu)
            entry.setCheckable(True)
            entry.triggered.connect(self._language_setter(language))
            choice.addAction(entry)
            menu.addAction(entry)
            self.languages[language] = entry
        self._add_menu("languages", self.tr("Language of the chosen words"), menu)

    def _language_setter(self, language: str | None) -> Callable[[], None]:
        def run() -> None:
            look = QTextCharFormat()
            set_language(look, language)
            self._merge(look)

        return run

    def _add_menu(self, icon_name: str, words: str, menu: QMenu) -> None:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addWidget(button)

    def _show_state(self) -> None:
        edit = self._edit
        if edit is None:
            return
        look = edit.currentCharFormat()
        self.bold.setChecked(look.fontWeight() >= QFont.Weight.Bold)
        self.italic.setChecked(look.fontItalic())
        self.underline.setChecked(look.fontUnderline())
        language = self.languages.get(language_of(look))
        if language is not None:
            language.setChecked(True)
        block = edit.textCursor().block()
        self.heading.setChecked(block.blockFormat().headingLevel() > 0)
        inside = list_at(block)
        kind = kind_of(inside) if inside is not None else None
        self.bullets.setChecked(kind is ListKind.BULLET)
        self.numbers.setChecked(kind is ListKind.NUMBERED)
        table = table_at(edit.textCursor())
        self.header_row.setEnabled(table is not None)
        self.header_row.setChecked(table is not None and table.format().headerRowCount() > 0)

    def _merge(self, look: QTextCharFormat) -> None:
        if self._edit is not None:
            self._edit.mergeCurrentCharFormat(look)

    def _show_history(self) -> None:
        from kkr_desktop.ui.richtext.history_dialog import HistoryDialog

        editor = self._editor
        if editor is None or editor.earlier_versions is None:
            return
        current = editor.rich_text()
        can_change = not editor.text_edit.isReadOnly()
        dialog = HistoryDialog(current, editor.earlier_versions(), editor, can_change=can_change)
        dialog.exec()
        if can_change and dialog.result_text != current:
            editor.replace_rich_text(dialog.result_text)
        editor.setFocus()

    def _toggle_bold(self) -> None:
        if self._edit is None:
            return
        in_heading = self._edit.textCursor().blockFormat().headingLevel() > 0
        normal = QFont.Weight.DemiBold if in_heading else QFont.Weight.Normal
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold if self.bold.isChecked() else normal)
        self._merge(look)

    def _toggle_italic(self) -> None:
        look = QTextCharFormat()
        look.setFontItalic(self.italic.isChecked())
        self._merge(look)

    def _toggle_underline(self) -> None:
        look = QTextCharFormat()
        look.setFontUnderline(self.underline.isChecked())
        self._merge(look)

    def _toggle_heading(self) -> None:
        if self._edit is not None:
            self._edit.set_heading(_HEADING_LEVEL if self.heading.isChecked() else 0)
            self._show_state()

    def _toggle_bullets(self) -> None:
        self._set_list(ListKind.BULLET if self.bullets.isChecked() else None)

    def _toggle_numbers(self) -> None:
        self._set_list(ListKind.NUMBERED if self.numbers.isChecked() else None)

    def _set_list(self, kind: ListKind | None) -> None:
        if self._edit is not None:
            self._edit.set_list(kind)
            self._show_state()

    def _move_in(self) -> None:
        if self._edit is not None:
            self._edit.indent(1)

    def _move_out(self) -> None:
        if self._edit is not None:
            self._edit.indent(-1)

    def _undo(self) -> None:
        if self._edit is not None:
            self._edit.undo()

    def _redo(self) -> None:
        if self._edit is not None:
            self._edit.redo()

    def _clear(self) -> None:
        """Take bold, italic, underline and links off what is selected."""
        if self._edit is not None:
            self._edit.textCursor().setCharFormat(QTextCharFormat())
            self._edit.setCurrentCharFormat(QTextCharFormat())

    def _ask_for_link(self) -> None:
        edit = self._edit
        if edit is None:
            return
        cursor = edit.textCursor()
        present = cursor.charFormat().anchorHref() or "https://"
        address, accepted = QInputDialog.getText(
            self, self.tr("Link"), self.tr("Address (https://… or mailto:…):"), text=present
        )
        clean = address.strip()
        if not accepted:
            return
        if clean and not is_safe_link(clean):
            clean = f"mailto:{clean}" if "@" in clean and "/" not in clean else f"https://{clean}"
        look = QTextCharFormat(cursor.charFormat())
        if clean in {"", "https://"}:
            look = QTextCharFormat()
            clean = ""
        else:
            set_link(look, clean)
        if cursor.hasSelection():
            cursor.setCharFormat(look)
        elif clean:
            cursor.insertText(clean.removeprefix("mailto:"), look)
            edit.setTextCursor(cursor)
            edit.setCurrentCharFormat(QTextCharFormat())

    def _ask_for_table(self) -> None:
        edit = self._edit
        if edit is None or table_at(edit.textCursor()) is not None:
            return
        columns, accepted = QInputDialog.getInt(
            self, self.tr("Insert table"), self.tr("Number of columns:"), 3, 1, 12
        )
        if accepted:
            rows = tuple(tuple(Cell() for _ in range(columns)) for _ in range(3))
            edit.insert_rich_text(rich_text([Table(rows, 1)]))

    def _ask_for_picture(self) -> None:
        """Describe the picture at the cursor anew, or choose one to put in."""
        edit = self._edit
        if edit is None or table_at(edit.textCursor()) is not None:
            return
        present = edit.picture_here()
        if present is not None:
            self._describe_picture(present)
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Picture"), str(Path.home()), self.tr("Pictures (*.png *.jpg *.jpeg)")
        )
        if chosen:
            self.take_picture(Path(chosen))

    def take_picture(self, path: Path) -> None:
        """Read a picture's file, and put it in when it is described."""

        def work(_progress: Progress) -> Picture:
            return Picture(read_picture_file(path))

        run_in_background(self, work, self._describe_picture, self._tell_failure)

    def _describe_picture(self, picture: Picture) -> None:
        if self._edit is not None:
            PictureDialog(picture, self._edit.put_picture, self).exec()

    def _tell_failure(self, error: KkrError) -> None:
        show_error(self, error)

    def _add_row(self) -> None:
        table, cell = self._here()
        if table is not None and cell is not None:
            table.insertRows(cell.row() + 1, 1)
            tint_header(table)

    def _add_column(self) -> None:
        table, cell = self._here()
        if table is not None and cell is not None:
            table.insertColumns(cell.column() + 1, 1)
            tint_header(table)

    def _remove_row(self) -> None:
        table, cell = self._here()
        if table is not None and cell is not None:
            table.removeRows(cell.row(), 1)

    def _remove_column(self) -> None:
        table, cell = self._here()
        if table is not None and cell is not None:
            table.removeColumns(cell.column(), 1)

    def _toggle_header_row(self) -> None:
        table, _ = self._here()
        if table is not None:
            look = table.format()
            look.setHeaderRowCount(1 if self.header_row.isChecked() else 0)
            table.setFormat(look)
            tint_header(table)

    def _here(self) -> tuple[QTextTable | None, QTextTableCell | None]:
        if self._edit is None:
            return None, None
        cursor: QTextCursor = self._edit.textCursor()
        table = table_at(cursor)
        return (table, table.cellAt(cursor)) if table is not None else (None, None)
