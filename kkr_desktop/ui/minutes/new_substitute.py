"""Asks who comes in a member's place: the name is enough, the rest is proposed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.services.attendance import AttendanceRow
from kkr_desktop.services.attendance_moves import bring_substitute
from kkr_desktop.services.member_choices import Choice, member_choices
from kkr_desktop.services.new_substitutes import (
    NewSubstitute,
    bring_new_substitute,
    likely_substitute,
)
from kkr_desktop.services.people_choices import people_to_choose
from kkr_desktop.services.planning import read_meeting
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.minutes.seat_changes import SeatChanges
from kkr_desktop.ui.widgets.overlay import Overlay
from kkr_desktop.ui.widgets.person_box import PersonBox
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.problem_label import ProblemLabel
from kkr_desktop.ui.workspace import Workspace

_WIDTH = 46
"""In letters."""


class NewSubstituteForm(Overlay):
    """Takes someone of the register by a part of their name, or a new name with what is proposed.

    Where it is refused the form stays, with the reason.
    """

    def __init__(
        self,
        workspace: Workspace,
        meeting_id: int,
        row: AttendanceRow,
        changes: SeatChanges,
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._workspace = workspace
        self._meeting_id = meeting_id
        self._membership_id = row.membership_id
        self._changes = changes
        self._heading = PlainLabel(self.tr("Substitute for {name}").format(name=row.name))
        self._heading.setWordWrap(True)
        self.name = PersonBox()
        self.title = QLineEdit()
        self.municipality = QComboBox()
        self.party = QComboBox()
        self.add_button = QPushButton(icon("check"), self.tr("&Note (Enter)"))
        self.add_button.clicked.connect(self.add)
        self.name.person_changed.connect(self._enable)
        self.problem = ProblemLabel()
        self._fill()
        self._lay_out()
        self._enable()

    def _fill(self) -> None:
        database = self._workspace.database
        meeting = read_meeting(database, self._meeting_id)
        people = people_to_choose(database, meeting.body_id, meeting.held_on)
        self.name.offer([("", None)], [person for person in people if person.seat_id is None])
        choices = member_choices(database, meeting.body_id, meeting.held_on)
        likely = likely_substitute(database, self._meeting_id, self._membership_id)
        self.title.setText(likely.title)
        _offer(self.municipality, choices.municipalities, likely.municipality_id)
        _offer(self.party, choices.parties if choices.may_have_party else (), likely.party_id)

    def _lay_out(self) -> None:
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Na&me:"), self.name)
        form.addRow(self.tr("&Title:"), self.title)
        form.addRow(self.tr("Mun&icipality:"), self.municipality)
        form.addRow(self.tr("&Party:"), self.party)
        hint = PlainLabel(self.tr("A new name comes into the register. Esc goes back."))
        hint.setWordWrap(True)
        last = QHBoxLayout()
        last.addWidget(hint, 1)
        last.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.addWidget(self._heading)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addLayout(last)

    def wanted_size(self, room: QSize) -> QSize:
        width = min(_WIDTH * self.fontMetrics().averageCharWidth(), room.width())
        width = max(width, self.minimumSizeHint().width())
        needed = max(self.heightForWidth(width), self.sizeHint().height())
        return QSize(width, needed).boundedTo(room)

    def _enable(self) -> None:
        """Ask for the rest only of someone who is not in the register yet."""
        is_known = self.name.person() is not None
        for field in (self.title, self.municipality, self.party):
            field.setEnabled(not is_known)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.add()
            return
        super().keyPressEvent(event)

    def add(self) -> None:
        """Note who is named, and go back to the table."""
        place = (self._workspace.database, self._meeting_id, self._membership_id)
        known = self.name.person()
        if known is not None:
            bring = partial(bring_substitute, *place, known.person_id)
        else:
            bring = partial(bring_new_substitute, *place, self._someone_new())
        brought = self._changes.do(
            self._meeting_id,
            self.tr("Substitute"),
            bring,
            self.problem,
            brings_newcomer=known is None,
        )
        if brought:
            self.leave()
        elif not self.problem.isHidden():
            self.resize(self.wanted_size(self.window().size()))

    def _someone_new(self) -> NewSubstitute:
        return NewSubstitute(
            self.name.currentText(),
            self.title.text(),
            self.municipality.currentData(),
            self.party.currentData(),
        )


def _offer(field: QComboBox, choices: Sequence[Choice], chosen: int | None) -> None:
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.addItem("–", None)
    for choice in choices:
        field.addItem(choice.name, choice.id)
    field.setCurrentIndex(max(field.findData(chosen), 0))
