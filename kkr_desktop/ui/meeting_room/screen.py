"""One clear screen for the room, worked by keys alone if wanted. Nothing on it is modal."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QFont, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.meeting_clock import MeetingClock, begin_item, meeting_clock, pause
from kkr_desktop.services.minute_taking import MinutesOutline, minutes_outline
from kkr_desktop.services.treated_items import TreatedItem
from kkr_desktop.services.written import Area, Change, T, Written
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.meeting_room.clock_panel import ClockPanel
from kkr_desktop.ui.meeting_room.columns import RoomColumns
from kkr_desktop.ui.minutes.attendance_view import AttendanceView
from kkr_desktop.ui.minutes.decision_editor import DecisionEditor
from kkr_desktop.ui.richtext.toolbar import RichTextToolbar
from kkr_desktop.ui.save_status import SaveStatus
from kkr_desktop.ui.widgets.elided_label import ElidedLabel
from kkr_desktop.ui.widgets.plain_label import PlainLabel, as_typed
from kkr_desktop.ui.widgets.problem_label import ProblemLabel
from kkr_desktop.ui.workspace import Workspace

_ITEM_ID = Qt.ItemDataRole.UserRole
_SMALLEST, _USUAL, _LARGEST = 10.0, 13.0, 28.0
_KEYS_POINTS = 11.0
_LARGEST_ICON = 32


class MeetingScreen(QWidget):
    """Shows one meeting while it is held, in a window of its own."""

    closed = Signal()
    type_resized = Signal(float)

    def __init__(
        self,
        workspace: Workspace,
        meeting_id: int,
        points: float = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._workspace = workspace
        self._meeting_id = meeting_id
        self._outline: MinutesOutline = minutes_outline(workspace.database, meeting_id)
        self._clock: MeetingClock = meeting_clock(workspace.database, meeting_id)
        self.now: Callable[[], datetime] = lambda: datetime.now().astimezone()
        title = self.tr("{council} – meeting").format(council=self._outline.body_name)
        self.setWindowTitle(title)
        self.clock = ClockPanel()
        self.items = QListWidget()
        self.text_tools = RichTextToolbar(is_short=True)
        self.decision = DecisionEditor(workspace)
        self.people = AttendanceView(workspace, is_narrow=True)
        self.people.now = self.now
        self.problem = ProblemLabel()
        self._lay_out()
        self._make_actions()
        self._connect()
        self.set_points(points or _USUAL)
        self._fill_items()
        self._begin_where_the_meeting_is()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._tell_time)
        self._tick.start(1000)
        self.resize(1360, 860)

    def _lay_out(self) -> None:
        self.items.setAccessibleName(self.tr("Items"))
        self.items.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text_tools)
        column.addWidget(self.decision, 1)
        self.columns = RoomColumns(self.items, middle, self.people)
        self._keys = PlainLabel(
            self.tr(
                "F5 next item · Shift+F5 this item · F6 break · F3 people · F7 everybody present · "
                "F4 decision · F8 outcome · "
                "Ctrl+R note · Ctrl+T follow-up · Ctrl+Space phrases · "
                "Ctrl++ and Ctrl+− size · F11 full screen · Esc back"
            )
        )
        self._keys.setWordWrap(True)
        self.here = ElidedLabel()
        self.here.setContentsMargins(12, 2, 12, 2)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(12, 4, 12, 6)
        bottom.addWidget(self._keys, 1)
        bottom.addWidget(SaveStatus(self._workspace.saves))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.clock)
        outer.addWidget(self.problem)
        outer.addWidget(self.columns, 1)
        outer.addWidget(self.here)
        outer.addLayout(bottom)

    def _make_actions(self) -> None:
        for words, keys, run in (
            (self.tr("Begin the next item"), ("F5",), self.begin_next),
            (self.tr("Begin or resume the item in view"), ("Shift+F5",), self.begin_this),
            (self.tr("Break, or on again"), ("F6",), self.pause),
            (self.tr("Who is here"), ("F3",), self.go_to_people),
            (self.tr("Everybody present"), ("F7",), self.people.mark_everybody),
            (self.tr("Decision"), ("F4",), self.go_to_decision),
            (self.tr("Outcome"), ("F8",), self.go_to_outcome),
            (self.tr("Previous item"), ("Ctrl+PgUp",), self.show_previous),
            (self.tr("Next item"), ("Ctrl+PgDown",), self.show_next),
            (self.tr("Larger type"), ("Ctrl++", "Ctrl+="), self.enlarge),
            (self.tr("Smaller type"), ("Ctrl+-",), self.shrink),
            (self.tr("Usual type"), ("Ctrl+0",), self.use_usual_size),
            (self.tr("Full screen"), ("F11",), self.toggle_full_screen),
            (self.tr("Back to the window"), ("Esc",), self.leave),
        ):
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(run)
            self.addAction(action)
        # What is hidden listens to no keys: these lead back to it.
        self._ways_back = (QAction(self.tr("Note"), self), QAction(self.tr("Follow-up"), self))
        ways = (("Ctrl+R", self.go_to_note), ("Ctrl+T", self.go_to_follow_up))
        for action, (keys, run) in zip(self._ways_back, ways, strict=True):
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(run)
            action.setEnabled(False)
            self.addAction(action)

    def _connect(self) -> None:
        self.items.currentRowChanged.connect(self._show_current)
        self.items.itemActivated.connect(self.go_to_decision)
        self.columns.fitted.connect(self._see_columns)
        self.decision.editor_focused.connect(self.text_tools.set_editor)
        self._workspace.announcer.changed.connect(self._see_change)

    def _fill_items(self) -> None:
        place = self.items.currentRow()
        self.items.blockSignals(True)
        self.items.clear()
        decided = {item.id for item in self._outline.items if item.has_decision}
        for item in self._clock.items:
            entry = QListWidgetItem()
            entry.setData(_ITEM_ID, item.id)
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.number} {item.title}")
            entry.setToolTip(as_typed(item.title))
            entry.setIcon(icon(_mark(item, is_decided=item.id in decided)))
            font = entry.font()
            font.setBold(item.is_running)
            font.setStrikeOut(not item.was_dealt_with)
            entry.setFont(font)
            self.items.addItem(entry)
        self.items.setCurrentRow(place)
        self.items.blockSignals(False)
        self.people.show_meeting(self._meeting_id, can_edit=self._outline.can_be_edited)
        self._name_items()
        self._tell_time()

    def _see_columns(self) -> None:
        """Let keys reach what is hidden, and say what the columns have room for."""
        for action in self._ways_back:
            action.setEnabled(self.columns.hides_decision)
        self._name_items()

    def _name_items(self) -> None:
        """Say of the items what there is room for, and who is here where the people are away."""
        for row, item in enumerate(self._clock.items[: self.items.count()]):
            title = f"  {item.title}" if self.columns.has_titles else ""
            self.items.item(row).setText(f"{item.number}{title}")
        self.here.tell(self.people.totals.text().replace("\n", " · "))
        self.here.setVisible(self.columns.takes_turns)

    def _begin_where_the_meeting_is(self) -> None:
        at = self._clock.running or self._clock.following
        if at is not None:
            self.show_item(at.id)
        self.go_to_decision()

    def show_item(self, item_id: int) -> None:
        """Show an item's decision."""
        places = [item.id for item in self._clock.items]
        if item_id in places:
            self.items.setCurrentRow(places.index(item_id))

    def _show_current(self) -> None:
        entry = self.items.currentItem() if self.items.currentRow() >= 0 else None
        if entry is None:
            return
        item_id: int = entry.data(_ITEM_ID)
        item = next(found for found in self._outline.items if found.id == item_id)
        can_edit = self._outline.can_be_edited
        if self.decision.item_id != item_id:
            self.decision.show_item(self._meeting_id, item, can_edit=can_edit)
            self.people.guests.prefer_item(item_id)

    def _see_change(self, change: Change) -> None:
        if change.area is Area.MINUTES and change.meeting_id == self._meeting_id:
            self._reload()

    def _reload(self) -> None:
        shown = self.decision.item_id
        self._outline = minutes_outline(self._workspace.database, self._meeting_id)
        self._clock = meeting_clock(self._workspace.database, self._meeting_id)
        self._fill_items()
        places = [item.id for item in self._clock.items]
        if shown in places:
            self.items.blockSignals(True)
            self.items.setCurrentRow(places.index(shown))
            self.items.blockSignals(False)

    def _tell_time(self) -> None:
        self.clock.tell(self._clock, self.now())

    def begin_next(self) -> None:
        """End the item now and begin the next one."""
        following = self._clock.following
        if following is not None and self.decision.flush():
            self._begin(following.id)

    def begin_this(self) -> None:
        """Begin the item in view, or go on with it."""
        item_id = self.decision.item_id
        if item_id is not None:
            self._begin(item_id)

    def _begin(self, item_id: int) -> None:
        moment, database = self.now(), self._workspace.database
        if self._try(lambda: begin_item(database, self._meeting_id, item_id, moment)):
            self.show_item(item_id)
            self.go_to_decision()

    def pause(self) -> None:
        """Begin a break, or go on with the item that was interrupted."""
        if self._clock.running is not None:
            moment, database = self.now(), self._workspace.database
            self._try(lambda: pause(database, self._meeting_id, moment))
            return
        begun = [item for item in self._clock.items if item.sittings]
        if begun:
            self._begin(max(begun, key=lambda item: item.sittings[-1].started_at).id)

    def go_to_people(self) -> None:
        """Put the keyboard where a member is found."""
        self.columns.show_people()
        self.people.search.setFocus()
        self.people.search.selectAll()

    def go_to_decision(self) -> None:
        """Put the keyboard into the decision."""
        self.columns.show_decision()
        self.decision.text.setFocus()

    def go_to_outcome(self) -> None:
        """Put the keyboard where the outcome is chosen."""
        self.columns.show_decision()
        self.decision.outcome.setFocus()

    def go_to_note(self) -> None:
        """Put the keyboard where a reservation or a vote is noted."""
        self.columns.show_decision()
        self.decision.stances.kind.setFocus()

    def go_to_follow_up(self) -> None:
        """Put the keyboard where a follow-up is typed."""
        self.columns.show_decision()
        self.decision.follow_ups.line.begin()

    def show_previous(self) -> None:
        """Show the item before."""
        self.items.setCurrentRow(max(self.items.currentRow() - 1, 0))

    def show_next(self) -> None:
        """Show the item after."""
        self.items.setCurrentRow(min(self.items.currentRow() + 1, self.items.count() - 1))

    def set_points(self, points: float) -> None:
        """Set the size of all type."""
        font = self.font()
        font.setPointSizeF(min(max(points, _SMALLEST), _LARGEST))
        self.setFont(font)
        height = self.fontMetrics().height()
        for tools, share in ((self.items, 0.9), (self.text_tools, 0.8)):
            side = min(max(round(height * share), 16), _LARGEST_ICON)
            tools.setIconSize(QSize(side, side))
        small = QFont(font)
        small.setPointSizeF(min(font.pointSizeF(), _KEYS_POINTS))
        self._keys.setFont(small)
        self.people.table.fit_type()

    def enlarge(self) -> None:
        """Make all type larger."""
        self._resize_type(self.font().pointSizeF() + 1)

    def shrink(self) -> None:
        """Make all type smaller."""
        self._resize_type(self.font().pointSizeF() - 1)

    def use_usual_size(self) -> None:
        """Give all type its usual size."""
        self._resize_type(_USUAL)

    def _resize_type(self, points: float) -> None:
        self.set_points(points)
        self.type_resized.emit(self.font().pointSizeF())

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Go back to the decision, and from there to the window."""
        if self.decision.text.text_edit.hasFocus():
            self.close()
        else:
            self.people.search.clear()
            self.go_to_decision()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when everything typed is on disk."""
        if not self._workspace.saves.flush():
            event.ignore()
            return
        self._tick.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _try(self, write: Callable[[], Written[T]]) -> bool:
        try:
            written = write()
        except KkrError as error:
            self.problem.tell(error)
            return False
        self.problem.tell(None)
        self._workspace.announcer.announce(written)
        return True


def _mark(item: TreatedItem, *, is_decided: bool) -> str:
    if item.is_running:
        return "chevron-right"
    if is_decided:
        return "circle-check"
    return "clock" if item.sittings else ("ellipsis" if item.is_public else "lock")
