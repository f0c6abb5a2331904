"""What was done with services, so that it can be undone and done again."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand


class TwoWayCommand(QUndoCommand):
    """Two calls of services, each the other's opposite; `is_done` when the first is made."""

    def __init__(
        self,
        text: str,
        do: Callable[[], object],
        take_back: Callable[[], object],
        *,
        is_done: bool = False,
    ) -> None:
        super().__init__(text)
        self._do = do
        self._take_back = take_back
        self._is_done = is_done

    def redo(self) -> None:
        """Do it, or do it again."""
        if not self._is_done:
            self._do()
        self._is_done = False

    def undo(self) -> None:
        """Take it back."""
        self._take_back()
