"""The tab of the calendar: the year's meetings as a list and by month."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.dates import weekday_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.meetings import BACK, FORWARD, STATE_NAMES, Activity, MeetingState
from kkr_desktop.services.conflicts import DayWarning, warnings_for
from kkr_desktop.services.meeting_states import advance, go_back
from kkr_desktop.services.planning import (
    MeetingDraft,
    MeetingRow,
    blank_meeting,
    cancel_meeting,
    change_meeting,
    draft_of,
    duplicate_of,
    list_meetings,
    move_meeting,
    plan_meeting,
    put_back_meetings,
    read_meeting,
    reinstate_meeting,
    withdraw_meetings,
)
from kkr_desktop.services.written import Area, Change, T, Written
from kkr_desktop.services.year_plan import Proposal, apply_plan
from kkr_desktop.ui.calendar.blocks_dialog import BlocksDialog
from kkr_desktop.ui.calendar.chain_panel import ChainPanel
from kkr_desktop.ui.calendar.files_menu import FilesMenu
from kkr_desktop.ui.calendar.meeting_dialog import MeetingDialog
from kkr_desktop.ui.calendar.meeting_table import MeetingsModel
from kkr_desktop.ui.calendar.plan_dialog import PlanDialog
from kkr_desktop.ui.calendar.views import CalendarViews
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import ask, ask_reason, show_error
from kkr_desktop.ui.undo import TwoWayCommand
from kkr_desktop.ui.widgets.empty_state import EmptyState
from kkr_desktop.ui.widgets.row_table import RowTable
from kkr_desktop.ui.widgets.tab_toolbar import TabToolbar
from kkr_desktop.ui.workspace import Workspace

_BY_HAND = (MeetingState.HELD, MeetingState.MINUTES_DRAFTED)
"""The states that are entered here; the others come with the agenda and the minutes."""


class CalendarTab(QWidget):
    """Plans, moves, cancels and reinstates meetings."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.undo_stack = QUndoStack(self)
        self.model = MeetingsModel(self)
        self.table = RowTable()
        self.toolbar = TabToolbar(self)
        self._no_meetings = EmptyState()
        self._meetings = QStackedWidget()
        self.views = CalendarViews(workspace, self._meetings)
        self._state = QLabel()
        self.chain_panel = ChainPanel(workspace, self.undo_stack)
        self._make_actions()
        self._set_up_table()
        self._lay_out()
        self._no_meetings.accepted.connect(self._plan_on_chosen_day)
        self.views.year_changed.connect(self.reload)
        self.views.month.meeting_dropped.connect(self._drop)
        for grid in (self.views.month, self.views.year):
            grid.day_activated.connect(self._open_day)
            grid.meeting_chosen.connect(workspace.selection.choose_meeting)
        workspace.selection.body_changed.connect(self.undo_stack.clear)
        workspace.selection.meeting_changed.connect(self._follow_selection)
        workspace.announcer.changed.connect(self._see_change)
        self._follow_selection()

    def _make_actions(self) -> None:
        self.plan_action = self.toolbar.add_tool(
            "calendar-plus", self.tr("Plan meeting…"), "Ctrl+N", self._plan_on_chosen_day
        )
        self.plan_year_action = self.toolbar.add_tool(
            "calendar-days", self.tr("Plan a year…"), "Ctrl+Shift+N", self.plan_year
        )
        self.edit_action = self.toolbar.add_tool(
            "pencil", self.tr("Edit or move…"), "F2", self.edit
        )
        self.duplicate_action = self.toolbar.add_tool(
            "copy", self.tr("Duplicate…"), "Ctrl+D", self.duplicate
        )
        self.cancel_action = self.toolbar.add_tool(
            "calendar-x", self.tr("Cancel meeting…"), "Del", self.cancel
        )
        self.reinstate_action = self.toolbar.add_tool(
            "refresh-cw", self.tr("Reinstate"), "", self.reinstate
        )
        self.toolbar.addSeparator()
        self.advance_action = self.toolbar.add_tool("check", "", "", self.advance)
        self.back_action = self.toolbar.add_tool(
            "chevron-left", self.tr("Back one step…"), "", self.go_back
        )
        self.toolbar.addSeparator()
        self.files_menu = FilesMenu(self._workspace, self._shown_year, self)
        self.toolbar.add_menu("save", self.files_menu)
        undo = self.undo_stack.createUndoAction(self, self.tr("Undo"))
        undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        undo.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        redo = self.undo_stack.createRedoAction(self, self.tr("Redo"))
        redo.setShortcut(QKeySequence(QKeySequence.StandardKey.Redo))
        redo.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.setIcon(icon("undo-2"))
        redo.setIcon(icon("redo-2"))
        self.addActions([undo, redo])
        self.toolbar.addSeparator()
        self.toolbar.addActions([undo, redo])
        for action in (undo, redo):
            button = self.toolbar.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("The year's meetings"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.activated.connect(self.edit)
        self.table.selectionModel().selectionChanged.connect(self._choose_row)

    def _lay_out(self) -> None:
        self.views.add_tool(self.tr("School holidays and events…"), self.edit_days)
        self._meetings.addWidget(self.table)
        self._meetings.addWidget(self._no_meetings)
        self._state.setContentsMargins(12, 6, 12, 6)
        self._state.setTextFormat(Qt.TextFormat.RichText)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.addWidget(self.toolbar)
        outer.addWidget(self.views, 1)
        outer.addWidget(self.chain_panel)
        outer.addWidget(self._state)

    def reload(self) -> None:
        """Read the shown year anew."""
        selection, database = self._workspace.selection, self._workspace.database
        rows = (
            list_meetings(database, body_id=selection.body_id, year=self.views.day.year)
            if selection.body_id is not None
            else ()
        )
        self.table.selectionModel().blockSignals(True)
        self.model.set_rows(rows)
        place = self.model.row_of(selection.meeting_id)
        if place is not None:
            self.table.selectRow(place)
        self.table.selectionModel().blockSignals(False)
        self.table.viewport().update()
        self.views.reload()
        self._enable(rows)

    def _enable(self, rows: tuple[MeetingRow, ...]) -> None:
        row = self._chosen()
        self.plan_action.setEnabled(self._workspace.selection.body_id is not None)
        self.plan_year_action.setEnabled(self._workspace.selection.body_id is not None)
        self.edit_action.setEnabled(row is not None)
        self.duplicate_action.setEnabled(row is not None)
        self.cancel_action.setEnabled(row is not None and row.allows(Activity.CANCEL))
        is_cancelled = row is not None and row.state is MeetingState.CANCELLED
        self.reinstate_action.setVisible(is_cancelled)
        can_go_back = row is not None and not is_cancelled and row.state in BACK
        self.back_action.setEnabled(can_go_back)
        following = self._next_state(row)
        self.advance_action.setVisible(following is not None)
        if following is not None:
            name = STATE_NAMES[following]
            self.advance_action.setText(self.tr("Mark as {state}").format(state=name))
        self._state.setText("" if row is None else _way(row.state))
        self.chain_panel.show_meeting(row and row.id, row and row.held_on)
        self._meetings.setCurrentWidget(self.table if rows else self._no_meetings)
        self._no_meetings.tell(
            self.tr("No meetings in {year}").format(year=self.views.day.year),
            self.tr("Double-click a day in the month to plan one, or begin here."),
            self.tr("Plan meeting…"),
        )

    def _next_state(self, row: MeetingRow | None) -> MeetingState | None:
        if row is None:
            return None
        return next((state for state in _BY_HAND if state in FORWARD[row.state]), None)

    def _chosen(self) -> MeetingRow | None:
        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is None:
            return None
        return read_meeting(self._workspace.database, meeting_id)

    def _choose_row(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            self._workspace.selection.choose_meeting(self.model.row_at(rows[0].row()).id)

    def _follow_selection(self) -> None:
        row = self._chosen()
        if row is not None:
            self.views.see_day(row.held_on)
        self.reload()

    def _shown_year(self) -> int:
        return self.views.day.year

    def _plan_on_chosen_day(self) -> None:
        self.plan(self.views.day)

    def _open_day(self, day: date) -> None:
        """Open the chosen body's meeting on a day, or plan one."""
        body_id = self._workspace.selection.body_id
        rows = list_meetings(self._workspace.database, body_id=body_id, year=day.year)
        row = next((row for row in rows if row.held_on == day), None)
        if row is None:
            self.plan(day)
        else:
            self._workspace.selection.choose_meeting(row.id)
            self.edit()

    def plan(self, day: date) -> None:
        """Plan a meeting on a day."""
        body_id = self._workspace.selection.body_id
        if body_id is not None:
            self._plan_as(body_id, blank_meeting(self._workspace.database, body_id, day))

    def duplicate(self) -> None:
        """Plan a meeting like the chosen one on another day."""
        row = self._chosen()
        if row is not None:
            self._plan_as(row.body_id, duplicate_of(row))

    def _plan_as(self, body_id: int, draft: MeetingDraft) -> None:
        database = self._workspace.database

        def save(written: MeetingDraft) -> None:
            planned = self._announce(plan_meeting(database, body_id, written))
            self._workspace.selection.choose_meeting(planned)
            self._remember_planned(self.tr("Plan meeting"), [planned])

        def warn(day: date, starts_at: time) -> tuple[DayWarning, ...]:
            return warnings_for(database, body_id, day, starts_at=starts_at)

        MeetingDialog(draft, warn, save, self).exec()

    def plan_year(self) -> None:
        """Plan the meetings of a whole year in one step."""
        body_id, database = self._workspace.selection.body_id, self._workspace.database
        if body_id is None:
            return

        def save(proposals: tuple[Proposal, ...]) -> None:
            planned = self._announce(apply_plan(database, proposals))
            if planned:
                self._remember_planned(self.tr("Plan a year"), planned)

        PlanDialog(database, body_id, date.today().year + 1, save, self).exec()  # noqa: DTZ011

    def edit_days(self) -> None:
        """Change the school holidays and events that meetings are planned around."""
        BlocksDialog(self._workspace, self.views.day.year, self).exec()

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
        row, database = self._chosen(), self._workspace.database
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

        def warn(day: date, starts_at: time) -> tuple[DayWarning, ...]:
            return warnings_for(database, row.body_id, day, row.id, starts_at)

        MeetingDialog(draft_of(row), warn, save, self).exec()

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

    def _drop(self, meeting_id: int, day: date) -> None:
        """Move a meeting that was dragged to `day`; undo takes it back."""
        database = self._workspace.database
        row = read_meeting(database, meeting_id)
        warnings: Sequence[DayWarning] = ()
        if row.allows(Activity.MOVE):
            warnings = warnings_for(database, row.body_id, day, row.id, row.starts_at)
        question = self.tr("Move the meeting to {day}?").format(day=weekday_date(day))
        detail = "\n".join(warning.text for warning in warnings)
        if warnings and not ask(self, question, detail, self.tr("Move the meeting")):
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
        row, database = self._chosen(), self._workspace.database
        if row is None or not row.allows(Activity.CANCEL):
            return
        reason = ask_reason(
            self, self.tr("Cancel meeting"), self.tr("Why is the meeting cancelled?")
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
        row, database = self._chosen(), self._workspace.database
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
        row = self._chosen()
        following = self._next_state(row)
        if row is not None and following is not None:
            self._try(lambda: advance(self._workspace.database, row.id, following))

    def go_back(self) -> None:
        """Take the chosen meeting one state back, with a reason."""
        row = self._chosen()
        if row is None:
            return
        reason = ask_reason(
            self, self.tr("Back one step"), self.tr("Why does the meeting go back one step?")
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
            show_error(self, error)
            return False
        return True

    def _see_change(self, change: Change) -> None:
        if change.area is Area.CALENDAR:
            self.reload()


def _way(state: MeetingState) -> str:
    """Return the states on a line, the present one strong."""
    if state is MeetingState.CANCELLED:
        return f"<b>{STATE_NAMES[state].capitalize()}</b>"
    steps = [step for step in MeetingState if step is not MeetingState.CANCELLED]
    names = [STATE_NAMES[step].capitalize() for step in steps]
    return " → ".join(
        f"<b>{name}</b>" if step is state else name for step, name in zip(steps, names, strict=True)
    )
