"""A column of the board: the items of one status, to be dragged to another."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.dates import short_date
from kkr_desktop.model.item_work import WORK_STATUS_NAMES, WorkStatus
from kkr_desktop.services.item_work import BoardItem
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.theme import warning_colour
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_ITEM = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_LEFT_OVER = 4
"""What the style may keep of a line beside its margins, in pixels."""

_MIME = "application/x-kkr-board-item"


class CardSize(QStyledItemDelegate):
    """Makes each card as high as its words are when they are broken into lines of its width.

    Qt's own measure forgets the icon, and the last line of a late card is that it is late.
    """

    def __init__(self, cards: QListWidget) -> None:
        super().__init__(cards)
        self._cards = cards

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size that shows all of it."""
        hint = super().sizeHint(option, index)
        style = self._cards.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, self._cards) + 1
        width = self._cards.viewport().width() - 2 * self._cards.spacing()
        room = width - 2 * margin - _LEFT_OVER
        if index.data(Qt.ItemDataRole.DecorationRole) is not None:
            room -= self._cards.iconSize().width() + 2 * margin
        metrics = QFontMetrics(self._cards.font())
        words = metrics.boundingRect(
            QRect(0, 0, max(room, 1), 0), Qt.TextFlag.TextWordWrap, index.data()
        )
        return QSize(width, max(words.height() + 2 * margin, hint.height()))


class Cards(QListWidget):
    """The cards; a drop and the keys are told, never done, here."""

    dropped = Signal(int)  # item id
    moved = Signal(int, int)  # item id, one column to the left or to the right

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setSpacing(3)
        self.setIconSize(QSize(14, 14))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setItemDelegate(CardSize(self))

    def item_id(self) -> int | None:
        """Return the chosen item."""
        row = self.currentRow()
        return None if row < 0 else self.item(row).data(_ITEM).item_id

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        carried = QMimeData()
        if items:
            carried.setData(_MIME, str(items[0].data(_ITEM).item_id).encode())
        return carried

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take(event)

    def dragMoveEvent(self, e: QDragMoveEvent) -> None:
        self._take(e)

    def _take(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(_MIME):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped; the board is read anew afterwards, so nothing is moved here."""
        if event.mimeData().hasFormat(_MIME):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(int(bytes(event.mimeData().data(_MIME).data())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen card to the column beside with Ctrl+Left and Ctrl+Right."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        item_id = self.item_id()
        if step and item_id is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(item_id, step)
            return
        super().keyPressEvent(event)


class BoardColumn(QWidget):
    """A heading with a count, and the cards below it."""

    def __init__(self, status: WorkStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = status
        self._heading = PlainLabel()
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self.cards = Cards(WORK_STATUS_NAMES[status])
        self._heading.setBuddy(self.cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self.cards, 1)

    def show_items(self, items: Sequence[BoardItem], today: date) -> None:
        """Show the items of this status; what is late says so."""
        self._heading.setText(f"{WORK_STATUS_NAMES[self.status]} ({len(items)})")
        self.cards.clear()
        for row in items:
            days = row.lateness(today).days
            title = row.title or self.tr("(no title)")
            lines = [f"{row.number}  {title}"]
            owner = row.work.owner or row.presenter
            due = row.work.due_on
            facts = [owner] if owner else []
            if due is not None:
                facts.append(self.tr("due {day}").format(day=short_date(due)))
            lines.append(" · ".join(facts) if facts else self.tr("nobody yet"))
            if row.work.whereabouts:
                lines.append(row.work.whereabouts)
            if days:
                lines.append(self.tr("%n day(s) late", "", days))
            if row.open_comments:
                lines.append(self.tr("%n open comment(s)", "", row.open_comments))
            entry = QListWidgetItem("\n".join(lines))
            entry.setData(_ITEM, row)
            if days:
                entry.setIcon(icon("circle-alert"))
                entry.setForeground(QBrush(warning_colour()))
            self.cards.addItem(entry)

    def choose(self, item_id: int) -> bool:
        """Choose an item, if it is here."""
        for place in range(self.cards.count()):
            if self.cards.item(place).data(_ITEM).item_id == item_id:
                self.cards.setCurrentRow(place)
                return True
        return False
