"""Says which items an earlier meeting postponed, and puts them on this agenda."""

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.carrying_over import EarlierTreatment, carry_over, postponed_items
from kkr_desktop.services.drafting import remove_item, restore_item
from kkr_desktop.services.written import Area, Change
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.undo import TwoWayCommand
from kkr_desktop.ui.widgets.banner import Banner
from kkr_desktop.ui.workspace import Workspace

_SHOWN_IN = frozenset({Area.AGENDA, Area.MINUTES, Area.CALENDAR})


class PostponedBanner(Banner):
    """Stands above an agenda that has been begun while something waits for it."""

    def __init__(
        self, workspace: Workspace, undo_stack: QUndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._undo_stack = undo_stack
        self._waiting: tuple[EarlierTreatment, ...] = ()
        self.accepted.connect(self.carry_over)
        workspace.selection.meeting_changed.connect(self.reload)
        workspace.announcer.changed.connect(self._see_change)
        self.reload()

    def reload(self) -> None:
        """Look anew for what waits."""
        meeting_id, database = self._workspace.selection.meeting_id, self._workspace.database
        self._waiting = postponed_items(database, meeting_id) if meeting_id is not None else ()
        if not self._waiting:
            self.tell("")
            return
        titles = [
            self.tr("»{title}« ({day}, item {number})").format(
                title=one.title, day=long_date(one.held_on), number=one.number
            )
            for one in self._waiting
        ]
        told = self.tr("%n postponed item(s) wait for an agenda:", "", len(titles))
        way_on = self.tr("Put on this agenda")
        self.tell(f"{told} {'; '.join(titles)}", way_on)

    def carry_over(self) -> None:
        """Put all that waits on this agenda; undo takes it off again."""
        meeting_id, database = self._workspace.selection.meeting_id, self._workspace.database
        announce = self._workspace.announcer.announce
        if meeting_id is None:
            return
        for one in self._waiting:
            try:
                written = carry_over(database, one.item_id, meeting_id)
            except KkrError as error:
                show_error(self, error)
                return
            announce(written)
            made = written.value
            self._undo_stack.push(
                TwoWayCommand(
                    self.tr("postponed item"),
                    lambda made=made: announce(restore_item(database, made)),
                    lambda made=made: announce(remove_item(database, made)),
                    is_done=True,
                )
            )

    def _see_change(self, change: Change) -> None:
        if change.area in _SHOWN_IN:
            self.reload()
