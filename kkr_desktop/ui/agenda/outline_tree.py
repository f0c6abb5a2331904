"""The tree of an agenda's sections and items, which keeps its place when it is read anew."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from kkr_desktop.services.agenda_outline import AgendaOutline
from kkr_desktop.ui.agenda.appendix_rows import dragged_appendix, dragged_files, take_copy
from kkr_desktop.ui.agenda.outline_model import OutlineModel


class OutlineTree(QTreeView):
    """Shows the outline; rows are dragged within it and titles of sections edited in it.

    Files and appendices that are dropped on an item are told of.
    """

    files_dropped = Signal(int, list)  # item, paths
    appendix_dropped = Signal(int, int)  # appendix, item

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = QModelIndex()
        self.outline = OutlineModel(self)
        self.setModel(self.outline)
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Items of the agenda"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setIconSize(QSize(14, 14))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_outline(self, outline: AgendaOutline | None) -> None:
        """Show another agenda, or the same one changed at the place that was chosen."""
        self._target = QModelIndex()
        section = self.outline.section_at(self.currentIndex())
        item = self.outline.item_at(self.currentIndex())
        self.selectionModel().blockSignals(True)
        self.outline.set_outline(outline)
        self.expandAll()
        place = (
            self.outline.index_of_item(item.id)
            if item is not None
            else self.outline.index_of_section(section.id if section else None)
        )
        self.setCurrentIndex(place)
        self.selectionModel().blockSignals(False)

    def _item_below(self, event: QDragMoveEvent | QDropEvent) -> QModelIndex:
        """Return the item that files or an appendix are dragged over, if it can take them."""
        carried = event.mimeData()
        index = self.indexAt(event.position().toPoint())
        takes = self.outline.can_be_edited and self.outline.item_at(index) is not None
        is_ours = bool(dragged_files(carried)) or dragged_appendix(carried) is not None
        return index if takes and is_ours else QModelIndex()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or dragged_appendix(event.mimeData()) is not None:
            take_copy(event)
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self._item_below(event)
        if event.mimeData().hasUrls() or dragged_appendix(event.mimeData()) is not None:
            self._show_target(index)
            take_copy(event)
            event.setAccepted(index.isValid())
        else:
            super().dragMoveEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_target(QModelIndex())
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        item = self.outline.item_at(self._item_below(event))
        self._show_target(QModelIndex())
        if item is None:
            super().dropEvent(event)
            return
        appendix = dragged_appendix(event.mimeData())
        if appendix is not None:
            self.appendix_dropped.emit(appendix, item.id)
        else:
            self.files_dropped.emit(item.id, dragged_files(event.mimeData()))
        take_copy(event)

    def _show_target(self, index: QModelIndex) -> None:
        """Mark the item that would take what is dragged."""
        self._target = index
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target.isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.visualRect(self._target).adjusted(1, 1, -1, -1))
            painter.end()
