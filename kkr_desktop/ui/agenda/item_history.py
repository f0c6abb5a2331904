"""Where an item was before: a quiet line under its title."""

from PySide6.QtWidgets import QWidget

from kkr_desktop.model.dates import long_date
from kkr_desktop.services.carrying_over import history_of
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.widgets.plain_label import PlainLabel


class ItemHistory(PlainLabel):
    """Tells when, under which number and why an item was postponed; hidden for most items."""

    def __init__(self, database: Database, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self.setWordWrap(True)

    def show_item(self, item_id: int) -> None:
        """Tell the history of an item."""
        told = [
            self.tr("Postponed on {day} (item {number}): {reason}").format(
                day=long_date(one.held_on), number=one.number, reason=one.reason or "–"
            )
            for one in history_of(self._database, item_id)
        ]
        self.setText("\n".join(told))
        self.setVisible(bool(told))
