"""What members answered before a meeting, and who took part without being members."""

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Edited


class Answer(StrEnum):
    """What a member answered to the invitation; nothing kept means that it is not known."""

    COMING = "coming"
    ONLINE = "online"
    NOT_COMING = "not_coming"


ANSWER_NAMES: Mapping[Answer, str] = {
    Answer.COMING: "Kommer",
    Answer.ONLINE: "Kommer virtuelt",
    Answer.NOT_COMING: "Kommer ikke",
}


class Reply(Edited, Base):
    """A member's answer before the meeting. No reason is kept (it may be health data)."""

    __tablename__ = "reply"
    __table_args__ = (UniqueConstraint("meeting_id", "membership_id"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"))
    answer: Mapped[Answer]


class Guest(Edited, Base):
    """Someone who took part without being a member: in one item, or in the whole meeting.

    `title` is for example "direktør" or "chefkonsulent i KL". No party is kept of guests.
    """

    __tablename__ = "guest"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    name: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    is_presenter: Mapped[bool] = mapped_column(default=False)
