"""The status bar's word on what is saved."""

from PySide6.QtWidgets import QWidget

from kkr_desktop.model.dates import clock
from kkr_desktop.ui.saving import SaveLog
from kkr_desktop.ui.widgets.plain_label import PlainLabel


class SaveStatus(PlainLabel):
    """Says that all is saved and since when, that something waits, or why it could not be."""

    def __init__(self, saves: SaveLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saves = saves
        self.setAccessibleName(self.tr("What is saved"))
        self.setContentsMargins(6, 0, 6, 0)
        saves.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        problem = self._saves.problem
        if problem is not None:
            self.setText(self.tr("NOT SAVED. {reason}").format(reason=problem.explain()))
        elif self._saves.is_waiting:
            self.setText(self.tr("Saving…"))
        elif self._saves.saved_at is None:
            self.setText(self.tr("Everything is saved"))
        else:
            saved_at = clock(self._saves.saved_at.time())
            self.setText(self.tr("Everything is saved · {time}").format(time=saved_at))
        font = self.font()
        font.setBold(problem is not None)
        self.setFont(font)
