"""The main window: the choice of body and meeting, the tabs, and what is saved."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDesktopServices,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QMessageBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop import __version__
from kkr_desktop.services.opening import body_to_open
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.announcer import Announcer
from kkr_desktop.ui.deadline_panel import DeadlinePanel
from kkr_desktop.ui.meeting_chooser import MeetingChooser
from kkr_desktop.ui.meeting_room.mode import MeetingMode
from kkr_desktop.ui.messages import ask
from kkr_desktop.ui.save_status import SaveStatus
from kkr_desktop.ui.saving import SaveLog
from kkr_desktop.ui.selection import Selection
from kkr_desktop.ui.shortcut_list import ShortcutList
from kkr_desktop.ui.spelling.checker import spell_checker
from kkr_desktop.ui.theme import Appearance, set_appearance
from kkr_desktop.ui.window_memory import WindowMemory
from kkr_desktop.ui.workspace import Workspace

_CALENDAR_TAB, _MINUTES_TAB = 1, 3
_TabMaker = Callable[[Workspace], QWidget]


def _agenda(workspace: Workspace) -> QWidget:
    from kkr_desktop.ui.agenda.tab import AgendaTab

    return AgendaTab(workspace)


def _minutes(workspace: Workspace) -> QWidget:
    from kkr_desktop.ui.minutes.tab import MinutesTab

    return MinutesTab(workspace)


class MainWindow(QMainWindow):
    """The window that the secretariat works in. A tab is built when it is first shown."""

    filled_and_painted = Signal()

    def __init__(self, database: Database, memory: WindowMemory) -> None:
        super().__init__()
        self._memory = memory
        self.workspace = Workspace(database, Selection(self), Announcer(self), SaveLog(self))
        self.chooser = MeetingChooser(self.workspace, memory)
        spell_checker().open(self.workspace)
        self.tabs = QTabWidget(documentMode=True)
        self.deadlines = DeadlinePanel(self.workspace)
        self._makers: list[_TabMaker] = []
        self._has_told_of_painting = False
        self.meeting_mode = MeetingMode(self.workspace, memory, self)
        self._lay_out()
        self._make_menus()
        self.statusBar().addPermanentWidget(SaveStatus(self.workspace.saves), 1)
        self.statusBar().setSizeGripEnabled(False)
        self.workspace.selection.body_changed.connect(self._name_window)
        body_id = body_to_open(database, memory.body_id)
        if body_id is not None:
            self.chooser.open_body(body_id)
        self.tabs.setCurrentIndex(min(memory.tab, self.tabs.count() - 1))
        self._build_current_tab()
        self.tabs.currentChanged.connect(self._show_tab)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._restore_geometry(memory.geometry)

    def _lay_out(self) -> None:
        for make, title in (
            (self._members, self.tr("Members")),
            (self._calendar, self.tr("Meeting calendar")),
            (_agenda, self.tr("Agenda")),
            (_minutes, self.tr("Minutes")),
            (self._follow_ups, self.tr("Follow-up")),
        ):
            self._makers.append(make)
            self.tabs.addTab(_empty_room(), title)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chooser)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.deadlines)
        column.addLayout(row, 1)
        self.setCentralWidget(middle)

    def _make_menus(self) -> None:
        file_menu = self.menuBar().addMenu(self.tr("&File"))
        self._add(file_menu, self.tr("Open the &data folder"), self._open_data_folder)
        self._add(file_menu, self.tr("Council &settings…"), self._edit_body)
        self._add(file_menu, self.tr("&Councils and election terms…"), self._show_bodies)
        file_menu.addSeparator()
        leave = self._add(file_menu, self.tr("&Quit"), self._quit)
        leave.setShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Q))
        view_menu = self.menuBar().addMenu(self.tr("&View"))
        for index in range(self.tabs.count()):
            show = QAction(self.tabs.tabText(index), self)
            show.setShortcut(QKeySequence(f"Alt+{index + 1}"))
            show.setData(index)
            show.triggered.connect(self._show_tab_of_action)
            view_menu.addAction(show)
        view_menu.addSeparator()
        meeting = self._add(view_menu, self.tr("&Meeting mode"), self.meeting_mode.open)
        meeting.setShortcut(QKeySequence(Qt.Key.Key_F11))
        self._add_deadlines(view_menu)
        view_menu.addSeparator()
        self._add_appearances(view_menu)
        help_menu = self.menuBar().addMenu(self.tr("&Help"))
        shortcuts = self._add(help_menu, self.tr("&Keyboard shortcuts"), self._show_shortcuts)
        shortcuts.setShortcut(QKeySequence(Qt.Key.Key_F1))
        self._add(help_menu, self.tr("&About KKR Desktop"), self._show_about)

    def _add(self, menu: QMenu, text: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(run)
        menu.addAction(action)
        return action

    def _add_deadlines(self, menu: QMenu) -> None:
        show = QAction(self.tr("&Next deadlines"), self)
        show.setCheckable(True)
        show.setChecked(self._memory.shows_deadlines)
        show.setShortcut(QKeySequence(Qt.Key.Key_F8))
        show.toggled.connect(self._show_deadlines)
        self.deadlines.setVisible(show.isChecked())
        self.deadlines.closed.connect(show.toggle)
        self.deadlines.meeting_wanted.connect(self._open_meeting)
        self.filled_and_painted.connect(self.deadlines.reload)
        menu.addAction(show)

    def _show_deadlines(self, shown: bool) -> None:  # noqa: FBT001
        self._memory.shows_deadlines = shown
        self.deadlines.setVisible(shown)
        if shown:
            self.deadlines.reload()

    def _open_meeting(self, body_id: int, meeting_id: int) -> None:
        self.chooser.open_body(body_id)
        self.workspace.selection.choose_meeting(meeting_id)
        self.tabs.setCurrentIndex(_CALENDAR_TAB)

    def _open_item(self, body_id: int, meeting_id: int, item_id: int | None) -> None:
        from kkr_desktop.ui.minutes.tab import MinutesTab

        self.chooser.open_body(body_id)
        self.workspace.selection.choose_meeting(meeting_id)
        self.tabs.setCurrentIndex(_MINUTES_TAB)
        minutes = self.tabs.currentWidget().findChild(MinutesTab)
        if minutes is not None and item_id is not None:
            minutes.go_to_item(item_id)

    def _add_appearances(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for appearance, text in (
            (Appearance.SYSTEM, self.tr("Colours &as in the system")),
            (Appearance.LIGHT, self.tr("&Light")),
            (Appearance.DARK, self.tr("&Dark")),
        ):
            choice = QAction(text, group)
            choice.setCheckable(True)
            choice.setChecked(appearance is self._memory.appearance)
            choice.setData(appearance)
            menu.addAction(choice)
        group.triggered.connect(self._choose_appearance)

    def come_to_front(self) -> None:
        """Show the window above the others, also when it is minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_told_of_painting:
            self._has_told_of_painting = True
            self._enter_tab()
            QTimer.singleShot(0, self.filled_and_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when everything typed is on disk, or the secretary gives it up."""
        if not self.workspace.saves.flush() and not self._gives_up_unsaved():
            event.ignore()
            return
        self.meeting_mode.close()
        self._memory.geometry = self.saveGeometry()
        self._memory.tab = self.tabs.currentIndex()
        spell_checker().close()
        super().closeEvent(event)

    def _gives_up_unsaved(self) -> bool:
        problem = self.workspace.saves.problem
        return ask(
            self,
            self.tr("Something you typed is not saved yet."),
            problem.explain() if problem is not None else "",
            self.tr("Close and lose it"),
        )

    def _name_window(self) -> None:
        self.setWindowTitle(f"{self.chooser.body_list.currentText()} – KKR Desktop")

    def _restore_geometry(self, geometry: QByteArray) -> None:
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            available = self.screen().availableGeometry()
            self.resize(min(1440, available.width()), min(900, available.height()))

    def _edit_body(self) -> None:
        from kkr_desktop.services.body_settings import (
            BodySettings,
            read_body_settings,
            save_body_settings,
        )
        from kkr_desktop.ui.body_dialog import BodyDialog

        body_id, database = self.workspace.selection.body_id, self.workspace.database
        if body_id is None:
            return

        def save(settings: BodySettings) -> None:
            self.workspace.announcer.announce(save_body_settings(database, body_id, settings))

        BodyDialog(read_body_settings(database, body_id), save, self).exec()

    def _show_bodies(self) -> None:
        from kkr_desktop.ui.bodies.bodies_dialog import BodiesDialog

        BodiesDialog(self.workspace, self.chooser.open_body, self).exec()

    def _show_tab_of_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.tabs.setCurrentIndex(action.data())

    def _show_tab(self, index: int) -> None:
        self._build_current_tab()
        self._enter_tab()
        self._memory.tab = index

    def _build_current_tab(self) -> None:
        page = self.tabs.currentWidget()
        room = page.layout()
        if room is not None and room.count() == 0:
            tab = self._makers[self.tabs.currentIndex()](self.workspace)
            room.addWidget(tab)
            page.setFocusProxy(tab)
            tab.show()

    def _enter_tab(self) -> None:
        """Go to the first list of the shown tab, so that its keys work at once.

        Who is in the tab already, or walks along the tabs, stays there.
        """
        page = self.tabs.currentWidget()
        if page.isAncestorOf(self.focusWidget()) or self.tabs.tabBar().hasFocus():
            return
        lists = (one for one in page.findChildren(QAbstractItemView) if one.isVisible())
        next(lists, page).setFocus()

    def _members(self, workspace: Workspace) -> QWidget:
        from kkr_desktop.ui.members.tab import MembersTab

        made = MembersTab(workspace)
        if not self._memory.shows_seats:
            made.seats_action.trigger()
        made.seats_action.toggled.connect(self._remember_seats)
        return made

    def _remember_seats(self, shown: bool) -> None:  # noqa: FBT001
        self._memory.shows_seats = shown

    def _calendar(self, workspace: Workspace) -> QWidget:
        from kkr_desktop.ui.calendar.tab import CalendarTab

        made = CalendarTab(workspace)
        made.views.choose_view_named(self._memory.calendar_view)
        made.views.view_changed.connect(self._remember_calendar_view)
        made.views.all_councils.setChecked(self._memory.calendar_of_all)
        made.views.all_councils.toggled.connect(self._remember_calendar_of_all)
        return made

    def _follow_ups(self, workspace: Workspace) -> QWidget:
        from kkr_desktop.ui.follow_ups.tab import FollowUpsTab

        made = FollowUpsTab(workspace)
        made.item_wanted.connect(self._open_item)
        return made

    def _remember_calendar_view(self, view: str) -> None:
        self._memory.calendar_view = view

    def _remember_calendar_of_all(self, shown: bool) -> None:  # noqa: FBT001
        self._memory.calendar_of_all = shown

    def _choose_appearance(self, choice: QAction) -> None:
        self._memory.appearance = Appearance(choice.data())
        self._repaint_all()

    def _follow_system(self) -> None:
        if self._memory.appearance is Appearance.SYSTEM:
            self._repaint_all()

    def _repaint_all(self) -> None:
        """Change colours; icons are drawn in them, so the tabs are built anew."""
        application = QApplication.instance()
        if not isinstance(application, QApplication) or not self.workspace.saves.flush():
            return
        set_appearance(application, self._memory.appearance)
        for index in range(self.tabs.count()):
            _empty(self.tabs.widget(index))
        self._build_current_tab()

    def _open_data_folder(self) -> None:
        folder = self.workspace.database.path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _quit(self) -> None:
        self.close()

    def _show_shortcuts(self) -> None:
        ShortcutList(self).exec()

    def _show_about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About KKR Desktop"),
            self.tr(
                "KKR Desktop {version}\n\nMembers, meetings, agendas and minutes of a "
                "municipal contact council.\n\nData folder: {folder}"
            ).format(version=__version__, folder=self.workspace.database.path.parent),
        )


def _empty_room() -> QWidget:
    room = QWidget()
    layout = QVBoxLayout(room)
    layout.setContentsMargins(0, 0, 0, 0)
    return room


def _empty(room: QWidget | None) -> None:
    layout = room.layout() if room is not None else None
    while layout is not None and (left := layout.takeAt(0)) is not None:
        widget = left.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
