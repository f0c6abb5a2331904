"""The question on which day, and why, a membership ends."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QFormLayout, QLineEdit, QWidget

from kkr_desktop.ui.widgets.form_dialog import FormDialog
from kkr_desktop.ui.widgets.plain_label import PlainLabel

_WIDTH = 440


class EndDialog(FormDialog):
    """`end` is called with the last day and the reason, and may refuse with a KkrError.

    `what_follows` says for the first day without the member what else it brings with it.
    """

    def __init__(
        self,
        name: str,
        what_follows: Callable[[date], Sequence[str]],
        end: Callable[[date, str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._end = end
        self._what_follows = what_follows
        self.setWindowTitle(self.tr("End membership"))
        self.last_day = QDateEdit(QDate.currentDate())
        self.last_day.setDisplayFormat("d. MMMM yyyy")
        self.last_day.setCalendarPopup(True)
        self.reason = QLineEdit()
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        self._form = form = QFormLayout()
        form.addRow(PlainLabel(self.tr("{name} is a member to the end of:").format(name=name)))
        form.addRow(self.tr("&Last day:"), self.last_day)
        form.addRow(self.tr("&Reason (may be empty):"), self.reason)
        form.addRow(self.told)
        self.last_day.dateChanged.connect(self._tell)
        self._tell()
        self.finish(form, self._end_on_chosen_day, _WIDTH, self.tr("End membership"))

    def _chosen_day(self) -> date:
        chosen = self.last_day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _tell(self) -> None:
        lines = self._what_follows(self._chosen_day() + timedelta(days=1))
        self.told.setText("\n".join(lines))
        self._form.setRowVisible(self.told, bool(lines))

    def _end_on_chosen_day(self) -> None:
        self._end(self._chosen_day(), self.reason.text())
