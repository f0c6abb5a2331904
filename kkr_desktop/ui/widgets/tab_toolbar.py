"""The toolbar at the top of a tab."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from kkr_desktop.ui.icons import icon

_ICON = QSize(18, 18)


class TabToolbar(QToolBar):
    """Holds a tab's tools, whose shortcuts work anywhere in the tab and nowhere else."""

    def __init__(self, tab: QWidget) -> None:
        super().__init__(tab)
        self._tab = tab
        self.setIconSize(_ICON)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def add_tool(self, icon_name: str, text: str, keys: str, run: Callable[[], None]) -> QAction:
        """Add a button that also answers to `keys`, unless they are empty."""
        tool = QAction(icon(icon_name), text, self._tab)
        if keys:
            tool.setShortcut(QKeySequence(keys))
        tool.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        tool.triggered.connect(run)
        self._tab.addAction(tool)
        self.addAction(tool)
        return tool

    def add_menu(self, icon_name: str, menu: QMenu) -> QToolButton:
        """Add a button, called as the menu is, that opens it."""
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setText(menu.title())
        button.setToolButtonStyle(self.toolButtonStyle())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        self.addWidget(button)
        return button
