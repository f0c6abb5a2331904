"""A banner that tells what was done last, and takes it back by its button or by Ctrl+Z."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.undoable import Undo, take_back
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.banner import Banner
from kkr_desktop.ui.workspace import Workspace

WayBack = Callable[[], object]


def taking_back(workspace: Workspace, undo: Undo) -> WayBack:
    """Return the way back from a write that kept one."""
    return lambda: workspace.announcer.announce(take_back(workspace.database, undo))


class UndoBanner(Banner):
    """Offers the way back from the last change, then from the one before it."""

    taken_back = Signal()

    def __init__(self, place: QWidget) -> None:
        super().__init__()
        self._place = place
        self._offers: list[tuple[str, WayBack]] = []
        self.action = QAction(self.tr("Undo the last change"), place)
        self.action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action.triggered.connect(self.take_back_last)
        place.addAction(self.action)
        self.accepted.connect(self.take_back_last)
        self.let_hide(self.tr("Hide this line; Ctrl+Z still undoes it"))
        self._show_last()

    def offer(self, told: str, way_back: WayBack) -> None:
        """Tell what was done, and offer to take it back; `way_back` may raise KkrError."""
        self._offers.append((told, way_back))
        self._show_last()

    def offers(self) -> tuple[tuple[str, WayBack], ...]:
        """Return what can be taken back, in the order it was done."""
        return tuple(self._offers)

    def take_back_last(self) -> None:
        """Take back the change that the banner tells of."""
        if self._offers and self.attempt(self._offers[-1][1]):
            self._offers.pop()
            self._show_last()
            self.taken_back.emit()

    def attempt(self, way_back: WayBack) -> bool:
        """Go a way back, and tell whether it went; why not is told to the user."""
        try:
            way_back()
        except KkrError as error:
            show_error(self._place, error)
            return False
        return True

    def forget(self) -> None:
        """Offer nothing any longer."""
        self._offers.clear()
        self._show_last()

    def _show_last(self) -> None:
        self.action.setEnabled(bool(self._offers))
        if self._offers:
            self.tell(self._offers[-1][0], self.tr("Undo"))
        else:
            self.tell("")
