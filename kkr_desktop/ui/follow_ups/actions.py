"""What can be done with follow-ups, each of it undoable."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from kkr_desktop.model.errors import ChangedElsewhere, KkrError
from kkr_desktop.model.follow_ups import FollowUpState
from kkr_desktop.services.follow_up import (
    FollowUpDraft,
    FollowUpRow,
    change_follow_up,
    owner_choices,
    read_follow_up,
    remove_follow_up,
    restore_follow_up,
)
from kkr_desktop.services.written import T, Written
from kkr_desktop.ui.follow_ups.dialog import FollowUpDialog
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.undo import TwoWayCommand
from kkr_desktop.ui.workspace import Workspace


class FollowUpActions(QObject):
    """Adds, changes and removes follow-ups; errors are told to `tell`, or over `parent`."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget,
        tell: Callable[[KkrError | None], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._tell = tell
        self._workspace = workspace
        self._over = parent
        self.undo_stack = QUndoStack(self)

    def remember_added(self, follow_up_id: int) -> None:
        """Let a follow-up that was just added be taken back."""
        database = self._workspace.database
        self._undoable(
            self.tr("follow-up"),
            lambda: self._try(lambda: restore_follow_up(database, follow_up_id)),
            lambda: self._try(lambda: remove_follow_up(database, follow_up_id)),
        )

    def remove(self, row: FollowUpRow) -> None:
        """Remove a follow-up that was a mistake."""
        database = self._workspace.database
        if self._try(lambda: remove_follow_up(database, row.id)) is not None:
            self._undoable(
                self.tr("removal"),
                lambda: self._try(lambda: remove_follow_up(database, row.id)),
                lambda: self._try(lambda: restore_follow_up(database, row.id)),
            )

    def set_state(self, row: FollowUpRow, state: FollowUpState) -> None:
        """Mark a follow-up as done, as dropped, or as open again."""
        try:
            self._change(row, replace(row.draft, state=state))
        except KkrError as error:
            self._refuse(error)

    def edit(self, row: FollowUpRow) -> None:
        """Let a follow-up be edited in a form beside the window, which goes on."""
        owners = owner_choices(self._workspace.database, row.meeting_id)
        dialog = FollowUpDialog(row, owners, lambda draft: self._change(row, draft), self._over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFont(self._over.font())
        dialog.show()

    def _change(self, row: FollowUpRow, draft: FollowUpDraft) -> None:
        database, announcer = self._workspace.database, self._workspace.announcer
        written = change_follow_up(database, row.id, draft)
        announcer.announce(written)
        left_as = read_follow_up(database, row.id).draft
        self._undoable(
            self.tr("change"),
            lambda: self._try(lambda: self._put_back(row.id, written.value, left_as)),
            lambda: self._try(lambda: self._put_back(row.id, left_as, written.value)),
        )

    def _put_back(
        self, follow_up_id: int, left_as: FollowUpDraft, wanted: FollowUpDraft
    ) -> Written[FollowUpDraft]:
        """Write a follow-up as it was, unless it has become something else since it was left."""
        database = self._workspace.database
        current = read_follow_up(database, follow_up_id).draft
        if replace(current, rev=left_as.rev) != left_as:
            raise ChangedElsewhere("Opfølgningen")
        return change_follow_up(database, follow_up_id, replace(wanted, rev=current.rev))

    def _undoable(
        self, text: str, do: Callable[[], object], take_back: Callable[[], object]
    ) -> None:
        self.undo_stack.push(TwoWayCommand(text, do, take_back, is_done=True))

    def _try(self, write: Callable[[], Written[T]]) -> T | None:
        try:
            written = write()
        except KkrError as error:
            self._refuse(error)
            return None
        self._workspace.announcer.announce(written)
        return written.value

    def _refuse(self, error: KkrError) -> None:
        if self._tell is not None:
            self._tell(error)
        else:
            show_error(self._over, error)
