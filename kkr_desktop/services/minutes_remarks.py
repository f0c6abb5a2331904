"""The sentences that the program writes in the minutes, each at the right item."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model import meeting_words as words
from kkr_desktop.model.bodies import Party
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Treatment
from kkr_desktop.model.treatment import VOTES, Stance, StanceKind
from kkr_desktop.services.attendance import AttendanceRow, who_sits
from kkr_desktop.services.guests import GuestRow
from kkr_desktop.services.presence_remarks import member_of, name_of, presence_remarks
from kkr_desktop.services.register import live
from kkr_desktop.services.stances import vote_of
from kkr_desktop.services.treated_items import TreatedItem, uids


@dataclass(slots=True)
class ItemRemarks:
    """What is said at an item, by where it stands.

    Who came and left, and the order, are for everybody to read; what members said, and who
    stayed out, belongs to the decision and is closed when the decision is.
    """

    order: list[str] = field(default_factory=list[str])
    came: list[str] = field(default_factory=list[str])
    stayed_out: list[str] = field(default_factory=list[str])
    guests: list[str] = field(default_factory=list[str])
    votes: list[str] = field(default_factory=list[str])
    said: list[str] = field(default_factory=list[str])
    left: list[str] = field(default_factory=list[str])

    @property
    def before(self) -> tuple[str, ...]:
        """What stands above the decision."""
        return (*self.order, *self.came, *self.stayed_out, *self.guests)

    @property
    def after(self) -> tuple[str, ...]:
        """What stands below the decision."""
        return (*self.votes, *self.said, *self.left)

    @property
    def public_before(self) -> tuple[str, ...]:
        """What the public reads above a closed item's decision."""
        return (*self.order, *self.came)

    @property
    def public_after(self) -> tuple[str, ...]:
        """What the public reads below a closed item's decision."""
        return tuple(self.left)


def item_remarks(
    session: Session,
    meeting: Meeting,
    items: Sequence[TreatedItem],
    rows: Sequence[AttendanceRow],
    guests: Sequence[GuestRow],
) -> dict[int, ItemRemarks]:
    """Return the sentences of a meeting, by item."""
    found = {item.id: ItemRemarks() for item in items}
    _tell_order(items, found)
    came, left = presence_remarks(items, rows)
    for item_id, remarks in found.items():
        remarks.came, remarks.left = came.get(item_id, []), left.get(item_id, [])
    for guest in guests:
        if guest.item_id in found:
            found[guest.item_id].guests.append(
                words.guest(guest.name, guest.title, is_presenter=guest.is_presenter)
            )
    _tell_stances(session, meeting, items, rows, found)
    return found


def _tell_order(items: Sequence[TreatedItem], found: dict[int, ItemRemarks]) -> None:
    numbers = {item.id: item.number for item in items}
    for item in items:
        if item.is_moved and item.was_dealt_with:
            found[item.id].order.append(words.order(numbers.get(item.after_id or 0, "")))


def _tell_stances(
    session: Session,
    meeting: Meeting,
    items: Sequence[TreatedItem],
    rows: Sequence[AttendanceRow],
    found: dict[int, ItemRemarks],
) -> None:
    treatments = {
        treatment.item_id: treatment.id
        for treatment in session.scalars(
            select(Treatment).where(Treatment.meeting_id == meeting.id)
        )
    }
    kept: dict[int, list[Stance]] = {}
    for stance in session.scalars(
        select(Stance)
        .where(Stance.treatment_id.in_(treatments.values()), live(Stance))
        .order_by(Stance.id)
    ):
        kept.setdefault(stance.treatment_id, []).append(stance)
    parties = {
        party.id: f"{party.name} ({party.letter})"
        for party in session.scalars(
            select(Party).where(
                Party.id.in_({s.party_id for found_ in kept.values() for s in found_})
            )
        )
    }
    seats = {row.membership_id: row for row in rows}
    order = uids(items)
    for item in items:
        treatment_id = treatments.get(item.id)
        if treatment_id is None or not item.was_dealt_with:
            continue

        def name(stance: Stance, uid: str = item.uid) -> str:
            seat = seats.get(stance.membership_id or 0)
            if seat is None:
                return parties.get(stance.party_id or 0, "")
            return name_of(who_sits(seat, uid, order) or member_of(seat))

        _tell_item(session, item, treatment_id, kept.get(treatment_id, []), name, found[item.id])


def _tell_item(
    session: Session,
    item: TreatedItem,
    treatment_id: int,
    stances: Sequence[Stance],
    name: Callable[[Stance], str],
    remarks: ItemRemarks,
) -> None:
    named: dict[StanceKind, list[str]] = {}
    for stance in stances:
        named.setdefault(stance.kind, []).append(name(stance))
    count = vote_of(session, treatment_id)
    numbers: dict[StanceKind, int | None] = dict(
        zip(VOTES, (count.in_favour, count.against, count.abstained), strict=True)
    )
    remarks.votes += words.votes(numbers, named)
    if named.get(StanceKind.CONFLICT):
        remarks.stayed_out.append(words.conflict(named[StanceKind.CONFLICT], item.number))
    remarks.said += [
        words.stance(name(stance), stance.kind, stance.text)
        for stance in stances
        if stance.kind in {StanceKind.RESERVATION, StanceKind.DISSENT}
    ]
