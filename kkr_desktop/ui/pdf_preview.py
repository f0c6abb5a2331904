"""Pages of a PDF in the window, as sharp as the screen."""

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_GAP = 12
_MOST_KEPT = 12
_LEAST_ZOOM, _MOST_ZOOM = 0.4, 4.0


class PdfPreview(QAbstractScrollArea):
    """Shows one PDF, fitted to the width times a zoom; pages are drawn when they come into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: PdfDocument | None = None
        self._sizes: list[tuple[float, float]] = []
        self._images: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._places: dict[str, int] = {}
        self._zoom = 1.0
        self.setAccessibleName(self.tr("Preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._close)

    def set_pdf(self, pdf: bytes) -> None:
        """Show another PDF at the place that was shown before."""
        import pypdfium2

        self._close()
        self._document = pypdfium2.PdfDocument(pdf)
        document: Any = self._document
        self._sizes = [document.get_page_size(n) for n in range(len(document))]
        self._places = {}
        for bookmark in document.get_toc():
            target = bookmark.get_dest()
            page = target.get_index() if target is not None else None
            number = bookmark.get_title().split(" ", 1)[0]
            if page is not None:
                self._places.setdefault(number, page)
        self._set_ranges()
        self.viewport().update()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._sizes)

    def show_item(self, number: str) -> None:
        """Scroll to the page where the item with this number begins."""
        page = self._places.get(number)
        if page is not None:
            self.verticalScrollBar().setValue(self._top_of(page) - _GAP)

    def zoom_by(self, factor: float) -> None:
        """Make the pages larger or smaller."""
        self._zoom = min(max(self._zoom * factor, _LEAST_ZOOM), _MOST_ZOOM)
        self._set_ranges()
        self.viewport().update()

    def _close(self) -> None:
        self._images.clear()
        if self._document is not None:
            self._document.close()
            self._document = None

    def _page_width(self) -> int:
        return max(int((self.viewport().width() - 2 * _GAP) * self._zoom), 80)

    def _page_height(self, page: int) -> int:
        width, height = self._sizes[page]
        return round(self._page_width() * height / width)

    def _top_of(self, page: int) -> int:
        return _GAP + sum(self._page_height(n) + _GAP for n in range(page))

    def _set_ranges(self) -> None:
        whole = self._top_of(len(self._sizes)) if self._sizes else 0
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        bar.setRange(0, max(whole - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())
        bar.setValue(round(part * bar.maximum()))
        across = self.horizontalScrollBar()
        across.setRange(0, max(self._page_width() + 2 * _GAP - self.viewport().width(), 0))
        across.setPageStep(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_ranges()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus:
                self.zoom_by(1.1)
            case Qt.Key.Key_Minus:
                self.zoom_by(1 / 1.1)
            case _:
                super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(420, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.palette().brush(QPalette.ColorRole.Mid))
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        left = max((self.viewport().width() - self._page_width()) // 2, _GAP)
        top = _GAP
        for page in range(len(self._sizes)):
            height = self._page_height(page)
            place = QRect(left, top, self._page_width(), height).translated(-offset)
            if place.intersects(self.viewport().rect()):
                # Never stretched: a stretch by a single line of pixels cuts a line of text.
                painter.drawImage(place.topLeft(), self.page_image(page))
            top += height + _GAP
        painter.end()

    def page_image(self, page: int) -> QImage:
        """Return a page as it is shown; the first is 0."""
        ratio = self.devicePixelRatioF()
        width = round(self._page_width() * ratio)
        key = (page, width)
        if key not in self._images:
            self._images[key] = self._draw(page, width)
            self._images[key].setDevicePixelRatio(ratio)
            while len(self._images) > _MOST_KEPT:
                self._images.popitem(last=False)
        self._images.move_to_end(key)
        return self._images[key]

    def _draw(self, page: int, width: int) -> QImage:
        document: Any = self._document
        bitmap = document[page].render(scale=width / self._sizes[page][0], rev_byteorder=True)
        image = QImage(
            bitmap.buffer,
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB888
            if bitmap.n_channels == 3
            else QImage.Format.Format_RGBX8888,
        )
        return image.copy()
