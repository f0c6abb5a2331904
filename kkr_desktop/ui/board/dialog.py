"""The board: where each item of an agenda is, who is late, and texts that ask for it."""

import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QUndoStack
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.item_work import WorkStatus
from kkr_desktop.services.chasing import (
    ChaseText,
    chase_texts,
    for_clipboard,
    write_chase_drafts,
)
from kkr_desktop.services.item_work import (
    BoardItem,
    board_items,
    proposed_due,
    set_due_where_missing,
    set_status,
    take_back_due,
)
from kkr_desktop.services.written import Area, Change, T, Written
from kkr_desktop.ui.board.column import BoardColumn
from kkr_desktop.ui.board.deadline_dialog import DeadlineDialog
from kkr_desktop.ui.board.details import ItemDetails
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.undo import TwoWayCommand
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.workspace import Workspace


class BoardDialog(QDialog):
    """`wanted` is the item to open in the editor after the dialog was closed."""

    def __init__(
        self, workspace: Workspace, meeting_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._meeting_id = meeting_id
        self._items: tuple[BoardItem, ...] = ()
        self._chosen: int | None = None
        self.wanted: int | None = None
        self.undo_stack = QUndoStack(self)
        self.setWindowTitle(self.tr("Where the items are"))
        self.columns = {status: BoardColumn(status) for status in WorkStatus}
        self.details = ItemDetails(workspace)
        self.summary = PlainLabel()
        self.copy_button = QPushButton(icon("copy"), self.tr("&Copy the reminder"))
        self.deadline_button = QPushButton(icon("clock"), self.tr("Deadline for &all…"))
        self.draft_button = QPushButton(icon("send"), self.tr("Reminders as e-mail &drafts"))
        self._lay_out()
        self._connect()
        self.reload()
        self._choose(next((row.item_id for row in self._items), None))

    def _lay_out(self) -> None:
        board = QWidget()
        row = QHBoxLayout(board)
        row.setContentsMargins(0, 0, 0, 0)
        for column in self.columns.values():
            row.addWidget(column, 1)
        side = QFrame()
        inside = QVBoxLayout(side)
        inside.setContentsMargins(10, 0, 0, 0)
        inside.addWidget(self.details)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(board)
        splitter.addWidget(side)
        splitter.setSizes([860, 360])
        splitter.setStretchFactor(0, 1)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.summary, 1)
        for button in (self.deadline_button, self.copy_button, self.draft_button, close):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        hint = PlainLabel(
            self.tr("Drag an item to its column, or move it with Ctrl+Left and Ctrl+Right.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(hint)
        column.addWidget(splitter, 1)
        column.addLayout(buttons)
        undo = self.undo_stack.createUndoAction(self)
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        redo = self.undo_stack.createRedoAction(self)
        redo.setShortcut(QKeySequence.StandardKey.Redo)
        self.addActions([undo, redo])
        self.resize(1240, 720)

    def _connect(self) -> None:
        for status, column in self.columns.items():
            column.cards.dropped.connect(partial(self._drop, status))
            column.cards.moved.connect(self.move_item)
            column.cards.currentItemChanged.connect(partial(self._show_current, status))
            column.cards.itemActivated.connect(self._focus_details)
        self.details.open_wanted.connect(self._open)
        self.copy_button.clicked.connect(self.copy_reminder)
        self.draft_button.clicked.connect(self._open_drafts)
        self.deadline_button.clicked.connect(self._ask_for_deadline)
        self._workspace.announcer.changed.connect(self._see_change)

    def reload(self) -> None:
        """Read the board anew and keep the chosen item."""
        today = date.today()  # noqa: DTZ011
        self._items = board_items(self._workspace.database, self._meeting_id)
        late = 0
        for status, column in self.columns.items():
            here = [row for row in self._items if row.work.status is status]
            late += sum(row.lateness(today).is_late for row in here)
            column.cards.blockSignals(True)
            column.show_items(here, today)
            column.cards.blockSignals(False)
        self.summary.setText(
            self.tr("%n item(s) late.", "", late) if late else self.tr("Nothing is late.")
        )
        self.draft_button.setEnabled(late > 0)
        self.deadline_button.setEnabled(any(row.lacks_deadline for row in self._items))
        self._mark(self._chosen)
        self.details.follow(self._row(self._chosen))

    def _row(self, item_id: int | None) -> BoardItem | None:
        return next((row for row in self._items if row.item_id == item_id), None)

    def _mark(self, item_id: int | None) -> None:
        """Show which item is chosen, without telling of it."""
        for column in self.columns.values():
            column.cards.blockSignals(True)
            if item_id is None or not column.choose(item_id):
                column.cards.setCurrentRow(-1)
            column.cards.blockSignals(False)
        self.copy_button.setEnabled(item_id is not None)

    def _choose(self, item_id: int | None) -> None:
        self._chosen = item_id
        self._mark(item_id)
        self.details.show_item(self._row(item_id))

    def _show_current(self, status: WorkStatus, *_entries: object) -> None:
        item_id = self.columns[status].cards.item_id()
        if item_id is not None and item_id != self._chosen:
            self._choose(item_id)

    def _focus_details(self) -> None:
        self.details.owner.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, status: WorkStatus, item_id: int) -> None:
        self.put(item_id, status)

    def move_item(self, item_id: int, step: int) -> None:
        """Move an item one column to the right, or to the left with -1."""
        order = list(WorkStatus)
        now = next(row.work.status for row in self._items if row.item_id == item_id)
        place = order.index(now) + step
        if 0 <= place < len(order):
            self.put(item_id, order[place])
            self.columns[order[place]].cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, item_id: int, status: WorkStatus) -> None:
        """Put an item into a column; undo takes it back."""
        self.details.flush()
        before = next(row.work.status for row in self._items if row.item_id == item_id)
        if before is status:
            return
        self._chosen = item_id
        database = self._workspace.database
        self.undo_stack.push(
            TwoWayCommand(
                self.tr("Move item"),
                lambda: self._try(lambda: set_status(database, item_id, status)),
                lambda: self._try(lambda: set_status(database, item_id, before)),
            )
        )
        self._choose(item_id)

    def _ask_for_deadline(self) -> None:
        self.details.flush()
        lacking = sum(row.lacks_deadline for row in self._items)
        today = date.today()  # noqa: DTZ011
        proposed = proposed_due(self._workspace.database, self._meeting_id, today)
        DeadlineDialog(lacking, proposed, self.give_deadline, self).exec()

    def give_deadline(self, due_on: date) -> None:
        """Give all items that have none a deadline; undo takes it from those again."""
        database, meeting_id = self._workspace.database, self._meeting_id
        given: list[int] = []

        def give() -> None:
            written = self._try(lambda: set_due_where_missing(database, meeting_id, due_on))
            given[:] = written or ()

        def take_back() -> None:
            self._try(lambda: take_back_due(database, meeting_id, due_on, given))

        self.undo_stack.push(TwoWayCommand(self.tr("Deadline for all"), give, take_back))

    def _try(self, write: Callable[[], Written[T]]) -> T | None:
        try:
            return self._workspace.announcer.announce(write())
        except KkrError as error:
            show_error(self, error)
            return None

    def _see_change(self, change: Change) -> None:
        if change.area is Area.WORK and change.meeting_id == self._meeting_id:
            self.reload()

    def _texts(self, only: frozenset[int] | None) -> tuple[ChaseText, ...]:
        self.details.flush()
        today = date.today()  # noqa: DTZ011
        return chase_texts(self._workspace.database, self._meeting_id, today, only)

    def copy_reminder(self) -> None:
        """Put a reminder about the chosen item on the clipboard."""
        if self._chosen is not None:
            QGuiApplication.clipboard().setText(
                for_clipboard(self._texts(frozenset({self._chosen})))
            )

    def _open_drafts(self) -> None:
        self.write_drafts(Path(tempfile.mkdtemp(prefix="kkr-desktop-")))

    def write_drafts(self, folder: Path) -> None:
        """Write a reminder to each owner of late items and open it in the mail program."""
        try:
            paths = write_chase_drafts(self._texts(None), folder)
        except KkrError as error:
            show_error(self, error)
            return
        for path in paths:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _open(self, item_id: int) -> None:
        self.wanted = item_id
        self.reject()

    def reject(self) -> None:
        self.details.flush()
        super().reject()
