"""Asks where a file is to be saved, and writes it off the GUI thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kkr_desktop.model.errors import KkrError
from kkr_desktop.ui.background import Job, Progress, run_in_background
from kkr_desktop.ui.messages import show_error


def ask_where(parent: QWidget, title: str, name: str, kind: str) -> Path | None:
    """Ask for a path; it gets the ending of `name` when it has another. None when cancelled.

    `kind` is the filter, such as "PDF files (*.pdf)".
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kind)
    return with_ending(Path(chosen), Path(name).suffix) if chosen else None


def with_ending(path: Path, ending: str) -> Path:
    """Return the path with `ending` after its name, unless it stands there."""
    return path if path.suffix.casefold() == ending else path.with_name(f"{path.name}{ending}")


def write_in_background(
    parent: QWidget, write: Callable[[Path], None], path: Path, on_done: Callable[[Path], None]
) -> Job[Path]:
    """Let `write` write to `path` on another thread, and tell an error in a box."""

    def work(_progress: Progress) -> Path:
        write(path)
        return path

    def fail(error: KkrError) -> None:
        show_error(parent, error)

    return run_in_background(parent, work, on_done, fail)


def open_file(path: Path) -> None:
    """Show a file in the system's program for its kind."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_folder(path: Path) -> None:
    """Show the folder of a file, for kinds that a double click would take in at once."""
    open_file(path.parent)
