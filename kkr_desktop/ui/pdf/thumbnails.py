"""Small pictures of all pages, to go to one of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from kkr_desktop.ui.pdf.painter import PagePainter

if TYPE_CHECKING:
    from kkr_desktop.documents.pdf_pages import PdfPages

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WIDTH, _HEIGHT = 96, 128


class _Thumbnails(QAbstractListModel):
    """The pages as pictures; one that is not drawn yet is white."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._pictures: dict[int, QPixmap] = {}

    def set_pages(self, pages: "PdfPages | None") -> None:
        self.beginResetModel()
        self._pages = pages
        self._pictures = {}
        self.endResetModel()

    def missing(self, pages: Sequence[int]) -> list[int]:
        return [page for page in pages if page not in self._pictures]

    def take(self, page: int, image: QImage, ratio: float) -> None:
        image.setDevicePixelRatio(ratio)
        self._pictures[page] = _framed(image, ratio)
        place = self.index(page)
        self.dataChanged.emit(place, place)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._pages is None else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {number}").format(number=index.row() + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.get(index.row()) or _blank()
        return None


def thumbnail_width(size: tuple[float, float]) -> int:
    """Return how wide a page of this size is drawn so that it fits, in pixels of the design."""
    return max(round(min(_WIDTH, _HEIGHT * size[0] / size[1])), 8)


def _framed(image: QImage, ratio: float) -> QPixmap:
    """Put a page into the middle of a field of one size, with a thin line around it."""
    field = _blank(ratio, is_filled=False)
    painter = QPainter(field)
    width, height = image.width() / ratio, min(image.height() / ratio, _HEIGHT)
    left, top = round((_WIDTH - width) / 2), round((_HEIGHT - height) / 2)
    painter.drawImage(left, top, image)
    painter.setPen(QColor(128, 128, 128))
    painter.drawRect(left, top, round(width) - 1, round(height) - 1)
    painter.end()
    return field


def _blank(ratio: float = 1.0, *, is_filled: bool = True) -> QPixmap:
    field = QPixmap(round(_WIDTH * ratio), round(_HEIGHT * ratio))
    field.setDevicePixelRatio(ratio)
    field.fill(Qt.GlobalColor.white if is_filled else Qt.GlobalColor.transparent)
    return field


class PageThumbnails(QListView):
    """Draws what is in view, and tells which page is chosen."""

    page_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._model = _Thumbnails(self)
        self._painter = PagePainter(self)
        self._painter.painted.connect(self._take)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Pages"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_WIDTH, _HEIGHT))
        self.setGridSize(QSize(_WIDTH + 24, _HEIGHT + 30))
        self.setFixedWidth(_WIDTH + 54)
        self.selectionModel().currentChanged.connect(self._choose)
        self.verticalScrollBar().valueChanged.connect(self._draw_what_shows)

    def set_pages(self, pages: "PdfPages | None") -> None:
        """Show the pages of another document."""
        self._pages = pages
        self._painter.set_pages(pages)
        self._model.set_pages(pages)
        self._draw_what_shows()

    def show_page(self, page: int) -> None:
        """Show which page is in view elsewhere."""
        place = self._model.index(page)
        if place.isValid() and self.currentIndex().row() != page:
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(place)
            self.selectionModel().blockSignals(False)
            self.viewport().update()
            self.scrollTo(place)

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.page_chosen.emit(current.row())
        self._draw_what_shows()

    def showEvent(self, event: Any) -> None:  # noqa: ANN401
        super().showEvent(event)
        self._draw_what_shows()

    def resizeEvent(self, event: Any) -> None:  # noqa: ANN401
        super().resizeEvent(event)
        self._draw_what_shows()

    def _draw_what_shows(self) -> None:
        if self._pages is None or not self.isVisible():
            return
        row = self.gridSize().height()
        first = self.verticalScrollBar().value() // row
        last = first + self.viewport().height() // row + 2
        shown = range(max(first, 0), min(last, len(self._pages)))
        ratio = self.devicePixelRatioF()
        self._painter.want(
            [
                (page, round(thumbnail_width(self._pages.sizes[page]) * ratio))
                for page in self._model.missing(shown)
            ]
        )

    def _take(self, page: int, _width: int, image: QImage) -> None:
        self._model.take(page, image, self.devicePixelRatioF())
