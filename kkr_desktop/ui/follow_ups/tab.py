"""The tab of the follow-ups: what is to be done after all meetings, late ones first."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.follow_ups import FollowUpState
from kkr_desktop.services.follow_up import FollowUpRow, follow_ups
from kkr_desktop.services.written import Area, Change
from kkr_desktop.ui.follow_ups.actions import FollowUpActions
from kkr_desktop.ui.follow_ups.table import Column, FollowUpsModel
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.empty_state import EmptyState
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.row_table import RowTable
from kkr_desktop.ui.widgets.tab_toolbar import TabToolbar
from kkr_desktop.ui.workspace import Workspace

_WIDTHS = {
    Column.DUE: 90,
    Column.OWNER: 180,
    Column.STATE: 120,
    Column.BODY: 130,
    Column.MEETING: 90,
}
_SHOWN_IN = frozenset({Area.FOLLOW_UPS, Area.AGENDA, Area.MEMBERS, Area.CALENDAR})


class FollowUpsTab(QWidget):
    """Lists follow-ups, marks them done, edits them, and leads to where each came from."""

    item_wanted = Signal(int, int, object)  # body id, meeting id, item id or None

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.model = FollowUpsModel(self)
        self.table = RowTable()
        self.filter = QLineEdit()
        self.only_body = QCheckBox(self.tr("Only this council"))
        self.show_closed = QCheckBox(self.tr("Show what is done"))
        self.count = PlainLabel()
        self.actions_on = FollowUpActions(workspace, self)
        self.toolbar = TabToolbar(self)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._make_actions()
        self._set_up_table()
        self._lay_out()
        self.filter.textChanged.connect(self._filter)
        self.only_body.toggled.connect(self.reload)
        self.show_closed.toggled.connect(self.reload)
        workspace.selection.body_changed.connect(self.reload)
        workspace.announcer.changed.connect(self._see_change)
        self.reload()

    def _make_actions(self) -> None:
        self._on_rows = [
            self.toolbar.add_tool("check", self.tr("Done"), "Ctrl+D", self.mark_done),
            self.toolbar.add_tool("x", self.tr("Dropped"), "", self.mark_dropped),
            self.toolbar.add_tool("refresh-cw", self.tr("Open again"), "", self.open_again),
        ]
        self.toolbar.addSeparator()
        self._on_one = [
            self.toolbar.add_tool("pencil", self.tr("Edit…"), "F2", self.edit),
            self.toolbar.add_tool("gavel", self.tr("Show the decision"), "Ctrl+G", self.go_to_item),
            self.toolbar.add_tool("trash-2", self.tr("Remove"), "Del", self.remove),
        ]
        self.toolbar.addSeparator()
        stack = self.actions_on.undo_stack
        for action, name, key in (
            (
                stack.createUndoAction(self, self.tr("Undo")),
                "undo-2",
                QKeySequence.StandardKey.Undo,
            ),
            (
                stack.createRedoAction(self, self.tr("Redo")),
                "redo-2",
                QKeySequence.StandardKey.Redo,
            ),
        ):
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setIcon(icon(name))
            self.addAction(action)
            self.toolbar.addAction(action)

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Follow-ups"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        # Task and item share what is left, so that nothing stands outside a small window.
        for column in (Column.TASK, Column.ITEM):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.activated.connect(self.edit)
        self.table.selectionModel().selectionChanged.connect(self._enable)

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter by task, owner, item …"))
        self.filter.setAccessibleName(self.tr("Filter follow-ups"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(340)
        find = QAction(self.tr("Find follow-up"), self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(self.filter.setFocus)
        self.addAction(find)
        line = QHBoxLayout()
        line.setContentsMargins(12, 6, 12, 6)
        line.setSpacing(12)
        line.addWidget(self.filter, 1)
        line.addWidget(self.only_body)
        line.addWidget(self.show_closed)
        line.addStretch(1)
        line.addWidget(self.count)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.toolbar)
        outer.addLayout(line)
        outer.addWidget(self._stack, 1)

    def reload(self) -> None:
        """Read the follow-ups anew and keep what is chosen."""
        chosen = [row.id for row in self.chosen()]
        body_id = self._workspace.selection.body_id if self.only_body.isChecked() else None
        rows = follow_ups(
            self._workspace.database, body_id=body_id, with_closed=self.show_closed.isChecked()
        )
        self.model.set_rows(rows, date.today())  # noqa: DTZ011
        self._choose(chosen)
        self._tell(is_any=bool(rows))

    def _choose(self, ids: list[int]) -> None:
        flag = QItemSelectionModel.SelectionFlag
        for follow_up_id in ids:
            place = self.model.row_of(follow_up_id)
            if place is not None:
                index = self.model.index(place, 0)
                self.table.selectionModel().select(index, flag.Select | flag.Rows)
        if not self.table.currentIndex().isValid() and self.model.count():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _tell(self, *, is_any: bool) -> None:
        shown, late = self.model.count(), self.model.late
        told = self.tr("%n follow-up(s)", "", shown)
        self.count.setText(told + " · " + self.tr("%n late", "", late) if late else told)
        self._empty.tell(
            self.tr("Nothing to follow up on"),
            self.tr("Write what is to be done beside the decision, in the tab of the minutes."),
        )
        self._stack.setCurrentIndex(0 if is_any else 1)
        self._enable()

    def _filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._tell(is_any=True)

    def _enable(self) -> None:
        chosen = self.chosen()
        is_one = len(chosen) == 1
        done, dropped, again = self._on_rows
        for action in (done, dropped):
            action.setEnabled(any(row.is_open for row in chosen))
        again.setEnabled(any(not row.is_open for row in chosen))
        for action in self._on_one:
            action.setEnabled(is_one)

    def chosen(self) -> list[FollowUpRow]:
        """Return the chosen follow-ups."""
        indexes = self.table.selectionModel().selectedRows()
        return [self.model.row_at(index.row()) for index in indexes]

    def mark_done(self) -> None:
        """Mark what is chosen as done."""
        self._set_state(FollowUpState.DONE, lambda row: row.is_open)

    def mark_dropped(self) -> None:
        """Mark what is chosen as no longer wanted."""
        self._set_state(FollowUpState.DROPPED, lambda row: row.is_open)

    def open_again(self) -> None:
        """Open what is chosen again."""
        self._set_state(FollowUpState.OPEN, lambda row: not row.is_open)

    def _set_state(self, state: FollowUpState, fits: Callable[[FollowUpRow], bool]) -> None:
        stack = self.actions_on.undo_stack
        rows = [row for row in self.chosen() if fits(row)]
        if not rows:
            return
        stack.beginMacro(self.tr("change"))
        for row in rows:
            self.actions_on.set_state(row, state)
        stack.endMacro()

    def edit(self) -> None:
        """Edit the chosen follow-up."""
        chosen = self.chosen()
        if len(chosen) == 1:
            self.actions_on.edit(chosen[0])

    def remove(self) -> None:
        """Remove the chosen follow-up."""
        chosen = self.chosen()
        if len(chosen) == 1:
            self.actions_on.remove(chosen[0])

    def go_to_item(self) -> None:
        """Show the decision that the chosen follow-up came from."""
        chosen = self.chosen()
        if len(chosen) == 1:
            row = chosen[0]
            self.item_wanted.emit(row.body_id, row.meeting_id, row.item_id)

    def _see_change(self, change: Change) -> None:
        if change.area in _SHOWN_IN:
            self.reload()
