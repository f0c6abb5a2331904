"""Changes of an agenda's structure that can be undone."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand


class StructureCommand(QUndoCommand):
    """Two calls of services, each the other's opposite."""

    def __init__(
        self, text: str, do: Callable[[], object], take_back: Callable[[], object]
    ) -> None:
        super().__init__(text)
        self._do = do
        self._take_back = take_back

    def redo(self) -> None:
        """Do it, or do it again."""
        self._do()

    def undo(self) -> None:
        """Take it back."""
        self._take_back()
