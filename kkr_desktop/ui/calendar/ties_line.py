"""One line that leads from a meeting to those that it prepares, and that prepare it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from kkr_desktop.documents.year_content import short_date
from kkr_desktop.services.planning import MeetingRow
from kkr_desktop.services.round_ties import RoundTies


class TiesLine(QLabel):
    """Names the meetings of the same round as links; hidden when there are none."""

    meeting_wanted = Signal(int, int)  # body id, meeting id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setContentsMargins(12, 2, 12, 0)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._follow)
        self.hide()

    def show_ties(self, ties: RoundTies) -> None:
        """Show what a meeting is tied to."""
        parts = [
            f"{escape(words)} {_links(rows)}"
            for words, rows in (
                (self.tr("Prepares:"), ties.prepares),
                (self.tr("Prepared by:"), ties.prepared_by),
            )
            if rows
        ]
        self.setText(" · ".join(parts))
        self.setVisible(bool(parts))

    def _follow(self, address: str) -> None:
        body_id, _, meeting_id = address.partition("/")
        self.meeting_wanted.emit(int(body_id), int(meeting_id))


def _links(rows: Sequence[MeetingRow]) -> str:
    return ", ".join(
        f'<a href="{row.body_id}/{row.id}">{escape(row.body_name)}</a> {short_date(row.held_on)}'
        for row in rows
    )
