"""The menu of the calendar tab with what the calendar is written to."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kkr_desktop.services.calendar_export import calendar_file_name, export_calendar
from kkr_desktop.services.planning import read_meeting
from kkr_desktop.services.year_content import YearFile, export_year, year_file_name
from kkr_desktop.ui.calendar.invitation_dialog import InvitationDialog
from kkr_desktop.ui.saved_file import ask_where, open_file, open_folder, write_in_background
from kkr_desktop.ui.workspace import Workspace


class FilesMenu(QMenu):
    """Writes the chosen meeting, the chosen body's meetings, or all meetings to files."""

    def __init__(
        self,
        workspace: Workspace,
        year: Callable[[], int],
        council: Callable[[], int | None],
        tab: QWidget,
    ) -> None:
        """`council` is whose poster is written, with its forums; None for all councils."""
        super().__init__(tab)
        self._council = council
        self._workspace = workspace
        self._year = year
        self._tab = tab
        self.setTitle(self.tr("Files"))
        self.year_actions: dict[YearFile, QAction] = {}
        self.meeting_action = self._add(
            self.tr("This meeting as a calendar file (.ics)…"), self._save_meeting
        )
        self.body_action = self._add(
            self.tr("This council's meetings as a calendar file (.ics)…"), self._save_body
        )
        self._add(self.tr("All meetings as a calendar file (.ics)…"), self._save_all)
        self.deadlines_action = QAction(self.tr("With the deadlines in calendar files"), self)
        self.deadlines_action.setCheckable(True)
        self.deadlines_action.setChecked(True)
        self.addAction(self.deadlines_action)
        self.addSeparator()
        self.invitation_action = self._add(
            self.tr("Invitation to this meeting as an e-mail draft…"), self._invite
        )
        self.addSeparator()
        for kind, words in (
            (YearFile.PLAN_PDF, self.tr("The council's meeting plan (PDF)…")),
            (YearFile.PLAN_XLSX, self.tr("The council's meeting plan (Excel)…")),
            (YearFile.POSTER_A3, self.tr("Year wheel as a poster, A3 (PDF)…")),
            (YearFile.POSTER_A4, self.tr("Year wheel as a poster, A4 (PDF)…")),
        ):
            self.year_actions[kind] = self._add(words, partial(self._ask_year, kind))
        self.aboutToShow.connect(self._enable)

    def _add(self, words: str, run: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(run)
        self.addAction(action)
        return action

    def _enable(self) -> None:
        selection = self._workspace.selection
        for action in (self.meeting_action, self.invitation_action):
            action.setEnabled(selection.meeting_id is not None)
        self.body_action.setEnabled(selection.body_id is not None)

    def _save_meeting(self) -> None:
        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is not None:
            self._ask(meeting_id=meeting_id)

    def _invite(self) -> None:
        meeting_id, database = self._workspace.selection.meeting_id, self._workspace.database
        if meeting_id is not None:
            InvitationDialog(database, read_meeting(database, meeting_id), self._tab).exec()

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
            export_calendar,
            self._workspace.database,
            body_id=body_id,
            meeting_id=meeting_id,
            with_deadlines=self.deadlines_action.isChecked(),
        )
        write_in_background(self._tab, write, path, open_folder)

    def _ask_year(self, kind: YearFile) -> None:
        kinds = (
            self.tr("Excel workbooks (*.xlsx)")
            if kind.ending == ".xlsx"
            else self.tr("PDF files (*.pdf)")
        )
        name = year_file_name(kind, self._year())
        path = ask_where(self._tab, self.tr("Save the year"), name, kinds)
        if path is not None:
            self.export_year_to(path, kind)

    def export_year_to(self, path: Path, kind: YearFile) -> None:
        """Write the shown year to a file, and open it: what the wheel shows, or the plan."""
        database, year = self._workspace.database, self._year()
        is_poster = kind in {YearFile.POSTER_A3, YearFile.POSTER_A4}
        body_id = self._council() if is_poster else self._workspace.selection.body_id
        write = partial(export_year, database, kind, year, body_id)
        write_in_background(self._tab, write, path, open_file)
