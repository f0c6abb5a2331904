"""What is typed is saved on its own, and the window says so.

There is no Save button: a pause is not needed either, since a text is on disk
at most `LATEST_MILLISECONDS` after the first key press that it does not hold.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from kkr_desktop.model.errors import KkrError

LATEST_MILLISECONDS = 600
RETRY_MILLISECONDS = 3000


class SaveLog(QObject):
    """Knows what waits to be saved and what went wrong; the status bar shows it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: set[DelayedSave] = set()
        self.saved_at: datetime | None = None
        self.problem: KkrError | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not on disk yet."""
        return bool(self._waiting)

    def wait_for(self, save: "DelayedSave") -> None:
        """Note that `save` has something to write."""
        self._waiting.add(save)
        self.changed.emit()

    def done(self, save: "DelayedSave") -> None:
        """Note that all of `save` is on disk."""
        self._waiting.discard(save)
        self.saved_at = datetime.now().astimezone()
        self.problem = None
        self.changed.emit()

    def dropped(self, save: "DelayedSave") -> None:
        """Note that `save` has nothing to write after all."""
        self._waiting.discard(save)
        self.changed.emit()

    def failed(self, problem: KkrError) -> None:
        """Note why something could not be written; it stays waiting and is tried again."""
        self.problem = problem
        self.changed.emit()

    def flush(self) -> bool:
        """Save everything that waits, now; tell whether all of it is on disk."""
        for save in tuple(self._waiting):
            save.flush()
        return not self._waiting


class DelayedSave(QObject):
    """Calls `write` soon after `touch`, at once on `flush`, and again after a failure."""

    def __init__(self, log: SaveLog, write: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._log = log
        self._write = write
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self._pending = False

    @property
    def is_pending(self) -> bool:
        """Whether something waits to be written."""
        return self._pending

    def touch(self) -> None:
        """Note that something was typed."""
        if not self._pending:
            self._pending = True
            self._log.wait_for(self)
        if not self._timer.isActive():
            self._timer.start(LATEST_MILLISECONDS)

    def flush(self) -> None:
        """Write now what waits. A failure is told in the log and tried again soon."""
        if not self._pending:
            return
        self._timer.stop()
        self._pending = False
        is_written = False
        try:
            self._write()
            is_written = True
        except KkrError as problem:
            self._log.failed(problem)
        finally:
            # Whatever went wrong, what was typed still waits.
            if not is_written:
                self._pending = True
                self._timer.start(RETRY_MILLISECONDS)
        if not self._pending:
            self._log.done(self)

    def drop(self) -> None:
        """Forget what waits, after a text was replaced by a newer one."""
        self._timer.stop()
        self._pending = False
        self._log.dropped(self)
