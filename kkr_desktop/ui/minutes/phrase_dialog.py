"""The dialog of the secretariat's own phrases: add, edit, remove and put in order."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.agenda_terms import ITEM_KIND_NAMES, ItemKind
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.phrases import (
    PLACES,
    PhraseRow,
    move_phrase,
    phrase_rows,
    remove_phrase,
    save_phrase,
)
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.workspace import Workspace

_ROW = Qt.ItemDataRole.UserRole


class PhraseDialog(QDialog):
    """Edits the phrases of one kind of item at a time; each change is saved at once."""

    def __init__(self, workspace: Workspace, kind: ItemKind | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(self.tr("Phrases"))
        self.kinds = QComboBox()
        for choice, name in ITEM_KIND_NAMES.items():
            self.kinds.addItem(name, choice)
        self.kinds.addItem(self.tr("Any item"), None)
        self.kinds.setCurrentIndex(self.kinds.findData(kind))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Phrases"))
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.setSpacing(1)
        self.problem = PlainLabel()
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.add = QPushButton(icon("plus"), self.tr("&Add"))
        self.edit = QPushButton(icon("pencil"), self.tr("&Edit"))
        self.remove = QPushButton(icon("trash-2"), self.tr("&Remove"))
        self.up = QPushButton(icon("arrow-up"), self.tr("Move &up"))
        self.down = QPushButton(icon("arrow-down"), self.tr("Move &down"))
        self._lay_out()
        self._connect()
        self._fill(0)

    def _lay_out(self) -> None:
        kind_label = PlainLabel(self.tr("Phrases &for:"))
        kind_label.setBuddy(self.kinds)
        top = QHBoxLayout()
        top.addWidget(kind_label)
        top.addWidget(self.kinds)
        top.addStretch(1)
        side = QVBoxLayout()
        for button in (self.add, self.edit, self.remove, self.up, self.down):
            button.setStyleSheet("text-align: left; padding: 4px 10px")
            button.setAutoDefault(False)
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        told = self.tr(
            "The program fills in {places} where it knows them. Other words in braces stay to be "
            "filled in."
        )
        hint = PlainLabel(told.replace("{places}", " ".join(PLACES)))
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(hint)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self.resize(760, 460)

    def _connect(self) -> None:
        self.kinds.currentIndexChanged.connect(self._show_kind)
        self.list.itemChanged.connect(self._save)
        self.list.currentRowChanged.connect(self._tell_buttons)
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        for keys, run in (
            (QKeySequence(QKeySequence.StandardKey.Delete), self._remove),
            (QKeySequence("Alt+Up"), self._move_up),
            (QKeySequence("Alt+Down"), self._move_down),
        ):
            shortcut = QShortcut(keys, self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(run)

    def _show_kind(self) -> None:
        self._fill(0)

    def _fill(self, place: int) -> None:
        rows = phrase_rows(self._workspace.database, self.kinds.currentData())
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            self._append(row)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(max(place, 0), self.list.count() - 1))
        self._tell_buttons()

    def _append(self, row: PhraseRow) -> QListWidgetItem:
        entry = QListWidgetItem(row.text)
        entry.setData(_ROW, row)
        entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.addItem(entry)
        return entry

    def _tell_buttons(self) -> None:
        place, count = self.list.currentRow(), self.list.count()
        self.edit.setEnabled(place >= 0)
        self.remove.setEnabled(place >= 0)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < count - 1)

    def _add(self) -> None:
        self.list.blockSignals(True)
        entry = self._append(PhraseRow(0, self.kinds.currentData(), ""))
        self.list.blockSignals(False)
        self.list.setCurrentItem(entry, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.editItem(entry)

    def _edit(self) -> None:
        entry = self.list.currentItem()
        self.list.editItem(entry)

    def _save(self, entry: QListWidgetItem) -> None:
        row: PhraseRow = entry.data(_ROW)
        changed = PhraseRow(row.id, row.kind, entry.text(), row.rev)
        place = self.list.row(entry)
        if self._try(lambda: self._write(changed)):
            self._fill(place)
        elif row.id:
            self.list.blockSignals(True)
            entry.setText(row.text)
            self.list.blockSignals(False)
        else:
            self._fill(place)

    def _write(self, row: PhraseRow) -> None:
        self._workspace.announcer.announce(save_phrase(self._workspace.database, row))

    def _remove(self) -> None:
        entry, place = self.list.currentItem(), self.list.currentRow()
        if place < 0:
            return
        row: PhraseRow = entry.data(_ROW)
        announce, database = self._workspace.announcer.announce, self._workspace.database
        if row.id and not self._try(lambda: announce(remove_phrase(database, row))):
            return
        self._fill(place)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        entry, place = self.list.currentItem(), self.list.currentRow() + step
        if self.list.currentRow() < 0 or not 0 <= place < self.list.count():
            return
        row: PhraseRow = entry.data(_ROW)
        announce, database = self._workspace.announcer.announce, self._workspace.database
        if row.id and self._try(lambda: announce(move_phrase(database, row, place))):
            self._fill(place)

    def _try(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except KkrError as error:
            self.problem.setText(error.explain())
            self.problem.show()
            return False
        self.problem.hide()
        return True
