"""A line that says whether the last pack is out of date, and why."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.pack_freshness import PackState, pack_state
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.widgets.plain_label import PlainLabel, as_typed

_PAUSE_MILLISECONDS = 900
_SHOWN = 3


class PackStatus(PlainLabel):
    """Looks again, off the GUI thread, soon after something was written."""

    def __init__(self, database: Database, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._meeting_id: int | None = None
        self._job: Job[PackState | None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self.setWordWrap(True)
        self.setContentsMargins(12, 0, 8, 8)
        self.hide()

    def show_meeting(self, meeting_id: int | None) -> None:
        """Tell about the pack of another meeting."""
        self._meeting_id = meeting_id
        self.hide()
        self._look()

    def refresh_soon(self) -> None:
        """Look again after a short pause."""
        self._timer.start()

    def _look(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        meeting_id = self._meeting_id
        if meeting_id is None:
            return
        database = self._database

        def work(_progress: Progress) -> PackState | None:
            return pack_state(database, meeting_id)

        self._job = run_in_background(self, work, self._tell, self._tell_problem)

    def _tell(self, state: PackState | None) -> None:
        self._job = None
        if state is None:
            self.hide()
            return
        if state.reasons:
            told = self.tr("The pack is out of date:")
            lines = [told, *state.reasons[:_SHOWN]]
            more = len(state.reasons) - _SHOWN
            if more > 0:
                lines.append(self.tr("and %n more change(s)", "", more))
            self.setText("\n".join(lines))
        else:
            self.setText(self.tr("The pack is up to date."))
        self.setToolTip(as_typed("\n".join([state.file_name, *state.reasons])))
        self.show()

    def _tell_problem(self, error: KkrError) -> None:
        self._job = None
        self.setText(error.explain())
        self.show()
