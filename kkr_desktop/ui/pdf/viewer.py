"""A PDF to read: its pages, small pictures of them all, and a bar to find words with."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSpinBox,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.pdf.find_bar import FindBar
from kkr_desktop.ui.pdf.preview import PdfPreview
from kkr_desktop.ui.pdf.search import PdfSearch
from kkr_desktop.ui.pdf.thumbnails import PageThumbnails
from kkr_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from kkr_desktop.documents.pdf_pages import PdfPages


class PdfViewer(QWidget):
    """Shows a document; its tools are put into a toolbar by `add_tools`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PdfPreview()
        self.thumbnails = PageThumbnails()
        self.thumbnails.hide()
        self.search = PdfSearch(self)
        self.find_bar = FindBar(self.search)
        self.find_bar.hide()
        self.page_box = QSpinBox()
        self.page_box.setAccessibleName(self.tr("Page"))
        self.page_box.setMinimum(1)
        self.page_box.setKeyboardTracking(False)
        self._of_pages = PlainLabel()
        self._make_actions()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.thumbnails)
        row.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addLayout(row, 1)
        self.pages.page_changed.connect(self._show_page)
        self.pages.link_followed.connect(self._open_address)
        self.thumbnails.page_chosen.connect(self.pages.go_to)
        self.page_box.valueChanged.connect(self._go_to_page)
        self.search.changed.connect(self._mark)
        self.find_bar.wanted.connect(self._find)
        self.find_bar.closed.connect(self._stop_finding)

    def _make_actions(self) -> None:
        self.thumbnails_action = self._action("panel-left", self.tr("Pages"), "F4")
        self.thumbnails_action.setCheckable(True)
        self.thumbnails_action.toggled.connect(self.thumbnails.setVisible)
        self.find_action = self._action("search", self.tr("Find"), "Ctrl+F")
        self.find_action.triggered.connect(self.find_bar.begin)
        self.next_action = self._action("arrow-down", self.tr("Find next"), "F3")
        self.next_action.triggered.connect(self.find_bar.go_on)
        self.previous_action = self._action("arrow-up", self.tr("Find previous"), "Shift+F3")
        self.previous_action.triggered.connect(self.find_bar.go_back)
        self.smaller_action = self._action("zoom-out", self.tr("Smaller"), "Ctrl+-")
        self.smaller_action.triggered.connect(self._smaller)
        self.larger_action = self._action("zoom-in", self.tr("Larger"), "Ctrl++")
        self.larger_action.triggered.connect(self._larger)
        self._fit_action = self._action("file-text", self.tr("Fit to the width"), "Ctrl+0")
        self._fit_action.triggered.connect(self.pages.fit_width)

    def _action(self, picture: str, words: str, keys: str) -> QAction:
        action = QAction(icon(picture), words, self)
        action.setShortcut(keys)
        action.setToolTip(f"{words} ({keys})")
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def add_tools(self, toolbar: QToolBar) -> None:
        """Put what one reads with into a toolbar, as pictures."""
        for action in (
            self.thumbnails_action,
            self.find_action,
            self.smaller_action,
            self.larger_action,
        ):
            toolbar.addAction(action)
            button = toolbar.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def add_page_box(self, toolbar: QToolBar) -> None:
        """Put a field into a toolbar that tells the page in view, and goes to another."""
        toolbar.addWidget(self.page_box)
        toolbar.addWidget(self._of_pages)

    def set_pages(self, pages: "PdfPages") -> None:
        """Show another version of the document."""
        words = self.find_bar.words if self.find_bar.isVisible() else ""
        self.pages.set_pages(pages)
        self.thumbnails.set_pages(pages)
        self.page_box.setMaximum(max(len(pages), 1))
        self._of_pages.setText(self.tr(" of %n page(s)", "", len(pages)))
        self._show_page(self.pages.page)
        if words or self.search.hits:
            self._find(words)

    def clear(self) -> None:
        """Show nothing."""
        self.search.begin(None, "", 0)
        self.thumbnails.set_pages(None)
        self.pages.clear()

    def _show_page(self, page: int) -> None:
        self.page_box.blockSignals(True)
        self.page_box.setValue(page + 1)
        self.page_box.blockSignals(False)
        self.thumbnails.show_page(page)

    def _go_to_page(self, number: int) -> None:
        self.pages.go_to(number - 1)

    def _open_address(self, address: str) -> None:
        QDesktopServices.openUrl(QUrl(address))

    def _smaller(self) -> None:
        self.pages.zoom_by(1 / 1.15)

    def _larger(self) -> None:
        self.pages.zoom_by(1.15)

    def _find(self, words: str) -> None:
        self.search.begin(self.pages.pages, words, self.pages.page)

    def _stop_finding(self) -> None:
        self.search.begin(None, "", 0)
        self.pages.setFocus()

    def _mark(self) -> None:
        self.pages.mark(self.search.hits, self.search.current)
