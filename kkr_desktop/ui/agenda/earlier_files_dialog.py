"""The files that an appendix had before: look at one, save it as it came, or use it again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desktop.services.appendix_history import AppendixFile, save_original
from kkr_desktop.ui.saved_file import ask_where, open_folder, write_in_background

_WIDTH = 560


class EarlierFilesDialog(QDialog):
    """Lists the file in use first; `viewed` and `wanted` tell what is to be done with one."""

    viewed = Signal(object)  # AppendixFile
    wanted = Signal(int)  # the number of the file that is to be used again

    def __init__(
        self, title: str, files: Sequence[AppendixFile], parent: QWidget, *, can_edit: bool
    ) -> None:
        super().__init__(parent)
        self._files = tuple(files)
        self._can_edit = can_edit
        self.setWindowTitle(self.tr("Files of »{title}«").format(title=title))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Files, newest first"))
        for place, file in enumerate(self._files):
            self.list.addItem(self._words(file, is_used=place == 0))
        self.view_button = QPushButton(self.tr("&View"))
        self.view_button.clicked.connect(self._view)
        self.save_button = QPushButton(self.tr("&Save as it came…"))
        self.save_button.clicked.connect(self._save)
        self.use_button = QPushButton(self.tr("&Use again"))
        self.use_button.clicked.connect(self._use)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in (self.view_button, self.save_button, self.use_button):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(buttons)
        self.resize(_WIDTH, 260)
        self.list.currentRowChanged.connect(self._choose)
        self.list.setCurrentRow(0)

    def _words(self, file: AppendixFile, *, is_used: bool) -> str:
        day = f"{file.taken_in.astimezone():%d-%m-%Y %H.%M}"
        pages = self.tr("%n page(s)", "", file.pages)
        used = self.tr(" · in use") if is_used else ""
        return f"{file.original_name} · {pages} · {day}{used}"

    def _choose(self, row: int) -> None:
        self.use_button.setEnabled(self._can_edit and row > 0)

    def _chosen(self) -> AppendixFile:
        return self._files[max(self.list.currentRow(), 0)]

    def _view(self) -> None:
        self.viewed.emit(self._chosen())

    def _use(self) -> None:
        self.wanted.emit(self._chosen().number)
        self.accept()

    def _save(self) -> None:
        file = self._chosen()
        path = ask_where(self, self.tr("Save the file"), file.original_name, "*")
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the chosen file as it came, and show the folder."""
        file = self._chosen()
        write_in_background(self, lambda to: save_original(file, to), path, open_folder)
