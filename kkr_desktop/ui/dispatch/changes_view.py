"""What differs between two versions: the items at the left, the words at the right."""

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QWidget

from kkr_desktop.model.word_diff import Fate, Piece
from kkr_desktop.services.agenda_comparison import ItemChange, ItemFate
from kkr_desktop.ui.theme import warning_colour

_APART = "</s>&#8201;<b>"
_CHANGE = Qt.ItemDataRole.UserRole


class ChangesView(QSplitter):
    """Shows changes; what is removed is struck through, what is added is underlined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.items = QListWidget()
        self.items.setAccessibleName(self.tr("Items"))
        self.items.setWordWrap(True)
        self.items.setSpacing(2)
        self.words = QTextBrowser()
        self.words.setAccessibleName(self.tr("What changed in the item"))
        self.words.setTabChangesFocus(True)
        self.addWidget(self.items)
        self.addWidget(self.words)
        self.setSizes([260, 460])
        self.setStretchFactor(1, 1)
        self.items.currentItemChanged.connect(self._show_current)

    def show_changes(self, changes: Sequence[ItemChange]) -> None:
        """Show these; the first that changed is chosen."""
        fates = {
            ItemFate.NEW: self.tr("New"),
            ItemFate.CHANGED: self.tr("Changed"),
            ItemFate.WITHDRAWN: self.tr("Withdrawn"),
            ItemFate.SAME: "",
        }
        self.items.clear()
        first = -1
        for row, change in enumerate(changes):
            name = " ".join(filter(None, (change.number, change.title)))
            is_same = change.fate is ItemFate.SAME
            entry = QListWidgetItem(name if is_same else f"{name}\n{fates[change.fate]}")
            entry.setData(_CHANGE, change)
            if not is_same:
                font = QFont()
                font.setBold(True)
                entry.setFont(font)
                first = row if first < 0 else first
            self.items.addItem(entry)
        if not changes:
            self.words.clear()
        self.items.setCurrentRow(max(first, 0))

    def _show_current(self, entry: QListWidgetItem | None) -> None:
        if entry is None:
            self.words.clear()
            return
        change: ItemChange = entry.data(_CHANGE)
        self.words.setHtml(self._html(change))

    def _html(self, change: ItemChange) -> str:
        match change.fate:
            case ItemFate.NEW:
                told = [_paragraph(self.tr("The item is new. All of it is in the supplement."))]
            case ItemFate.WITHDRAWN:
                told = [_paragraph(self.tr("The item is withdrawn; its number stays."))]
            case ItemFate.SAME:
                told = [_paragraph(self.tr("The item is the same in both versions."))]
            case ItemFate.CHANGED:
                told = []
        for text in change.texts:
            told.append(f"<h4>{html.escape(text.name)}</h4>")
            if text.is_wording:
                words = "".join(map(_piece, text.pieces)).replace("</s><b>", _APART)
                told.append(_paragraph_of(words))
            else:
                told.append(_paragraph(self.tr("Only the look, or a picture, is different.")))
        told += [_paragraph(row.told) for row in change.appendices]
        return "".join(told)


def _paragraph(words: str) -> str:
    return _paragraph_of(html.escape(words))


def _paragraph_of(markup: str) -> str:
    return f'<p style="line-height: 135%">{markup}</p>'


def _piece(piece: Piece) -> str:
    shown = html.escape(piece.text).replace("\n", "<br/>")
    if piece.fate is Fate.REMOVED:
        return f'<s style="color: {warning_colour().name()}">{shown}</s>'
    return f"<b><u>{shown}</u></b>" if piece.fate is Fate.ADDED else shown
