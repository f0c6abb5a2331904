"""Changes of attendance, each of which can be taken back and done again."""

from collections.abc import Callable

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.attendance import AttendanceRow, attendance
from kkr_desktop.services.attendance_changes import put_back
from kkr_desktop.services.newcomers import swap_newcomers
from kkr_desktop.services.written import Written
from kkr_desktop.ui.undo import TwoWayCommand
from kkr_desktop.ui.widgets.problem_label import ProblemLabel
from kkr_desktop.ui.workspace import Workspace

_Rows = tuple[AttendanceRow, ...]


class SeatChanges:
    """Writes changes of seats and remembers how these were before."""

    def __init__(self, workspace: Workspace, parent: QWidget, problem: ProblemLabel) -> None:
        self._workspace = workspace
        self._problem = problem
        self.stack = QUndoStack(parent)

    def do(
        self,
        meeting_id: int,
        text: str,
        write: Callable[[], Written[_Rows]],
        problem: ProblemLabel | None = None,
        *,
        brings_newcomer: bool = False,
    ) -> _Rows:
        """Make a change, and return the seats that it changed as they are after it.

        Why it was refused is said in `problem`, or where it usually is. With
        `brings_newcomer` the register follows when it is taken back or done again.
        """
        told_in = problem or self._problem
        try:
            written = write()
        except KkrError as error:
            told_in.tell(error)
            return ()
        told_in.tell(None)
        self._workspace.announcer.announce(written)
        before = written.value
        touched = {row.membership_id for row in before}
        after = tuple(
            row
            for row in attendance(self._workspace.database, meeting_id)
            if row.membership_id in touched
        )
        if before:
            command = TwoWayCommand(
                text,
                lambda: self._put(meeting_id, after, before if brings_newcomer else None),
                lambda: self._put(meeting_id, before, after if brings_newcomer else None),
                is_done=True,
            )
            self.stack.push(command)
        return after

    def _put(self, meeting_id: int, rows: _Rows, newcomers_of: _Rows | None) -> None:
        database = self._workspace.database
        try:
            written = (
                put_back(database, meeting_id, rows)
                if newcomers_of is None
                else swap_newcomers(database, meeting_id, rows, newcomers_of)
            )
            self._workspace.announcer.announce(written)
        except KkrError as error:
            self._problem.tell(error)
