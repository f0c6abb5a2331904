"""A field in which someone in the register is found by typing any part of their name."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from kkr_desktop.services.people_choices import PersonChoice
from kkr_desktop.ui.widgets.finding_completer import FindingCompleter


class PersonBox(QComboBox):
    """Finds a person; what is typed and is nobody's name stays as it is typed."""

    person_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.setCompleter(FindingCompleter(self.model(), self))
        self._people: dict[int, PersonChoice] = {}
        self.editTextChanged.connect(self.person_changed)

    def offer(
        self, first: Sequence[tuple[str, int | None]], people: Sequence[PersonChoice]
    ) -> None:
        """List other choices, each with a number below zero or None, and then people."""
        blocker = QSignalBlocker(self)
        self._people = {person.person_id: person for person in people}
        self.clear()
        for words, data in first:
            self.addItem(words, data)
        for person in people:
            self.addItem(person.described, person.person_id)
        blocker.unblock()

    def choose(self, data: int | None) -> None:
        """Choose what was offered with `data`."""
        self.setCurrentIndex(self.findData(data))
        self.person_changed.emit()

    def chosen(self) -> int | None:
        """Return the number of what stands in the field, None for other words."""
        index, words = self.currentIndex(), self.currentText()
        if index < 0 or self.itemText(index) != words:  # two may be described alike
            index = self.findText(words, Qt.MatchFlag.MatchFixedString)
        return None if index < 0 else self.itemData(index)

    def person(self) -> PersonChoice | None:
        """Return the person who stands in the field, None for anything else."""
        chosen = self.chosen()
        return None if chosen is None else self._people.get(chosen)
