"""Which item the meeting is at, how long each has taken, and how that agrees with the plan.

Everything is on disk when it happens, so that a crash loses no minute.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Treatment
from kkr_desktop.model.treatment import Sitting
from kkr_desktop.services.attendance_changes import attendance_changed, open_for_minutes
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.minute_taking import treatment_of
from kkr_desktop.services.register import live
from kkr_desktop.services.treated_items import TreatedItem, treated_items
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class MeetingClock:
    """The items in the order in which they are taken, with the times that were kept."""

    begins_at: datetime
    ends_at: datetime
    items: tuple[TreatedItem, ...]

    @property
    def running(self) -> TreatedItem | None:
        """The item that the meeting deals with right now."""
        return next((item for item in self.items if item.is_running), None)

    @property
    def has_begun(self) -> bool:
        """Whether any item was begun."""
        return any(item.sittings for item in self.items)

    @property
    def following(self) -> TreatedItem | None:
        """The next item: the first that was not begun after the last that was."""
        begun = [place for place, item in enumerate(self.items) if item.sittings]
        rest = self.items[max(begun) + 1 :] if begun else self.items
        waiting = [item for item in rest if item.was_dealt_with and not item.sittings]
        if waiting:
            return waiting[0]
        skipped = [item for item in self.items if item.was_dealt_with and not item.sittings]
        return skipped[0] if skipped else None

    def used(self, item: TreatedItem, moment: datetime) -> timedelta:
        """Return how long an item has taken until `moment`, breaks left out."""
        return sum(
            (
                max((stretch.ended_at or moment) - stretch.started_at, timedelta())
                for stretch in item.sittings
            ),
            timedelta(),
        )

    def behind(self, moment: datetime) -> timedelta:
        """Return how much later than planned the meeting ends, if the rest goes as planned.

        The item that runs takes its planned minutes, or as long as it already has.
        """
        left = timedelta()
        for item in self.items:
            if not item.was_dealt_with:
                continue
            planned = timedelta(minutes=item.minutes_planned or 0)
            if item.is_running:
                left += max(planned - self.used(item, moment), timedelta())
            elif not item.sittings:
                left += planned
        return moment + left - (self.begins_at + self.planned)

    @property
    def planned(self) -> timedelta:
        """How long all items take by the plan."""
        return timedelta(
            minutes=sum(item.minutes_planned or 0 for item in self.items if item.was_dealt_with)
        )


def meeting_clock(database: Database, meeting_id: int) -> MeetingClock:
    """Return where a meeting is. Raises NotFound."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        day = meeting.held_on
        return MeetingClock(
            datetime.combine(day, meeting.starts_at).astimezone(),
            datetime.combine(day, meeting.ends_at).astimezone(),
            treated_items(session, meeting),
        )


def begin_item(
    database: Database, meeting_id: int, item_id: int, moment: datetime
) -> Written[None]:
    """Begin an item, or go on with it; what ran until now ends.

    An item that is begun for the first time after one that stands behind it was moved: the
    minutes say after which it was taken.
    """
    with database.write() as session:
        meeting = open_for_minutes(session, meeting_id)
        items = treated_items(session, meeting)
        begun = next((item for item in items if item.id == item_id), None)
        if begun is None:
            raise NotFound("Punktet")
        if begun.is_running:
            return Written(None, ())
        _end_running(session, meeting, moment)
        treatment = treatment_of(session, meeting_id, item_id)
        last = max(
            (item for item in items if item.sittings),
            key=lambda item: item.sittings[-1].started_at,
            default=None,
        )
        if last is not None and not begun.sittings and items.index(begun) < items.index(last):
            treatment.is_moved, treatment.taken_after_item_id = True, last.id
        session.add(Sitting(treatment_id=treatment.id, started_at=moment))
        return Written(None, attendance_changed(meeting))


def pause(database: Database, meeting_id: int, moment: datetime) -> Written[None]:
    """End the item that runs: a break, or the end of the meeting."""
    with database.write() as session:
        meeting = open_for_minutes(session, meeting_id)
        _end_running(session, meeting, moment)
        return Written(None, attendance_changed(meeting))


def _end_running(session: Session, meeting: Meeting, moment: datetime) -> None:
    for sitting in session.scalars(
        select(Sitting)
        .join(Treatment, Treatment.id == Sitting.treatment_id)
        .where(Treatment.meeting_id == meeting.id, live(Sitting), Sitting.ended_at.is_(None))
    ):
        sitting.ended_at = max(moment, sitting.started_at)
