"""Collects garbage on the GUI thread only."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

_COLLECT_MILLISECONDS = 5000
_SWITCH_SECONDS = 0.0005


class GarbageCollection(QObject):
    """Takes collection over from Python, from before the first work in the background.

    Python may otherwise collect on a worker thread, and destroying a Qt object
    there crashes the program. It is never handed back: work may outlive the window.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(_COLLECT_MILLISECONDS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take over from Python's own collection."""
        sys.setswitchinterval(_SWITCH_SECONDS)
        gc.disable()
        self._timer.start()

    def leave_out_start_up(self) -> None:
        """Leave what start-up made out of every round: it lives as long as the program."""
        gc.freeze()

    def collect(self) -> None:
        """Collect now."""
        gc.collect()
