"""Changes who sits where from the members tab, and takes the last change back."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.change_of_mayor import (
    can_take_back,
    contacts_of_the_office,
    hand_over,
    take_back_seat,
    what_follows,
)
from kkr_desktop.services.member_choices import member_choices
from kkr_desktop.services.membership_ends import end_membership, undo_end
from kkr_desktop.services.people_choices import people_to_choose
from kkr_desktop.services.register import MemberRow
from kkr_desktop.services.seat_filling import fill_seat, give_to_party
from kkr_desktop.services.vacant_seats import VacantSeat
from kkr_desktop.ui.members.end_dialog import EndDialog
from kkr_desktop.ui.members.seat_dialog import SeatChoices, SeatDialog
from kkr_desktop.ui.messages import show_error
from kkr_desktop.ui.widgets.undo_banner import UndoBanner
from kkr_desktop.ui.workspace import Workspace


class SeatChanges(QObject):
    """Opens the forms; `banner` tells what was done and offers to take it back."""

    def __init__(self, workspace: Workspace, tab: QWidget) -> None:
        super().__init__(tab)
        self._workspace = workspace
        self._tab = tab
        self.banner = UndoBanner(tab)
        workspace.selection.body_changed.connect(self.banner.forget)

    def hand_over(self, members: Sequence[MemberRow], leaving: MemberRow | None) -> None:
        """Ask who leaves and who comes."""
        database, announce = self._workspace.database, self._workspace.announcer.announce

        def save(dialog: SeatDialog) -> None:
            row = dialog.leaving()
            if row is None:
                return
            handover = dialog.handover()
            announce(hand_over(database, row.membership_id, handover))
            first_day = long_date(chosen_first_day(dialog))
            if handover.arrival is None:
                told = self.tr("The seat of {name} is vacant from {day}.")
            else:
                told = self.tr("{new} takes over the seat of {name} on {day}.")
            self.banner.offer(
                told.format(name=row.name, new=dialog.who_comes(), day=first_day),
                lambda: announce(undo_end(database, row.membership_id)),
            )

        self._open(members, leaving, None, save)

    def fill(self, seat: VacantSeat) -> None:
        """Ask who comes to a vacant seat."""
        database, announce = self._workspace.database, self._workspace.announcer.announce

        def save(dialog: SeatDialog) -> None:
            arrived = announce(fill_seat(database, seat.post_id, dialog.arrival()))
            self.banner.offer(
                self.tr("{new} takes the vacant seat on {day}.").format(
                    new=dialog.who_comes(), day=long_date(chosen_first_day(dialog))
                ),
                lambda: announce(take_back_seat(database, arrived)),
            )

        self._open((), None, seat, save)

    def choose_party(self, seat: VacantSeat) -> None:
        """Ask which party fills a vacant seat."""
        database, body_id = self._workspace.database, self._workspace.selection.body_id
        if body_id is None:
            return
        parties = member_choices(database, body_id, seat.since).parties
        names = ["", *(party.name for party in parties)]
        ids = [None, *(party.id for party in parties)]
        place = ids.index(seat.party_id) if seat.party_id in ids else 0
        name, accepted = QInputDialog.getItem(
            self._tab, self.tr("Vacant seat"), self.tr("Party that fills it:"), names, place, False
        )
        if accepted:
            try:
                written = give_to_party(database, seat.post_id, ids[names.index(name)])
            except KkrError as error:
                show_error(self._tab, error)
            else:
                self._workspace.announcer.announce(written)

    def end(self, row: MemberRow) -> None:
        """Ask on which day a membership ends."""
        database, announce = self._workspace.database, self._workspace.announcer.announce

        def end(last_day: date, reason: str) -> None:
            announce(end_membership(database, row.membership_id, last_day, reason, row.rev))
            self.banner.offer(
                self.tr("{name} is a member to the end of {day}.").format(
                    name=row.name, day=long_date(last_day)
                ),
                lambda: announce(undo_end(database, row.membership_id)),
            )

        def follows(day: date) -> tuple[str, ...]:
            return what_follows(database, row.membership_id, None, day)

        EndDialog(row.name, follows, end, self._tab).exec()

    def take_back(self, row: MemberRow) -> None:
        """Take back that a membership ended, or else the change that it began by."""
        database, announce = self._workspace.database, self._workspace.announcer.announce
        if row.last_day is not None:
            way_back = partial(undo_end, database, row.membership_id)
        else:
            way_back = partial(take_back_seat, database, row.membership_id)
        if self.banner.attempt(lambda: announce(way_back())):
            self.banner.forget()

    def can_take_back(self, row: MemberRow) -> bool:
        """Tell whether there is a change to take back."""
        try:
            return can_take_back(self._workspace.database, row.membership_id)
        except KkrError:
            return False

    def _open(
        self,
        members: Sequence[MemberRow],
        leaving: MemberRow | None,
        seat: VacantSeat | None,
        save: Callable[[SeatDialog], None],
    ) -> None:
        database, body_id = self._workspace.database, self._workspace.selection.body_id
        if body_id is None:
            return
        today = date.today()  # noqa: DTZ011

        def follows(row: MemberRow, successor: int | None, day: date) -> tuple[str, ...]:
            return what_follows(database, row.membership_id, successor, day)

        choices = SeatChoices(
            people_to_choose(database, body_id, today),
            member_choices(database, body_id, today),
            follows,
            lambda row: contacts_of_the_office(database, row.membership_id),
        )
        dialog = SeatDialog(members, leaving, seat, choices, self._tab)
        dialog.asks(save)
        dialog.exec()


def chosen_first_day(dialog: SeatDialog) -> date:
    """Return the first day of the one who comes, or of the vacancy."""
    return dialog.arrival().from_day
