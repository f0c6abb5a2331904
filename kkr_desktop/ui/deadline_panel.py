"""The panel of the next deadlines beside the tabs."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.dates import weekday_date
from kkr_desktop.services.deadlines import Deadline, When, next_deadlines
from kkr_desktop.services.written import Area, Change
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.told_below import ToldBelow
from kkr_desktop.ui.workspace import Workspace

_WIDTH, _LEAST_WIDTH = 272, 170


class DeadlinePanel(QWidget):
    """Lists what is late and what is due soon, across bodies; a click opens the meeting."""

    meeting_wanted = Signal(int, int)  # body id, meeting id
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: tuple[Deadline, ...] | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Next deadlines"))
        self.list.setItemDelegate(ToldBelow(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setSpacing(4)
        self.list.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.list.itemClicked.connect(self._open)
        self.list.itemActivated.connect(self._open)
        self._lay_out()
        workspace.announcer.changed.connect(self._see_change)

    def _lay_out(self) -> None:
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        title = PlainLabel(self.tr("Next deadlines"))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        close = QToolButton()
        close.setIcon(icon("x"))
        close.setAutoRaise(True)
        close.setToolTip(self.tr("Hide the next deadlines"))
        close.setAccessibleName(close.toolTip())
        close.clicked.connect(self.closed)
        line = QHBoxLayout()
        line.setContentsMargins(12, 6, 6, 6)
        line.addWidget(title, 1)
        line.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        inset = QHBoxLayout()
        inset.setContentsMargins(8, 0, 0, 0)
        inset.addWidget(self.list)
        column.addLayout(inset, 1)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def reload(self) -> None:
        """Read the deadlines anew."""
        today = date.today()  # noqa: DTZ011
        found = next_deadlines(self._workspace.database, today)
        if found != self._shown:
            self._shown = found
            self._show(found)

    def _show(self, found: Sequence[Deadline]) -> None:
        self.list.clear()
        names = {
            When.LATE: self.tr("Late"),
            When.THIS_WEEK: self.tr("This week"),
            When.NEXT_WEEK: self.tr("Next week"),
        }
        if not found:
            self._say(self.tr("Nothing is due before the end of next week."))
        for when, group in groupby(found, lambda one: one.when):
            self._say(names[when], strong=True)
            for one in group:
                self._add(one)

    def _say(self, words: str, *, strong: bool = False) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(self.palette().windowText())
        font = self.list.font()
        font.setBold(strong)
        item.setFont(font)
        self.list.addItem(item)

    def _add(self, one: Deadline) -> None:
        row = one.milestone
        who = row.owner or row.responsible
        day = weekday_date(row.due_on).capitalize()
        below = " · ".join(part for part in (row.body_name, who) if part)
        mark = "⚠ " if one.when is When.LATE else ""
        item = QListWidgetItem(f"{mark}{row.label}\n{day}\n{below}")
        item.setData(Qt.ItemDataRole.UserRole, (row.body_id, row.meeting_id))
        item.setToolTip(self.tr("For the meeting on {day}").format(day=weekday_date(row.held_on)))
        self.list.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        wanted = item.data(Qt.ItemDataRole.UserRole)
        if wanted is not None:
            self.meeting_wanted.emit(*wanted)

    def _see_change(self, change: Change) -> None:
        if change.area is Area.CALENDAR and self._shown is not None:
            self.reload()
