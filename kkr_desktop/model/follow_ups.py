"""What is to be done after a meeting, by whom and when."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Edited


class FollowUpState(StrEnum):
    """How far a follow-up is."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


FOLLOW_UP_NAMES: Mapping[FollowUpState, str] = {
    FollowUpState.OPEN: "Åben",
    FollowUpState.DONE: "Udført",
    FollowUpState.DROPPED: "Bortfaldet",
}
"""The states as documents and the command line name them."""


class FollowUp(Edited, Base):
    """A task that a meeting gave someone, from an item when there is one.

    The owner is a person of the register, or `owner` in words ("Sekretariatet").
    `closed_at` is when it was done or dropped.
    """

    __tablename__ = "follow_up"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    owner_person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    owner: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(index=True)
    state: Mapped[FollowUpState] = mapped_column(default=FollowUpState.OPEN)
    note: Mapped[str] = mapped_column(Text, default="")
    closed_at: Mapped[datetime | None]
