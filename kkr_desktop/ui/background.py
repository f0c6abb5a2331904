"""Long work off the GUI thread, with progress and cancel. Nothing else in `ui` knows threads."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from kkr_desktop.model.errors import KkrError

T = TypeVar("T")

_pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="kkr-background")


class Cancelled(Exception):
    """The work was cancelled; raised inside it by `Progress.step`."""


class Progress:
    """What work in the background calls to tell how far it is."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
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
    finished = Signal(object)
    failed = Signal(object)  # a KkrError
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[Progress], T], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._progress = Progress(self.progressed.emit)
        self._ended.connect(self._hand_back, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin, on a thread of the pool."""
        _pool.submit(self._run)

    def cancel(self) -> None:
        """Stop at the next step; neither `finished` nor `failed` comes afterwards."""
        self._progress.cancel()

    def _run(self) -> None:
        result: T | None = None
        error: BaseException | None = None
        try:
            result = self._work(self._progress)
        except Cancelled as cancelled:
            error = cancelled
        except BaseException as problem:  # noqa: BLE001
            # Whatever it is must reach the GUI thread: a pool thread would swallow it.
            error = problem
        self._ended.emit(result, error)

    def _hand_back(self, result: Any, error: BaseException | None) -> None:  # noqa: ANN401
        if self._progress.is_cancelled or isinstance(error, Cancelled):
            self.deleteLater()
            return
        if error is None:
            self.finished.emit(result)
        elif isinstance(error, KkrError):
            self.failed.emit(error)
        else:
            raise error
        self.deleteLater()


def run_in_background(
    parent: QObject,
    work: Callable[[Progress], T],
    on_done: Callable[[T], None],
    on_error: Callable[[KkrError], None],
) -> Job[T]:
    """Run `work` on another thread and hand its result, or its error, back on the GUI thread.

    `parent` owns the job: when it is gone, nothing is handed back.
    """
    job = Job(work, parent)
    job.finished.connect(on_done)
    job.failed.connect(on_error)
    job.start()
    return job
