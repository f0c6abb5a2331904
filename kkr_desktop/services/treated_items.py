"""The items of a meeting in the order in which they were taken, and when that was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Decision, Treatment
from kkr_desktop.model.minutes_terms import Outcome
from kkr_desktop.model.treatment import Sitting
from kkr_desktop.model.treatment_order import in_order_of_treatment
from kkr_desktop.services.agenda_outline import numbered
from kkr_desktop.services.register import live


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when an item was dealt with; local time, `ended_at` None while it goes on."""

    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class TreatedItem:
    """An item with its place in the meeting.

    `was_dealt_with` is false for a withdrawn one. `is_moved` when it was not taken at its
    place, but after the item `after_id`, or first of all when that is None.
    """

    id: int
    uid: str
    number: str
    title: str
    is_public: bool
    minutes_planned: int | None
    was_dealt_with: bool
    outcome: Outcome | None
    is_moved: bool
    after_id: int | None
    sittings: tuple[Stretch, ...]

    @property
    def is_running(self) -> bool:
        """Whether the meeting deals with it right now."""
        return any(stretch.ended_at is None for stretch in self.sittings)


@dataclass(frozen=True, slots=True)
class Arriving:
    """The item from which on someone takes part, None where it is not known."""

    uid: str | None
    is_at_start: bool = False


def treated_items(session: Session, meeting: Meeting) -> tuple[TreatedItem, ...]:
    """Return the items of a meeting in the order in which they were taken."""
    sections, items, numbers = numbered(session, meeting.id)
    treatments = {
        row.item_id: row
        for row in session.scalars(select(Treatment).where(Treatment.meeting_id == meeting.id))
    }
    sittings = _sittings(session, meeting.id)
    outcomes = _outcomes(session, meeting.id)
    found: dict[int, TreatedItem] = {}
    for section in sections:
        for item in items[section.id]:
            treatment = treatments.get(item.id)
            outcome = outcomes.get(item.id)
            found[item.id] = TreatedItem(
                item.id,
                item.uid,
                numbers.items[item.id],
                item.title,
                item.is_public,
                item.minutes_planned,
                not item.withdrawn and outcome is not Outcome.WITHDRAWN,
                outcome,
                treatment is not None and treatment.is_moved,
                treatment.taken_after_item_id if treatment is not None else None,
                sittings.get(item.id, ()),
            )
    moved = {item.id: item.after_id for item in found.values() if item.is_moved}
    return tuple(found[item_id] for item_id in in_order_of_treatment(tuple(found), moved))


def _outcomes(session: Session, meeting_id: int) -> dict[int, Outcome | None]:
    rows = session.execute(
        select(Treatment.item_id, Decision.outcome)
        .join(Decision, Decision.treatment_id == Treatment.id)
        .where(Treatment.meeting_id == meeting_id, live(Decision))
    )
    return {item_id: outcome for item_id, outcome in rows}  # noqa: C416


def _sittings(session: Session, meeting_id: int) -> dict[int, tuple[Stretch, ...]]:
    rows = session.execute(
        select(Treatment.item_id, Sitting.started_at, Sitting.ended_at)
        .join(Sitting, Sitting.treatment_id == Treatment.id)
        .where(Treatment.meeting_id == meeting_id, live(Sitting))
        .order_by(Sitting.started_at, Sitting.id)
    )
    found: dict[int, tuple[Stretch, ...]] = {}
    for item_id, started_at, ended_at in rows:
        stretch = Stretch(
            started_at.astimezone(), ended_at.astimezone() if ended_at is not None else None
        )
        found[item_id] = (*found.get(item_id, ()), stretch)
    return found


def item_at(items: Sequence[TreatedItem], begins_at: time, moment: time) -> str | None:
    """Return the uid of the item that was dealt with at a time of the meeting's day.

    Where no item's start was kept the plan tells: the meeting begins at `begins_at` and the
    items take their planned minutes. None when neither knows.
    """
    begun = sorted((stretch.started_at, item.uid) for item in items for stretch in item.sittings)
    if begun:
        until = [uid for started, uid in begun if _minute(started) <= moment]
        return until[-1] if until else begun[0][1]
    return _planned_at(items, begins_at, moment)


def arrival_at(items: Sequence[TreatedItem], begins_at: time, moment: time) -> Arriving:
    """Return from which item on someone takes part who comes at a time of the meeting's day.

    Who comes before the meeting begins is there from the start, and who comes in a break from
    the item after it.
    """
    begun = [stretch.started_at for item in items for stretch in item.sittings]
    start = _minute(min(begun)) if begun else begins_at
    if moment <= start:
        return Arriving(None, is_at_start=True)
    uid = item_at(items, begins_at, moment)
    found = next((item for item in items if item.uid == uid), None)
    if found is None or not found.sittings or found.is_running:
        return Arriving(uid)
    ended = max(stretch.ended_at for stretch in found.sittings if stretch.ended_at is not None)
    if _minute(ended) >= moment:
        return Arriving(uid)
    rest = items[items.index(found) + 1 :]
    after = next((item for item in rest if item.was_dealt_with), found)
    return Arriving(after.uid)


def _minute(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)


def _planned_at(items: Sequence[TreatedItem], begins_at: time, moment: time) -> str | None:
    dealt_with = [item for item in items if item.was_dealt_with]
    if not any(item.minutes_planned for item in dealt_with):
        return None
    day = datetime(2000, 1, 1)  # noqa: DTZ001
    running, wanted = datetime.combine(day, begins_at), datetime.combine(day, moment)
    found = dealt_with[0].uid
    for item in dealt_with:
        if running <= wanted:
            found = item.uid
        running += timedelta(minutes=item.minutes_planned or 0)
    return found


def running_item(items: Sequence[TreatedItem]) -> TreatedItem | None:
    """Return the item that the meeting deals with right now."""
    return next((item for item in items if item.is_running), None)


def uids(items: Sequence[TreatedItem]) -> tuple[str, ...]:
    """Return the order as the rules of presence want it."""
    return tuple(item.uid for item in items)
