"""What stands for the programs of the system that files are opened in."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, cast

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices


class SystemPrograms(QObject):
    """Tells the path of each file that is opened."""

    opened = Signal(str)

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.emit(address.toLocalFile())


@contextmanager
def system_programs() -> Generator[SystemPrograms]:
    programs = SystemPrograms()
    QDesktopServices.setUrlHandler("file", programs, cast("Any", "open"))
    try:
        yield programs
    finally:
        QDesktopServices.unsetUrlHandler("file")
