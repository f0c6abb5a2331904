"""Items, decision and people side by side, as many as the size of the type leaves room for."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_TITLES, _NUMBERS, _DECISION, _PEOPLE = 22, 9, 46, 40
"""How much room the columns ask for, in letters; the items with their titles, or without."""
_LEAST = 20
"""How far one of the wide columns can be pushed together by hand, in letters."""


class RoomColumns(QSplitter):
    """In large type the items show their numbers only, and decision and people take turns."""

    fitted = Signal()

    def __init__(self, items: QWidget, decision: QWidget, people: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.has_titles = True
        self.takes_turns = False
        self._items, self._decision, self._people = items, decision, people
        self._is_at_people = False
        self.setChildrenCollapsible(False)
        for widget in (items, decision, people):
            self.addWidget(widget)
        self.setStretchFactor(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    @property
    def hides_decision(self) -> bool:
        """Whether the people have taken the decision's place."""
        return self.takes_turns and self._is_at_people

    def show_decision(self) -> None:
        """See to it that the decision is in view."""
        self._turn(is_at_people=False)
        self.fitted.emit()

    def show_people(self) -> None:
        """See to it that the people are in view."""
        self._turn(is_at_people=True)
        self.fitted.emit()

    def _turn(self, *, is_at_people: bool) -> None:
        self._is_at_people = is_at_people
        self._decision.setVisible(not self.hides_decision)
        self._people.setVisible(not self.takes_turns or is_at_people)

    def _fit(self) -> None:
        """Give each column the room that it needs at this size of type."""
        letter = max(self.fontMetrics().averageCharWidth(), 1)
        letters = self.width() // letter
        self.takes_turns = letters < _NUMBERS + _DECISION + _PEOPLE
        beside = _DECISION if self.takes_turns else _DECISION + _PEOPLE
        self.has_titles = letters >= _TITLES + beside
        items = max(_TITLES * letter, self.width() // 6) if self.has_titles else _NUMBERS * letter
        rest = max(self.width() - items, 2)
        people = max(rest * _PEOPLE // (_DECISION + _PEOPLE), 1)
        for widget, least in (
            (self._items, _NUMBERS * letter),
            (self._decision, _LEAST * letter),
            (self._people, _LEAST * letter),
        ):
            widget.setMinimumWidth(least)
        self._turn(is_at_people=self._is_at_people)
        shown = rest if self.takes_turns else people
        self.setSizes([items, rest if self.takes_turns else rest - people, shown])
        self.fitted.emit()
