"""The bodies whose meetings of a year are planned: ticked one by one, or many at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.services.planning import BodyRow

_WIDTH = 280


class PlanBodies(QWidget):
    """Lists bodies with a box to tick before each; `changed` comes once for all that changes."""

    changed = Signal()

    def __init__(self, bodies: Sequence[BodyRow], body_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._bodies = tuple(bodies)
        self._council_id = next(
            (body.parent_id or body.id for body in bodies if body.id == body_id), body_id
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Councils and forums"))
        self.setFixedWidth(_WIDTH)
        for body in self._bodies:
            self.list.addItem(QListWidgetItem(body.name))
        self.all = self._button(self.tr("&All"), lambda _: True)
        self.family = self._button(self.tr("The c&ouncil and its forums"), self._is_of_council)
        self._tick(lambda body: body.id == body_id)
        self.list.itemChanged.connect(self.changed)
        line = QHBoxLayout()
        line.addWidget(self.all)
        line.addWidget(self.family)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(line)

    def _button(self, words: str, is_wanted: Callable[[BodyRow], bool]) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setAutoRaise(True)
        button.clicked.connect(lambda: self._tick(is_wanted))
        return button

    def _is_of_council(self, body: BodyRow) -> bool:
        return self._council_id in {body.id, body.parent_id}

    def _tick(self, is_wanted: Callable[[BodyRow], bool]) -> None:
        """Tick the wanted bodies and no others."""
        state = Qt.CheckState
        self.list.blockSignals(True)
        for place, body in enumerate(self._bodies):
            is_ticked = is_wanted(body)
            self.list.item(place).setCheckState(state.Checked if is_ticked else state.Unchecked)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self.changed.emit()

    def chosen(self) -> list[int]:
        """Return the ids of the ticked bodies."""
        return [
            body.id
            for place, body in enumerate(self._bodies)
            if self.list.item(place).checkState() is Qt.CheckState.Checked
        ]
