"""Long work leaves the window alone, and its result comes back where widgets live."""

import gc
import threading
import weakref
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kkr_desktop.model.errors import KkrError, NotFound
from kkr_desktop.ui.background import Progress, run_in_background


def note_thread(drops: list[threading.Thread]) -> None:
    drops.append(threading.current_thread())


def unexpected(error: KkrError) -> None:
    raise AssertionError(error)


def test_work_runs_elsewhere_and_its_result_comes_back_here(
    qtbot: QtBot, qapp: QApplication
) -> None:
    threads: list[threading.Thread] = []

    def work(progress: Progress) -> int:
        threads.append(threading.current_thread())
        for step in range(3):
            progress.step(step, 3)
        return 42

    results: list[int] = []

    def take(result: int) -> None:
        threads.append(threading.current_thread())
        results.append(result)

    steps: list[tuple[int, int]] = []

    def count(done: int, total: int) -> None:
        steps.append((done, total))

    job = run_in_background(qapp, work, take, unexpected)
    job.progressed.connect(count)
    qtbot.waitUntil(lambda: results == [42])
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert steps == [(0, 3), (1, 3), (2, 3)]


def test_an_expected_error_comes_back_as_one(qtbot: QtBot, qapp: QApplication) -> None:
    problems: list[KkrError] = []

    def work(_progress: Progress) -> None:
        raise NotFound("Mødet")

    run_in_background(qapp, work, lambda _: None, problems.append)
    qtbot.waitUntil(lambda: len(problems) == 1)
    assert problems[0].explain() == "Mødet findes ikke (længere)."


def test_cancelled_work_stops_and_hands_nothing_back(qtbot: QtBot, qapp: QApplication) -> None:
    is_running, stopped = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        try:
            while True:
                progress.step(0, 1)
                is_running.set()
        finally:
            stopped.set()

    results: list[None] = []
    job = run_in_background(qapp, work, results.append, unexpected)
    assert is_running.wait(10)
    job.cancel()
    assert stopped.wait(10)
    qtbot.wait(50)
    assert results == []


def test_a_window_closed_in_the_middle_of_work_ends_it_and_is_let_go_of_here(
    qtbot: QtBot,
) -> None:
    """The last reference to a widget, dropped on a thread, takes the program down."""
    # What other tests left is not looked through again and again.
    gc.collect()
    gc.freeze()
    for _ in range(50):
        room = QWidget()
        label = QLabel("æøå", room)
        dropped_on: list[threading.Thread] = []
        weakref.finalize(label, note_thread, dropped_on)
        go_on, done = threading.Event(), threading.Event()

        def work(
            _progress: Progress,
            kept: QObject = label,
            go_on: threading.Event = go_on,
            done: threading.Event = done,
        ) -> QObject:
            go_on.wait(10)
            done.set()
            return kept

        run_in_background(room, work, unexpected_result, unexpected)
        room.deleteLater()
        del room, label, work
        qtbot.wait(1)
        go_on.set()
        assert done.wait(10)
        qtbot.wait(1)
        gc.collect()
        qtbot.waitUntil(partial(bool, dropped_on))
        assert dropped_on == [threading.main_thread()]
    gc.unfreeze()


def unexpected_result(result: object) -> None:
    raise AssertionError(result)
