"""The follow-ups of one item, beside its decision."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.dates import long_date
from kkr_desktop.model.follow_ups import FOLLOW_UP_NAMES, FollowUpState
from kkr_desktop.services.follow_up import FollowUpRow, follow_ups
from kkr_desktop.services.written import Area, Change
from kkr_desktop.ui.follow_ups.actions import FollowUpActions
from kkr_desktop.ui.follow_ups.line import FollowUpLine
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.plain_label import PlainLabel, as_typed
from kkr_desktop.ui.workspace import Workspace

_ROW = Qt.ItemDataRole.UserRole
_KEY = "Ctrl+T"
_ICON = QSize(16, 16)
_MOST_ROWS = 5
_CLOSED_ICONS = {FollowUpState.DONE: "circle-check", FollowUpState.DROPPED: "x"}


class FollowUpPanel(QFrame):
    """Lists an item's follow-ups; a line above them takes a new one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._place: tuple[int, int] | None = None
        self.line = FollowUpLine(workspace)
        self.actions_on = FollowUpActions(workspace, self, self.line.problem.tell)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Follow-ups of this item"))
        self.list.setWordWrap(True)
        self.list.setIconSize(_ICON)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._lay_out()
        self._make_actions()
        self.line.added.connect(self.actions_on.remember_added)
        self.line.added.connect(self.reload)
        self.list.itemActivated.connect(self.edit)
        workspace.announcer.changed.connect(self._see_change)

    def _lay_out(self) -> None:
        heading = PlainLabel(self.tr("Follow-up ({key})").format(key=_KEY))
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading)
        column.addWidget(self.line)
        column.addWidget(self.list)

    def _make_actions(self) -> None:
        for words, keys, run in (
            (self.tr("Done, or open again"), "Space", self.toggle_done),
            (self.tr("Edit…"), "F2", self.edit),
            (self.tr("Remove"), "Del", self.remove),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(run)
            self.list.addAction(action)
        undo = self.actions_on.undo_stack.createUndoAction(self, self.tr("Undo"))
        undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        undo.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.addAction(undo)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        begin = QAction(self.tr("New follow-up"), self)
        begin.setShortcut(QKeySequence(_KEY))
        begin.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        begin.triggered.connect(self.line.begin)
        self.addAction(begin)

    def show_item(self, meeting_id: int, item_id: int) -> None:
        """Show the follow-ups of an item."""
        self.line.show_item(meeting_id, item_id)
        self._place = (meeting_id, item_id)
        self.reload()

    def reload(self) -> None:
        """Read the follow-ups anew and keep the place."""
        if self._place is None:
            return
        meeting_id, item_id = self._place
        rows = follow_ups(
            self._workspace.database, meeting_id=meeting_id, item_id=item_id, with_closed=True
        )
        rows = tuple(row for row in rows if row.id != self.line.follow_up_id)
        place = self.list.currentRow()
        self.list.clear()
        for row in rows:
            self.list.addItem(self._entry(row))
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        self.list.setVisible(bool(rows))
        self._fit_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_list()

    def _fit_list(self) -> None:
        """Make the list as high as its first rows are when they are wrapped."""
        if self.list.count():
            self.list.doItemsLayout()
            self.list.scrollToTop()
            last = self.list.item(min(self.list.count(), _MOST_ROWS) - 1)
            height = self.list.visualItemRect(last).bottom()
            self.list.setFixedHeight(height + 2 * self.list.frameWidth() + 2)

    def _entry(self, row: FollowUpRow) -> QListWidgetItem:
        facts = [row.owner_name] if row.owner_name else []
        if row.draft.due_on is not None:
            facts.append(long_date(row.draft.due_on))
        if not row.is_open:
            facts.append(FOLLOW_UP_NAMES[row.draft.state].lower())
        told = " · ".join(facts)
        entry = QListWidgetItem(f"{row.draft.text} – {told}" if told else row.draft.text)
        if row.is_late(date.today()):  # noqa: DTZ011
            entry.setIcon(icon("circle-alert"))
        else:
            entry.setIcon(
                icon("circle-check" if row.draft.state is FollowUpState.DONE else "clock")
            )
        if not row.is_open:
            disabled = QPalette.ColorGroup.Disabled
            entry.setForeground(self.palette().brush(disabled, QPalette.ColorRole.Text))
        entry.setToolTip(as_typed(row.draft.note))
        entry.setData(_ROW, row)
        return entry

    def _chosen(self) -> FollowUpRow | None:
        entry = self.list.currentItem()
        return entry.data(_ROW) if self.list.currentRow() >= 0 else None

    def toggle_done(self) -> None:
        """Mark the chosen follow-up as done, or as open again."""
        row = self._chosen()
        if row is not None:
            state = FollowUpState.DONE if row.is_open else FollowUpState.OPEN
            self.actions_on.set_state(row, state)

    def edit(self) -> None:
        """Edit the chosen follow-up."""
        row = self._chosen()
        if row is not None:
            self.actions_on.edit(row)

    def remove(self) -> None:
        """Remove the chosen follow-up."""
        row = self._chosen()
        if row is not None:
            self.actions_on.remove(row)

    def _see_change(self, change: Change) -> None:
        is_shown = self._place is not None and change.item_id == self._place[1]
        if change.area is Area.FOLLOW_UPS and is_shown:
            self.reload()
