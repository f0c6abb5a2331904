"""The form in which a whole year is planned."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.dates import weekday_date
from kkr_desktop.services.calendar_days import CalendarDay, year_days
from kkr_desktop.services.planning import bodies
from kkr_desktop.services.proposals import Proposal, moved, moved_among
from kkr_desktop.services.year_plan import propose_as_last_year, propose_year
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.calendar.plan_bodies import PlanBodies
from kkr_desktop.ui.calendar.plan_table import Column, DateDelegate, ProposalsModel
from kkr_desktop.ui.calendar.plan_year import PlanYear
from kkr_desktop.ui.calendar.year_view import YearArea
from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.row_table import RowTable

_WIDTH, _HEIGHT = 1180, 752
_FRAME = 40
"""How much of the screen the window's frame takes."""


class PlanDialog(FormDialog):
    """Proposes the meetings of the chosen bodies; `save` plans the ticked ones."""

    def __init__(
        self,
        database: Database,
        body_id: int,
        year: int,
        save: Callable[[tuple[Proposal, ...]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._save = save
        self._days: tuple[CalendarDay, ...] = ()
        self.setWindowTitle(self.tr("Plan a year"))
        self.year = QSpinBox()
        self.year.setRange(2020, 2099)
        self.year.setValue(year)
        self.pattern = QComboBox()
        self.pattern.addItem(self.tr("The usual weeks of the rounds"), propose_year)
        self.pattern.addItem(self.tr("The same weeks as the year before"), propose_as_last_year)
        first_day = date(year, 1, 1)
        open_ones = [body for body in bodies(database) if body.is_open_on(first_day)]
        self.bodies = PlanBodies(open_ones, body_id, self)
        self.model = ProposalsModel(self._moved, self)
        self.table = RowTable()
        self.calendar = PlanYear()
        self._year_page = YearArea(self.calendar)
        self.shown = QStackedWidget()
        self.buttons = (QToolButton(), QToolButton())
        self.summary = PlainLabel()
        self.detail = PlainLabel()
        for label in (self.detail, self.summary):
            label.setWordWrap(True)
        self._set_up_table()
        self._lay_out()
        self.year.valueChanged.connect(self._propose)
        self.pattern.currentIndexChanged.connect(self._propose)
        self.bodies.changed.connect(self._propose)
        self.model.changed.connect(self._sum_up)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.calendar.meeting_dropped.connect(self.model.move)
        self.calendar.drag_moved.connect(self._weigh)
        self.calendar.day_chosen.connect(self._choose_day)
        self._propose()

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(Column.DATE, DateDelegate(self.table))
        self.table.setAccessibleName(self.tr("Proposed meetings"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setMinimumSize(600, 240)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.REMARKS, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for words, field in ((self.tr("&Year:"), self.year), (self.tr("&From:"), self.pattern)):
            label = PlainLabel(words)
            label.setBuddy(field)
            top.addWidget(label)
            top.addWidget(field)
            top.addSpacing(12)
        top.addStretch(1)
        group = QButtonGroup(self)
        views = (self.tr("&List"), self.table), (self.tr("Year, to &drag in"), self._year_page)
        for button, (words, view) in zip(self.buttons, views, strict=True):
            button.setText(words)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.toggled.connect(partial(self._show, view))
            group.addButton(button)
            top.addWidget(button)
            self.shown.addWidget(view)
        self.buttons[0].setChecked(True)
        self.calendar.setAccessibleName(self.tr("The year with the proposed meetings"))
        middle = QHBoxLayout()
        middle.addWidget(self.bodies)
        middle.addWidget(self.shown, 1)
        column = QVBoxLayout()
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self.detail)
        column.addWidget(self.summary)
        self.finish(column, self._plan, _WIDTH, self.tr("Put into the calendar"))
        room = self.screen().availableGeometry()
        self.resize(min(_WIDTH, room.width() - _FRAME), min(_HEIGHT, room.height() - _FRAME))

    def _plan(self) -> None:
        self._save(self.model.ticked())

    def _propose(self) -> None:
        propose = self.pattern.currentData()
        self._days = year_days(self._database, self.year.value())
        self.model.set_rows(propose(self._database, self.bodies.chosen(), self.year.value()))

    def _moved(self, proposals: Sequence[Proposal], place: int, day: date) -> tuple[Proposal, ...]:
        return moved_among(self._database, proposals, place, day)

    def _show(self, view: QWidget, is_on: bool) -> None:  # noqa: FBT001
        if is_on:
            self.shown.setCurrentWidget(view)
            self._sum_up()

    def _choose_day(self, day: date) -> None:
        place = self.calendar.proposal_on(day)
        if place is not None:
            self.table.selectRow(place)

    def _weigh(self, place: int, day: date) -> None:
        """Say what a proposal that is being dragged would meet on a day."""
        self._say(moved(self._database, self.model.row_at(place), day))

    def _tell(self) -> None:
        """Say all about the chosen proposal."""
        row = self.table.currentIndex().row()
        if row >= 0:
            self._say(self.model.row_at(row))
        else:
            self.detail.setText(" ")

    def _say(self, one: Proposal) -> None:
        told = (one.why, *(warning.text for warning in one.against))
        self.detail.setText(f"{one.body_name}, {weekday_date(one.held_on)}: {' '.join(told)}")

    def _sum_up(self) -> None:
        self._tell()
        self.calendar.show_plan(self._days, self.model.rows())
        ticked = self.model.ticked()
        doubtful = sum(any(found.is_grave for found in one.against) for one in ticked)
        if not self.model.rowCount():
            words = self.tr("There is nothing left to plan for the councils that are ticked.")
        elif doubtful:
            words = self.tr(
                "{count} meetings, {doubtful} of them on a day that something speaks against."
            )
        else:
            words = self.tr("{count} meetings, all on days that nothing speaks against.")
        how = self._how_to_move() if self.model.rowCount() else ""
        told = words.format(count=len(ticked), doubtful=doubtful)
        self.summary.setText(f"{told} {how}".rstrip())

    def _how_to_move(self) -> str:
        if self.shown.currentWidget() is self._year_page:
            return self.tr("Drag a meeting to another day, or use Space and the arrow keys.")
        return self.tr("Double-click a date to move it, or press F2.")
