"""The tab of the minutes: who took part, what was decided, and the preview."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.meeting_terms import FORWARD, STATE_NAMES, MeetingState
from kkr_desktop.services.meeting_states import advance
from kkr_desktop.services.minute_taking import MinutesOutline, minutes_outline
from kkr_desktop.services.minutes_content import (
    export_minutes,
    minutes_file_name,
    preview_minutes,
)
from kkr_desktop.services.minutes_progress import STEPS
from kkr_desktop.services.readability_check import minutes_findings
from kkr_desktop.services.written import Area, Change, T, Written
from kkr_desktop.ui.document_preview import DocumentPreview
from kkr_desktop.ui.finding_list import choose_finding
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.minutes.attendance_view import AttendanceView
from kkr_desktop.ui.minutes.decision_editor import DecisionEditor
from kkr_desktop.ui.minutes.steps import MinutesSteps
from kkr_desktop.ui.outputs import OutputMenu
from kkr_desktop.ui.richtext.editor import RichTextEditor
from kkr_desktop.ui.richtext.toolbar import RichTextToolbar
from kkr_desktop.ui.widgets.banner import Banner
from kkr_desktop.ui.widgets.empty_state import EmptyState
from kkr_desktop.ui.widgets.plain_label import as_typed
from kkr_desktop.ui.widgets.tab_toolbar import TabToolbar
from kkr_desktop.ui.workspace import Workspace

_ITEM = Qt.ItemDataRole.UserRole
_BY_HAND = (MeetingState.HELD, MeetingState.MINUTES_DRAFTED)


class MinutesTab(QWidget):
    """Takes the minutes of the chosen meeting."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._outline: MinutesOutline | None = None
        self.items = QListWidget()
        self.attendance = AttendanceView(workspace)
        self.decision = DecisionEditor(workspace)
        self.text_tools = RichTextToolbar()
        database = workspace.database
        self.preview = DocumentPreview(
            lambda meeting_id: preview_minutes(database, meeting_id),
            lambda meeting_id: minutes_file_name(database, meeting_id),
            lambda meeting_id, path: export_minutes(database, meeting_id, path),
        )
        self.toolbar = TabToolbar(self)
        self._banner = Banner()
        self.steps = MinutesSteps(workspace, self.decision.flush, self)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._middle = QStackedWidget()
        self._make_actions()
        self._lay_out()
        self.items.currentItemChanged.connect(self._show_current)
        self.decision.editor_focused.connect(self._use_editor)
        self.steps.moved.connect(self._show_meeting)
        workspace.selection.meeting_changed.connect(self._show_meeting)
        workspace.announcer.changed.connect(self._see_change)
        self._show_meeting()

    def _make_actions(self) -> None:
        self.toolbar.add_tool("chevron-left", self.tr("Previous"), "Ctrl+PgUp", self._previous)
        self.toolbar.add_tool("chevron-right", self.tr("Next"), "Ctrl+PgDown", self._next)
        self.toolbar.addSeparator()
        self.advance_action = self.toolbar.add_tool("check", "", "", self.advance)
        self.check_action = self.toolbar.add_tool(
            "circle-check", self.tr("Check accessibility…"), "F7", self.check
        )
        self.outputs = OutputMenu(self._workspace, self.decision.flush, self).for_minutes()
        self.toolbar.add_menu("file-text", self.outputs)
        self.preview_action = self.toolbar.add_tool(
            "eye", self.tr("Preview"), "F9", self._toggle_preview
        )
        self.preview_action.setCheckable(True)
        self.preview_action.setChecked(True)

    def _lay_out(self) -> None:
        self.items.setIconSize(QSize(16, 16))
        self.items.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.setAccessibleName(self.tr("Attendance and items"))
        decision = QWidget()
        column = QVBoxLayout(decision)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text_tools)
        column.addWidget(self.decision, 1)
        self._middle.addWidget(self.attendance)
        self._middle.addWidget(decision)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        # What stands in the middle says itself how much room it needs at this size of type.
        for widget, least in ((self.items, 200), (decision, 400), (self.preview, 260)):
            widget.setMinimumWidth(least)
        for widget in (self.items, self._middle, self.preview):
            splitter.addWidget(widget)
        splitter.setSizes([320, 640, 480])
        self._stack.addWidget(splitter)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.toolbar)
        outer.addWidget(self._banner)
        outer.addWidget(self.steps)
        outer.addWidget(self._stack, 1)

    def _show_meeting(self) -> None:
        self.decision.flush()
        self.reload()
        self.items.setCurrentRow(0)
        self._show_current()
        self.preview.show_meeting(self._workspace.selection.meeting_id)

    def reload(self) -> None:
        """Read the items anew and keep the place."""
        meeting_id, database = self._workspace.selection.meeting_id, self._workspace.database
        self._outline = minutes_outline(database, meeting_id) if meeting_id is not None else None
        place = self.items.currentRow()
        self.items.blockSignals(True)
        self.items.clear()
        if self._outline is not None and self._outline.items:
            self._fill_items(self._outline)
        self.items.setCurrentRow(min(max(place, 0), self.items.count() - 1))
        self.items.blockSignals(False)
        self._tell_state()

    def _fill_items(self, outline: MinutesOutline) -> None:
        entry = QListWidgetItem(icon("users"), self.tr("Attendance"))
        self.items.addItem(entry)
        for item in outline.items:
            title = item.title or self.tr("(no title)")
            entry = QListWidgetItem(f"{item.number}  {title}")
            entry.setData(_ITEM, item)
            entry.setToolTip(as_typed(item.title))
            if item.has_decision:
                entry.setIcon(icon("circle-check"))
            elif not item.is_public:
                entry.setIcon(icon("lock"))
            else:
                entry.setIcon(icon("ellipsis"))
            self.items.addItem(entry)

    def _tell_state(self) -> None:
        outline = self._outline
        has_items = outline is not None and bool(outline.items)
        can_edit = outline is not None and outline.can_be_edited
        self._stack.setCurrentIndex(0 if has_items else 1)
        self.check_action.setEnabled(has_items)
        if outline is None:
            self._empty.tell(
                self.tr("No meeting chosen"),
                self.tr("Choose a meeting at the top, or plan one in the meeting calendar."),
            )
        else:
            self._empty.tell(
                self.tr("The meeting has no agenda yet"),
                self.tr("Write the agenda first: the minutes follow its items."),
            )
        following = (
            next((state for state in _BY_HAND if state in FORWARD[outline.state]), None)
            if outline is not None
            else None
        )
        self.advance_action.setVisible(following is not None)
        self.advance_action.setData(following)
        if following is not None:
            name = STATE_NAMES[following]
            self.advance_action.setText(self.tr("Mark as {state}").format(state=name))
        is_on_its_way = outline is not None and outline.state in STEPS
        if outline is not None and has_items and not can_edit and not is_on_its_way:
            told = self.tr("The meeting's state is »{state}«. Its minutes cannot be changed now.")
            self._banner.tell(told.format(state=STATE_NAMES[outline.state]))
        else:
            self._banner.tell("")
        self.steps.reload()
        self.attendance.show_meeting(
            outline.meeting_id if outline is not None else None, can_edit=can_edit
        )

    def _show_current(self) -> None:
        outline, entry = self._outline, self.items.currentItem()
        item = entry.data(_ITEM) if self.items.currentRow() > 0 else None
        if outline is None or item is None:
            self.decision.flush()
            self.outputs.show_item("")
            self._middle.setCurrentIndex(0)
            return
        shown = self.decision.show_item(outline.meeting_id, item, can_edit=outline.can_be_edited)
        if shown:
            # A decision that cannot be changed does not take the keyboard; its history is shown.
            can_edit = outline.can_be_edited
            self.text_tools.set_editor(None if can_edit else self.decision.text)
            self._middle.setCurrentIndex(1)
            self.outputs.show_item(item.number)
            self.preview.pages.show_item(item.number)
            if not self.items.hasFocus() and outline.can_be_edited:
                self.decision.text.setFocus()

    def _use_editor(self, editor: RichTextEditor) -> None:
        self.text_tools.set_editor(editor)

    def _previous(self) -> None:
        self.items.setCurrentRow(max(self.items.currentRow() - 1, 0))

    def _next(self) -> None:
        self.items.setCurrentRow(min(self.items.currentRow() + 1, self.items.count() - 1))

    def check(self) -> None:
        """Show which decisions are hard to read, and go to the one that is to be mended."""
        meeting_id, outline = self._workspace.selection.meeting_id, self._outline
        if meeting_id is None or outline is None or not self.decision.flush():
            return
        found = choose_finding(minutes_findings(self._workspace.database, meeting_id), self)
        if found is not None and self.go_to_item(found.item_id):
            self.decision.text.go_to_block(found.block)

    def go_to_item(self, item_id: int) -> bool:
        """Show the decision on an item; tell whether the meeting has it."""
        ids = [item.id for item in self._outline.items] if self._outline is not None else []
        if item_id not in ids:
            return False
        self.items.setCurrentRow(ids.index(item_id) + 1)
        return True

    def advance(self) -> None:
        """Take the meeting to its next state."""
        meeting_id = self._workspace.selection.meeting_id
        state: MeetingState | None = self.advance_action.data()
        if meeting_id is not None and state is not None and self.decision.flush():
            self._try(lambda: advance(self._workspace.database, meeting_id, MeetingState(state)))

    def _toggle_preview(self) -> None:
        self.preview.setVisible(self.preview_action.isChecked())
        if self.preview_action.isChecked():
            self.preview.refresh_soon()

    def _try(self, write: Callable[[], Written[T]]) -> None:
        try:
            self._workspace.announcer.announce(write())
        except KkrError as error:
            show_error(self, error)

    def _see_change(self, change: Change) -> None:
        if change.area is not Area.MINUTES:
            return
        if change.meeting_id != self._workspace.selection.meeting_id:
            return
        self.reload()
        self.preview.refresh_soon()
