"""Long work off the GUI thread, with progress and cancel. Nothing else in `ui` knows threads.

A thread holds no reference to anything of Qt: it finds its work by a key, and speaks
through one courier that outlives every window. Whatever the work holds on to is let go
on the GUI thread, since the last reference to a widget must not be dropped anywhere else.
"""

import itertools
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from kkr_desktop.model.errors import KkrError

T = TypeVar("T")

_pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="kkr-background")
_keys = itertools.count()


class Cancelled(Exception):
    """The work was cancelled; raised inside it by `Progress.step`."""


class Progress:
    """What work in the background calls to tell how far it is, and `note` what it found."""

    def __init__(self, tell: Callable[[int, int], None], note: Callable[[object], None]) -> None:
        self._tell = tell
        self.note = note
        self._stop = threading.Event()

    def step(self, done: int, total: int) -> None:
        """Tell that `done` of `total` steps are done. Raises Cancelled when asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        self._tell(done, total)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()


class Job(QObject, Generic[T]):
    """One piece of work in the background; its signals come on the GUI thread."""

    progressed = Signal(int, int)
    noted = Signal(object)
    finished = Signal(object)
    failed = Signal(object)  # a KkrError

    def __init__(self, work: Callable[[Progress], T], parent: QObject) -> None:
        super().__init__(parent)
        self._key = key = next(_keys)
        courier = _the_courier()
        self._progress = Progress(
            lambda done, total: courier.stepped.emit(key, done, total),
            lambda found: courier.noted.emit(key, found),
        )
        self._work = _Work(work, self._progress)
        self.destroyed.connect(self._progress.cancel)

    def start(self) -> None:
        """Begin, on a thread of the pool."""
        _jobs[self._key] = self
        _works[self._key] = self._work
        _pool.submit(_run, self._key, _the_courier())

    def cancel(self) -> None:
        """Stop at the next step; neither `finished` nor `failed` comes afterwards."""
        self._progress.cancel()

    def hand_back(self) -> None:
        """Tell what became of the work."""
        error = self._work.error
        if not self._progress.is_cancelled and not isinstance(error, Cancelled):
            if error is None:
                self.finished.emit(self._work.result)
            elif isinstance(error, KkrError):
                self.failed.emit(error)
            else:
                raise error
        self.deleteLater()


class _Work(Generic[T]):
    """What a thread does, and what came of it. Free of Qt."""

    def __init__(self, work: Callable[[Progress], T], progress: Progress) -> None:
        self._work = work
        self._progress = progress
        self.result: T | None = None
        self.error: BaseException | None = None

    def run(self) -> None:
        """Do it; whatever goes wrong must reach the GUI thread, not be swallowed by the pool."""
        try:
            self.result = self._work(self._progress)
        except BaseException as problem:  # noqa: BLE001
            self.error = problem


class _Courier(QObject):
    """Carries news from the threads to the GUI thread."""

    stepped = Signal(int, int, int)
    noted = Signal(int, object)
    ended = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.stepped.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self.noted.connect(self._pass_note_on, Qt.ConnectionType.QueuedConnection)
        self.ended.connect(self._hand_back, Qt.ConnectionType.QueuedConnection)

    def _pass_on(self, key: int, done: int, total: int) -> None:
        job = _jobs.get(key)
        if job is not None and isValid(job):
            job.progressed.emit(done, total)

    def _pass_note_on(self, key: int, found: object) -> None:
        job = _jobs.get(key)
        if job is not None and isValid(job):
            job.noted.emit(found)

    def _hand_back(self, key: int) -> None:
        del _works[key]
        job = _jobs.pop(key)
        if isValid(job):
            job.hand_back()


_jobs: dict[int, Job[Any]] = {}
_works: dict[int, _Work[Any]] = {}
_couriers: list[_Courier] = []


def _the_courier() -> _Courier:
    if not _couriers:
        _couriers.append(_Courier())
    return _couriers[0]


def _run(key: int, courier: _Courier) -> None:
    _works[key].run()
    courier.ended.emit(key)


def run_in_background(
    parent: QObject,
    work: Callable[[Progress], T],
    on_done: Callable[[T], None],
    on_error: Callable[[KkrError], None],
) -> Job[T]:
    """Run `work` on another thread and hand its result, or its error, back on the GUI thread.

    `parent` owns the job: when it is gone, the work is cancelled and nothing is handed back.
    """
    job = Job(work, parent)
    job.finished.connect(on_done)
    job.failed.connect(on_error)
    job.start()
    return job
