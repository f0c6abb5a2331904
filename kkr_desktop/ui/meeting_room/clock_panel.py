"""The clock of the meeting: the item now with planned and used minutes, and the next one."""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from kkr_desktop.model.dates import clock
from kkr_desktop.services.meeting_clock import MeetingClock
from kkr_desktop.services.treated_items import TreatedItem
from kkr_desktop.ui.theme import warning_colour
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_LARGE = 1.9
_RATHER_LARGE = 1.25


class ClockPanel(QFrame):
    """Tells where the meeting is. Everything on it can be read from across the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time = PlainLabel()
        self.now = PlainLabel()
        self.minutes = PlainLabel()
        self.bar = QProgressBar()
        self.next = PlainLabel()
        self.balance = PlainLabel()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName(self.tr("Used of the planned minutes"))
        self.now.setWordWrap(True)
        self.next.setWordWrap(True)
        self._lay_out()
        self._size()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(2)
        line = QHBoxLayout()
        line.addWidget(self.now, 1)
        line.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignRight)
        middle.addLayout(line)
        middle.addWidget(self.bar)
        line = QHBoxLayout()
        line.addWidget(self.next, 1)
        line.addWidget(self.balance, 0, Qt.AlignmentFlag.AlignRight)
        middle.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(20)
        row.addWidget(self.time)
        row.addLayout(middle, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._size()

    def _size(self) -> None:
        for label, factor in (
            (self.time, _LARGE),
            (self.now, _RATHER_LARGE),
            (self.minutes, _RATHER_LARGE),
        ):
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * factor)
            font.setBold(True)
            label.setFont(font)

    def tell(self, meeting: MeetingClock, moment: datetime) -> None:
        """Show where the meeting is at a moment."""
        self.time.setText(clock(moment.time()))
        running, following = meeting.running, meeting.following
        if running is not None:
            self.now.setText(_name(running))
        elif meeting.has_begun:
            self.now.setText(self.tr("Break") if following else self.tr("Every item is dealt with"))
        else:
            self.now.setText(
                self.tr("The meeting begins at {time}").format(time=clock(meeting.begins_at.time()))
            )
        self._tell_minutes(meeting, running, moment)
        if following is not None:
            words = self.tr("Next: {item}").format(item=_name(following))
            if following.minutes_planned:
                words += f" ({following.minutes_planned} min.)"
            self.next.setText(words)
        else:
            self.next.setText("")
        self._tell_balance(meeting, moment)

    def _tell_minutes(
        self, meeting: MeetingClock, running: TreatedItem | None, moment: datetime
    ) -> None:
        if running is None:
            self.minutes.setText("")
            self.bar.setRange(0, 1)
            self.bar.setValue(0)
            return
        used = int(meeting.used(running, moment).total_seconds())
        planned = running.minutes_planned
        if planned:
            words = self.tr("{used} of {planned} min.").format(used=used // 60, planned=planned)
        else:
            words = self.tr("{used} min.").format(used=used // 60)
        self.minutes.setText(words)
        self.bar.setRange(0, max((planned or 0) * 60, 1))
        self.bar.setValue(min(used, self.bar.maximum()))
        _colour(self.minutes, is_warning=bool(planned) and used > (planned or 0) * 60)

    def _tell_balance(self, meeting: MeetingClock, moment: datetime) -> None:
        if not meeting.has_begun or moment.date() != meeting.begins_at.date():
            self.balance.setText("")
            return
        behind = round(meeting.behind(moment) / timedelta(minutes=1))
        if behind > 0:
            words = self.tr("{minutes} min. behind the plan").format(minutes=behind)
        elif behind < 0:
            words = self.tr("{minutes} min. ahead of the plan").format(minutes=-behind)
        else:
            words = self.tr("as planned")
        self.balance.setText(words)
        _colour(self.balance, is_warning=behind > 5)


def _name(item: TreatedItem) -> str:
    return f"{item.number}  {item.title}"


def _colour(label: QLabel, *, is_warning: bool) -> None:
    colour = QGuiApplication.palette().color(label.foregroundRole())
    palette = label.palette()
    palette.setColor(label.foregroundRole(), warning_colour() if is_warning else colour)
    label.setPalette(palette)
