"""Shows how a text differs from another version, word by word, each change to be chosen."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.text_changes import BlockChange, SameBlock, words_of
from kkr_desktop.model.word_diff import Fate, Piece
from kkr_desktop.ui.theme import is_dark
from kkr_desktop.ui.widgets.elided_label import ElidedLabel

_BOX_WIDTH = 22


class _Words(QLabel):
    """Words that are ticked by a click on them, as those of a check box are."""

    clicked = Signal()

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        if ev.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()


class ChangeList(QScrollArea):
    """One row a block; changed ones have a box to tick."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.boxes: list[tuple[QCheckBox, BlockChange]] = []

    def show_changes(
        self,
        changes: Sequence[BlockChange | SameBlock],
        *,
        are_chosen: bool = False,
        can_choose: bool = True,
    ) -> None:
        """Show other changes, all ticked or none; to be read only when none can be chosen."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        self.boxes = []
        for change in changes:
            if isinstance(change, SameBlock):
                quiet = ElidedLabel()
                quiet.tell(" ".join(words_of(change.block).split()))
                quiet.setEnabled(False)
                line = QHBoxLayout()
                line.addSpacing(_BOX_WIDTH)
                line.addWidget(quiet)
                column.addLayout(line)
            else:
                row = self._row(change, is_chosen=are_chosen)
                if not can_choose:
                    row.insertSpacing(0, _BOX_WIDTH)
                    self.boxes[-1][0].hide()
                column.addLayout(row)
        column.addStretch(1)
        self.setWidget(inside)
        self.chosen_changed.emit()

    def _row(self, change: BlockChange, *, is_chosen: bool) -> QHBoxLayout:
        box = QCheckBox()
        box.setChecked(is_chosen)
        box.setAccessibleName(self._spoken(change))
        box.toggled.connect(self.chosen_changed)
        words = _Words(self._html(change))
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        words.clicked.connect(box.click)
        self.boxes.append((box, change))
        row = QHBoxLayout()
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return row

    def _html(self, change: BlockChange) -> str:
        told = "".join(_html_of(piece) for piece in change.pieces)
        if all(piece.fate is Fate.KEPT for piece in change.pieces):
            only_looks = self.tr("only the looks differ")
            return f"{told} <i>({only_looks})</i>"
        return told

    def _spoken(self, change: BlockChange) -> str:
        gone = [piece.text.strip() for piece in change.pieces if piece.fate is Fate.REMOVED]
        come = [piece.text.strip() for piece in change.pieces if piece.fate is Fate.ADDED]
        return self.tr("Goes: {gone}. Comes: {come}.").format(
            gone=", ".join(gone) or "–", come=", ".join(come) or "–"
        )

    def chosen(self) -> list[BlockChange]:
        """Return the changes that are ticked, in order."""
        return [change for box, change in self.boxes if box.isChecked()]


def _html_of(piece: Piece) -> str:
    words = escape(piece.text).replace("\n", "<br>")
    match piece.fate:
        case Fate.KEPT:
            return words
        case Fate.REMOVED:
            return f'<s style="color:{"#ff9c92" if is_dark() else "#a3261b"}">{words}</s>'
        case Fate.ADDED:
            return f'<u style="color:{"#9fd39f" if is_dark() else "#1b6630"}">{words}</u>'
