"""The question on which day, and why, a membership ends."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QFormLayout, QLineEdit, QWidget

from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_WIDTH = 440


class EndDialog(FormDialog):
    """`end` is called with the last day and the reason, and may refuse with a KkrError."""

    def __init__(self, name: str, end: Callable[[date, str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._end = end
        self.setWindowTitle(self.tr("End membership"))
        self.last_day = QDateEdit(QDate.currentDate())
        self.last_day.setDisplayFormat("d. MMMM yyyy")
        self.last_day.setCalendarPopup(True)
        self.reason = QLineEdit()
        form = QFormLayout()
        form.addRow(PlainLabel(self.tr("{name} is a member to the end of:").format(name=name)))
        form.addRow(self.tr("&Last day:"), self.last_day)
        form.addRow(self.tr("&Reason (may be empty):"), self.reason)
        self.finish(form, self._end_on_chosen_day, _WIDTH, self.tr("End membership"))

    def _end_on_chosen_day(self) -> None:
        chosen = self.last_day.date()
        self._end(date(chosen.year(), chosen.month(), chosen.day()), self.reason.text())
