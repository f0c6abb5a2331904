"""The milestones of one meeting on one line, from the first list to the published minutes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kkr_desktop.model.dates import weekday_date
from kkr_desktop.model.milestones import MilestoneStep, Standing, distance_from_meeting
from kkr_desktop.services.milestones import MilestoneRow
from kkr_desktop.ui.theme import warning_colour
from kkr_desktop.ui.widgets.plain_label import as_typed

_DOT = 6
_WEIGHTY = frozenset(
    {MilestoneStep.DISPATCH, MilestoneStep.MEETING, MilestoneStep.MINUTES_PUBLISHED}
)


class ChainView(QWidget):
    """Draws a dot for each milestone; the chosen one moves by mouse and arrow keys."""

    milestone_chosen = Signal()
    milestone_activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: tuple[MilestoneRow, ...] = ()
        self._today = date.today()  # noqa: DTZ011
        self._place = 0

    def show_chain(self, rows: Sequence[MilestoneRow], today: date) -> None:
        """Show a meeting's milestones; the chosen one stays while it is among them."""
        chosen = self.chosen
        is_same = bool(self._rows and rows and self._rows[0].meeting_id == rows[0].meeting_id)
        self._rows, self._today = tuple(rows), today
        ids = [row.id for row in rows]
        if is_same and chosen is not None and chosen.id in ids:
            self._choose(ids.index(chosen.id))
        else:
            self._choose(self._next_place())

    def _next_place(self) -> int:
        open_ones = {Standing.LATE, Standing.COMING}
        places = [p for p, row in enumerate(self._rows) if row.standing(self._today) in open_ones]
        return places[0] if places else max(len(self._rows) - 1, 0)

    @property
    def chosen(self) -> MilestoneRow | None:
        """The chosen milestone, or None when there is none."""
        return self._rows[self._place] if self._place < len(self._rows) else None

    def choose(self, milestone_id: int) -> None:
        """Choose a milestone of the shown chain."""
        for place, row in enumerate(self._rows):
            if row.id == milestone_id:
                self._choose(place)

    def _choose(self, place: int) -> None:
        self._place = place
        chosen = self.chosen
        self.setAccessibleDescription("" if chosen is None else _spoken(chosen))
        self.update()
        self.milestone_chosen.emit()

    def sizeHint(self) -> QSize:
        return QSize(560, 2 * self.fontMetrics().height() + 4 * _DOT)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= self._place + step < len(self._rows):
            self._choose(self._place + step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.milestone_activated.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if place is not None:
            self._choose(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._place_at(event.position().toPoint()) is not None:
            self.milestone_activated.emit()

    def event(self, event: QEvent) -> bool:
        """Tell in a tip what a dot stands for."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos())
            words = _spoken(self._rows[place]) if place is not None else ""
            QToolTip.showText(event.globalPos(), as_typed(words), self)
            return True
        return super().event(event)

    def _width(self) -> float:
        return self.width() / max(len(self._rows), 1)

    def _place_at(self, position: QPoint) -> int | None:
        place = int(position.x() / self._width())
        return place if 0 <= place < len(self._rows) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.fontMetrics().height() + 2 * _DOT
        width = self._width()
        if self._rows:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 2))
            painter.drawLine(QPointF(width / 2, middle), QPointF(self.width() - width / 2, middle))
        for place, row in enumerate(self._rows):
            self._paint(painter, place, row, QPointF((place + 0.5) * width, middle))
        painter.end()

    def _paint(self, painter: QPainter, place: int, row: MilestoneRow, at: QPointF) -> None:
        width, height = self._width(), self.fontMetrics().height()
        left = round(place * width)
        if place == self._place:
            cell = QRectF(left + 1, 1, width - 2, self.height() - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(cell, 4, 4)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 2))
            painter.drawLine(QPointF(cell.left(), at.y()), QPointF(cell.right(), at.y()))
        stands = row.standing(self._today)
        self._paint_dot(painter, row, stands, at)
        faded = stands in {Standing.DONE, Standing.OVERTAKEN}
        role = QPalette.ColorRole.PlaceholderText if faded else QPalette.ColorRole.WindowText
        painter.setPen(warning_colour() if stands is Standing.LATE else self.palette().color(role))
        room = QRect(left, 2, round(width), height)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, distance_from_meeting(row.offset_days))
        below = QRect(left, round(at.y()) + _DOT + 2, round(width), height)
        painter.drawText(
            below, Qt.AlignmentFlag.AlignCenter, f"{row.due_on.day}/{row.due_on.month}"
        )

    def _paint_dot(
        self, painter: QPainter, row: MilestoneRow, stands: Standing, at: QPointF
    ) -> None:
        colour = {
            Standing.LATE: warning_colour(),
            Standing.OVERTAKEN: self.palette().color(QPalette.ColorRole.Mid),
        }.get(stands, self.palette().color(QPalette.ColorRole.Accent))
        is_filled = stands is not Standing.COMING
        base = self.palette().color(QPalette.ColorRole.Base)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if is_filled else base)
        radius = _DOT if row.step in _WEIGHTY else _DOT - 2
        painter.drawEllipse(at, radius, radius)


def _spoken(row: MilestoneRow) -> str:
    return f"{row.label}: {weekday_date(row.due_on)} ({distance_from_meeting(row.offset_days)})"
