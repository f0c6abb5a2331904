"""The dialog that sends an agenda for the first time."""

from datetime import UTC, date, datetime

from PySide6.QtWidgets import QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.dispatch import dispatch_agenda
from kkr_desktop.services.dispatch_checklist import DispatchFinding
from kkr_desktop.services.dispatch_checklist import dispatch_findings as find
from kkr_desktop.services.dispatch_mail import recipients_of
from kkr_desktop.services.written import Written
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.dispatch.findings_page import FindingsPage
from kkr_desktop.ui.dispatch.send_dialog import SendDialog
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.workspace import Workspace


class DispatchDialog(SendDialog):
    """Checklist, recipients, and what was frozen."""

    def __init__(
        self, workspace: Workspace, meeting_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, meeting_id, parent)
        self.setWindowTitle(self.tr("Dispatch the agenda"))
        self.is_checked = False
        self.findings = FindingsPage()
        self.findings.summary.setText(self.tr("The agenda is being looked through…"))
        self.findings.list.hide()
        self.findings.hint.hide()
        self.findings.confirmed.hide()
        self._recipients: tuple[str, ...] = ()
        self._note = ""
        self.set_pages(
            [
                (self.tr("Checklist"), self.findings),
                (self.tr("Recipients"), self.recipients),
            ],
            self.tr("&Dispatch"),
        )
        self.findings.place_wanted.connect(self.go_to)
        self.findings.changed.connect(self.show_state)
        self._look()

    def _look(self) -> None:
        database, meeting_id = self.workspace.database, self.meeting_id
        today = date.today()  # noqa: DTZ011

        def work(_progress: Progress) -> tuple[DispatchFinding, ...]:
            return find(database, meeting_id, today)

        run_in_background(self, work, self._show_findings, self._tell_failure)

    def _show_findings(self, found: tuple[DispatchFinding, ...]) -> None:
        self.is_checked = True
        self.findings.show_findings(found)

    def _tell_failure(self, error: KkrError) -> None:
        show_error(self, error)

    def may_leave(self, page: QWidget | None) -> bool:
        """Tell whether the checklist is through and lets the agenda go."""
        return page is not self.findings or (self.is_checked and self.findings.can_go_on)

    def prepare(self) -> None:
        """Note to whom it goes."""
        self._recipients = recipients_of(self.recipients.lists)
        self._note = self.recipients.note.text().strip()

    def send(self, progress: Progress) -> Written[int]:
        """Freeze the agenda and its pack."""
        return dispatch_agenda(
            self.workspace.database,
            self.meeting_id,
            sent_at=datetime.now(UTC),
            note=self._note,
            recipients=self._recipients,
            step=progress.step,
        )
