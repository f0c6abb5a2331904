"""A whole meeting of 58 members is minuted by keys alone, and nothing of it is lost."""

# pytest-qt is typed in part only.
# pyright: reportUnknownMemberType=false

import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.model.minutes_terms import Outcome
from kkr_desktop.services.attendance import AttendanceRow, attendance, totals
from kkr_desktop.services.meeting_clock import meeting_clock
from kkr_desktop.services.minute_taking import minutes_outline
from kkr_desktop.services.minutes_content import export_minutes
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.data_folder import DataFolder
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.upgrade import open_database
from kkr_desktop.ui.main_window import MainWindow
from kkr_desktop.ui.meeting_room.screen import MeetingScreen
from kkr_desktop.ui.window_memory import WindowMemory
from tests.pdf_reading import words_of

CONTROL = Qt.KeyboardModifier.ControlModifier


class Secretary:
    """Sits in the room with a keyboard and no mouse."""

    def __init__(self, screen: MeetingScreen, qtbot: QtBot) -> None:
        self._screen = screen
        self._qtbot = qtbot
        self.moment = datetime(2026, 12, 11, 9, 30).astimezone()
        screen.now = screen.people.now = lambda: self.moment
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow, timeout=10000)

    def wait(self, minutes: int) -> None:
        self.moment += timedelta(minutes=minutes)

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the keyboard is."""
        self._qtbot.keyClick(self._at(), key, modifier)

    def type(self, words: str) -> None:
        self._qtbot.keyClicks(self._at(), words)

    def _at(self) -> QWidget:
        return self._screen.focusWidget() or self._screen

    def begin_next(self, minutes: int = 5) -> None:
        self.wait(minutes)
        self.press(Qt.Key.Key_F5)

    def decide(self, words: str) -> None:
        self.press(Qt.Key.Key_F4)
        self.type(words)

    def find(self, name: str) -> None:
        self.press(Qt.Key.Key_F3)
        self.type(name)
        self.press(Qt.Key.Key_Return)

    def note_reservation(self, who: str, words: str) -> None:
        self.press(Qt.Key.Key_R, CONTROL)
        self.press(Qt.Key.Key_Tab)
        self.type(who)
        self.press(Qt.Key.Key_Tab)
        self.type(words)
        self.press(Qt.Key.Key_Return)

    def note(self, name: str, key: Qt.Key) -> None:
        """Press a key for a member, and go back to the decision."""
        self.find(name)
        self.press(key)
        self.press(Qt.Key.Key_Escape)

    def choose_outcome(self, screen: MeetingScreen, outcome: Outcome) -> None:
        """Go from the decision back to its outcome, and choose one."""
        self.press(Qt.Key.Key_F8)
        for _ in Outcome:
            if screen.decision.outcome.currentData() != outcome:
                self.press(Qt.Key.Key_Down)

    def take_first(self) -> None:
        self.press(Qt.Key.Key_1)


@pytest.fixture
def window(qtbot: QtBot, demo: Database, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(demo, WindowMemory(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    coming = next(row for row in list_meetings(demo) if row.state == "drafting")
    window.workspace.selection.choose(coming.body_id, coming.id)
    with qtbot.waitExposed(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()


def open_screen(window: MainWindow, qtbot: QtBot) -> tuple[MeetingScreen, Secretary]:
    """Open the screen for the room by its key."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=10000)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    screen = window.meeting_mode.screen
    assert screen is not None
    return screen, Secretary(screen, qtbot)


def note_who_came(secretary: Secretary, late: AttendanceRow, away: AttendanceRow) -> None:
    """Note two apologies, one of them with a substitute, and everybody else as present."""
    secretary.find(late.name)
    secretary.press(Qt.Key.Key_A)
    secretary.find(away.name)
    secretary.press(Qt.Key.Key_A)
    secretary.press(Qt.Key.Key_S)
    secretary.take_first()
    secretary.press(Qt.Key.Key_F7)
    secretary.press(Qt.Key.Key_Escape)


def minute_the_items(
    secretary: Secretary,
    screen: MeetingScreen,
    numbers: list[str],
    late: AttendanceRow,
    early: AttendanceRow,
) -> list[str]:
    """Decide every item; on the way someone comes, someone leaves, and one item is postponed."""
    decisions: list[str] = []
    for number in numbers:
        secretary.begin_next()
        decisions.append(f"KKR Hovedstaden behandlede sagen »{number}« med æ, ø og å & <tegn>.")
        secretary.decide(decisions[-1])
        match number:
            case "3.1":
                secretary.note(late.name, Qt.Key.Key_K)
            case "4.1":
                secretary.note_reservation("(V)", "finansieringen af æbler")
            case "4.2":
                secretary.choose_outcome(screen, Outcome.POSTPONED)
            case "5.1":
                secretary.note(early.name, Qt.Key.Key_G)
            case _:
                pass
    return decisions


def words_in_word(path: Path) -> str:
    document: Any = docx.Document(io.BytesIO(path.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_whole_meeting_by_keys_alone_comes_out_in_pdf_and_word_word_for_word(
    window: MainWindow, qtbot: QtBot, demo: Database, tmp_path: Path
) -> None:
    meeting_id = window.workspace.selection.meeting_id
    assert meeting_id is not None
    screen, secretary = open_screen(window, qtbot)
    rows = attendance(demo, meeting_id)
    assert len(rows) == 58
    late, early, away = rows[2], rows[5], next(row for row in rows[8:] if row.candidates)
    note_who_came(secretary, late, away)
    counted = totals(attendance(demo, meeting_id))
    assert (counted.present, counted.apologies, counted.unknown) == (57, 2, 0)
    numbers = [item.number for item in minutes_outline(demo, meeting_id).items]
    decisions = minute_the_items(secretary, screen, numbers, late, early)
    secretary.press(Qt.Key.Key_F6)
    assert window.workspace.saves.flush()

    other = open_database(DataFolder(demo.path.parent))
    for suffix in ("pdf", "docx"):
        export_minutes(other, meeting_id, tmp_path / f"referat.{suffix}")
    clock = meeting_clock(other, meeting_id)
    other.close()
    assert clock.running is None
    assert all(len(item.sittings) == 1 for item in clock.items)
    told = (
        *decisions,
        *(row.name for row in rows),
        away.candidates[0].person.name,
        f"stedfortræder for {away.name}",
        f"{late.name} ({late.party_letter}) kom kl. ",
        "og deltog fra punkt 3.1.",
        f"{early.name} ({early.party_letter}) forlod mødet kl. ",
        "under punkt 5.1.",
        "tog forbehold for finansieringen af æbler.",
        "Beslutning · Udsat",
    )
    in_pdf = words_of((tmp_path / "referat.pdf").read_bytes())
    in_word = words_in_word(tmp_path / "referat.docx")
    for said in told:
        assert said in in_pdf
        assert said in in_word
    secretary.press(Qt.Key.Key_F4)
    secretary.press(Qt.Key.Key_Escape)
    assert window.meeting_mode.screen is None


def test_the_clock_and_the_place_are_the_same_when_the_screen_is_opened_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    screen, secretary = open_screen(window, qtbot)
    secretary.begin_next(0)
    secretary.begin_next(7)
    secretary.press(Qt.Key.Key_F6)
    secretary.press(Qt.Key.Key_F6)
    screen.close()
    again, later = open_screen(window, qtbot)
    later.moment = secretary.moment + timedelta(minutes=4)
    assert again.decision.title.text().startswith("1.2")
    qtbot.waitUntil(lambda: again.clock.minutes.text().startswith("4 "), timeout=10000)
    assert again.clock.now.text().startswith("1.2")
    again.close()


def test_type_grows_and_shrinks_by_keys_and_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    screen, secretary = open_screen(window, qtbot)
    before = screen.decision.text.text_edit.font().pointSizeF()
    for _ in range(4):
        secretary.press(Qt.Key.Key_Plus, CONTROL)
    assert screen.decision.text.text_edit.font().pointSizeF() == before + 4
    assert screen.people.table.font().pointSizeF() == before + 4
    secretary.press(Qt.Key.Key_Minus, CONTROL)
    screen.close()
    again, secretary = open_screen(window, qtbot)
    assert again.font().pointSizeF() == before + 3
    secretary.press(Qt.Key.Key_0, CONTROL)
    assert again.font().pointSizeF() == before
    again.close()
