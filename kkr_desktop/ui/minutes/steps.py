"""The way of the minutes as one calm line: where they are, who took each step, the next one."""

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from kkr_desktop.model.dates import clock, long_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.meeting_terms import ALLOWED, FORWARD, Activity, MeetingState
from kkr_desktop.model.milestones import MilestoneStep
from kkr_desktop.services.meeting_states import go_back
from kkr_desktop.services.milestones import milestones_of
from kkr_desktop.services.minutes_approval import (
    approve_minutes,
    give_to_chair,
    publish_minutes,
    remarks_before_approval,
    send_minutes,
)
from kkr_desktop.services.minutes_mail import draft_to_chair, draft_to_members
from kkr_desktop.services.minutes_progress import MinutesProgress, minutes_progress
from kkr_desktop.services.word_corrections import WordCorrections, read_corrections
from kkr_desktop.services.written import Written
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.messages import ask, ask_reason, show_error
from kkr_desktop.ui.minutes.corrections_dialog import CorrectionsDialog
from kkr_desktop.ui.widgets.plain_label import as_typed
from kkr_desktop.ui.workspace import Workspace


class MinutesSteps(QFrame):
    """Shows the steps, takes the next one, and leads back with a reason."""

    moved = Signal()

    def __init__(self, workspace: Workspace, flush: Callable[[], bool], tab: QWidget) -> None:
        super().__init__(tab)
        self._workspace = workspace
        self._flush = flush
        self._tab = tab
        self._progress: MinutesProgress | None = None
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Midlight)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.next_button = QPushButton()
        self.next_button.clicked.connect(self._take_next)
        self.others = QMenu(self)
        more = QToolButton()
        more.setText(self.tr("Other &steps"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self.others)
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.next_button)
        row.addWidget(more)
        self.hide()

    def _names(self) -> dict[MeetingState, tuple[str, str]]:
        """Return what each step is called, and what the button that takes it says."""
        return {
            MeetingState.MINUTES_DRAFTED: (self.tr("Draft"), ""),
            MeetingState.MINUTES_WITH_CHAIR: (
                self.tr("With the chair"),
                self.tr("Send to the chair…"),
            ),
            MeetingState.MINUTES_SENT: (self.tr("Sent"), self.tr("Send to the members…")),
            MeetingState.MINUTES_APPROVED: (self.tr("Approved"), self.tr("Approve…")),
            MeetingState.PUBLISHED: (self.tr("Published"), self.tr("Mark as published…")),
        }

    def reload(self) -> None:
        """Read anew where the minutes of the chosen meeting are."""
        meeting_id = self._workspace.selection.meeting_id
        self._progress = (
            minutes_progress(self._workspace.database, meeting_id)
            if meeting_id is not None
            else None
        )
        progress = self._progress
        is_shown = progress is not None and progress.state in self._names()
        self.setVisible(is_shown)
        if progress is None or not is_shown:
            return
        self._tell(progress)
        wanted = progress.next_step
        self.next_button.setVisible(wanted is not None)
        if wanted is not None:
            self.next_button.setText(self._names()[wanted][1])
        self._fill_others(progress)

    def _tell(self, progress: MinutesProgress) -> None:
        told: list[str] = []
        hints: list[str] = []
        for step in progress.steps:
            name = self._names()[step.state][0]
            if step.at is None:
                told.append(name)
                continue
            at = step.at.astimezone()
            mark = f"✓ {name}"
            told.append(f"<b>{mark}</b>" if step.state is progress.state else mark)
            hint = self.tr("{step}: {day} at {time}, {who}")
            day, time = long_date(at.date()), clock(at.time())
            hints.append(hint.format(step=name, day=day, time=time, who=step.by))
        words = " &nbsp;›&nbsp; ".join(told)
        if hints:
            words += f"<br>{escape(hints[-1])}"
        if progress.back_reason:
            told_why = self.tr("Gone back: {reason}")
            words += " · " + told_why.format(reason=escape(progress.back_reason))
        elif progress.next_step is MeetingState.MINUTES_APPROVED and progress.approving_meeting:
            day = escape(progress.approving_meeting)
            told_where = self.tr("The approval stands on the agenda of {day}.").format(day=day)
            words += f" · {told_where}"
        self.words.setText(words)
        self.words.setToolTip(as_typed("\n".join(hints)))
        self.words.setAccessibleDescription("\n".join(hints))

    def _fill_others(self, progress: MinutesProgress) -> None:
        self.others.clear()
        for state in self._names():
            if state in FORWARD[progress.state] and state is not progress.next_step:
                self.others.addAction(self._names()[state][1]).triggered.connect(
                    partial(self.take, state)
                )
        for state, words in (
            (MeetingState.MINUTES_WITH_CHAIR, self.tr("Open the e-mail to the chair again")),
            (MeetingState.MINUTES_SENT, self.tr("Open the e-mail to the members again")),
        ):
            if progress.has_taken(state):
                self.others.addAction(words).triggered.connect(partial(self.open_mail, state))
        if Activity.EDIT_MINUTES in ALLOWED[progress.state]:
            self.others.addAction(self.tr("Take in a corrected Word file…")).triggered.connect(
                self.ask_for_corrections
            )
        self.others.addSeparator()
        back = self.others.addAction(self.tr("Back one step…"))
        back.triggered.connect(self.go_back)

    def _take_next(self) -> None:
        if self._progress is not None and self._progress.next_step is not None:
            self.take(self._progress.next_step)

    def take(self, state: MeetingState) -> None:
        """Take a step, after what is missing was seen."""
        meeting_id, database = self._workspace.selection.meeting_id, self._workspace.database
        if meeting_id is None or not self._flush():
            return
        remarks = remarks_before_approval(database, meeting_id)
        detail = "\n".join(f"• {remark}" for remark in remarks) or self.tr("Nothing is missing.")
        question, yes = self._question(state)
        if not ask(self._tab, question, detail, yes):
            return
        work_of: dict[MeetingState, Callable[[datetime], Written[int]]] = {
            MeetingState.MINUTES_WITH_CHAIR: lambda at: give_to_chair(
                database, meeting_id, given_at=at
            ),
            MeetingState.MINUTES_SENT: lambda at: send_minutes(database, meeting_id, sent_at=at),
            MeetingState.MINUTES_APPROVED: lambda at: approve_minutes(
                database, meeting_id, approved_at=at
            ),
            MeetingState.PUBLISHED: lambda at: publish_minutes(
                database, meeting_id, published_at=at
            ),
        }

        def work(_progress: Progress) -> Written[int]:
            return work_of[state](datetime.now(UTC))

        def done(written: Written[int]) -> None:
            self._tab.setEnabled(True)
            self._workspace.announcer.announce(written)
            self.moved.emit()
            if state in {MeetingState.MINUTES_WITH_CHAIR, MeetingState.MINUTES_SENT}:
                self.open_mail(state)

        self._tab.setEnabled(False)
        run_in_background(self, work, done, self._tell_failure)

    def _question(self, state: MeetingState) -> tuple[str, str]:
        match state:
            case MeetingState.MINUTES_WITH_CHAIR:
                return (
                    self.tr(
                        "Send the draft to the chair? It is kept as it is now, and an e-mail "
                        "with PDF and Word opens. You can still correct the minutes."
                    ),
                    self.tr("Send to the chair"),
                )
            case MeetingState.MINUTES_SENT:
                return (
                    self.tr(
                        "Send the minutes to the members? Names, decisions and the PDF are then "
                        "frozen, and an e-mail opens."
                    ),
                    self.tr("Send"),
                )
            case MeetingState.PUBLISHED:
                return (
                    self.tr("Publish the minutes? The public version is then frozen."),
                    self.tr("Publish"),
                )
            case _:
                return (
                    self.tr("Approve the minutes? Names, decisions and the PDF are then frozen."),
                    self.tr("Approve"),
                )

    def open_mail(self, state: MeetingState) -> None:
        """Write the e-mail draft of a step anew, from what was frozen, and open it."""
        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is None:
            return
        folder = Path(tempfile.mkdtemp(prefix="kkr-desktop-"))
        try:
            self.write_mail(state, meeting_id, folder / "referat.eml")
        except KkrError as error:
            show_error(self._tab, error)

    def write_mail(self, state: MeetingState, meeting_id: int, path: Path) -> None:
        """Write the e-mail draft of a step to a file, and open it in the mail program."""
        database = self._workspace.database
        if state is MeetingState.MINUTES_WITH_CHAIR:
            data = draft_to_chair(database, meeting_id, self._answer_by(meeting_id))
        else:
            data = draft_to_members(database, meeting_id, date.today())  # noqa: DTZ011
        write_complete(path, data)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _answer_by(self, meeting_id: int) -> date | None:
        """Return when the chair's approval is due, when that is still to come."""
        for row in milestones_of(self._workspace.database, meeting_id):
            is_coming = row.due_on >= date.today()  # noqa: DTZ011
            if row.step is MilestoneStep.MINUTES_APPROVED and is_coming:
                return row.due_on
        return None

    def ask_for_corrections(self) -> None:
        """Ask for a Word file that came back, and show what it corrects."""
        if not self._flush():
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self._tab, self.tr("Corrected Word file"), str(Path.home()), "Word (*.docx)"
        )
        if chosen:
            self.show_corrections(Path(chosen))

    def show_corrections(self, path: Path) -> None:
        """Compare a Word file with the minutes, and let its changes be taken over one by one."""
        meeting_id, database = self._workspace.selection.meeting_id, self._workspace.database
        if meeting_id is None:
            return

        def work(_progress: Progress) -> WordCorrections:
            return read_corrections(database, meeting_id, path)

        def show(found: WordCorrections) -> None:
            CorrectionsDialog(self._workspace, found, path, self._tab).exec()
            self.moved.emit()

        run_in_background(self, work, show, self._tell_failure)

    def go_back(self) -> None:
        """Go one step back, with the reason."""
        meeting_id, database = self._workspace.selection.meeting_id, self._workspace.database
        reason = ask_reason(
            self._tab, self.tr("Back one step"), self.tr("Why does the meeting go back one step?")
        )
        if reason is None or meeting_id is None or not self._flush():
            return
        try:
            self._workspace.announcer.announce(go_back(database, meeting_id, reason))
        except KkrError as error:
            show_error(self._tab, error)
        self.moved.emit()

    def _tell_failure(self, error: KkrError) -> None:
        self._tab.setEnabled(True)
        self.moved.emit()
        show_error(self._tab, error)
