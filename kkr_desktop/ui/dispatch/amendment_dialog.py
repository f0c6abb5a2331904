"""The dialog that sends what came after the dispatch: a supplement, a correction, a new pack."""

from datetime import UTC, date, datetime

from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from kkr_desktop.model.agenda import SentKind
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.amending import (
    Amendment,
    close_amendment,
    pending_amendment,
    send_amendment,
)
from kkr_desktop.services.dispatch_checklist import DispatchFinding, amendment_findings
from kkr_desktop.services.dispatch_mail import recipients_of
from kkr_desktop.services.written import Written
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.dispatch.changes_view import ChangesView
from kkr_desktop.ui.dispatch.findings_page import FindingsPage
from kkr_desktop.ui.dispatch.send_dialog import SendDialog
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.workspace import Workspace


class ChangesPage(QWidget):
    """What differs from what members have, and in which documents they get it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = PlainLabel()
        self.summary.setWordWrap(True)
        self.view = ChangesView()
        self.documents = {
            SentKind.SUPPLEMENT: QCheckBox(
                self.tr("&Supplementary agenda: late items and appendices, with their files")
            ),
            SentKind.CORRECTION: QCheckBox(
                self.tr("&Correction sheet: what changed, word by word")
            ),
            SentKind.CHANGED_PAGES: QCheckBox(
                self.tr("The c&hanged pages alone, for those who have the agenda on paper")
            ),
            SentKind.PACK: QCheckBox(
                self.tr("The &whole agenda anew, with a bar beside what changed")
            ),
        }
        self.close_button = QPushButton(self.tr("Close the agenda again without sending"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.view, 1)
        for box in self.documents.values():
            column.addWidget(box)
        column.addWidget(self.close_button)
        column.addStretch(0)

    def show_amendment(self, found: Amendment) -> None:
        """Show what differs, and choose the usual documents."""
        usual = found.usual_documents()
        self.view.show_changes(found.changes)
        self.view.setVisible(bool(found.changes))
        self.summary.setText(
            self.tr("%n place(s) differ from what members have.", "", len(found.changes))
            if found.changes
            else self.tr("Nothing differs from what members have.")
        )
        for kind, box in self.documents.items():
            box.setVisible(bool(found.changes))
            box.setChecked(kind in usual)
        self.documents[SentKind.SUPPLEMENT].setEnabled(found.is_supplement)
        self.documents[SentKind.CORRECTION].setEnabled(found.is_correction)
        self.close_button.setVisible(not found.changes)

    def chosen(self) -> frozenset[SentKind]:
        """Return the documents that are chosen."""
        return frozenset(kind for kind, box in self.documents.items() if box.isChecked())


class AmendmentDialog(SendDialog):
    """What changed, the checklist, the recipients, and what was frozen."""

    def __init__(
        self, workspace: Workspace, meeting_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, meeting_id, parent)
        self.setWindowTitle(self.tr("Send a supplement or a correction"))
        self.is_checked = False
        self.changes = ChangesPage()
        self.findings = FindingsPage()
        self._kinds: frozenset[SentKind] = frozenset()
        self._recipients: tuple[str, ...] = ()
        self._note = ""
        self.set_pages(
            [
                (self.tr("What changed"), self.changes),
                (self.tr("Checklist"), self.findings),
                (self.tr("Recipients"), self.recipients),
            ],
            self.tr("&Send"),
        )
        for box in self.changes.documents.values():
            box.toggled.connect(self.show_state)
        self.changes.close_button.clicked.connect(self._close_again)
        self.findings.place_wanted.connect(self.go_to)
        self.findings.changed.connect(self.show_state)
        self.resize(820, 600)
        self._look()

    def _look(self) -> None:
        database, meeting_id = self.workspace.database, self.meeting_id
        today = date.today()  # noqa: DTZ011

        def work(_progress: Progress) -> tuple[Amendment, tuple[DispatchFinding, ...]]:
            found = pending_amendment(database, meeting_id)
            return found, amendment_findings(database, meeting_id, today)

        run_in_background(self, work, self._show, self._tell_failure)

    def _show(self, found: tuple[Amendment, tuple[DispatchFinding, ...]]) -> None:
        amendment, findings = found
        self.changes.show_amendment(amendment)
        self.findings.show_findings(findings)
        self.is_checked = True
        self.show_state()

    def _tell_failure(self, error: KkrError) -> None:
        show_error(self, error)

    def may_leave(self, page: QWidget | None) -> bool:
        """Tell whether something is chosen to be sent and nothing stands in the way."""
        if page is self.changes:
            return self.is_checked and bool(self.changes.chosen())
        return page is not self.findings or self.findings.can_go_on

    def _close_again(self) -> None:
        try:
            self.workspace.announcer.announce(
                close_amendment(self.workspace.database, self.meeting_id)
            )
        except KkrError as error:
            show_error(self, error)
        else:
            self.reject()

    def prepare(self) -> None:
        """Note what goes to whom."""
        self._kinds = self.changes.chosen()
        self._recipients = recipients_of(self.recipients.lists)
        self._note = self.recipients.note.text().strip()

    def send(self, progress: Progress) -> Written[int]:
        """Freeze the new version with its documents."""
        return send_amendment(
            self.workspace.database,
            self.meeting_id,
            self._kinds,
            sent_at=datetime.now(UTC),
            note=self._note,
            recipients=self._recipients,
            step=progress.step,
        )
