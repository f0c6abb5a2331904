"""An editor of one rich text that is as tall as its text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kkr_desktop.model.richtext import RichText, from_plain_text
from kkr_desktop.services.text_history import EarlierText
from kkr_desktop.ui.richtext.document import block_starts, fill, list_at, read
from kkr_desktop.ui.richtext.text_edit import TextEdit

_LEAST_LINES = 2


class RichTextEditor(QWidget):
    """Edits a rich text. Never scrolls itself: what it stands in does."""

    edited = Signal()
    focused = Signal()
    characters_refused = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text_edit = TextEdit(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self.text_edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.text_edit)
        self.earlier_versions: Callable[[], tuple[EarlierText, ...]] | None = None
        """Reads the earlier versions of the text; set by whoever knows which text it is."""
        self._is_filling = False
        self.text_edit.textChanged.connect(self._tell_edited)
        self.text_edit.focused.connect(self.focused)
        self.text_edit.characters_refused.connect(self.characters_refused)
        self.text_edit.cursorPositionChanged.connect(self._keep_cursor_in_view)
        self.text_edit.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.text_edit.installEventFilter(self)

    def rich_text(self) -> RichText:
        """Return what is typed."""
        return read(self.text_edit.document())

    def set_rich_text(self, text: RichText) -> None:
        """Show another text; `edited` is not emitted and there is nothing to undo."""
        self._is_filling = True
        fill(self.text_edit.document(), text)
        self._is_filling = False
        self._fit()

    def insert_text(self, text: str) -> None:
        """Put words in at the cursor, as if typed."""
        cursor = self.text_edit.textCursor()
        cursor.insertText(from_plain_text(text).plain_text())
        self.text_edit.setTextCursor(cursor)

    def append_rich_text(self, text: RichText) -> None:
        """Put a text after what is there, in blocks of its own, as one step that can be undone."""
        cursor = self.text_edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.beginEditBlock()
        if not self.text_edit.document().isEmpty():
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        self.text_edit.setTextCursor(cursor)
        self.text_edit.insert_rich_text(text)
        cursor.endEditBlock()

    def replace_rich_text(self, text: RichText) -> None:
        """Put another text in the place of this one, as one step that can be undone."""
        cursor = self.text_edit.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        inside = list_at(cursor.block())
        if inside is not None:
            inside.remove(cursor.block())
        cursor.setBlockFormat(QTextBlockFormat())
        cursor.setCharFormat(QTextCharFormat())
        self.text_edit.setTextCursor(cursor)
        self.text_edit.insert_rich_text(text)
        cursor.endEditBlock()

    def go_to_block(self, place: int) -> None:
        """Put the cursor and the keyboard at a block of the text, counted from 0."""
        starts = list(block_starts(self.text_edit.document()))
        if place < len(starts):
            self.text_edit.setTextCursor(QTextCursor(starts[place]))
        self.text_edit.setFocus()

    def set_read_only(self, is_read_only: bool) -> None:  # noqa: FBT001
        """Let the text be read, and copied, but not changed."""
        self.text_edit.setReadOnly(is_read_only)
        flags = Qt.TextInteractionFlag.TextBrowserInteraction
        if is_read_only:
            self.text_edit.setTextInteractionFlags(
                flags | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        else:
            self.text_edit.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.update()

    def set_accessible_name(self, name: str) -> None:
        """Tell screen readers what is written here."""
        self.text_edit.setAccessibleName(name)

    def set_placeholder(self, words: str) -> None:
        """Show words while there is no text."""
        self.text_edit.setPlaceholderText(words)

    def sizeHint(self) -> QSize:
        return QSize(400, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        elif event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, strong where the keyboard is."""
        has_focus = self.text_edit.hasFocus()
        role = QPalette.ColorRole.Accent if has_focus else QPalette.ColorRole.Mid
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(role), 2 if has_focus else 1))
        painter.setBrush(self.palette().brush(QPalette.ColorRole.Base))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        painter.end()

    def _tell_edited(self) -> None:
        if not self._is_filling:
            self.edited.emit()

    def _height(self) -> int:
        text_height = self.text_edit.document().size().height()
        lines = _LEAST_LINES if not self.text_edit.isReadOnly() else 1
        least = lines * self.fontMetrics().lineSpacing() + 16
        return int(max(text_height, least)) + 6

    def _fit(self) -> None:
        height = self._height()
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _keep_cursor_in_view(self) -> None:
        area = self._scroll_area()
        inside = area.widget() if area is not None else None
        if area is None or inside is None or not self.text_edit.hasFocus():
            return
        cursor = self.text_edit.cursorRect()
        place = self.text_edit.viewport().mapTo(inside, QPoint(cursor.left(), cursor.center().y()))
        area.ensureVisible(place.x(), place.y(), 0, 40)

    def _scroll_area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent
