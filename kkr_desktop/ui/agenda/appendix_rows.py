"""The rows of appendices, which are dragged among themselves and to other items."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from kkr_desktop.ui.agenda.appendix_delegate import PICTURE, THUMBNAIL_WIDTH, AppendixDelegate

_MIME = "application/x-kkr-appendix"
APPENDIX_ID = Qt.ItemDataRole.UserRole + 2
_BESIDE = 10
"""How far from the pointer the picture is that is dragged."""


def dragged_appendix(carried: QMimeData) -> int | None:
    """Return the appendix that is dragged; None when it is something else."""
    if not carried.hasFormat(_MIME):
        return None
    return int(bytes(carried.data(_MIME).data()).decode())


def dragged_files(carried: QMimeData) -> list[Path]:
    """Return the files that are dragged in from another program."""
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]


def take_copy(event: QDropEvent) -> None:
    """Take what is dragged, and tell where it comes from that it was only copied.

    A file manager deletes a file that it is told was moved, and Qt takes its row out.
    """
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


class AppendixRows(QListWidget):
    """Tells what is dropped, and where; it moves nothing itself."""

    appendix_dropped = Signal(int, int)  # appendix, position
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Appendices"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(AppendixDelegate(self))
        self.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(True)

    def mimeTypes(self) -> list[str]:
        return [_MIME, "text/uri-list"]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        carried = QMimeData()
        carried.setData(_MIME, str(items[0].data(APPENDIX_ID)).encode())
        return carried

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803
        """Carry the first page below the pointer, so that the places to drop it stay in view."""
        drag = QDrag(self)
        drag.setMimeData(self.mimeData(self.selectedItems()))
        picture = self.currentItem().data(PICTURE)
        if isinstance(picture, QImage) and not picture.isNull():
            pixmap = QPixmap.fromImage(picture).scaledToWidth(THUMBNAIL_WIDTH)
            drag.setPixmap(pixmap)
            drag.setHotSpot(QPoint(-_BESIDE, -_BESIDE))
        drag.exec(supportedActions, Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._see(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._see(event)

    def _see(self, event: QDragEnterEvent | QDragMoveEvent) -> None:
        carried = event.mimeData()
        if carried.hasUrls() or dragged_appendix(carried) is not None:
            take_copy(event)
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        appendix = dragged_appendix(event.mimeData())
        if appendix is not None:
            self.appendix_dropped.emit(appendix, self._position(event, appendix))
        else:
            self.files_dropped.emit(dragged_files(event.mimeData()))
        take_copy(event)
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def _position(self, event: QDropEvent, appendix: int) -> int:
        """Return the place among the rows, counted without the one that is dragged."""
        place: QModelIndex = self.indexAt(event.position().toPoint())
        below = self.count()
        if place.isValid():
            middle = self.visualRect(place).center().y()
            below = place.row() + (event.position().y() > middle)
        own = [self.item(row).data(APPENDIX_ID) for row in range(self.count())]
        return below - (appendix in own and own.index(appendix) < below)
