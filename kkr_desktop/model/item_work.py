"""How far an item of an agenda is on its way: who writes it, by when, and what was said of it.

Kept in tables of their own that no document reads.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Edited


class WorkStatus(StrEnum):
    """How far an item is."""

    ORDERED = "ordered"
    RECEIVED = "received"
    IN_REVIEW = "in_review"
    READY = "ready"


WORK_STATUS_NAMES: Mapping[WorkStatus, str] = {
    WorkStatus.ORDERED: "Bestilt",
    WorkStatus.RECEIVED: "Modtaget",
    WorkStatus.IN_REVIEW: "I review",
    WorkStatus.READY: "Klar",
}
"""The statuses as secretaries name them."""


class ItemWork(Edited, Base):
    """Who owns an item, how far it is and by when it is due.

    `whereabouts` tells where it is on its way (fagdirektørforum, K-forum, formandskab, KKR).
    """

    __tablename__ = "item_work"

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), unique=True)
    owner: Mapped[str] = mapped_column(default="")
    owner_email: Mapped[str] = mapped_column(default="")
    status: Mapped[WorkStatus] = mapped_column(default=WorkStatus.ORDERED)
    due_on: Mapped[date | None]
    whereabouts: Mapped[str] = mapped_column(default="")


class ItemComment(Edited, Base):
    """What somebody said of an item in review; `resolved_at` is when it was dealt with."""

    __tablename__ = "item_comment"

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    author: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    resolved_at: Mapped[datetime | None]


@dataclass(frozen=True, slots=True)
class Lateness:
    """How an item stands with its deadline on a day."""

    days: int

    @property
    def is_late(self) -> bool:
        """Whether the deadline is past."""
        return self.days > 0


def lateness(status: WorkStatus, due_on: date | None, today: date) -> Lateness:
    """Return how many days an item is late; one that is ready is never late."""
    if due_on is None or status is WorkStatus.READY:
        return Lateness(0)
    return Lateness(max((today - due_on).days, 0))
