"""The tab of the members: who sits on the body now, or sat there on any other day."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
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

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.register import MemberRow, attached_on, members_on
from kkr_desktop.services.seat_account import SeatAccount, seat_account
from kkr_desktop.services.written import Area, Change
from kkr_desktop.ui.members.day_chooser import DayChooser
from kkr_desktop.ui.members.former_members import FormerMembers
from kkr_desktop.ui.members.lists_menu import ListsMenu
from kkr_desktop.ui.members.member_editing import MemberEditing
from kkr_desktop.ui.members.seat_changes import SeatChanges
from kkr_desktop.ui.members.seats_panel import SeatsPanel
from kkr_desktop.ui.members.table import Column, MembersModel
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.empty_state import EmptyState
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.row_table import RowTable
from kkr_desktop.ui.widgets.tab_toolbar import TabToolbar
from kkr_desktop.ui.workspace import Workspace

_WIDTHS = {
    Column.NAME: 190,
    Column.PARTY: 52,
    Column.MUNICIPALITY: 130,
    Column.TITLE: 190,
    Column.ROLE: 100,
    Column.TYPE: 100,
    Column.EMAIL: 250,
    Column.PHONE: 110,
    Column.SUBSTITUTE: 170,
    Column.FROM: 90,
    Column.TO: 90,
}


class MembersTab(QWidget):
    """Lists the members, and adds, changes and ends memberships."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.model = MembersModel(self)
        self.table = RowTable()
        self.filter = QLineEdit()
        self.as_on = DayChooser()
        self.show_former = QCheckBox(self.tr("Show former members"))
        self.count = PlainLabel()
        self.reading = PlainLabel(self.tr("Fetching those who have left …"))
        self._former = FormerMembers(workspace.database, self)
        self._of_the_day: Sequence[MemberRow] = ()
        self._chosen_before: Collection[int] = ()
        self._account: SeatAccount | None = None
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self.toolbar = TabToolbar(self)
        self.editing = MemberEditing(workspace, self)
        self.editing.added.connect(self._choose_added)
        self.seats = SeatChanges(workspace, self)
        self.editing.undo_offered.connect(self.seats.banner.offer)
        self.panel = SeatsPanel()
        self._has_seats = False
        self._make_actions()
        self._set_up_table()
        self._lay_out()
        self.filter.textChanged.connect(self.model.set_filter)
        self.show_former.toggled.connect(self._toggle_former)
        self.as_on.changed.connect(self.reload)
        self._former.read.connect(self._show_former)
        self._former.failed.connect(self._tell_error)
        self._empty.accepted.connect(self.add)
        self.panel.fill_wanted.connect(self.seats.fill)
        self.panel.party_wanted.connect(self.seats.choose_party)
        workspace.selection.body_changed.connect(self.reload)
        workspace.announcer.changed.connect(self._see_change)
        self.reload()

    def _make_actions(self) -> None:
        self.add_action = self.toolbar.add_tool(
            "user-plus", self.tr("Add member…"), "Ctrl+N", self.add
        )
        self.edit_action = self.toolbar.add_tool("pencil", self.tr("Edit…"), "F2", self.edit)
        self.contacts_action = self.toolbar.add_tool(
            "users", self.tr("Contacts…"), "F4", self.edit_contacts
        )
        self.report_action = QAction(self.tr("Show all about this person (PDF)…"), self)
        self.report_action.triggered.connect(self.write_report)
        self.person_action = self.toolbar.add_tool(
            "clock", self.tr("Over time…"), "Ctrl+I", self.show_person
        )
        self.hand_over_action = self.toolbar.add_tool(
            "user-check", self.tr("Replace…"), "F6", self.hand_over
        )
        self.hand_over_action.setToolTip(
            self.tr("Change of mayor, or another member who leaves: who leaves, who comes")
        )
        self.end_action = self.toolbar.add_tool(
            "user-minus", self.tr("End membership…"), "Del", self.end
        )
        self.undo_action = self.toolbar.add_tool(
            "undo-2", self.tr("Undo change of seat"), "", self.take_back
        )
        self.copy_action = self.toolbar.add_tool(
            "copy", self.tr("Copy e-mail addresses"), "Ctrl+Shift+C", self.copy_addresses
        )
        self.seats_action = self.toolbar.add_tool(
            "table-properties", self.tr("Seats"), "F7", self._show_panel
        )
        self.seats_action.setCheckable(True)
        self.seats_action.setChecked(True)
        self.seats_action.setToolTip(self.tr("Show how the seats are filled"))
        self.lists = ListsMenu(self._workspace, self, self.as_on.day)
        self.lists.addSeparator()
        self.lists.addAction(self.report_action)
        self.toolbar.add_menu("arrow-down-up", self.lists)

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Members"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        self.table.activated.connect(self.edit)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.model.modelAboutToBeReset.connect(self._remember_chosen)
        self.model.modelReset.connect(self._choose_again)

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter by name, party, municipality …"))
        self.filter.setAccessibleName(self.tr("Filter members"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(340)
        find = QAction(self.tr("Find member"), self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(self.filter.setFocus)
        self.addAction(find)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        line.addWidget(self.filter, 1)
        line.addWidget(self.as_on)
        line.addWidget(self.show_former)
        line.addWidget(self.reading)
        line.addStretch(1)
        line.addWidget(self.count)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        self._stack.addWidget(listed)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.toolbar)
        outer.addWidget(self.lists.importing.banner)
        outer.addWidget(self.seats.banner)
        outer.addWidget(self._stack, 1)
        outer.addWidget(self.panel)

    def reload(self) -> None:
        """Read the members anew."""
        body_id = self._workspace.selection.body_id
        if body_id is None:
            self._account = None
            self.model.set_rows(())
            return
        database, day = self._workspace.database, self.as_on.day()
        rows = (*members_on(database, body_id, day), *attached_on(database, body_id, day))
        account = seat_account(database, body_id, day)
        if self.show_former.isChecked():
            self._former.ask(body_id, day)
        self._show_rows(rows, account)
        self.panel.show_account(account)
        self._has_seats = bool(rows) or bool(account.vacant)
        self._show_panel()
        self.count.setText(self.panel.summary())
        self._empty.tell(
            self.tr("No members yet"),
            self.tr("Add the first member: a mayor, or one whom a party has chosen."),
            self.tr("Add member…"),
        )
        self._choose_page()
        self._enable()

    def _choose_page(self) -> None:
        rows, shows_former = self._of_the_day, self.show_former.isChecked()
        is_listed = bool(rows) or shows_former or not self.as_on.is_today
        self._stack.setCurrentIndex(0 if is_listed else 1)

    def _show_rows(self, rows: Sequence[MemberRow], account: SeatAccount) -> None:
        """Show the members of the day, with those who have left as far as they are read."""
        self._of_the_day, self._account = rows, account
        left: tuple[MemberRow, ...] = ()
        if self.show_former.isChecked():
            listed = {row.membership_id for row in rows}
            left = tuple(row for row in self._former.rows if row.membership_id not in listed)
            rows = (*rows, *left)
        self.reading.setVisible(self.show_former.isChecked() and self._former.is_reading)
        self.table.setColumnHidden(Column.TO, not any(row.last_day for row in rows))
        self.table.setColumnHidden(Column.PARTY, not account.for_elected)
        self.model.set_rows(
            rows, left={row.membership_id for row in left}, has_types=account.has_types
        )

    def _toggle_former(self, shown: bool) -> None:  # noqa: FBT001  (a slot)
        body_id = self._workspace.selection.body_id
        if shown and body_id is not None:
            self._former.ask(body_id, self.as_on.day())
        self._show_former()
        self._choose_page()

    def _show_former(self) -> None:
        if self._account is not None:
            self._show_rows(self._of_the_day, self._account)
            self._enable()

    def _show_panel(self) -> None:
        shown = self.seats_action.isChecked()
        self.panel.setVisible(shown and self._has_seats)
        self.count.setVisible(not shown)

    def chosen(self) -> list[MemberRow]:
        """Return the chosen members in the order shown."""
        return [self.model.row_at(row) for row in self.table.chosen_rows()]

    def _remember_chosen(self) -> None:
        self._chosen_before = {row.membership_id for row in self.chosen()}

    def _choose_again(self) -> None:
        """Choose whom one had chosen, as far as they are shown in what is listed now."""
        self._choose(self._chosen_before)

    def _choose(self, memberships: Collection[int]) -> None:
        shown = range(self.model.rowCount())
        self.table.choose_rows(
            [row for row in shown if self.model.row_at(row).membership_id in memberships]
        )

    def _enable(self) -> None:
        chosen = self.chosen()
        one = len(chosen) == 1
        self.edit_action.setEnabled(one)
        self.contacts_action.setEnabled(one)
        self.report_action.setEnabled(one)
        self.person_action.setEnabled(one)
        self.end_action.setEnabled(one and chosen[0].last_day is None)
        self.hand_over_action.setEnabled(bool(self.model.total))
        self.undo_action.setEnabled(one and self.seats.can_take_back(chosen[0]))
        self.copy_action.setEnabled(bool(self.model.total))
        self.lists.enable(has_members=bool(self.model.total))

    def add(self) -> None:
        """Add a member."""
        body_id = self._workspace.selection.body_id
        if body_id is not None:
            self.editing.add(body_id)

    def edit(self) -> None:
        """Change the chosen member."""
        body_id = self._workspace.selection.body_id
        chosen = self.chosen()
        if body_id is not None and len(chosen) == 1:
            self.editing.edit(body_id, chosen[0])

    def show_person(self) -> None:
        """Show the chosen member over time, with who wrote what."""
        body_id = self._workspace.selection.body_id
        chosen = self.chosen()
        if body_id is not None and len(chosen) == 1:
            self.editing.show_person(body_id, chosen[0])

    def edit_contacts(self) -> None:
        """Change how the chosen member is reached."""
        chosen = self.chosen()
        if len(chosen) == 1:
            self.editing.edit_contacts(chosen[0])

    def _choose_added(self, membership_id: int) -> None:
        self._choose({membership_id})

    def write_report(self) -> None:
        """Write all that is kept of the chosen member to a file."""
        chosen = self.chosen()
        if len(chosen) == 1:
            self.lists.write_report(chosen[0])

    def end(self) -> None:
        """End the chosen membership."""
        chosen = self.chosen()
        if len(chosen) == 1 and chosen[0].last_day is None:
            self.seats.end(chosen[0])

    def hand_over(self) -> None:
        """Ask who leaves, the chosen member first, and who comes."""
        chosen = self.chosen()
        members = [row for row in self.model.all_rows if row.last_day is None and row.has_seat]
        leaving = chosen[0] if len(chosen) == 1 and chosen[0] in members else None
        if members:
            self.seats.hand_over(members, leaving)

    def take_back(self) -> None:
        """Take back the change that the chosen member's seat began or ended by."""
        for row in self.chosen():
            self.seats.take_back(row)

    def copy_addresses(self) -> None:
        """Put the e-mail addresses of those chosen, or of all shown, on the clipboard."""
        shown = [self.model.row_at(row) for row in range(self.model.rowCount())]
        chosen = self.chosen()
        rows = chosen if len(chosen) > 1 else shown
        addresses = "; ".join(row.email for row in rows if row.email)
        QGuiApplication.clipboard().setText(addresses)

    def _tell_error(self, error: KkrError) -> None:
        show_error(self, error)

    def _see_change(self, change: Change) -> None:
        if change.area is Area.MEMBERS:
            self.reload()
