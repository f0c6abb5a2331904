"""What a Word file that came back corrects, item by item, to be taken over one by one."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.word_corrections import WordCorrections, take_corrections
from kkr_desktop.ui.icons import icon
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.change_list import ChangeList
from kkr_desktop.ui.widgets.plain_label import PlainLabel
from kkr_desktop.ui.workspace import Workspace

_LIST_WIDTH = 280
_ICON = QSize(16, 16)


class CorrectionsDialog(QDialog):
    """Lists the corrected items; the changes of one are ticked until they are unticked."""

    def __init__(
        self, workspace: Workspace, found: WordCorrections, path: Path, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._found = found
        self.setWindowTitle(self.tr("Corrections in {file}").format(file=path.name))
        self.items = QListWidget()
        self.items.setAccessibleName(self.tr("Corrected items"))
        self.items.setMaximumWidth(_LIST_WIDTH)
        self.items.setWordWrap(True)
        self.items.setIconSize(_ICON)
        for item in found.items:
            self.items.addItem(QListWidgetItem(icon("pencil"), f"{item.number}  {item.title}"))
        self.changes = ChangeList()
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.take_button = buttons.addButton(
            self.tr("&Take over what is ticked"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.take_button.clicked.connect(self.take)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.items)
        row.addWidget(self.changes, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.told)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.resize(900, 540)
        self._taken: set[int] = set()
        self.items.currentRowChanged.connect(self._show_item)
        self.changes.chosen_changed.connect(self._enable)
        self.items.setCurrentRow(0)
        if not found.items:
            self._tell(-1)
            self._enable()

    def _show_item(self, row: int) -> None:
        if 0 <= row < len(self._found.items):
            self.changes.show_changes(self._found.items[row].changes, are_chosen=True)
        self._tell(row)
        self._enable()

    def _tell(self, row: int) -> None:
        told: list[str] = []
        if not self._found.items:
            told.append(self.tr("The file corrects nothing: it says what the minutes say."))
        else:
            told.append(
                self.tr(
                    "Struck through goes, underlined comes. Untick what is not to be taken over."
                )
            )
            if row in self._taken:
                told.append(self.tr("The corrections of this item are taken over."))
            elif 0 <= row < len(self._found.items) and self._found.items[row].is_changed_since:
                told.append(
                    self.tr("⚠ This decision was also changed here after the file was made.")
                )
        if self._found.missing:
            numbers = ", ".join(self._found.missing)
            told.append(
                self.tr("Not found in the file, and left as they are: item {numbers}.").format(
                    numbers=numbers
                )
            )
        self.told.setText("\n".join(told))

    def _enable(self) -> None:
        row = self.items.currentRow()
        self.take_button.setEnabled(
            row >= 0 and row not in self._taken and bool(self.changes.chosen())
        )

    def take(self) -> None:
        """Write the ticked changes of the item in view, and go on to the next."""
        row = self.items.currentRow()
        item = self._found.items[row]
        try:
            written = take_corrections(
                self._workspace.database, self._found.meeting_id, item, self.changes.chosen()
            )
        except KkrError as error:
            show_error(self, error)
            return
        self._workspace.announcer.announce(written)
        self._taken.add(row)
        self.items.item(row).setIcon(icon("circle-check"))
        following = [place for place in range(self.items.count()) if place not in self._taken]
        if following:
            self.items.setCurrentRow(following[0])
        else:
            self._show_item(row)
