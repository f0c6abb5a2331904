"""Changes of appendices: written at once, announced, and most of them undoable."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.agenda_outline import AppendixRow, RedactedRow
from kkr_desktop.services.appendices import change_appendix, remove_appendix, restore_appendix
from kkr_desktop.services.appendix_history import use_earlier_file
from kkr_desktop.services.appendix_places import AppendixPlace, place_appendix
from kkr_desktop.services.redacted_appendices import (
    remove_redacted_version,
    rename_redacted_version,
    restore_redacted_version,
)
from kkr_desktop.services.written import T, Written
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.undo import TwoWayCommand
from kkr_desktop.ui.workspace import Workspace

_AT_THE_END = 10_000


class AppendixChanges(QObject):
    """Does what is asked of appendices, and tells why when it cannot be done."""

    def __init__(self, workspace: Workspace, undo_stack: QUndoStack, widget: QWidget) -> None:
        super().__init__(widget)
        self._workspace = workspace
        self._undo_stack = undo_stack
        self._widget = widget

    def change(self, row: AppendixRow, title: str, *, is_public: bool) -> None:
        """Rename an appendix, or make it public or not."""
        database = self._workspace.database
        self._try(
            lambda: change_appendix(database, row.id, title, is_public=is_public, rev=row.rev)
        )

    def use_earlier(self, row: AppendixRow, number: int) -> None:
        """Let an appendix have a file again that it had before."""
        self._try(lambda: use_earlier_file(self._workspace.database, row.id, number))

    def move(self, appendix_id: int, item_id: int, position: int) -> None:
        """Move an appendix to a place among those of an item."""
        database, place = self._workspace.database, AppendixPlace(item_id, position)
        came_from = self._try(lambda: place_appendix(database, appendix_id, place))
        if came_from is None or (came_from.item_id, came_from.position) == (item_id, position):
            return
        self._push(
            self.tr("Move appendix"),
            lambda: place_appendix(database, appendix_id, place),
            lambda: place_appendix(database, appendix_id, came_from),
            is_done=True,
        )

    def move_to_item(self, appendix_id: int, item_id: int) -> None:
        """Move an appendix to the end of those that another item has."""
        self.move(appendix_id, item_id, _AT_THE_END)

    def remove(self, row: AppendixRow) -> None:
        """Remove an appendix."""
        database = self._workspace.database
        self._push(
            self.tr("Remove appendix"),
            lambda: remove_appendix(database, row.id),
            lambda: restore_appendix(database, row.id),
        )

    def remove_redacted(self, known: RedactedRow) -> None:
        """Take the public version of an appendix away."""
        database = self._workspace.database
        self._push(
            self.tr("Remove public version"),
            lambda: remove_redacted_version(database, known.id),
            lambda: restore_redacted_version(database, known.id),
        )

    def rename_redacted(self, known: RedactedRow, title: str) -> None:
        """Give a public version another title."""
        database = self._workspace.database
        self._push(
            self.tr("Rename public version"),
            lambda: rename_redacted_version(database, known.id, title),
            lambda: rename_redacted_version(database, known.id, known.title),
        )

    def _push(
        self,
        words: str,
        do: Callable[[], Written[T]],
        take_back: Callable[[], Written[T]],
        *,
        is_done: bool = False,
    ) -> None:
        self._undo_stack.push(
            TwoWayCommand(
                words, lambda: self._try(do), lambda: self._try(take_back), is_done=is_done
            )
        )

    def _try(self, write: Callable[[], Written[T]]) -> T | None:
        try:
            return self._workspace.announcer.announce(write())
        except KkrError as error:
            show_error(self._widget, error)
            return None
