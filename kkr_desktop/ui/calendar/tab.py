"""The tab of the calendar: the year's meetings as a list and by month."""

from datetime import date
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.meeting_terms import BACK, STATE_NAMES, Activity, MeetingState
from kkr_desktop.services.planning import (
    MeetingRow,
    list_meetings,
)
from kkr_desktop.services.round_ties import RoundTies, ties_of
from kkr_desktop.services.written import Area, Change
from kkr_desktop.ui.calendar.blocks_dialog import BlocksDialog
from kkr_desktop.ui.calendar.chain_panel import ChainPanel
from kkr_desktop.ui.calendar.files_menu import FilesMenu
from kkr_desktop.ui.calendar.meeting_acts import MeetingActs
from kkr_desktop.ui.calendar.meeting_table import MeetingsModel, MeetingsTable
from kkr_desktop.ui.calendar.ties_line import TiesLine
from kkr_desktop.ui.calendar.views import CalendarViews
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.empty_state import EmptyState
from kkr_desktop.ui.widgets.tab_toolbar import TabToolbar
from kkr_desktop.ui.workspace import Workspace


class CalendarTab(QWidget):
    """Shows the calendar and the chosen meeting, with what can be done with them."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.acts = MeetingActs(workspace, self)
        self.undo_stack = self.acts.undo_stack
        self.model = MeetingsModel(self)
        self.table = MeetingsTable(self.model)
        self.toolbar = TabToolbar(self)
        self._no_meetings = EmptyState()
        self._meetings = QStackedWidget()
        self.views = CalendarViews(workspace, self._meetings)
        self._state = QLabel()
        self.chain_panel = ChainPanel(workspace, self.undo_stack)
        self.ties = TiesLine()
        self.ties.meeting_wanted.connect(workspace.selection.choose)
        self._make_actions()
        self._set_up_table()
        self._lay_out()
        self._no_meetings.accepted.connect(self._plan_on_chosen_day)
        self.views.year_changed.connect(self.reload)
        for grid in (self.views.month, self.views.year):
            grid.meeting_dropped.connect(self.acts.drop)
            grid.drag_moved.connect(self._weigh)
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
            "calendar-days", self.tr("Plan a year…"), "Ctrl+Shift+N", self.acts.plan_year
        )
        self.edit_action = self.toolbar.add_tool(
            "pencil", self.tr("Edit or move…"), "F2", self.acts.edit
        )
        self.duplicate_action = self.toolbar.add_tool(
            "copy", self.tr("Duplicate…"), "Ctrl+D", self.acts.duplicate
        )
        self.cancel_action = self.toolbar.add_tool(
            "calendar-x", self.tr("Cancel meeting…"), "Del", self.acts.cancel
        )
        self.reinstate_action = self.toolbar.add_tool(
            "refresh-cw", self.tr("Reinstate"), "", self.acts.reinstate
        )
        self.toolbar.addSeparator()
        self.advance_action = self.toolbar.add_tool("check", "", "", self.acts.advance)
        self.back_action = self.toolbar.add_tool(
            "chevron-left", self.tr("Back one step…"), "", self.acts.go_back
        )
        self.toolbar.addSeparator()
        self.files_menu = FilesMenu(
            self._workspace, self._shown_year, self.views.council_of_wheel, self
        )
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
        self.table.setAccessibleName(self.tr("The year's meetings"))
        self.table.activated.connect(self.acts.edit)
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
        outer.addWidget(self.ties)
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
        row = self.acts.chosen()
        self.plan_action.setEnabled(self._workspace.selection.body_id is not None)
        self.plan_year_action.setEnabled(self._workspace.selection.body_id is not None)
        self.edit_action.setEnabled(row is not None)
        self.duplicate_action.setEnabled(row is not None)
        self.cancel_action.setEnabled(row is not None and row.allows(Activity.CANCEL))
        is_cancelled = row is not None and row.state is MeetingState.CANCELLED
        self.reinstate_action.setVisible(is_cancelled)
        can_go_back = row is not None and not is_cancelled and row.state in BACK
        self.back_action.setEnabled(can_go_back)
        following = self.acts.next_state(row)
        self.advance_action.setVisible(following is not None)
        if following is not None:
            name = STATE_NAMES[following]
            self.advance_action.setText(self.tr("Mark as {state}").format(state=name))
        self._state.setText("" if row is None else _way(row))
        self.chain_panel.show_meeting(row and row.id, row and row.held_on)
        ties = RoundTies() if row is None else ties_of(self._workspace.database, row)
        self.ties.show_ties(ties)
        self._meetings.setCurrentWidget(self.table if rows else self._no_meetings)
        self._no_meetings.tell(
            self.tr("No meetings in {year}").format(year=self.views.day.year),
            self.tr("Double-click a day in the month to plan one, or begin here."),
            self.tr("Plan meeting…"),
        )

    def _choose_row(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            self._workspace.selection.choose_meeting(self.model.row_at(rows[0].row()).id)

    def _follow_selection(self) -> None:
        row = self.acts.chosen()
        if row is not None:
            self.views.turn_to(row.held_on)
        self.reload()

    def _shown_year(self) -> int:
        return self.views.day.year

    def _plan_on_chosen_day(self) -> None:
        self.acts.plan(self.views.day)

    def _weigh(self, meeting_id: int, day: date) -> None:
        self.views.told.setText(self.acts.weighed(meeting_id, day))

    def _open_day(self, day: date) -> None:
        """Open the chosen body's meeting on a day, or plan one."""
        body_id = self._workspace.selection.body_id
        rows = list_meetings(self._workspace.database, body_id=body_id, year=day.year)
        row = next((row for row in rows if row.held_on == day), None)
        if row is None:
            self.acts.plan(day)
        else:
            self._workspace.selection.choose_meeting(row.id)
            self.acts.edit()

    def edit_days(self) -> None:
        """Change the school holidays and events that meetings are planned around."""
        BlocksDialog(self._workspace, self.views.day.year, self).exec()

    def _see_change(self, change: Change) -> None:
        if change.area is Area.CALENDAR:
            self.reload()


def _way(row: MeetingRow) -> str:
    """Return the states on a line, the present one strong; of a cancelled meeting why it is."""
    state = row.state
    if state is MeetingState.CANCELLED:
        return f"<b>{STATE_NAMES[state].capitalize()}:</b> {escape(row.cancel_reason)}"
    steps = [step for step in MeetingState if step is not MeetingState.CANCELLED]
    names = [STATE_NAMES[step].capitalize() for step in steps]
    return " → ".join(
        f"<b>{name}</b>" if step is state else name for step, name in zip(steps, names, strict=True)
    )
