"""The line in which a new follow-up is typed; what stands in it is on disk within a second."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.services.follow_up import (
    FollowUpDraft,
    add_follow_up,
    change_follow_up,
    owner_choices,
    remove_follow_up,
)
from kkr_desktop.services.written import Area, Change
from kkr_desktop.ui.follow_ups.fields import DayField, OwnerField
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.saving import DelayedSave
from kkr_desktop.ui.widgets.problem_label import ProblemLabel
from kkr_desktop.ui.workspace import Workspace

_DAY_WIDTH = 150


class FollowUpLine(QWidget):
    """Task, owner and date; Enter ends one follow-up and begins the next."""

    added = Signal(int)  # its id

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._place: tuple[int, int] | None = None
        self._owners_of: int | None = None
        self._rev = 0
        self.follow_up_id: int | None = None
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("What is to be done"))
        self.text.setAccessibleName(self.tr("What is to be done"))
        self.owner = OwnerField()
        self.due_on = DayField()
        self.due_on.setMaximumWidth(_DAY_WIDTH)
        self.add_button = QPushButton(icon("plus"), self.tr("Add"))
        self.problem = ProblemLabel()
        self._save = DelayedSave(workspace.saves, self._write, self)
        row = QHBoxLayout()
        row.addWidget(self.owner, 1)
        row.addWidget(self.due_on)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addWidget(self.problem)
        for field in (self.text, self.due_on, self.owner.line):
            field.returnPressed.connect(self.add)
            field.textEdited.connect(self._save.touch)
        self.owner.activated.connect(self._save.touch)
        self.add_button.clicked.connect(self.add)
        workspace.announcer.changed.connect(self._see_change)

    def show_item(self, meeting_id: int, item_id: int) -> None:
        """Take follow-ups for an item; what was typed for another is kept as one of its own."""
        if self._place == (meeting_id, item_id):
            return
        self._save.flush()
        self._clear()
        self._place = (meeting_id, item_id)
        if self._owners_of != meeting_id:
            self.owner.offer(owner_choices(self._workspace.database, meeting_id))
            self._owners_of = meeting_id

    def flush(self) -> bool:
        """Save now what waits; tell whether it is on disk."""
        self._save.flush()
        return not self._save.is_pending

    def begin(self) -> None:
        """Go to where the task is typed."""
        self.text.setFocus()
        self.text.selectAll()

    def add(self) -> None:
        """End this follow-up and begin another; a day that is none is told of first."""
        if not self.text.text().strip():
            self.begin()
            return
        try:
            self.due_on.day()
        except InvalidValue as error:
            self.problem.tell(error)
            self.due_on.setFocus()
            self.due_on.selectAll()
            return
        self.problem.tell(None)
        self._save.touch()
        made = self.follow_up_id if self.flush() else None
        if made is None:
            return
        self._clear()
        self.added.emit(made)
        self.text.setFocus()

    def _clear(self) -> None:
        self.follow_up_id, self._rev = None, 0
        self.text.clear()
        self.owner.setEditText("")
        self.due_on.clear()
        self.problem.tell(None)

    def _draft(self) -> FollowUpDraft:
        owner = self.owner.owner()
        try:
            due_on = self.due_on.day()
        except InvalidValue:
            due_on = None
        text = self.text.text()
        return FollowUpDraft(text, owner.name, owner.person_id, due_on, rev=self._rev)

    def _write(self) -> None:
        database, announcer = self._workspace.database, self._workspace.announcer
        draft = self._draft()
        if self._place is None:
            return
        if not draft.text.strip():
            if self.follow_up_id is not None:
                announcer.announce(remove_follow_up(database, self.follow_up_id))
                self.follow_up_id, self._rev = None, 0
        elif self.follow_up_id is None:
            written = add_follow_up(database, *self._place, draft)
            self.follow_up_id, self._rev = written.value, 1
            announcer.announce(written)
        else:
            changed = change_follow_up(database, self.follow_up_id, draft)
            self._rev = changed.value.rev
            announcer.announce(changed)

    def _see_change(self, change: Change) -> None:
        if change.area is Area.MEMBERS:
            self._owners_of = None
