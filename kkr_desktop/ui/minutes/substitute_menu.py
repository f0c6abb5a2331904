"""Who may come in a member's place: one key takes a suggestion, another one asks for a name."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kkr_desktop.services.attendance import AttendanceRow
from kkr_desktop.services.attendance_moves import bring_substitute
from kkr_desktop.services.substitutes import Candidate
from kkr_desktop.ui.minutes.new_substitute import NewSubstituteForm
from kkr_desktop.ui.minutes.seat_changes import SeatChanges
from kkr_desktop.ui.widgets.keyed_choices import KEYS, KeyedChoices
from kkr_desktop.ui.workspace import Workspace

_MOST_SUGGESTED = 9
_NOBODY, _SOMEBODY_ELSE = "0", "n"


class SubstituteMenu(KeyedChoices):
    """Stands over the table of attendance."""

    def __init__(
        self,
        workspace: Workspace,
        meeting_id: int,
        row: AttendanceRow,
        changes: SeatChanges,
        over: QWidget,
    ) -> None:
        super().__init__(over, self.tr("Substitute for {name}").format(name=row.name))
        self._workspace = workspace
        self._meeting_id = meeting_id
        self._row = row
        self._changes = changes
        self._place = QRect()
        self.taken.connect(self._take_choice)

    def open_among(self, rows: Sequence[AttendanceRow], place: QRect) -> None:
        """Open at a place, with those who may come and do not sit on another of these seats."""
        self._place = place
        for key, candidate in zip(KEYS, self._free(rows)[:_MOST_SUGGESTED], strict=False):
            letter = f" ({candidate.person.party_letter})" if candidate.person.party_letter else ""
            words = f"{candidate.person.name}{letter} – {candidate.why}"
            self.offer(key, words, candidate.person.id)
        self.offer(_SOMEBODY_ELSE, self.tr("Somebody else …"), _SOMEBODY_ELSE)
        if self._row.substitute is not None:
            self.offer(_NOBODY, self.tr("No substitute"), None)
        self.open_at(place)
        self.choose()

    def _free(self, rows: Sequence[AttendanceRow]) -> list[Candidate]:
        seated = {
            other.substitute.person.id
            for other in rows
            if other.substitute is not None and other.membership_id != self._row.membership_id
        }
        return [found for found in self._row.candidates if found.person.id not in seated]

    def _take_choice(self, choice: object) -> None:
        if choice == _SOMEBODY_ELSE:
            form = NewSubstituteForm(
                self._workspace, self._meeting_id, self._row, self._changes, self._over
            )
            form.open_at(self._place)
            form.name.setFocus()
            return
        person_id = choice if isinstance(choice, int) else None
        bring = partial(
            bring_substitute,
            self._workspace.database,
            self._meeting_id,
            self._row.membership_id,
            person_id,
        )
        self._changes.do(self._meeting_id, self.tr("Substitute"), bring)
