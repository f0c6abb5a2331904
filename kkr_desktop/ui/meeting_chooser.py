"""The choice of body and meeting at the top of the window, which all tabs follow."""

from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from kkr_desktop.model.bodies import BodyKind
from kkr_desktop.model.dates import long_date, week_name, weekday_date
from kkr_desktop.model.meeting_terms import STATE_NAMES
from kkr_desktop.services.opening import meeting_to_open
from kkr_desktop.services.planning import MeetingRow, bodies, list_meetings
from kkr_desktop.services.written import Area, Change
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.window_memory import WindowMemory
from kkr_desktop.ui.workspace import Workspace


class MeetingChooser(QWidget):
    """Two lists, the bodies and the chosen body's meetings, and the meeting's state."""

    def __init__(
        self, workspace: Workspace, memory: WindowMemory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._memory = memory
        self._rows: tuple[MeetingRow, ...] = ()
        self.body_list = QComboBox()
        self.body_list.setAccessibleName(self.tr("Council"))
        self.meeting_list = QComboBox()
        self.meeting_list.setAccessibleName(self.tr("Meeting"))
        self.meeting_list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.meeting_list.setMinimumContentsLength(24)
        self.meeting_list.setMaximumWidth(460)
        self._state = PlainLabel()
        self._lay_out()
        self._list_bodies()
        self.body_list.activated.connect(self._choose_body)
        self.meeting_list.activated.connect(self._choose_meeting)
        workspace.selection.body_changed.connect(self.reload)
        workspace.selection.meeting_changed.connect(self._show_selection)
        workspace.announcer.changed.connect(self._see_change)

    def _lay_out(self) -> None:
        body_label = PlainLabel(self.tr("&Council:"))
        body_label.setBuddy(self.body_list)
        meeting_label = PlainLabel(self.tr("M&eeting:"))
        meeting_label.setBuddy(self.meeting_list)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        for widget in (body_label, self.body_list):
            row.addWidget(widget)
        row.addSpacing(12)
        row.addWidget(meeting_label)
        row.addWidget(self.meeting_list, 1)
        row.addSpacing(6)
        row.addWidget(self._state)
        row.addStretch(1)

    def _list_bodies(self) -> None:
        """List the councils, and below a line the forums that prepare their meetings.

        A closed one stands there only while it is shown, and says so.
        """
        today, shown = date.today(), self._workspace.selection.body_id  # noqa: DTZ011
        self.body_list.clear()
        listed = [
            body
            for body in bodies(self._workspace.database)
            if body.is_open_on(today) or body.id == shown
        ]
        listed.sort(key=lambda body: body.kind is not BodyKind.KKR)
        for is_forum, group in groupby(listed, lambda body: body.kind is not BodyKind.KKR):
            if is_forum and self.body_list.count():
                self.body_list.insertSeparator(self.body_list.count())
            for body in group:
                is_open = body.is_open_on(today)
                name = body.name if is_open else self.tr("{name} (closed)").format(name=body.name)
                self.body_list.addItem(name, body.id)

    @Slot()
    def reload(self) -> None:
        """Read the bodies and the chosen one's meetings again."""
        self._list_bodies()
        selection = self._workspace.selection
        self._rows = (
            list_meetings(self._workspace.database, body_id=selection.body_id)
            if selection.body_id is not None
            else ()
        )
        self.meeting_list.clear()
        for row in self._rows:
            self.meeting_list.addItem(
                f"{long_date(row.held_on)} · {week_name(row.held_on)}", row.id
            )
            self.meeting_list.setItemData(
                self.meeting_list.count() - 1,
                f"{weekday_date(row.held_on)}, {STATE_NAMES[row.state]}",
                Qt.ItemDataRole.ToolTipRole,
            )
        self.meeting_list.setEnabled(bool(self._rows))
        self.meeting_list.setPlaceholderText(
            "" if self._rows else self.tr("No meetings yet – plan the first in the calendar")
        )
        self._show_selection()

    def _show_selection(self) -> None:
        selection = self._workspace.selection
        self.body_list.setCurrentIndex(self.body_list.findData(selection.body_id))
        self.meeting_list.setCurrentIndex(self.meeting_list.findData(selection.meeting_id))
        chosen = next((row for row in self._rows if row.id == selection.meeting_id), None)
        self._state.setText(STATE_NAMES[chosen.state].capitalize() if chosen else "")
        if selection.body_id is not None and chosen is not None:
            self._memory.remember_meeting(selection.body_id, chosen.id)

    def _choose_body(self) -> None:
        body_id: int = self.body_list.currentData()
        self.open_body(body_id)

    def open_body(self, body_id: int) -> None:
        """Show a body and the meeting of it that is most likely wanted."""
        meetings = list_meetings(self._workspace.database, body_id=body_id)
        remembered = self._memory.meeting_of(body_id)
        today = date.today()  # noqa: DTZ011
        self._memory.body_id = body_id
        self._workspace.selection.choose(body_id, meeting_to_open(meetings, today, remembered))

    def _choose_meeting(self) -> None:
        self._workspace.selection.choose_meeting(self.meeting_list.currentData())

    def _see_change(self, change: Change) -> None:
        if change.area is Area.BODIES:
            self.reload()
        if change.area is not Area.CALENDAR or change.body_id != self._workspace.selection.body_id:
            return
        self.reload()
        shown, selection = {row.id for row in self._rows}, self._workspace.selection
        if selection.meeting_id not in shown:
            today = date.today()  # noqa: DTZ011
            likely = meeting_to_open(self._rows, today, remembered=change.meeting_id)
            selection.choose_meeting(likely)
