"""Make the README's pictures from the demo secretariat.

    .venv/bin/python tests/screenshots.py [folder] [--dark] [--size 1440x900]

Needs no display. Nothing is drawn by hand: it is the program as it opens.
"""

# pypdfium2 is typed in part only.
# pyright: reportUnknownMemberType=false, reportArgumentType=false

import argparse
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from kkr_desktop.app import make_application
from kkr_desktop.resource_files import resource
from kkr_desktop.services.agenda_content import preview_agenda
from kkr_desktop.services.demo import make_demo
from kkr_desktop.services.minutes_content import preview_minutes
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import open_database
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.minutes.tab import MinutesTab
from kkr_desktop.ui.theme import Appearance, set_appearance
from kkr_desktop.ui.window_memory import WindowMemory

NAMES = ("members", "calendar", "agenda", "minutes")
AGENDA_PAGE, MINUTES_PAGE = 9, 5


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


def save_page(pdf: bytes, page: int, target: Path) -> None:
    """Write one page of a document as a picture; the first page is 1."""
    with pypdfium2.PdfDocument(pdf) as document:
        document[page - 1].render(scale=1.5).to_pil().save(target)


def main() -> None:
    """Write one picture per tab, and pages of the documents."""
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
        agenda = preview_agenda(database, meetings["drafting"])
        save_page(agenda, 1, given.folder / "agenda-front-page.png")
        save_page(agenda, AGENDA_PAGE, given.folder / "agenda-page.png")
        minutes = preview_minutes(database, meetings["minutes_approved"])
        save_page(minutes, MINUTES_PAGE, given.folder / "minutes-page.png")
        window.close()
        database.close()


if __name__ == "__main__":
    sys.exit(main())
