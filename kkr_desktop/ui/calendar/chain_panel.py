"""The chain of a meeting's milestones, what the chosen one is, and what can be done with it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from kkr_desktop.model.base import now
from kkr_desktop.model.dates import long_date, weekday_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.model.milestones import Standing
from kkr_desktop.services.milestone_changes import (
    MilestoneDraft,
    add_milestone,
    change_milestone,
    mark_done,
    remove_milestone,
)
from kkr_desktop.services.milestone_states import MilestoneState, milestone_state, put_back
from kkr_desktop.services.milestone_templates import (
    TemplateRow,
    read_templates,
    save_templates,
    standard_templates,
)
from kkr_desktop.services.milestones import MilestoneRow, milestones_of
from kkr_desktop.services.planning import bodies
from kkr_desktop.services.written import Written
from kkr_desktop.ui.calendar.chain_view import ChainView
from kkr_desktop.ui.calendar.milestone_dialog import MilestoneDialog
from kkr_desktop.ui.calendar.template_dialog import TemplateDialog
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.undo import TwoWayCommand
from kkr_desktop.ui.widgets.elided_label import ElidedLabel
from kkr_desktop.ui.workspace import Workspace


class ChainPanel(QWidget):
    """Shows one meeting's milestones and works through them."""

    def __init__(
        self, workspace: Workspace, undo_stack: QUndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._undo_stack = undo_stack
        self._meeting_id: int | None = None
        self._held_on = date.today()  # noqa: DTZ011
        self._rows: tuple[MilestoneRow, ...] = ()
        self.chain = ChainView()
        self.chain.setAccessibleName(self.tr("The meeting's milestones"))
        self.words = ElidedLabel()
        self.done_button = self._button("check", self.tr("Done"), self.toggle_done)
        self.edit_button = self._button("pencil", self.tr("Edit…"), self.edit)
        self.add_button = self._button("plus", self.tr("Add milestone…"), self.add)
        self.remove_button = self._button("trash-2", self.tr("Remove"), self.remove)
        self.template_button = self._button("settings", self.tr("Template…"), self.edit_template)
        self.template_button.setToolTip(self.tr("The milestones that every meeting gets"))
        self.done_button.setCheckable(True)
        self.remove_button.setToolTip(self.tr("Remove the milestone from this meeting"))
        for button in (self.remove_button, self.template_button):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(button.toolTip())
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        line.addWidget(self.words, 1)
        for button in (
            self.done_button,
            self.edit_button,
            self.add_button,
            self.remove_button,
            self.template_button,
        ):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.chain)
        column.addLayout(line)
        self.chain.milestone_chosen.connect(self._tell)
        self.chain.milestone_activated.connect(self.edit)

    def _button(self, name: str, words: str, run: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setText(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.clicked.connect(run)
        return button

    def show_meeting(self, meeting_id: int | None, held_on: date | None) -> None:
        """Show the chain of a meeting, or nothing."""
        self._meeting_id = meeting_id
        self.setVisible(meeting_id is not None)
        if meeting_id is None or held_on is None:
            return
        self._held_on = held_on
        self._rows = milestones_of(self._workspace.database, meeting_id)
        self.chain.setVisible(bool(self._rows))
        self.chain.show_chain(self._rows, date.today())  # noqa: DTZ011
        self._tell()

    def _tell(self) -> None:
        row = self.chain.chosen
        for button in (self.done_button, self.edit_button, self.remove_button):
            button.setEnabled(row is not None)
        self.done_button.setChecked(row is not None and row.done_at is not None)
        if row is None:
            self.words.tell(self.tr("The meeting has no milestones."))
            return
        parts = [row.label, weekday_date(row.due_on)]
        if row.nominal_on != row.due_on:
            parts[-1] += self.tr(" (instead of {day})").format(day=weekday_date(row.nominal_on))
        parts.append(row.owner or row.responsible)
        waits = next((other for other in self._rows if other.id == row.waits_for_id), None)
        if waits is not None:
            parts.append(self.tr("waits for “{milestone}”").format(milestone=waits.label))
        if row.done_at is not None:
            day = long_date(row.done_at.astimezone().date())
            parts.append(self.tr("done on {day}").format(day=day))
        elif row.standing(date.today()) is Standing.LATE:  # noqa: DTZ011
            parts.append(self.tr("late"))
        self.words.tell(" · ".join(part for part in parts if part))

    def toggle_done(self) -> None:
        """Mark the chosen milestone as done, or as not done after all."""
        row, database = self.chain.chosen, self._workspace.database
        if row is None:
            return
        is_open = row.done_at is None
        text = self.tr("Mark milestone as done") if is_open else self.tr("Mark as not done")
        self._try(
            lambda: self._change(
                text, row.id, lambda: mark_done(database, row.id, row.rev, done=is_open)
            )
        )

    def edit(self) -> None:
        """Change the chosen milestone."""
        row, database = self.chain.chosen, self._workspace.database
        if row is None:
            return

        def save(draft: MilestoneDraft) -> None:
            self._change(
                self.tr("Change milestone"),
                row.id,
                lambda: change_milestone(database, row.id, draft),
            )

        draft = MilestoneDraft(
            row.label, row.due_on, row.responsible, row.owner, row.waits_for_id, row.rev
        )
        others = [other for other in self._rows if other.id != row.id]
        MilestoneDialog(database, draft, others, save, self).exec()

    def add(self) -> None:
        """Add a milestone of the secretariat's own."""
        meeting_id, database = self._meeting_id, self._workspace.database
        if meeting_id is None:
            return
        chosen = self.chain.chosen
        day = chosen.due_on if chosen is not None else self._held_on - timedelta(days=14)

        def save(draft: MilestoneDraft) -> None:
            added = self._workspace.announcer.announce(add_milestone(database, meeting_id, draft))
            self.chain.choose(added)
            there = milestone_state(database, added)
            self._remember(self.tr("Add milestone"), added, replace(there, deleted_at=now()), there)

        draft = MilestoneDraft("", day)
        MilestoneDialog(database, draft, self._rows, save, self).exec()

    def remove(self) -> None:
        """Take the chosen milestone out of this meeting's chain; undo puts it back."""
        row, database = self.chain.chosen, self._workspace.database
        if row is not None:
            self._try(
                lambda: self._change(
                    self.tr("Remove milestone"),
                    row.id,
                    lambda: remove_milestone(database, row.id, row.rev),
                )
            )

    def _change(self, text: str, milestone_id: int, write: Callable[[], Written[int]]) -> None:
        """Write a change of a milestone, and remember how it stood before and after."""
        before = milestone_state(self._workspace.database, milestone_id)
        self._workspace.announcer.announce(write())
        after = milestone_state(self._workspace.database, milestone_id)
        if after != before:
            self._remember(text, milestone_id, before, after)

    def _remember(
        self, text: str, milestone_id: int, before: MilestoneState, after: MilestoneState
    ) -> None:
        def bring(expected: MilestoneState, state: MilestoneState) -> None:
            written = put_back(self._workspace.database, milestone_id, expected, state)
            self._workspace.announcer.announce(written)

        self._undo_stack.push(
            TwoWayCommand(
                text,
                lambda: self._try(lambda: bring(before, after)),
                lambda: self._try(lambda: bring(after, before)),
                is_done=True,
            )
        )

    def edit_template(self) -> None:
        """Change the milestones that every meeting of the body gets."""
        body_id, database = self._workspace.selection.body_id, self._workspace.database
        if body_id is None:
            return
        name = next(body.name for body in bodies(database) if body.id == body_id)

        def save(rows: Sequence[TemplateRow]) -> None:
            written = save_templates(database, body_id, rows, date.today())  # noqa: DTZ011
            self._workspace.announcer.announce(written)

        rows, standard = read_templates(database, body_id), standard_templates(database, body_id)
        TemplateDialog(name, rows, standard, save, self).exec()

    def _try(self, run: Callable[[], object]) -> None:
        try:
            run()
        except KkrError as error:
            show_error(self, error)
