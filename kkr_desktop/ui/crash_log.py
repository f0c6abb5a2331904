"""What nobody expected: written to a file for support, and told in plain words."""

import faulthandler
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMessageBox

from kkr_desktop import __version__

_MAX_BYTES = 1_000_000


class CrashLog(QObject):
    """Catches errors that reached the event loop or ended a thread."""

    _happened = Signal(str)

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = data_folder / "crash.log"
        if self._path.exists() and self._path.stat().st_size > _MAX_BYTES:
            self._path.unlink()
        self._stream = self._path.open("a", encoding="utf-8")
        self._shown = False
        self._happened.connect(self._tell)

    def install(self) -> None:
        """Begin to catch."""
        faulthandler.enable(self._stream)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def remove(self) -> None:
        """Stop catching and close the file; an empty one is not left behind."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        self._stream.close()
        if self._path.exists() and self._path.stat().st_size == 0:
            self._path.unlink()

    def _caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        self._stream.write(f"\n{datetime.now().astimezone().isoformat()} {__version__}\n{text}")
        self._stream.flush()
        self._happened.emit(str(self._path))

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell(self, path: str) -> None:
        """Say so once; a fault that repeats must not bury the window under boxes."""
        if self._shown:
            return
        self._shown = True
        QMessageBox.warning(
            None,  # pyright: ignore[reportArgumentType]
            "KKR Desktop",
            QCoreApplication.translate(
                "CrashLog",
                "Something unexpected went wrong. What you have typed so far is saved. "
                "Please send this file to support:",
            )
            + f"\n\n{path}",
        )
