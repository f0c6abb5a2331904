"""Those who have left: read in the background, since twenty years of them take a second."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.register import MemberRow, former_members
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.background import Job, Progress, run_in_background

_Rows = tuple[MemberRow, ...]


class FormerMembers(QObject):
    """Keeps those last read, to show while they are read anew; `read` tells of other ones."""

    read = Signal()
    failed = Signal(object)  # a KkrError

    def __init__(self, database: Database, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self._asked_for: tuple[int, date] | None = None
        self._rows: _Rows | None = None
        self._job: Job[_Rows] | None = None

    @property
    def rows(self) -> _Rows:
        """Those last read, none before they are."""
        return self._rows or ()

    @property
    def is_reading(self) -> bool:
        """Whether there is nothing to show yet."""
        return self._job is not None and self._rows is None

    def ask(self, body_id: int, day: date) -> None:
        """Read those who left a body before `day`, and forget those of another."""
        if self._job is not None:
            self._job.cancel()
        if self._asked_for != (body_id, day):
            self._asked_for, self._rows = (body_id, day), None
        database = self._database

        def work(_progress: Progress) -> _Rows:
            return former_members(database, body_id, day)

        self._job = run_in_background(self, work, self._take, self._fail)

    def _take(self, rows: _Rows) -> None:
        is_new = rows != self._rows
        self._job, self._rows = None, rows
        if is_new:
            self.read.emit()

    def _fail(self, error: KkrError) -> None:
        self._job = None
        self.failed.emit(error)
