"""Make the README's pictures from the demo secretariat.

    .venv/bin/python tests/screenshots.py [folder] [--dark] [--size 1440x900]

Needs no display. Nothing is drawn by hand: it is the program as it opens.
"""

import argparse
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LOGNAME"] = "mette"

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from kkr_desktop.app import make_application
from kkr_desktop.resource_files import resource
from kkr_desktop.services.demo import make_demo
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import open_database
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.calendar.views import CalendarViews, View
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.meeting_room.screen import MeetingScreen
from kkr_desktop.ui.minutes.tab import MinutesTab
from kkr_desktop.ui.theme import Appearance, set_appearance
from kkr_desktop.ui.window_memory import WindowMemory

NAMES = ("members", "calendar", "agenda", "minutes")


def settle(application: QApplication, seconds: float) -> None:
    """Let the window do what it does in the background."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.01)


def show_tab(
    application: QApplication, window: MainWindow, name: str, meetings: dict[str, int]
) -> None:
    """Bring a tab to a place worth a picture."""
    window.workspace.selection.choose_meeting(
        meetings["minutes_approved" if name == "minutes" else "drafting"]
    )
    window.tabs.setCurrentIndex(NAMES.index(name))
    settle(application, 2.5)
    for tab in window.findChildren(QWidget):
        if isinstance(tab, MinutesTab) and name == "minutes":
            tab.items.setCurrentRow(5)
        if isinstance(tab, AgendaTab) and name == "agenda":
            items = tab.model.items_in_order()
            tab.tree.setCurrentIndex(tab.model.index_of_item(items[5].id))


def show_year_wheel(application: QApplication, window: MainWindow) -> None:
    """Show the coming year, in which the forums meet too, as a wheel."""
    window.tabs.setCurrentIndex(NAMES.index("calendar"))
    rows = list_meetings(window.workspace.database, body_id=window.workspace.selection.body_id)
    window.workspace.selection.choose_meeting(rows[-5].id)
    for views in window.findChildren(CalendarViews):
        views.choose_view(View.WHEEL)
    settle(application, 2.5)


def open_meeting_room(
    application: QApplication, window: MainWindow, meeting_id: int
) -> MeetingScreen:
    """Open the screen for the room, at an item in the middle of the meeting."""
    window.workspace.selection.choose_meeting(meeting_id)
    window.meeting_mode.open()
    screen = window.meeting_mode.screen
    assert screen is not None
    settle(application, 1)
    return screen


def main() -> None:
    """Write one picture per tab, of the year wheel and of the screen for the room."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=resource("screenshots"))
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1440x900")
    given = parser.parse_args()
    width, height = (int(part) for part in given.size.split("x"))
    given.folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    QFontDatabase.addApplicationFont(str(resource("fonts", "SourceSans3-Regular.ttf")))
    QFontDatabase.addApplicationFont(str(resource("fonts", "SourceSans3-Bold.ttf")))
    application.setFont(QFont("Source Sans 3", 10))
    set_appearance(application, Appearance.DARK if given.dark else Appearance.LIGHT)
    with TemporaryDirectory() as temporary:
        folder = DataFolder(Path(temporary))
        database = open_database(folder)
        make_demo(database)
        meetings = {row.state.value: row.id for row in list_meetings(database)}
        window = MainWindow(database, WindowMemory(folder.path / "window.ini"))
        window.resize(width, height)
        window.show()
        for name in NAMES:
            show_tab(application, window, name, meetings)
            settle(application, 2.5)
            window.grab().save(str(given.folder / f"{name}.png"))
        show_year_wheel(application, window)
        window.grab().save(str(given.folder / "year-wheel.png"))
        room = open_meeting_room(application, window, meetings["drafting"])
        room.resize(width, height)
        settle(application, 1)
        room.grab().save(str(given.folder / "meeting-room.png"))
        window.meeting_mode.close()
        window.close()
        database.close()


if __name__ == "__main__":
    sys.exit(main())
