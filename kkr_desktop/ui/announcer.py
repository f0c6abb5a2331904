"""One signal that tells every part of the window what was written."""

from PySide6.QtCore import QObject, Signal

from kkr_desktop.services.written import T, Written


class Announcer(QObject):
    """Passes on what writes changed; tabs listen here and never call each other."""

    changed = Signal(object)  # kkr_desktop.services.written.Change

    def announce(self, written: Written[T]) -> T:
        """Tell of all changes of a write, and return its result."""
        for change in written.changes:
            self.changed.emit(change)
        return written.value
