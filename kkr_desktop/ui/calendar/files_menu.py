"""The menu of the calendar tab with what the calendar is written to."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kkr_desktop.services.calendar_export import calendar_file_name, export_calendar
from kkr_desktop.ui.saved_file import ask_where, open_folder, write_in_background
from kkr_desktop.ui.workspace import Workspace


class FilesMenu(QMenu):
    """Writes the chosen meeting, the chosen body's meetings, or all meetings to files."""

    def __init__(self, workspace: Workspace, tab: QWidget) -> None:
        super().__init__(tab)
        self._workspace = workspace
        self._tab = tab
        self.setTitle(self.tr("Files"))
        self.meeting_action = self._add(
            self.tr("This meeting as a calendar file (.ics)…"), self._save_meeting
        )
        self.body_action = self._add(
            self.tr("This council's meetings as a calendar file (.ics)…"), self._save_body
        )
        self._add(self.tr("All meetings as a calendar file (.ics)…"), self._save_all)
        self.aboutToShow.connect(self._enable)

    def _add(self, words: str, run: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(run)
        self.addAction(action)
        return action

    def _enable(self) -> None:
        selection = self._workspace.selection
        self.meeting_action.setEnabled(selection.meeting_id is not None)
        self.body_action.setEnabled(selection.body_id is not None)

    def _save_meeting(self) -> None:
        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is not None:
            self._ask(meeting_id=meeting_id)

    def _save_body(self) -> None:
        body_id = self._workspace.selection.body_id
        if body_id is not None:
            self._ask(body_id=body_id)

    def _save_all(self) -> None:
        self._ask()

    def _ask(self, *, body_id: int | None = None, meeting_id: int | None = None) -> None:
        name = calendar_file_name(self._workspace.database, body_id=body_id, meeting_id=meeting_id)
        path = ask_where(
            self._tab, self.tr("Save calendar file"), name, self.tr("Calendar files (*.ics)")
        )
        if path is not None:
            self.export_to(path, body_id=body_id, meeting_id=meeting_id)

    def export_to(
        self, path: Path, *, body_id: int | None = None, meeting_id: int | None = None
    ) -> None:
        """Write meetings to a calendar file, and show the folder that it lies in."""
        write = partial(
            export_calendar, self._workspace.database, body_id=body_id, meeting_id=meeting_id
        )
        write_in_background(self._tab, write, path, open_folder)
