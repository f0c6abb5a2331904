"""The question on which day, and why, a membership ends."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError


class EndDialog(QDialog):
    """`end` is called with the last day and the reason, and may refuse with a KkrError."""

    def __init__(self, name: str, end: Callable[[date, str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._end = end
        self.setWindowTitle(self.tr("End membership"))
        self.last_day = QDateEdit(QDate.currentDate())
        self.last_day.setDisplayFormat("d. MMMM yyyy")
        self.last_day.setCalendarPopup(True)
        self.reason = QLineEdit()
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.hide()
        form = QFormLayout()
        form.addRow(self.tr("&Last day:"), self.last_day)
        form.addRow(self.tr("&Reason (may be empty):"), self.reason)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("End membership"))
        buttons.accepted.connect(self._try_to_end)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self.tr("{name} is a member to the end of:").format(name=name)))
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(buttons)

    def _try_to_end(self) -> None:
        chosen = self.last_day.date()
        try:
            self._end(date(chosen.year(), chosen.month(), chosen.day()), self.reason.text())
        except KkrError as error:
            self.problem.setText(error.explain())
            self.problem.show()
        else:
            self.accept()
