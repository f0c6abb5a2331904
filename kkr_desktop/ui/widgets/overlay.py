"""A frame over a part of its window: it is in no window of its own, and nothing waits for it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QWidget

_MARGIN = 8


class Overlay(QFrame):
    """Has the type of its window; goes with Esc, or when the keyboard goes elsewhere."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.window())
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.Box)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setAutoFillBackground(True)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._see_focus)

    def wanted_size(self, room: QSize) -> QSize:
        """Return the size that the frame wants, in no more than `room`."""
        return self.sizeHint().boundedTo(room)

    def open_at(self, place: QRect) -> None:
        """Open below a place of what it stands over, or above where there is more room."""
        window = self._over.window()
        inside = window.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self.wanted_size(inside.size())
        below = self._over.mapTo(window, place.bottomLeft())
        above = self._over.mapTo(window, place.topLeft()) - QPoint(0, size.height())
        fits_below = below.y() + size.height() <= inside.bottom()
        corner = below if fits_below or above.y() < inside.top() else above
        corner.setX(max(min(corner.x(), inside.right() + 1 - size.width()), inside.left()))
        corner.setY(max(min(corner.y(), inside.bottom() + 1 - size.height()), inside.top()))
        self.setGeometry(QRect(corner, size))
        self.show()
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """Keep Esc, which also means something to the window."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self.leave()
            return
        super().keyPressEvent(event)

    def leave(self) -> None:
        """Close, and give the keyboard back."""
        self.hide()
        self._over.setFocus()
        self.close()

    def _see_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close when the keyboard goes elsewhere in this window; a field's list is another one."""
        if now is None or now is self or self.isAncestorOf(now):
            return
        if self.isVisible() and now.window() is self.window():
            self.close()


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
