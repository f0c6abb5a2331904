"""Who took part: a table where one key says how, and the guests below it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.participation import Answer
from kkr_desktop.services.attendance import (
    AttendanceRow,
    AttendanceSheet,
    attendance_sheet,
    is_sitting,
)
from kkr_desktop.services.attendance_changes import (
    everybody_present,
    set_answer,
    set_status,
    take_replies,
)
from kkr_desktop.services.attendance_moves import (
    bring_substitute,
    came_at,
    left_at,
    note_arrival,
    note_departure,
)
from kkr_desktop.services.treated_items import running_item
from kkr_desktop.services.written import Written
from kkr_desktop.ui.minutes.attendance_model import AttendanceModel, Column
from kkr_desktop.ui.minutes.attendance_table import ANSWERS, STATUSES, AttendanceTable
from kkr_desktop.ui.minutes.attendance_totals import AttendanceTotalsLabel
from kkr_desktop.ui.minutes.guest_panel import GuestPanel
from kkr_desktop.ui.minutes.seat_changes import SeatChanges
from kkr_desktop.ui.minutes.substitute_menu import SubstituteMenu
from kkr_desktop.ui.widgets.flow_layout import FlowLayout
from kkr_desktop.ui.widgets.following_area import FollowingArea
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.problem_label import ProblemLabel
from kkr_desktop.ui.workspace import Workspace


class AttendanceView(QWidget):
    """Attendance of the chosen meeting. Everything is written at once, and can be undone.

    `is_narrow` leaves out what is for before the meeting: replies and municipalities.
    """

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, is_narrow: bool = False
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._is_narrow = is_narrow
        self._meeting_id: int | None = None
        self.now: Callable[[], datetime] = lambda: datetime.now().astimezone()
        self.problem = ProblemLabel()
        self.changes = SeatChanges(workspace, self, self.problem)
        self.model = AttendanceModel(self)
        self.table = AttendanceTable(self.model, is_narrow=is_narrow)
        self.table.setAccessibleName(self.tr("Attendance"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a member (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.totals = AttendanceTotalsLabel()
        self.guests = GuestPanel(workspace, is_narrow=is_narrow)
        self._buttons: list[QPushButton] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        self._add_button(
            buttons,
            self.tr("&Everybody present"),
            self.tr("Marks as present everybody of whom nothing is noted yet."),
            self.mark_everybody,
        )
        if not self._is_narrow:
            self._add_button(
                buttons,
                self.tr("Take over &replies"),
                self.tr("Makes attendance of the replies, where nothing is noted yet."),
                self.take_over_replies,
            )
        whole = (
            (Qt.Key.Key_T, self.tr("Present (T)")),
            (Qt.Key.Key_V, self.tr("Online (V)")),
            (Qt.Key.Key_A, self.tr("Apology (A)")),
            (Qt.Key.Key_U, self.tr("Absent (U)")),
        )
        for key, words in (
            *(() if self._is_narrow else whole),
            (Qt.Key.Key_K, self.tr("Comes now (K)")),
            (Qt.Key.Key_G, self.tr("Leaves now (G)")),
            (Qt.Key.Key_S, self.tr("Substitute (S)…")),
        ):
            self._add_button(buttons, words, "", self._presser(key))
        if self._is_narrow:
            hint = PlainLabel(self.tr("Whole meeting: T present · V online · A apology · U absent"))
        else:
            hint = PlainLabel(
                self.tr("Reply before the meeting: J is coming, O online, N is not coming.")
            )
        hint.setWordWrap(True)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(12, 8, 12, 4)
        column.addLayout(buttons)
        beside = QBoxLayout.Direction.LeftToRight
        line = QBoxLayout(QBoxLayout.Direction.TopToBottom if self._is_narrow else beside)
        line.addWidget(self.search, 1)
        line.addWidget(hint, 2)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.problem)
        column.addWidget(self.totals)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._one_column(top) if self._is_narrow else self._two_parts(top))

    def _one_column(self, top: QWidget) -> QScrollArea:
        """In the large type of the meeting room the guests must leave the table its room."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(top, 1)
        column.addWidget(self.guests)
        return _scrolled(inside)

    def _two_parts(self, top: QWidget) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(_scrolled(top))
        splitter.addWidget(self.guests)
        splitter.setStretchFactor(0, 1)
        return splitter

    def _add_button(self, line: FlowLayout, words: str, tip: str, run: Callable[[], None]) -> None:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.clicked.connect(run)
        line.addWidget(button)
        self._buttons.append(button)

    def _presser(self, key: Qt.Key) -> Callable[[], None]:
        def run() -> None:
            self.press(key)

        return run

    def _connect(self) -> None:
        self.table.letter_pressed.connect(self.press)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.model.arrival_typed.connect(self._note_arrival)
        self.model.departure_typed.connect(self._note_departure)
        self.model.substitute_chosen.connect(self._bring)
        self.search.textChanged.connect(self.model.seek)
        self.search.returnPressed.connect(self._go_to_first)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.setWhatsThis(self.tr("Find a member"))
        find.activated.connect(self.search.setFocus)
        for action, keys in (
            (self.changes.stack.createUndoAction(self, self.tr("Undo")), "Ctrl+Z"),
            (self.changes.stack.createRedoAction(self, self.tr("Redo")), "Ctrl+Y"),
        ):
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.table.addAction(action)

    def show_meeting(self, meeting_id: int | None, *, can_edit: bool) -> None:
        """Show who took part in a meeting."""
        if meeting_id != self._meeting_id:
            self.changes.stack.clear()
        self._meeting_id = meeting_id
        database = self._workspace.database
        sheet = attendance_sheet(database, meeting_id) if meeting_id else AttendanceSheet()
        self.model.show(sheet, can_edit=can_edit)
        self.table.fit_columns()
        for button in self._buttons:
            button.setEnabled(can_edit and bool(sheet.rows))
        self.totals.tell(sheet, running_item(sheet.items) if self._is_narrow else None)
        self.guests.show_meeting(meeting_id, sheet.items, can_edit=can_edit)

    def press(self, key: Qt.Key) -> None:
        """Do what a letter stands for to the chosen members."""
        if key in STATUSES:
            self.set_status(STATUSES[key])
        elif key in ANSWERS:
            self.set_answer(ANSWERS[key])
        elif key == Qt.Key.Key_K:
            self.move_now(self.tr("Came"), came_at)
        elif key == Qt.Key.Key_G:
            self.move_now(self.tr("Left"), left_at)
        elif key == Qt.Key.Key_S:
            self.offer_substitutes()
        elif key == Qt.Key.Key_Space:
            self.toggle()

    def _chosen(self) -> list[int]:
        return self.table.chosen_rows()

    def set_status(self, status: AttendanceStatus | None) -> None:
        """Note how the chosen members took part, and go on to the next."""
        self._do_to_chosen(
            self.tr("Attendance"),
            lambda meeting_id, members: set_status(
                self._workspace.database, meeting_id, members, status
            ),
        )
        self._go_on()

    def set_answer(self, answer: Answer | None) -> None:
        """Note what the chosen members replied, and go on to the next."""
        meeting_id, chosen = self._meeting_id, self._chosen()
        if meeting_id is None or not chosen or not self._can_edit():
            return
        members = [self.model.row_at(row).membership_id for row in chosen]
        try:
            written = set_answer(self._workspace.database, meeting_id, members, answer)
        except KkrError as error:
            self.problem.tell(error)
            return
        self._workspace.announcer.announce(written)
        self._go_on()

    def move_now(
        self,
        text: str,
        move: Callable[..., Written[tuple[AttendanceRow, ...]]],
    ) -> None:
        """Note that the chosen members came, or left, at this moment."""
        moment = self.now().time().replace(second=0, microsecond=0)
        self._do_to_chosen(
            text,
            lambda meeting_id, members: move(self._workspace.database, meeting_id, members, moment),
        )

    def toggle(self) -> None:
        """Note that the chosen member comes, or leaves if somebody sits there."""
        chosen = self._chosen()
        if len(chosen) == 1:
            leaves = is_sitting(self.model.row_at(chosen[0]))
            text = self.tr("Left") if leaves else self.tr("Came")
            self.move_now(text, left_at if leaves else came_at)

    def _do_to_chosen(
        self,
        text: str,
        write: Callable[[int, list[int]], Written[tuple[AttendanceRow, ...]]],
    ) -> None:
        meeting_id, chosen = self._meeting_id, self._chosen()
        if meeting_id is None or not chosen or not self._can_edit():
            return
        members = [self.model.row_at(row).membership_id for row in chosen]
        self.changes.do(meeting_id, text, lambda: write(meeting_id, members))

    def _can_edit(self) -> bool:
        return self._buttons[0].isEnabled()

    def _go_on(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1 and chosen[0] + 1 < self.model.rowCount():
            self.table.selectRow(chosen[0] + 1)

    def _go_to_first(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)
            self.table.setFocus()

    def mark_everybody(self) -> None:
        """Note everybody of whom nothing is known as present."""
        meeting_id = self._meeting_id
        if meeting_id is not None:
            self.changes.do(
                meeting_id,
                self.tr("Everybody present"),
                lambda: everybody_present(self._workspace.database, meeting_id),
            )

    def take_over_replies(self) -> None:
        """Make attendance of the replies."""
        meeting_id = self._meeting_id
        if meeting_id is not None:
            self.changes.do(
                meeting_id,
                self.tr("Take over replies"),
                lambda: take_replies(self._workspace.database, meeting_id),
            )

    def _note_arrival(self, membership_id: int, words: str) -> None:
        meeting_id, database = self._meeting_id, self._workspace.database
        if meeting_id is not None:
            self.changes.do(
                meeting_id,
                self.tr("Came"),
                lambda: note_arrival(database, meeting_id, membership_id, words),
            )

    def _note_departure(self, membership_id: int, words: str) -> None:
        meeting_id, database = self._meeting_id, self._workspace.database
        if meeting_id is not None:
            self.changes.do(
                meeting_id,
                self.tr("Left"),
                lambda: note_departure(database, meeting_id, membership_id, words),
            )

    def offer_substitutes(self) -> None:
        """Show who may come in the chosen member's place; one more key takes one of them."""
        meeting_id, chosen = self._meeting_id, self._chosen()
        if meeting_id is None or len(chosen) != 1 or not self._can_edit():
            return
        row = self.model.row_at(chosen[0])
        self.table.scrollTo(self.model.index(chosen[0], Column.NAME))
        place = self.table.visualRect(self.model.index(chosen[0], Column.NAME))
        place.translate(self.table.viewport().pos())
        menu = SubstituteMenu(
            self._workspace,
            meeting_id,
            row,
            self.changes,
            self.table,
        )
        menu.open_among(self.model.rows(), place)

    def _bring(self, membership_id: int, person_id: int | None) -> None:
        meeting_id, database = self._meeting_id, self._workspace.database
        if meeting_id is not None:
            self.changes.do(
                meeting_id,
                self.tr("Substitute"),
                lambda: bring_substitute(database, meeting_id, membership_id, person_id),
            )

    def _show_menu(self, place: QPoint) -> None:
        if self.table.indexAt(place).isValid():
            self.offer_substitutes()


def _scrolled(inside: QWidget) -> QScrollArea:
    """Let what has no room in large type be scrolled to: nothing covers anything else."""
    area = FollowingArea()
    area.setWidget(inside)
    return area
