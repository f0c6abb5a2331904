"""Pages of a PDF in the window, as sharp as the screen, however many there are."""

from bisect import bisect_right
from collections import OrderedDict
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kkr_desktop.ui.pdf.painter import PagePainter
from kkr_desktop.ui.pdf.search import Hit

if TYPE_CHECKING:
    from kkr_desktop.documents.pdf_pages import PdfPages

_GAP = 12
_MOST_KEPT = 12
_LEAST_ZOOM, _MOST_ZOOM = 0.4, 4.0
_FOUND, _CURRENT = QColor(255, 226, 90), QColor(255, 150, 40)


class PdfPreview(QAbstractScrollArea):
    """Shows one PDF, fitted to the width times a zoom; pages are drawn when they come into view."""

    page_changed = Signal(int)
    link_followed = Signal(str)  # an address outside the document

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._tops: list[int] = [_GAP]
        self._images: OrderedDict[int, tuple[int, QImage]] = OrderedDict()
        self._hits: dict[int, list[Hit]] = {}
        self._current: Hit | None = None
        self._zoom = 1.0
        self._page = 0
        self._painter = PagePainter(self)
        self._painter.painted.connect(self._take)
        self.setAccessibleName(self.tr("Preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._see_page)
        self.viewport().setMouseTracking(True)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.clear)

    def set_pages(self, pages: "PdfPages") -> None:
        """Show another version of the document at the place that was shown before."""
        self._close()
        self._pages = pages
        # What stands there is shown until the new page is drawn.
        self._images = OrderedDict((n, (0, kept[1])) for n, kept in self._images.items())
        self._painter.set_pages(pages)
        self.mark((), None)
        self._set_ranges()
        self.viewport().update()

    def set_pdf(self, pdf: bytes) -> None:
        """Do the same with a document of a few pages, which is opened at once."""
        from kkr_desktop.documents.pdf_pages import PdfPages

        self.set_pages(PdfPages(pdf))

    def clear(self) -> None:
        """Show nothing."""
        self._close()
        self._images.clear()
        self._set_ranges()
        self.viewport().update()

    def _close(self) -> None:
        self._painter.set_pages(None)
        if self._pages is not None:
            self._pages.close()
            self._pages = None

    @property
    def pages(self) -> "PdfPages | None":
        """The document that is shown."""
        return self._pages

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages) if self._pages is not None else 0

    @property
    def page(self) -> int:
        """The page in view; the first is 0."""
        return self._page

    def show_item(self, number: str) -> None:
        """Scroll to the page where the item with this number begins."""
        if self._pages is None:
            return
        for bookmark in self._pages.bookmarks:
            if bookmark.title.split(" ", 1)[0] == number:
                self.go_to(bookmark.page)
                return

    def go_to(self, page: int) -> None:
        """Scroll to the top of a page."""
        if 0 <= page < self.page_count:
            self.verticalScrollBar().setValue(self._tops[page] - _GAP)

    def mark(self, hits: "tuple[Hit, ...]", current: Hit | None) -> None:
        """Mark what was found, one of it more than the rest, and bring that into view."""
        self._hits = {}
        for hit in hits:
            self._hits.setdefault(hit.page, []).append(hit)
        if current is not None and current != self._current:
            self._bring_into_view(current)
        self._current = current
        self.viewport().update()

    def _bring_into_view(self, hit: Hit) -> None:
        height = self._page_height(hit.page)
        top = self._tops[hit.page] + round(hit.boxes[0][1] * height)
        bottom = self._tops[hit.page] + round(hit.boxes[-1][3] * height)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= top <= bottom <= bar.value() + room:
            bar.setValue(top - room // 3)

    def zoom_by(self, factor: float) -> None:
        """Make the pages larger or smaller."""
        self._zoom = min(max(self._zoom * factor, _LEAST_ZOOM), _MOST_ZOOM)
        self._set_ranges()
        self.viewport().update()

    def fit_width(self) -> None:
        """Make the pages as wide as the room for them."""
        self.zoom_by(1 / self._zoom)

    def _page_width(self) -> int:
        return max(int((self.viewport().width() - 2 * _GAP) * self._zoom), 80)

    def _page_height(self, page: int) -> int:
        width, height = self._pages.sizes[page] if self._pages is not None else (1.0, 1.0)
        return round(self._page_width() * height / width)

    def _set_ranges(self) -> None:
        heights = [self._page_height(page) + _GAP for page in range(self.page_count)]
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._tops = list(accumulate(heights, initial=_GAP))
        bar.setRange(0, max(self._tops[-1] - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())
        bar.setValue(round(part * bar.maximum()))
        across = self.horizontalScrollBar()
        across.setRange(0, max(self._page_width() + 2 * _GAP - self.viewport().width(), 0))
        across.setPageStep(self.viewport().width())
        self._see_page()

    def _see_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        page = min(max(bisect_right(self._tops, middle) - 1, 0), max(self.page_count - 1, 0))
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _in_view(self) -> range:
        """Return the pages of which something is to be seen."""
        above = self.verticalScrollBar().value()
        below = above + self.viewport().height()
        first = max(bisect_right(self._tops, above) - 1, 0)
        last = min(bisect_right(self._tops, below), self.page_count)
        return range(min(first, self.page_count), last)

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
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self.page_count - 1)
            case _:
                super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(420, 600)

    def _place_of(self, page: int) -> QRect:
        """Return where a page stands in the viewport now."""
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        left = max((self.viewport().width() - self._page_width()) // 2, _GAP)
        place = QRect(left, self._tops[page], self._page_width(), self._page_height(page))
        return place.translated(-offset)

    def place_on_screen(self, page: int, across: float, down: float) -> QPoint:
        """Return where a place of a page, in parts of its width and height, is in the viewport."""
        on = self._place_of(page)
        return on.topLeft() + QPoint(round(across * on.width()), round(down * on.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.palette().brush(QPalette.ColorRole.Mid))
        width = round(self._page_width() * self.devicePixelRatioF())
        shown = self._in_view()
        for page in shown:
            place = self._place_of(page)
            known = self._images.get(page)
            if known is None:
                painter.fillRect(place, Qt.GlobalColor.white)
            elif known[0] == width:
                # Never stretched: a stretch by a single line of pixels cuts a line of text.
                painter.drawImage(place.topLeft(), known[1])
            else:
                painter.drawImage(place, known[1])
            self._paint_hits(painter, page, place)
        painter.end()
        near = [*shown, *(n for n in (shown.stop, shown.start - 1) if 0 <= n < self.page_count)]
        known_widths = {page: kept[0] for page, kept in self._images.items()}
        self._painter.want([(page, width) for page in near if known_widths.get(page) != width])

    def _paint_hits(self, painter: QPainter, page: int, place: QRect) -> None:
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for hit in self._hits.get(page, ()):
            colour = _CURRENT if hit == self._current else _FOUND
            for left, top, right, bottom in hit.boxes:
                corner = place.x() + left * place.width(), place.y() + top * place.height()
                size = (right - left) * place.width(), (bottom - top) * place.height()
                painter.fillRect(QRectF(*corner, *size).adjusted(-1, -1, 1, 1), colour)
        painter.restore()

    def _take(self, page: int, width: int, image: QImage) -> None:
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._images[page] = (width, image)
        self._images.move_to_end(page)
        while len(self._images) > _MOST_KEPT:
            self._images.popitem(last=False)
        self.viewport().update()

    def is_sharp(self, page: int) -> bool:
        """Tell whether a page is drawn as it is shown now."""
        width = round(self._page_width() * self.devicePixelRatioF())
        return page in self._images and self._images[page][0] == width

    def page_image(self, page: int) -> QImage:
        """Return a page that is in view, as it was drawn; the first is 0."""
        return self._images[page][1]

    def _link_at(self, place: QPoint) -> int | str | None:
        if self._pages is None:
            return None
        for page in self._in_view():
            on = self._place_of(page)
            if on.contains(place):
                across = (place.x() - on.x()) / on.width()
                down = (place.y() - on.y()) / on.height()
                return self._pages.link_at(page, across, down)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._link_at(event.position().toPoint())
        hand = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(hand if found is not None else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        found = self._link_at(event.position().toPoint())
        if isinstance(found, int):
            self.go_to(found)
        elif found is not None:
            self.link_followed.emit(found)
