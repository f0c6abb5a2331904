"""The dialog of place cards: for which meeting, how large, and who comes beside the members."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from kkr_desktop.documents.label_content import CardSize
from kkr_desktop.model.dates import weekday_date
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.place_cards import (
    card_sheets,
    export_place_cards,
    place_cards,
    place_cards_file_name,
)
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.members.paper_dialog import Composed, PaperDialog


class PlaceCardsDialog(PaperDialog):
    """Makes place cards for a meeting."""

    def __init__(self, database: Database, body_id: int, meeting_id: int, parent: QWidget) -> None:
        super().__init__(self.tr("Place cards"), parent)
        self._database = database
        self.meeting_list = QComboBox()
        for row in list_meetings(database, body_id=body_id):
            if row.state is not MeetingState.CANCELLED or row.id == meeting_id:
                self.meeting_list.addItem(weekday_date(row.held_on).capitalize(), row.id)
        self.meeting_list.setCurrentIndex(self.meeting_list.findData(meeting_id))
        self.size_list = QComboBox()
        self.size_list.addItem(self.tr("Large: a sheet of A4 each, folded once"), CardSize.LARGE)
        self.size_list.addItem(self.tr("Small: two on a sheet of A4"), CardSize.SMALL)
        self.others = QPlainTextEdit()
        self.others.setTabChangesFocus(True)
        self.others.setPlaceholderText(self.tr("One a line: name, title"))
        self.form.addRow(self.tr("M&eeting:"), self.meeting_list)
        self.form.addRow(self.tr("Si&ze:"), self.size_list)
        self.form.addRow(self.tr("&Guests and staff beside the members:"), self.others)
        self.meeting_list.currentIndexChanged.connect(self.show_pages)
        self.size_list.currentIndexChanged.connect(self.show_pages)
        self.others.textChanged.connect(self.show_pages_soon)
        self.finish()

    def compose(self) -> Composed:
        """Return the cards that the choices come to."""
        size: CardSize = self.size_list.currentData()
        meeting_id: int = self.meeting_list.currentData()
        content = place_cards(self._database, meeting_id, self.others.toPlainText().splitlines())

        def render() -> bytes:
            return card_sheets(content, size)

        def export(path: Path) -> None:
            export_place_cards(content, size, path)

        note = self.tr("%n card(s). Who has sent an apology has none.", "", len(content.cards))
        return Composed(render, export, place_cards_file_name(content), note)
