"""All shortcuts of the window in one list, read from the window itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)


class ShortcutList(QDialog):
    """Shows what each shortcut does, in the tabs that have been opened."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        shortcuts = shortcuts_of(window)
        table = QTableWidget(len(shortcuts), 2)
        table.setHorizontalHeaderLabels([self.tr("Shortcut"), self.tr("What it does")])
        for row, (keys, meaning) in enumerate(shortcuts):
            table.setItem(row, 0, QTableWidgetItem(keys))
            table.setItem(row, 1, QTableWidgetItem(meaning))
        table.setAccessibleName(self.windowTitle())
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        layout.addWidget(buttons)
        self.resize(520, 480)


def shortcuts_of(window: QWidget) -> list[tuple[str, str]]:
    """Return keys and meaning of every shortcut in the window, each once, in order of the keys."""
    found: set[tuple[str, str]] = set()
    for action in window.findChildren(QAction):
        meaning = action.text().replace("&", "").rstrip("…").strip()
        found.update((_written(keys), meaning) for keys in action.shortcuts() if meaning)
    for shortcut in window.findChildren(QShortcut):
        if shortcut.whatsThis():
            found.add((_written(shortcut.key()), shortcut.whatsThis()))
    return sorted(found)


def _written(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
