"""The four views of the calendar, and the one line that leads through them."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.dates import MONTHS
from kkr_desktop.services.calendar_days import month_days, year_days
from kkr_desktop.services.year_content import year_of_council
from kkr_desktop.ui.calendar.day_grid import months_later
from kkr_desktop.ui.calendar.month_view import MonthView
from kkr_desktop.ui.calendar.wheel_view import WheelView
from kkr_desktop.ui.calendar.year_view import YearArea, YearView
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.workspace import Workspace


class View(StrEnum):
    """What the calendar is seen as."""

    LIST = "list"
    MONTH = "month"
    YEAR = "year"
    WHEEL = "wheel"


class CalendarViews(QWidget):
    """Shows the list of meetings alone or beside the month, the year, or its wheel."""

    year_changed = Signal()
    view_changed = Signal(str)

    def __init__(
        self, workspace: Workspace, meetings: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._meetings = meetings
        self._shown = date.today()  # noqa: DTZ011
        self.view = View.MONTH
        self.month = MonthView()
        self.year = YearView()
        self.wheel = WheelView()
        self._year_area = YearArea(self.year)
        self._views: dict[View, QWidget] = {
            View.MONTH: self.month,
            View.YEAR: self._year_area,
            View.WHEEL: self.wheel,
        }
        self._stack = QStackedWidget()
        self._name = QLabel()
        self.told = PlainLabel()
        self.buttons: dict[View, QToolButton] = {}
        self.all_councils = QToolButton()
        self._lay_out()
        for grid in (self.month, self.year):
            grid.day_chosen.connect(self.see_day)
            grid.told.connect(self.told.setText)
        self.wheel.year_turned.connect(self._step)
        self.choose_view(self.view)

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._shown

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        self._arrow(line, "chevron-left", self.tr("Earlier"), self._earlier)
        self._name.setMinimumWidth(self.fontMetrics().horizontalAdvance("September 2026") + 24)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addWidget(self._name)
        self._arrow(line, "chevron-right", self.tr("Later"), self._later)
        self._tools = QHBoxLayout()
        line.addLayout(self._tools)
        self.add_tool(self.tr("Today"), self._go_to_today)
        line.addStretch(1)
        self._add_switch(line)
        self.month.setAccessibleName(self.tr("Month"))
        self.year.setAccessibleName(self.tr("Year"))
        self.wheel.setAccessibleName(self.tr("Year wheel"))
        for view in self._views.values():
            self._stack.addWidget(view)
        self.told.setWordWrap(True)
        self.told.setContentsMargins(12, 4, 12, 0)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._meetings)
        splitter.addWidget(self._stack)
        splitter.setSizes([540, 900])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(splitter, 1)
        column.addWidget(self.told)

    def _arrow(self, row: QHBoxLayout, name: str, words: str, run: Callable[[], None]) -> None:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(run)
        row.addWidget(button)

    def add_tool(self, words: str, run: Callable[[], None]) -> None:
        """Add a button to the line."""
        button = QToolButton()
        button.setText(words)
        button.setAutoRaise(True)
        button.clicked.connect(run)
        self._tools.addWidget(button)

    def council_of_wheel(self) -> int | None:
        """Return whose wheel and poster are shown, with its forums; None for all councils."""
        return None if self.all_councils.isChecked() else self._workspace.selection.body_id

    def _add_switch(self, line: QHBoxLayout) -> None:
        self.all_councils.setText(self.tr("All councils"))
        self.all_councils.setToolTip(
            self.tr("Show all councils in the wheel and on its poster, not only the chosen one")
        )
        self.all_councils.setCheckable(True)
        self.all_councils.setAutoRaise(True)
        self.all_councils.toggled.connect(self.reload)
        line.addWidget(self.all_councils)
        line.addSpacing(12)
        group = QButtonGroup(self)
        for view, words in (
            (View.LIST, self.tr("List")),
            (View.MONTH, self.tr("Month")),
            (View.YEAR, self.tr("Year")),
            (View.WHEEL, self.tr("Year wheel")),
        ):
            button = self.buttons[view] = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setAutoRaise(True)
            group.addButton(button)
            line.addWidget(button)
        group.buttonClicked.connect(self._switch)

    def _switch(self, pressed: QToolButton) -> None:
        view = next(view for view, button in self.buttons.items() if button is pressed)
        self.choose_view(view)
        self.view_changed.emit(view.value)

    def choose_view(self, view: View) -> None:
        """Show another view of the same day."""
        self.view = view
        self.buttons[view].setChecked(True)
        self._meetings.setVisible(view in {View.LIST, View.MONTH})
        self._stack.setVisible(view is not View.LIST)
        self.told.setVisible(view in {View.MONTH, View.YEAR})
        if view in self._views:
            self._stack.setCurrentWidget(self._views[view])
        self._take_room_for(view)
        self.all_councils.setVisible(view is View.WHEEL)
        self.reload()

    def _take_room_for(self, view: View) -> None:
        """Ask for the room that one view needs, and not for that of the widest."""
        kept, free = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        for other, widget in self._views.items():
            policy = kept if other is view else free
            widget.setSizePolicy(policy, policy)

    def choose_view_named(self, name: str) -> None:
        """Show the view that was remembered; an unknown name changes nothing."""
        if name in {view.value for view in View}:
            self.choose_view(View(name))

    def reload(self) -> None:
        """Read what the view shows anew."""
        selection, database = self._workspace.selection, self._workspace.database
        year, month = self._shown.year, self._shown.month
        self._name.setText(f"<b>{year}</b>")
        match self.view:
            case View.MONTH:
                self._name.setText(f"<b>{MONTHS[month - 1].capitalize()} {year}</b>")
                days = month_days(database, year, month)
                self.month.show_days(days, selection.body_id, selection.meeting_id)
                self.month.choose(self._shown)
            case View.YEAR:
                days = year_days(database, year)
                self.year.show_days(days, selection.body_id, selection.meeting_id)
                self.year.choose(self._shown)
                self._year_area.keep_in_sight()
            case View.WHEEL:
                self.wheel.show_year(year_of_council(database, year, self.council_of_wheel()))
            case View.LIST:
                pass

    def turn_to(self, day: date) -> None:
        """Show a day with the next `reload`."""
        self._shown = day

    def see_day(self, day: date) -> None:
        """Go to a day; the view follows when it does not show it yet."""
        before, self._shown = self._shown, day
        if day.year != before.year:
            self.year_changed.emit()
        if (day.year, day.month) != (before.year, before.month):
            self.reload()

    def _step(self, direction: int) -> None:
        months = 1 if self.view is View.MONTH else 12
        self.see_day(months_later(self._shown, direction * months))

    def _earlier(self) -> None:
        self._step(-1)

    def _later(self) -> None:
        self._step(1)

    def _go_to_today(self) -> None:
        self.see_day(date.today())  # noqa: DTZ011
        self.reload()
