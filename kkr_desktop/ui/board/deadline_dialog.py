"""One deadline for all items that have none."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QFormLayout, QWidget

from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_WIDTH = 440


class DeadlineDialog(FormDialog):
    """`give` is called with the chosen day, and may refuse with a KkrError."""

    def __init__(
        self, items: int, proposed: date, give: Callable[[date], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._give = give
        self.setWindowTitle(self.tr("Deadline for all"))
        self.due = QDateEdit(QDate(proposed.year, proposed.month, proposed.day))
        self.due.setDisplayFormat("d. MMMM yyyy")
        self.due.setCalendarPopup(True)
        told = PlainLabel(
            self.tr("%n item(s) that somebody has to write have no deadline yet.", "", items)
        )
        told.setWordWrap(True)
        form = QFormLayout()
        form.addRow(told)
        form.addRow(self.tr("&They are due on:"), self.due)
        self.finish(form, self._give_chosen_day, _WIDTH, self.tr("Set the deadline"))

    def _give_chosen_day(self) -> None:
        chosen = self.due.date()
        self._give(date(chosen.year(), chosen.month(), chosen.day()))
