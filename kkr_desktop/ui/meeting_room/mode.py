"""Opens the screen for the room, and closes it with the window that it belongs to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kkr_desktop.ui.window_memory import WindowMemory
from kkr_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kkr_desktop.ui.meeting_room.screen import MeetingScreen


class MeetingMode(QObject):
    """Shows the chosen meeting on a screen of its own; one at a time."""

    def __init__(self, workspace: Workspace, memory: WindowMemory, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._memory = memory
        self._window = window
        self.screen: MeetingScreen | None = None

    def open(self) -> None:
        """Show the chosen meeting, or bring its screen to the front."""
        from kkr_desktop.ui.meeting_room.screen import MeetingScreen

        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is None or not self._workspace.saves.flush():
            return
        self.close()
        self.screen = MeetingScreen(self._workspace, meeting_id, self._memory.meeting_points)
        self.screen.closed.connect(self._forget)
        self.screen.type_resized.connect(self._remember_type)
        self.screen.showMaximized()
        self.screen.activateWindow()

    def close(self) -> None:
        """Close the screen, if it is open."""
        if self.screen is not None:
            self.screen.close()

    def _forget(self) -> None:
        if self.screen is not None:
            self.screen.deleteLater()
            self.screen = None
        self._window.activateWindow()

    def _remember_type(self, points: float) -> None:
        self._memory.meeting_points = points
