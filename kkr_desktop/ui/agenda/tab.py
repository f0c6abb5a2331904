"""The tab of the agenda: its outline, the item being written, and the preview."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services import drafting
from kkr_desktop.services.agenda_beginning import begin_agenda
from kkr_desktop.services.agenda_content import agenda_file_name, export_agenda, preview_agenda
from kkr_desktop.services.agenda_outline import AgendaOutline, agenda_outline
from kkr_desktop.services.dispatch_checklist import DispatchFinding
from kkr_desktop.services.readability_check import Finding, agenda_findings
from kkr_desktop.services.written import Area, Change
from kkr_desktop.ui.agenda.item_editor import ItemEditor
from kkr_desktop.ui.agenda.outline_editing import OutlineEditing
from kkr_desktop.ui.agenda.outline_tree import OutlineTree
from kkr_desktop.ui.agenda.pack_dialog import PackDialog
from kkr_desktop.ui.agenda.pack_status import PackStatus
from kkr_desktop.ui.agenda.postponed_banner import PostponedBanner
from kkr_desktop.ui.background import Progress, run_in_background
from kkr_desktop.ui.board.dialog import BoardDialog
from kkr_desktop.ui.dispatch.sending import Sending
from kkr_desktop.ui.document_preview import DocumentPreview
from kkr_desktop.ui.finding_list import choose_finding
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.outputs import OutputMenu
from kkr_desktop.ui.richtext.editor import RichTextEditor
from kkr_desktop.ui.richtext.toolbar import RichTextToolbar
from kkr_desktop.ui.widgets.banner import Banner
from kkr_desktop.ui.widgets.empty_state import EmptyState
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.tab_toolbar import TabToolbar
from kkr_desktop.ui.workspace import Workspace


class AgendaTab(QWidget):
    """Drafts the agenda of the chosen meeting."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._outline: AgendaOutline | None = None
        self.tree = OutlineTree()
        self.model = self.tree.outline
        self.editing = OutlineEditing(workspace, self.tree, self)
        self.undo_stack = self.editing.undo_stack
        self.editor = ItemEditor(workspace, self.undo_stack)
        self.text_tools = RichTextToolbar()
        database = workspace.database
        self.preview = DocumentPreview(
            lambda meeting_id: preview_agenda(database, meeting_id),
            lambda meeting_id: agenda_file_name(database, meeting_id),
            lambda meeting_id, path: export_agenda(database, meeting_id, path),
        )
        self.toolbar = TabToolbar(self)
        self._banner = Banner()
        self.sending = Sending(workspace, self._banner, self)
        self.postponed = PostponedBanner(workspace, self.editing.undo_stack)
        self._empty = EmptyState()
        self._no_item = EmptyState()
        self._stack = QStackedWidget()
        self._editor_stack = QStackedWidget()
        self._minutes = PlainLabel()
        self.pack_status = PackStatus(database)
        self._make_actions()
        self._lay_out()
        self.tree.selectionModel().currentChanged.connect(self._show_current)
        self.editing.item_added.connect(self._begin_writing)
        self.tree.files_dropped.connect(self._take_files)
        self.tree.appendix_dropped.connect(self.editor.appendices.changes.move_to_item)
        self.editor.editor_focused.connect(self._use_editor)
        self.sending.ended.connect(self._show_meeting)
        self.sending.place_wanted.connect(self._go_to_finding)
        self._empty.accepted.connect(self.begin)
        workspace.selection.meeting_changed.connect(self._show_meeting)
        workspace.announcer.changed.connect(self._see_change)
        self._show_meeting()

    def _make_actions(self) -> None:
        self.add_item_action = self.toolbar.add_tool(
            "plus", self.tr("Item"), "Ctrl+N", self.editing.add_item
        )
        self.add_section_action = self.toolbar.add_tool(
            "folder-plus", self.tr("Section"), "Ctrl+Shift+N", self.editing.add_section
        )
        self.up_action = self.toolbar.add_tool(
            "arrow-up", self.tr("Up"), "Ctrl+Up", self.editing.move_up
        )
        self.down_action = self.toolbar.add_tool(
            "arrow-down", self.tr("Down"), "Ctrl+Down", self.editing.move_down
        )
        self.remove_action = self.toolbar.add_tool(
            "trash-2", self.tr("Remove"), "Ctrl+Shift+Del", self._remove
        )
        undo = self.undo_stack.createUndoAction(self, self.tr("Undo"))
        undo.setShortcut(QKeySequence("Ctrl+Alt+Z"))
        undo.setIcon(icon("undo-2"))
        redo = self.undo_stack.createRedoAction(self, self.tr("Redo"))
        redo.setShortcut(QKeySequence("Ctrl+Alt+Y"))
        redo.setIcon(icon("redo-2"))
        self.addActions([undo, redo])
        self.toolbar.addAction(undo)
        self.toolbar.addSeparator()
        self.dispatch_action = self.toolbar.add_tool(
            "send", self.tr("Dispatch agenda…"), "", self.dispatch
        )
        self.board_action = self.toolbar.add_tool(
            "table-properties", self.tr("Board…"), "Ctrl+Shift+T", self.show_board
        )
        self.pack_action = self.toolbar.add_tool(
            "printer", self.tr("Build pack…"), "Ctrl+Shift+B", self.build_pack
        )
        self.check_action = self.toolbar.add_tool(
            "circle-check", self.tr("Check accessibility…"), "F7", self.check
        )
        self.outputs = OutputMenu(self._workspace, self.editor.flush, self).for_agenda()
        self.outputs.addAction(icon("arrow-down-up"), self.tr("Compare &versions…"), self.compare)
        self.outputs.addAction(icon("send"), self.tr("What was &sent…"), self.sending.show_sent)
        self.toolbar.add_menu("file-text", self.outputs)
        self.preview_action = self.toolbar.add_tool(
            "eye", self.tr("Preview"), "F9", self._toggle_preview
        )
        self.preview_action.setCheckable(True)
        self.preview_action.setChecked(True)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree, 1)
        self._minutes.setContentsMargins(12, 4, 8, 6)
        column.addWidget(self._minutes)
        column.addWidget(self.pack_status)
        self._editor_stack.addWidget(self.editor)
        self._editor_stack.addWidget(self._no_item)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text_tools)
        column.addWidget(self._editor_stack, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        for widget, least in ((left, 220), (middle, 400), (self.preview, 260)):
            widget.setMinimumWidth(least)
            self._splitter.addWidget(widget)
        self._splitter.setSizes([320, 620, 500])
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.toolbar)
        outer.addWidget(self._banner)
        outer.addWidget(self.postponed)
        outer.addWidget(self._stack, 1)

    def _show_meeting(self) -> None:
        self.editor.flush()
        self.undo_stack.clear()
        self.reload()
        items = self.model.items_in_order()
        if items:
            self._go_to_item(items[0].id)
        else:
            self._editor_stack.setCurrentWidget(self._no_item)
        self.preview.show_meeting(self._workspace.selection.meeting_id)
        self.pack_status.show_meeting(self._workspace.selection.meeting_id)

    def reload(self) -> None:
        """Read the outline anew and keep the place in it."""
        meeting_id = self._workspace.selection.meeting_id
        self._outline = (
            agenda_outline(self._workspace.database, meeting_id) if meeting_id is not None else None
        )
        self.tree.show_outline(self._outline)
        self._tell_state()

    def _tell_state(self) -> None:
        outline = self._outline
        can_edit = outline is not None and outline.can_be_edited
        has_agenda = outline is not None and bool(outline.sections)
        self._stack.setCurrentIndex(0 if has_agenda else 1)
        if outline is None:
            self._empty.tell(
                self.tr("No meeting chosen"),
                self.tr("Choose a meeting at the top, or plan one in the meeting calendar."),
            )
        else:
            self._empty.tell(
                self.tr("The agenda is not begun"),
                self.tr("Begin with the standing sections of this kind of meeting."),
                self.tr("Begin the agenda") if can_edit else "",
            )
        self._no_item.tell(self.tr("No item chosen"), self.tr("Choose an item, or add one."))
        for action in (self.add_item_action, self.add_section_action, self.remove_action):
            action.setEnabled(can_edit)
        self.up_action.setEnabled(can_edit)
        self.down_action.setEnabled(can_edit)
        self.check_action.setEnabled(has_agenda)
        self.board_action.setEnabled(has_agenda)
        self.pack_action.setEnabled(has_agenda)
        self.sending.tell(outline)
        self.dispatch_action.setEnabled(self.sending.can_send)
        self._tell_minutes()

    def _tell_minutes(self) -> None:
        outline = self._outline
        if outline is None:
            self._minutes.clear()
            return
        self._minutes.setText(
            self.tr("Planned: {planned} of {whole}").format(
                planned=_hours(outline.planned_minutes), whole=_hours(outline.meeting_minutes)
            )
        )

    def _show_current(self, current: QModelIndex) -> None:
        item = self.model.item_at(current)
        if item is None or self._outline is None:
            return
        if item.id != self.editor.item_id and not self.editor.show_item(
            item.id, can_edit=self._outline.can_be_edited
        ):
            return
        self._editor_stack.setCurrentWidget(self.editor)
        self.text_tools.set_editor(None)
        self.preview.pages.show_item(item.number)

    def _go_to_item(self, item_id: int) -> None:
        place = self.model.index_of_item(item_id)
        self.tree.setCurrentIndex(place)
        if self._outline is not None and place.isValid():
            self.editor.show_item(item_id, can_edit=self._outline.can_be_edited)
            self._editor_stack.setCurrentWidget(self.editor)

    def _take_files(self, item_id: int, paths: list[Path]) -> None:
        """Take files in that were dropped on an item, and show where they come."""
        self._go_to_item(item_id)
        self.editor.show_appendices()
        self.editor.appendices.adding.add(item_id, paths)

    def _use_editor(self, editor: RichTextEditor) -> None:
        self.text_tools.set_editor(editor)

    def build_pack(self) -> None:
        """Build the agenda and its appendices as one document."""
        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is not None and self.editor.flush():
            dialog = PackDialog(self._workspace, meeting_id, self)
            dialog.exec()
            dialog.deleteLater()

    def check(self) -> None:
        """Show what is hard to read in the agenda, and go where the secretary wants to mend it."""
        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is None or not self.editor.flush():
            return
        database = self._workspace.database

        def work(_progress: Progress) -> tuple[Finding, ...]:
            return agenda_findings(database, meeting_id)

        run_in_background(self, work, self._show_findings, self._tell_failure)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        found = choose_finding(findings, self)
        if found is None:
            return
        self._go_to_item(found.item_id)
        if found.part is not None:
            self.editor.go_to(found.part, found.block)

    def _tell_failure(self, error: KkrError) -> None:
        self.setEnabled(True)
        self.sending.tell(self._outline)
        show_error(self, error)

    def begin(self) -> None:
        """Begin the agenda of a planned meeting, or add its first section."""
        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is None or self._outline is None:
            return
        database = self._workspace.database
        if self._outline.state is MeetingState.PLANNED:
            self.editing.attempt(lambda: begin_agenda(database, meeting_id))
            self._show_meeting()
        if self._outline.can_be_edited and not self._outline.sections:
            self.editing.attempt(lambda: drafting.add_section(database, meeting_id, "Sager"))

    def _remove(self) -> None:
        if self.editor.flush():
            self.editing.remove()
        if self.editor.item_id not in {row.id for row in self.model.items_in_order()}:
            self._editor_stack.setCurrentWidget(self._no_item)

    def _begin_writing(self, item_id: int) -> None:
        self._go_to_item(item_id)
        self.editor.title.setFocus()

    def dispatch(self) -> None:
        """Send the agenda, or what came after it."""
        if self.editor.flush():
            self.sending.run()

    def show_board(self) -> None:
        """Show where each item is on its way, and go to the one that is opened there."""
        meeting_id = self._workspace.selection.meeting_id
        if meeting_id is None or not self.editor.flush():
            return
        dialog = BoardDialog(self._workspace, meeting_id, self)
        dialog.exec()
        wanted = dialog.wanted
        dialog.deleteLater()
        if wanted is not None:
            self._go_to_item(wanted)

    def compare(self) -> None:
        """Compare versions of the agenda."""
        if self.editor.flush():
            self.sending.compare()

    def _go_to_finding(self, wanted: DispatchFinding) -> None:
        if wanted.item_id is not None:
            self._go_to_item(wanted.item_id)
            if wanted.part is not None:
                self.editor.go_to(wanted.part, wanted.block)

    def _toggle_preview(self) -> None:
        self.preview.setVisible(self.preview_action.isChecked())
        if self.preview_action.isChecked():
            self.preview.refresh_soon()
        self.pack_status.refresh_soon()

    def _see_change(self, change: Change) -> None:
        if change.area is not Area.AGENDA:
            return
        if change.meeting_id != self._workspace.selection.meeting_id:
            return
        self.reload()
        if self.editor.item_id in {item.id for item in self.model.items_in_order()}:
            self.editor.refresh_appendices()  # their numbers follow those of all items
        self.preview.refresh_soon()
        self.pack_status.refresh_soon()


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    words = [f"{hours} t."] if hours else []
    return " ".join([*words, f"{rest} min."] if rest or not hours else words)
