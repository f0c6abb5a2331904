"""The body and the meeting that all tabs follow."""

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """What the window is about right now."""

    body_changed = Signal()
    meeting_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._body_id: int | None = None
        self._meeting_id: int | None = None

    @property
    def body_id(self) -> int | None:
        """The body shown, or None before there is one."""
        return self._body_id

    @property
    def meeting_id(self) -> int | None:
        """The meeting shown, or None when the body has none."""
        return self._meeting_id

    def choose(self, body_id: int | None, meeting_id: int | None) -> None:
        """Show a body and one of its meetings."""
        body_differs = body_id != self._body_id
        meeting_differs = meeting_id != self._meeting_id
        self._body_id, self._meeting_id = body_id, meeting_id
        if body_differs:
            self.body_changed.emit()
        if meeting_differs or body_differs:
            self.meeting_changed.emit()

    def choose_meeting(self, meeting_id: int | None) -> None:
        """Show another meeting of the same body."""
        self.choose(self._body_id, meeting_id)
