"""Guests and presenters: who took part in an item, or in the whole meeting, without a seat."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.guests import (
    GuestRow,
    guests,
    presenters_to_add,
    remove_guest,
    save_guest,
)
from kkr_desktop.services.treated_items import TreatedItem
from kkr_desktop.services.written import T, Written
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.widgets.problem_label import ProblemLabel
from kkr_desktop.ui.workspace import Workspace

_GUEST = Qt.ItemDataRole.UserRole


class GuestPanel(QWidget):
    """Lists the guests of a meeting; a line below adds one. Enter changes, Delete removes.

    `is_narrow` puts below each other what may not find room side by side in large type.
    """

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, is_narrow: bool = False
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._meeting_id: int | None = None
        self._items: tuple[TreatedItem, ...] = ()
        self._edited: GuestRow | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Guests and presenters"))
        self.list.setMaximumHeight(90)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name"))
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("Title, as in »direktør i KL«"))
        self.item = QComboBox()
        self.item.setAccessibleName(self.tr("Item"))
        self.presents = QCheckBox(self.tr("&Presents"))
        self.add_button = QPushButton(icon("plus"), self.tr("A&dd"))
        self.from_agenda = QPushButton(self.tr("From the a&genda"))
        self.from_agenda.setToolTip(self.tr("Adds the presenters that the agenda names."))
        self.problem = ProblemLabel()
        self._lay_out(is_narrow=is_narrow)
        self.add_button.clicked.connect(self.save)
        self.from_agenda.clicked.connect(self.add_presenters)
        self.name.returnPressed.connect(self.save)
        self.title.returnPressed.connect(self.save)
        self.list.itemActivated.connect(self._edit)
        remove = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove)

    def _lay_out(self, *, is_narrow: bool) -> None:
        heading = PlainLabel(self.tr("Guests and presenters"))
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setWordWrap(is_narrow)
        beside = QBoxLayout.Direction.LeftToRight
        top = QBoxLayout(QBoxLayout.Direction.TopToBottom if is_narrow else beside)
        top.addWidget(heading, 1)
        top.addWidget(self.from_agenda, 0, Qt.AlignmentFlag.AlignLeft)
        names = QBoxLayout(top.direction())
        names.addWidget(self.name, 1)
        names.addWidget(self.title, 1)
        line = QBoxLayout(top.direction())
        line.addWidget(self.item, 1)
        last = QHBoxLayout()
        last.addWidget(self.presents, 1)
        last.addWidget(self.add_button)
        line.addLayout(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.addLayout(top)
        column.addWidget(self.list)
        column.addLayout(names)
        column.addLayout(line)
        column.addWidget(self.problem)

    def show_meeting(
        self, meeting_id: int | None, items: Sequence[TreatedItem], *, can_edit: bool
    ) -> None:
        """Show the guests of a meeting; a half-typed one stays typed."""
        if meeting_id != self._meeting_id:
            self._clear()
        self._meeting_id, self._items = meeting_id, tuple(items)
        chosen = self.item.currentData()
        self.item.clear()
        self.item.addItem(self.tr("Whole meeting"), None)
        for item in items:
            self.item.addItem(f"{item.number} {item.title}", item.id)
        self.item.setCurrentIndex(max(self.item.findData(chosen), 0))
        self.item.setMinimumContentsLength(12)
        self.item.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        row = self.list.currentRow()
        self.list.clear()
        for guest in guests(self._workspace.database, meeting_id) if meeting_id else ():
            entry = QListWidgetItem(self._words(guest))
            entry.setData(_GUEST, guest)
            self.list.addItem(entry)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        for widget in (self.name, self.title, self.item, self.presents, self.add_button):
            widget.setEnabled(can_edit)
        self.from_agenda.setEnabled(can_edit)
        self.list.setVisible(self.list.count() > 0)

    def prefer_item(self, item_id: int) -> None:
        """Take an item as the one that the next guest belongs to."""
        self.item.setCurrentIndex(max(self.item.findData(item_id), 0))

    def _words(self, guest: GuestRow) -> str:
        numbers = {item.id: item.number for item in self._items}
        words = ", ".join(word for word in (guest.name, guest.title) if word)
        number = numbers.get(guest.item_id or 0)
        if number is not None:
            words += " · " + self.tr("item {number}").format(number=number)
        return words + (" · " + self.tr("presents") if guest.is_presenter else "")

    def save(self) -> None:
        """Add who is typed, or change the guest that is being edited."""
        meeting_id = self._meeting_id
        typed = GuestRow(
            self.name.text(), self.title.text(), self.presents.isChecked(), self.item.currentData()
        )
        if self._edited is not None:
            typed = replace(typed, id=self._edited.id, rev=self._edited.rev)
        if meeting_id is not None and self._try(
            lambda: save_guest(self._workspace.database, meeting_id, typed)
        ):
            self._clear()
            self.name.setFocus()

    def add_presenters(self) -> None:
        """Add those whom the agenda names as presenters and who are not there yet."""
        meeting_id, database = self._meeting_id, self._workspace.database
        if meeting_id is None:
            return
        for guest in presenters_to_add(database, meeting_id):
            if not self._try(lambda guest=guest: save_guest(database, meeting_id, guest)):
                return

    def _edit(self, entry: QListWidgetItem) -> None:
        guest: GuestRow = entry.data(_GUEST)
        self._edited = guest
        self.name.setText(guest.name)
        self.title.setText(guest.title)
        self.item.setCurrentIndex(max(self.item.findData(guest.item_id), 0))
        self.presents.setChecked(guest.is_presenter)
        self.add_button.setText(self.tr("&Change"))
        self.name.setFocus()

    def remove(self) -> None:
        """Remove the chosen guest."""
        meeting_id, entry = self._meeting_id, self.list.currentItem()
        if meeting_id is None or not self.list.count() or not self.add_button.isEnabled():
            return
        guest: GuestRow = entry.data(_GUEST)
        self._try(lambda: remove_guest(self._workspace.database, meeting_id, guest))

    def _clear(self) -> None:
        self._edited = None
        self.name.clear()
        self.title.clear()
        self.presents.setChecked(False)
        self.add_button.setText(self.tr("A&dd"))

    def _try(self, write: Callable[[], Written[T]]) -> bool:
        try:
            self._workspace.announcer.announce(write())
        except KkrError as error:
            self.problem.tell(error)
            return False
        self.problem.tell(None)
        return True
