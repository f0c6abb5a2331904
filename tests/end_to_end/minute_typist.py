"""Minutes a meeting in the real window until it is killed; says what was typed and noted when.

Each line that it prints is "typed NUMBER SECONDS" or, once it is written, "came SEAT SECONDS".
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from kkr_desktop.app import make_application
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.upgrade import open_database
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.meeting_room.screen import MeetingScreen
from kkr_desktop.ui.window_memory import WindowMemory

_KEY_MILLISECONDS = 30
_KEYS_AN_ITEM = 12
_KEYS_A_MEMBER = 5


class Minuting:
    """Types numbers into one decision after the other while members come and go."""

    def __init__(self, screen: MeetingScreen, first: int) -> None:
        self._screen = screen
        self._number = first

    def press(self) -> None:
        """Type the next number, and now and then begin an item or note a member."""
        QTest.keyClicks(self._screen.decision.text.text_edit, f"{self._number} ")
        _say("typed", self._number)
        self._number += 1
        if self._number % _KEYS_AN_ITEM == 0:
            QTest.keyClick(self._screen, Qt.Key.Key_F5)
        if self._number % _KEYS_A_MEMBER == 0:
            self._note_a_member()

    def _note_a_member(self) -> None:
        table = self._screen.people.table
        row = (self._number // _KEYS_A_MEMBER) % self._screen.people.model.rowCount()
        table.selectRow(row)
        QTest.keyClick(table, Qt.Key.Key_T)
        _say("came", self._screen.people.model.row_at(row).membership_id)


def _say(what: str, number: int) -> None:
    sys.stdout.write(f"{what} {number} {time.monotonic()}\n")
    sys.stdout.flush()


def main() -> None:
    """Open the folder, council and meeting named on the command line, and minute it."""
    application = make_application()
    folder = DataFolder(Path(sys.argv[1]))
    window = MainWindow(open_database(folder), WindowMemory(folder.path / "window.ini"))
    window.show()
    window.workspace.selection.choose(int(sys.argv[2]), int(sys.argv[3]))
    window.meeting_mode.open()
    application.processEvents()
    screen = window.meeting_mode.screen
    if screen is None:
        raise SystemExit("no screen")
    minuting = Minuting(screen, int(sys.argv[4]))
    keyboard = QTimer()
    keyboard.timeout.connect(minuting.press)
    keyboard.start(_KEY_MILLISECONDS)
    application.exec()


if __name__ == "__main__":
    main()
