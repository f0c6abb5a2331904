"""The day that a register is shown for."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QPushButton, QWidget

from kkr_desktop.ui.widgets.plain_label import PlainLabel


class DayChooser(QWidget):
    """Stands on today, whichever day that is, until another day is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_today = True
        label = PlainLabel(self.tr("Sho&w as on:"))
        self.edit = QDateEdit(QDate.currentDate())
        self.edit.setDisplayFormat("d. MMM yyyy")
        self.edit.setCalendarPopup(True)
        self.edit.setKeyboardTracking(False)
        self.edit.setAccessibleName(self.tr("Day that the members are shown for"))
        self.edit.setToolTip(self.tr("Titles, parties and roles as they were on this day."))
        label.setBuddy(self.edit)
        self.back = QPushButton(self.tr("Toda&y"))
        self.back.setToolTip(self.tr("Show the members as they are today"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.edit, self.back):
            line.addWidget(widget)
        kept = self.back.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(kept)
        self.back.hide()
        self.edit.dateChanged.connect(self._see)
        self.back.clicked.connect(self.go_to_today)

    @property
    def is_today(self) -> bool:
        """Whether the register is shown as it is now."""
        return self._is_today

    def day(self) -> date:
        """Return the day chosen."""
        if self._is_today:
            return date.today()  # noqa: DTZ011
        chosen = self.edit.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def go_to_today(self) -> None:
        """Show today again."""
        self.edit.setDate(QDate.currentDate())
        self.edit.setFocus()

    def _see(self, chosen: QDate) -> None:
        self._is_today = chosen == QDate.currentDate()
        self.back.setVisible(not self._is_today)
        self.changed.emit()
