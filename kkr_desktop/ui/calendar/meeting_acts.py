"""What is done with meetings in the calendar: each act asks, writes, and can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from kkr_desktop.model.dates import week_name, weekday_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.meeting_terms import FORWARD, STATE_NAMES, Activity, MeetingState
from kkr_desktop.services.conflicts import DayWarning, warnings_for
from kkr_desktop.services.meeting_changes import (
    cancel_meeting,
    change_meeting,
    move_meeting,
    put_back_meetings,
    reinstate_meeting,
    withdraw_meetings,
)
from kkr_desktop.services.meeting_states import advance, go_back
from kkr_desktop.services.planning import (
    MeetingDraft,
    MeetingRow,
    blank_meeting,
    draft_of,
    duplicate_of,
    plan_meeting,
    read_meeting,
)
from kkr_desktop.services.proposals import Proposal, apply_plan
from kkr_desktop.services.written import T, Written
from kkr_desktop.services.year_plan import year_to_plan
from kkr_desktop.ui.calendar.meeting_dialog import MeetingDialog
from kkr_desktop.ui.calendar.plan_dialog import PlanDialog
from kkr_desktop.ui.messages import ask, ask_reason, show_error
from kkr_desktop.ui.undo import TwoWayCommand
from kkr_desktop.ui.workspace import Workspace

_BY_HAND = (MeetingState.HELD, MeetingState.MINUTES_DRAFTED)
"""The states that are entered here; the others come with the agenda and the minutes."""


class MeetingActs(QObject):
    """Plans, changes, moves and cancels meetings for a tab that shows them."""

    def __init__(self, workspace: Workspace, tab: QWidget) -> None:
        super().__init__(tab)
        self._workspace = workspace
        self._tab = tab
        self.undo_stack = QUndoStack(self)

    def next_state(self, row: MeetingRow | None) -> MeetingState | None:
        """Return the state that a meeting can be taken to here, or None."""
        if row is None:
            return None
        return next((state for state in _BY_HAND if state in FORWARD[row.state]), None)

    def chosen(self) -> MeetingRow | None:
        """Return the meeting that all tabs show, or None."""
        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is None:
            return None
        return read_meeting(self._workspace.database, meeting_id)

    def plan(self, day: date) -> None:
        """Plan a meeting on a day."""
        body_id = self._workspace.selection.body_id
        if body_id is not None:
            self._plan_as(body_id, blank_meeting(self._workspace.database, body_id, day))

    def duplicate(self) -> None:
        """Plan a meeting like the chosen one on another day."""
        row = self.chosen()
        if row is not None:
            self._plan_as(row.body_id, duplicate_of(row))

    def _plan_as(self, body_id: int, draft: MeetingDraft) -> None:
        database = self._workspace.database

        def save(written: MeetingDraft) -> None:
            planned = self._announce(plan_meeting(database, body_id, written))
            self._workspace.selection.choose_meeting(planned)
            self._remember_planned(self.tr("Plan meeting"), [planned])

        def warn(day: date, starts_at: time, ends_at: time) -> tuple[DayWarning, ...]:
            return warnings_for(database, body_id, day, starts_at=starts_at, ends_at=ends_at)

        MeetingDialog(draft, warn, save, self._tab).exec()

    def plan_year(self) -> None:
        """Plan the meetings of a whole year in one step."""
        body_id, database = self._workspace.selection.body_id, self._workspace.database
        if body_id is None:
            return

        def save(proposals: tuple[Proposal, ...]) -> None:
            planned = self._announce(apply_plan(database, proposals))
            if planned:
                self._remember_planned(self.tr("Plan a year"), planned)

        year = year_to_plan(database, body_id, date.today().year + 1)  # noqa: DTZ011
        PlanDialog(database, body_id, year, save, self._tab).exec()

    def _remember_planned(self, text: str, planned: Sequence[int]) -> None:
        def take_back() -> None:
            if self._workspace.selection.meeting_id in planned:
                self._workspace.selection.choose_meeting(None)
            self._try(lambda: withdraw_meetings(self._workspace.database, planned))

        def do_again() -> None:
            self._try(lambda: put_back_meetings(self._workspace.database, planned))

        self.undo_stack.push(TwoWayCommand(text, do_again, take_back, is_done=True))

    def edit(self) -> None:
        """Change the chosen meeting."""
        row, database = self.chosen(), self._workspace.database
        if row is None:
            return

        def save(draft: MeetingDraft) -> None:
            self._announce(change_meeting(database, row.id, draft))
            self._remember(
                self.tr("Edit meeting"),
                row.id,
                lambda rev: change_meeting(database, row.id, replace(draft, rev=rev)),
                lambda rev: change_meeting(database, row.id, replace(draft_of(row), rev=rev)),
            )

        def warn(day: date, starts_at: time, ends_at: time) -> tuple[DayWarning, ...]:
            return warnings_for(database, row.body_id, day, row.id, starts_at, ends_at)

        MeetingDialog(draft_of(row), warn, save, self._tab).exec()

    def _remember(
        self,
        text: str,
        meeting_id: int,
        do: Callable[[int], Written[int]],
        take_back: Callable[[int], Written[int]],
    ) -> None:
        """Let a change that was made be undone; both ways are given the rev of the moment."""

        def with_rev(write: Callable[[int], Written[int]]) -> None:
            self._try(lambda: write(read_meeting(self._workspace.database, meeting_id).rev))

        self.undo_stack.push(
            TwoWayCommand(text, lambda: with_rev(do), lambda: with_rev(take_back), is_done=True)
        )

    def weighed(self, meeting_id: int, day: date) -> str:
        """Return what speaks against moving a meeting to `day`, while it is held over it."""
        row = read_meeting(self._workspace.database, meeting_id)
        against = " ".join(warning.text for warning in self._warnings(row, day))
        words = against or self.tr("Nothing speaks against the day.")
        if not row.allows(Activity.MOVE):
            words = self.tr("The meeting cannot be moved while it is »{state}«.").format(
                state=STATE_NAMES[row.state]
            )
        return f"{weekday_date(day).capitalize()} ({week_name(day)}): {words}"

    def _warnings(self, row: MeetingRow, day: date) -> tuple[DayWarning, ...]:
        database = self._workspace.database
        if not row.allows(Activity.MOVE):
            return ()
        return warnings_for(database, row.body_id, day, row.id, row.starts_at, row.ends_at)

    def drop(self, meeting_id: int, day: date) -> None:
        """Move a meeting that was dragged to `day`; undo takes it back."""
        database = self._workspace.database
        row = read_meeting(database, meeting_id)
        warnings = self._warnings(row, day)
        question = self.tr("Move the meeting to {day}?").format(day=weekday_date(day))
        detail = "\n".join(warning.text for warning in warnings)
        is_doubtful = any(warning.is_grave for warning in warnings)
        if is_doubtful and not ask(self._tab, question, detail, self.tr("Move the meeting")):
            return
        if self._try(lambda: move_meeting(database, meeting_id, day, row.rev)):
            self._remember(
                self.tr("Move meeting"),
                meeting_id,
                lambda rev: move_meeting(database, meeting_id, day, rev),
                lambda rev: move_meeting(database, meeting_id, row.held_on, rev),
            )

    def cancel(self) -> None:
        """Cancel the chosen meeting, with a reason."""
        row, database = self.chosen(), self._workspace.database
        if row is None or not row.allows(Activity.CANCEL):
            return
        reason = ask_reason(
            self._tab, self.tr("Cancel meeting"), self.tr("Why is the meeting cancelled?")
        )
        if reason is None:
            return
        if self._try(lambda: cancel_meeting(database, row.id, reason, row.rev)):
            self._remember(
                self.tr("Cancel meeting"),
                row.id,
                lambda rev: cancel_meeting(database, row.id, reason, rev),
                lambda rev: reinstate_meeting(database, row.id, rev, row.state),
            )

    def reinstate(self) -> None:
        """Take the cancellation of the chosen meeting back."""
        row, database = self.chosen(), self._workspace.database
        if row is None:
            return
        if self._try(lambda: reinstate_meeting(database, row.id, row.rev)):
            self._remember(
                self.tr("Reinstate"),
                row.id,
                lambda rev: reinstate_meeting(database, row.id, rev),
                lambda rev: cancel_meeting(database, row.id, row.cancel_reason, rev),
            )

    def advance(self) -> None:
        """Take the chosen meeting to its next state."""
        row = self.chosen()
        following = self.next_state(row)
        if row is not None and following is not None:
            self._try(lambda: advance(self._workspace.database, row.id, following))

    def go_back(self) -> None:
        """Take the chosen meeting one state back, with a reason."""
        row = self.chosen()
        if row is None:
            return
        reason = ask_reason(
            self._tab, self.tr("Back one step"), self.tr("Why does the meeting go back one step?")
        )
        if reason is not None:
            self._try(lambda: go_back(self._workspace.database, row.id, reason))

    def _announce(self, written: Written[T]) -> T:
        return self._workspace.announcer.announce(written)

    def _try(self, write: Callable[[], Written[T]]) -> bool:
        """Write, and tell whether it went well; what went wrong is shown."""
        try:
            self._announce(write())
        except KkrError as error:
            show_error(self._tab, error)
            return False
        return True
