"""Types numbers into the real window until it is killed; says when each was typed."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kkr_desktop.app import make_application
from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import open_database
from kkr_desktop.ui.agenda.tab import AgendaTab
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.richtext.text_edit import TextEdit
from kkr_desktop.ui.window_memory import WindowMemory

_AGENDA = 2
_KEY_MILLISECONDS = 40


class Typist:
    """Types one number after the other."""

    def __init__(self, page: TextEdit) -> None:
        self._page = page
        self._number = 0

    def press(self) -> None:
        """Type the next number, and say so."""
        QTest.keyClicks(self._page, f"{self._number} ")
        sys.stdout.write(f"{self._number} {time.monotonic()}\n")
        sys.stdout.flush()
        self._number += 1


def agenda_tab(window: MainWindow) -> AgendaTab:
    """Return the window's agenda tab, which it makes when it is first shown."""
    window.tabs.setCurrentIndex(_AGENDA)
    return next(child for child in window.findChildren(QWidget) if isinstance(child, AgendaTab))


def main() -> None:
    """Open the folder, council and meeting named on the command line, and type."""
    application = make_application()
    folder = DataFolder(Path(sys.argv[1]))
    window = MainWindow(open_database(folder), WindowMemory(folder.path / "window.ini"))
    window.show()
    window.workspace.selection.choose(int(sys.argv[2]), int(sys.argv[3]))
    typist = Typist(agenda_tab(window).editor.parts[PartType.CASE_PRESENTATION].text_edit)
    keyboard = QTimer()
    keyboard.timeout.connect(typist.press)
    keyboard.start(_KEY_MILLISECONDS)
    application.exec()


if __name__ == "__main__":
    main()
