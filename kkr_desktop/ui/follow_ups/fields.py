"""The two fields that a follow-up is made with: who does it, and by when."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kkr_desktop.model.dates import WEEKDAYS, long_date, short_date, week_name
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.typed_dates import typed_date
from kkr_desktop.services.follow_up import FollowUpRow, Owner
from kkr_desktop.ui.widgets.finding_completer import FindingCompleter

_FEWEST_LETTERS_SHOWN = 12


class OwnerField(QComboBox):
    """Takes a person of the register or anybody in words; a part of the name finds them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEWEST_LETTERS_SHOWN)
        self.line.setPlaceholderText(self.tr("Who does it"))
        self.setAccessibleName(self.tr("Owner"))

    def offer(self, owners: Sequence[Owner]) -> None:
        """Offer owners to choose from; what is typed stays."""
        typed = self.currentText()
        with QSignalBlocker(self):
            self.clear()
            for owner in owners:
                self.addItem(owner.name, owner.person_id)
            self.setCurrentIndex(-1)
            self.setEditText(typed)
        self.setCompleter(FindingCompleter(self.model(), self))

    def show_owner(self, row: FollowUpRow) -> None:
        """Show who has a follow-up; somebody no longer offered is offered still."""
        person_id = row.draft.owner_person_id
        if person_id is not None and self.findData(person_id) < 0:
            self.addItem(row.owner_name, person_id)
        self.setEditText(row.owner_name)

    def owner(self) -> Owner:
        """Return who is chosen: the person called so, or the words."""
        name = " ".join(self.currentText().split())
        place = self.findText(name, Qt.MatchFlag.MatchFixedString)
        return Owner(name, self.itemData(place) if place >= 0 else None)


class DayField(QLineEdit):
    """Takes a day as one types it; the day that was understood stands in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Due, e.g. 15/1"))
        self.setAccessibleName(self.tr("Due"))
        self.setToolTip(self.tr("For example 15/1, 15. januar 2027, uge 3 or +14"))
        self.editingFinished.connect(self._write_out)

    def show_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self.setText(short_date(day) if day is not None else "")

    def day(self) -> date | None:
        """Return the day; None when there is none. Raises InvalidValue."""
        try:
            return typed_date(self.text(), date.today())  # noqa: DTZ011
        except ValueError as error:
            raise InvalidValue(
                "Frist", f"»{self.text()}« er ikke en dag. Skriv fx 15/1, uge 3 eller +14."
            ) from error

    def spelled(self) -> str:
        """Return the day in full, or nothing."""
        try:
            day = self.day()
        except InvalidValue:
            return ""
        if day is None:
            return ""
        weekday = WEEKDAYS[day.weekday()].capitalize()
        return f"{weekday} den {long_date(day)}, {week_name(day)}"

    def _write_out(self) -> None:
        try:
            self.show_day(self.day())
        except InvalidValue:
            return
