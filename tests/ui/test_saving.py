"""What waits to be saved is never forgotten, whatever goes wrong."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kkr_desktop.model.errors import DatabaseBusy
from kkr_desktop.ui.saving import DelayedSave, SaveLog


class Disk:
    """Takes writes, or fails them with `problem`."""

    def __init__(self) -> None:
        self.problem: Exception | None = None
        self.writes = 0

    def write(self) -> None:
        if self.problem is not None:
            raise self.problem
        self.writes += 1


def test_keys_in_a_row_are_one_write(qapp: QApplication, qtbot: QtBot) -> None:
    disk, log = Disk(), SaveLog(qapp)
    save = DelayedSave(log, disk.write, log)
    for _ in range(5):
        save.touch()
    assert log.is_waiting
    qtbot.waitUntil(lambda: not log.is_waiting)
    assert disk.writes == 1
    assert log.saved_at is not None


def test_a_busy_database_is_told_and_tried_again(qapp: QApplication, qtbot: QtBot) -> None:
    disk, log = Disk(), SaveLog(qapp)
    save = DelayedSave(log, disk.write, log)
    disk.problem = DatabaseBusy()
    save.touch()
    assert not log.flush()
    assert isinstance(log.problem, DatabaseBusy)
    disk.problem = None
    qtbot.waitUntil(lambda: not log.is_waiting, timeout=10000)
    assert (disk.writes, log.problem) == (1, None)


def test_even_after_an_unexpected_error_the_text_still_waits(qapp: QApplication) -> None:
    disk, log = Disk(), SaveLog(qapp)
    save = DelayedSave(log, disk.write, QObject(log))
    disk.problem = ZeroDivisionError()
    save.touch()
    with pytest.raises(ZeroDivisionError):
        save.flush()
    assert save.is_pending
    disk.problem = None
    assert log.flush()
    assert disk.writes == 1
