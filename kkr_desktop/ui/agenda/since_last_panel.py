"""Proposes what "Siden sidst" can tell, under the text of that item."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kkr_desktop.model.agenda_terms import PartType
from kkr_desktop.model.richtext import RichText
from kkr_desktop.services.since_last import propose_since_last
from kkr_desktop.storage.database import Database
from kkr_desktop.ui.richtext.editor import RichTextEditor
from kkr_desktop.ui.widgets.proposal_panel import ProposalPanel


class SinceLastPanel(QWidget):
    """Hidden for any other item, and once the words of the proposal stand in the text."""

    def __init__(
        self,
        database: Database,
        parts: Mapping[PartType, RichTextEditor],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._parts = parts
        self._proposed: RichText | None = None
        self.proposal = ProposalPanel(heading=self.tr("Proposed from the follow-ups"))
        self.proposal.taken.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.proposal)

    def show_item(self, item_id: int, *, can_edit: bool) -> None:
        """Propose for an item whose texts are in their editors."""
        proposal = propose_since_last(self._database, item_id) if can_edit else None
        self._proposed = proposal.text if proposal is not None else None
        self.proposal.show_proposal(proposal)
        self._see_text()

    def _see_text(self) -> None:
        told = self._parts[PartType.CASE_PRESENTATION].rich_text().blocks
        proposed = self._proposed.blocks if self._proposed is not None else ()
        self.proposal.set_wanted(any(block not in told for block in proposed))

    def _take(self, text: RichText) -> None:
        editor = self._parts[PartType.CASE_PRESENTATION]
        told = editor.rich_text().blocks
        editor.append_rich_text(RichText(tuple(b for b in text.blocks if b not in told)))
        editor.setFocus()
        self._see_text()
