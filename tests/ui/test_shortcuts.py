"""No key means two things at one place: Qt then does neither."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.minutes.tab import MinutesTab
from kkr_desktop.ui.window_memory import WindowMemory

_Context = Qt.ShortcutContext


@dataclass(frozen=True)
class Binding:
    """A key, what it does, and where it is listened to."""

    keys: str
    words: str
    at: QWidget
    context: Qt.ShortcutContext
    owner: QObject

    def covers(self, other: "Binding") -> bool:
        """Tell whether it is listened to wherever the other one is."""
        if self.context in {_Context.WindowShortcut, _Context.ApplicationShortcut}:
            return True
        if self.at is other.at:
            return True
        is_wide = self.context is _Context.WidgetWithChildrenShortcut
        return is_wide and self.at.isAncestorOf(other.at)


def bindings(window: QWidget) -> Iterator[Binding]:
    """Yield every key that is listened to now in what is visible of a window."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.window() is window and widget.isVisibleTo(window):
            for action in widget.actions():
                for keys in action.shortcuts() if action.isEnabled() else ():
                    context = action.shortcutContext()
                    yield Binding(keys.toString(), action.text(), widget, context, action)
    for shortcut in window.findChildren(QShortcut):
        at = shortcut.parent()
        if isinstance(at, QWidget) and at.window() is window and at.isVisibleTo(window):
            sequences = shortcut.keys()
            for keys in sequences:
                words = shortcut.whatsThis()
                yield Binding(keys.toString(), words, at, shortcut.context(), shortcut)


def clashes(window: QWidget) -> set[str]:
    """Return the keys of a window that mean two things somewhere."""
    found = list(bindings(window))
    return {
        f"{one.keys}: {one.words} / {other.words}"
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if one.keys == other.keys
        and one.owner is not other.owner
        and (one.covers(other) or other.covers(one))
    }


@pytest.fixture
def window(qtbot: QtBot, demo: Database, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(demo, WindowMemory(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    coming = next(row for row in list_meetings(demo) if row.state == "drafting")
    window.workspace.selection.choose(coming.body_id, coming.id)
    window.show()
    yield window
    window.close()


def test_no_key_means_two_things_in_any_tab(window: MainWindow) -> None:
    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        for tab in window.findChildren(MinutesTab):
            tab.items.setCurrentRow(2)
        assert clashes(window) == set()


def test_the_keys_of_a_tab_work_as_soon_as_it_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    for place in reversed(range(window.tabs.count())):
        window.chooser.body_list.setFocus()
        window.tabs.setCurrentIndex(place)
        assert window.focusWidget() in window.tabs.currentWidget().findChildren(QAbstractItemView)
    window.tabs.tabBar().setFocus()
    QTest.keyClick(window.tabs.tabBar(), Qt.Key.Key_Right)
    assert window.focusWidget() is window.tabs.tabBar()


def test_no_key_means_two_things_in_the_room(window: MainWindow) -> None:
    window.meeting_mode.open()
    screen = window.meeting_mode.screen
    assert screen is not None
    assert clashes(screen) == set()
    assert any(binding.keys == "Ctrl+Space" for binding in bindings(screen))
    for points in (28.0, 10.0):
        screen.resize(1100, 760)
        screen.set_points(points)
        screen.go_to_people()
        assert clashes(screen) == set()
        assert {"Ctrl+R", "Ctrl+T"} <= {binding.keys for binding in bindings(screen)}
    screen.close()
