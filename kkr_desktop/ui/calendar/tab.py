"""The tab of the calendar: the year's meetings as a list and by month."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.dates import MONTHS, weekday_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.meetings import BACK, FORWARD, STATE_NAMES, Activity, MeetingState
from kkr_desktop.services.calendar_days import month_days
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
from kkr_desktop.ui.calendar.month_view import MonthView, months_later
from kkr_desktop.ui.calendar.plan_dialog import PlanDialog
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import ask, ask_reason, show_error
from kkr_desktop.ui.undo import TwoWayCommand
from kkr_desktop.ui.widgets.empty_state import EmptyState
from kkr_desktop.ui.widgets.row_table import RowTable
from kkr_desktop.ui.widgets.tab_toolbar import TabToolbar
from kkr_desktop.ui.workspace import Workspace

_BY_HAND = (MeetingState.HELD, MeetingState.MINUTES_DRAFTED, MeetingState.PUBLISHED)
"""The states that are entered here; the others come with the agenda and the minutes."""


class CalendarTab(QWidget):
    """Plans, moves, cancels and reinstates meetings."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown = date.today()  # noqa: DTZ011
        self.undo_stack = QUndoStack(self)
        self.model = MeetingsModel(self)
        self.table = RowTable()
        self.month = MonthView()
        self.toolbar = TabToolbar(self)
        self._no_meetings = EmptyState()
        self._meetings = QStackedWidget()
        self._month_name = QLabel()
        self._year_name = QLabel()
        self._state = QLabel()
        self.chain_panel = ChainPanel(workspace, self.undo_stack)
        self._make_actions()
        self._set_up_table()
        self._lay_out()
        self._no_meetings.accepted.connect(self._plan_on_chosen_day)
        self.month.day_chosen.connect(self._see_day)
        self.month.day_activated.connect(self.plan)
        self.month.meeting_chosen.connect(workspace.selection.choose_meeting)
        self.month.meeting_dropped.connect(self._drop)
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
        self.files_menu = FilesMenu(self._workspace, self)
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
        year = QHBoxLayout()
        year.setContentsMargins(12, 0, 0, 0)
        self._arrow(year, "chevron-left", self.tr("Year before"), self._year_before)
        year.addWidget(self._year_name)
        self._arrow(year, "chevron-right", self.tr("Year after"), self._year_after)
        year.addStretch(1)
        month = QHBoxLayout()
        month.setContentsMargins(0, 0, 12, 0)
        self._arrow(month, "chevron-left", self.tr("Month before"), self._month_before)
        self._arrow(month, "chevron-right", self.tr("Month after"), self._month_after)
        month.addWidget(self._month_name)
        month.addStretch(1)
        days = QToolButton()
        days.setText(self.tr("School holidays and events…"))
        days.setAutoRaise(True)
        days.clicked.connect(self.edit_days)
        month.addWidget(days)
        today = QToolButton()
        today.setText(self.tr("Today"))
        today.clicked.connect(self._go_to_today)
        month.addWidget(today)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        self._meetings.addWidget(self.table)
        self._meetings.addWidget(self._no_meetings)
        for line, widget in ((year, self._meetings), (month, self.month)):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.addLayout(line)
            column.addWidget(widget, 1)
            splitter.addWidget(side)
        splitter.setSizes([620, 820])
        self._state.setContentsMargins(12, 6, 12, 6)
        self._state.setTextFormat(Qt.TextFormat.RichText)
        self.month.setAccessibleName(self.tr("Month"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.addWidget(self.toolbar)
        outer.addWidget(splitter, 1)
        outer.addWidget(self.chain_panel)
        outer.addWidget(self._state)

    def _arrow(self, row: QHBoxLayout, name: str, words: str, run: Callable[[], None]) -> None:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(run)
        row.addWidget(button)

    def reload(self) -> None:
        """Read the shown year and month anew."""
        selection, database = self._workspace.selection, self._workspace.database
        rows = (
            list_meetings(database, body_id=selection.body_id, year=self._shown.year)
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
        self._year_name.setText(f"<b>{self._shown.year}</b>")
        name = MONTHS[self._shown.month - 1].capitalize()
        self._month_name.setText(f"<b>{name} {self._shown.year}</b>")
        days = month_days(database, self._shown.year, self._shown.month)
        self.month.show_days(days, selection.body_id, selection.meeting_id)
        self.month.choose(self._shown)
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
            self.tr("No meetings in {year}").format(year=self._shown.year),
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
            self._shown = row.held_on
        self.reload()

    def _see_day(self, day: date) -> None:
        if (day.year, day.month) == (self._shown.year, self._shown.month):
            self._shown = day
        else:
            self._shown = day
            self.reload()

    def _year_before(self) -> None:
        self._see_day(months_later(self._shown, -12))

    def _year_after(self) -> None:
        self._see_day(months_later(self._shown, 12))

    def _month_before(self) -> None:
        self._see_day(months_later(self._shown, -1))

    def _month_after(self) -> None:
        self._see_day(months_later(self._shown, 1))

    def _go_to_today(self) -> None:
        self._shown = date.today()  # noqa: DTZ011
        self.reload()

    def _plan_on_chosen_day(self) -> None:
        self.plan(self.month.day)

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
        BlocksDialog(self._workspace, self._shown.year, self).exec()

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
        """Move a meeting that was dragged to `day`, after the warnings were seen."""
        database = self._workspace.database
        row = read_meeting(database, meeting_id)
        if not row.allows(Activity.MOVE):
            return
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
