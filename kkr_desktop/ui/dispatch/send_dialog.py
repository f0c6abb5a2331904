"""The frame of a dialog that walks through a dispatch: pages, Back and Next, and the result."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.dispatch_checklist import DispatchFinding
from kkr_desktop.services.planning import read_meeting
from kkr_desktop.services.written import Written
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.dispatch.recipients_page import RecipientsPage
from kkr_desktop.ui.dispatch.result_page import ResultPage
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.workspace import Workspace


class SendDialog(QDialog):
    """Subclasses add their pages with `set_pages`, say whether one may be left, and send.

    `wanted` is the place that the secretary wants to mend first, after the dialog was closed.
    """

    def __init__(self, workspace: Workspace, meeting_id: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.meeting_id = meeting_id
        self.wanted: DispatchFinding | None = None
        self.is_sent = False
        self._job: Job[Written[int]] | None = None
        body_id = read_meeting(workspace.database, meeting_id).body_id
        self.recipients = RecipientsPage(workspace.database, body_id)
        self.sent_page = ResultPage(workspace.database, meeting_id)
        self._titles: list[str] = []
        self._send_words = ""
        self.head = PlainLabel()
        font = self.head.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.head.setFont(font)
        self.stack = QStackedWidget()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("The documents are being made"))
        self.bar.hide()
        self.back_button = QPushButton(self.tr("&Back"))
        self.next_button = QPushButton()
        self.next_button.setDefault(True)
        self.close_button = QPushButton(self.tr("Cancel"))
        for button in (self.back_button, self.close_button):
            button.setAutoDefault(False)
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self.go_on)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        self.resize(700, 500)

    def set_pages(self, pages: list[tuple[str, QWidget]], send_words: str) -> None:
        """Put the pages in order before the result; `send_words` names the button that sends."""
        self._send_words = send_words
        for title, page in (*pages, (self.tr("Sent"), self.sent_page)):
            self._titles.append(title)
            self.stack.addWidget(page)
        self.show_state()

    def may_leave(self, page: QWidget | None) -> bool:
        """Tell whether nothing on a page stands in the way."""
        raise NotImplementedError

    def send(self, progress: Progress) -> Written[int]:
        """Freeze what is sent. Runs on another thread."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Read what `send` needs from the pages, before the other thread begins."""

    def show_state(self) -> None:
        """Let head and buttons follow the page and what is chosen on it."""
        at, last = self.stack.currentIndex(), self.stack.count() - 2
        steps = self.stack.count() - 1
        title = self._titles[at]
        self.head.setText(title if self.is_sent else f"{at + 1}/{steps}  {title}")
        self.back_button.setVisible(at > 0 and not self.is_sent)
        self.next_button.setVisible(not self.is_sent)
        self.next_button.setText(self._send_words if at == last else self.tr("&Next"))
        busy = self._job is not None
        page = self.stack.currentWidget()
        self.next_button.setEnabled(not busy and (self.is_sent or self.may_leave(page)))
        self.back_button.setEnabled(not busy)
        self.stack.setEnabled(not busy)
        self.close_button.setText(self.tr("Close") if self.is_sent else self.tr("Cancel"))

    def go_on(self) -> None:
        """Go to the next page, or send from the last."""
        at = self.stack.currentIndex()
        if at < self.stack.count() - 2:
            self.stack.setCurrentIndex(at + 1)
            self.show_state()
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.prepare()
        self.bar.setRange(0, 0)
        self.bar.show()
        self._job = run_in_background(self, self.send, self._show_sent, self._refuse)
        self._job.progressed.connect(self._tell_progress)
        self.show_state()

    def _back(self) -> None:
        self.stack.setCurrentIndex(self.stack.currentIndex() - 1)
        self.show_state()

    def _tell_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show_sent(self, written: Written[int]) -> None:
        self._end()
        self.is_sent = True
        limit = self.recipients.keep_limit()
        self.sent_page.show_sent(
            self.recipients.lists, link=self.recipients.link.text(), limit=limit
        )
        self.stack.setCurrentWidget(self.sent_page)
        self.workspace.announcer.announce(written)
        self.show_state()
        self.sent_page.open_drafts_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, error: KkrError) -> None:
        self._end()
        self.show_state()
        show_error(self, error)

    def _end(self) -> None:
        self._job = None
        self.bar.hide()

    def go_to(self, finding: DispatchFinding) -> None:
        """Close, and leave word where the secretary wants to go."""
        self.wanted = finding
        self.reject()

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._end()
        super().reject()
