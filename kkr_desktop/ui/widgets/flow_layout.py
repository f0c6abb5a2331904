"""A layout that goes on in the next line when its line is full, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem
from shiboken6 import isValid


class FlowLayout(QLayout):
    """Puts what it holds side by side, in as many lines as the width asks for."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []

    def addItem(self, a0: QLayoutItem) -> None:
        self._items.append(a0)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, a0: int) -> int:
        return self._place(QRect(0, 0, a0, 0), moves=False)

    def setGeometry(self, a0: QRect) -> None:
        super().setGeometry(a0)
        self._place(a0, moves=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item: everything else can go below it."""
        size = QSize()
        for item in self._living():
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _living(self) -> list[QLayoutItem]:
        """Return the items that are still there: a window that is let go of asks for its size."""
        return [item for item in self._items if isValid(item)]

    def _place(self, room: QRect, *, moves: bool) -> int:
        """Put the items into lines, and return how high the lines are together."""
        left, top, line_height = room.x(), room.y(), 0
        for item in self._living():
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if left + size.width() > room.right() + 1 and left > room.x():
                left, top, line_height = room.x(), top + line_height, 0
            if moves:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + max(self.spacing(), 0)
            line_height = max(line_height, size.height())
        return top + line_height - room.y()
