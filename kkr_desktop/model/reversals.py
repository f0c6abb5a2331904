"""What one change of the register wrote, kept so that all of it can be taken back at once."""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Edited


class Reversal(Edited, Base):
    """The way back from an ended membership, a filled seat, or both: a change of mayor.

    `ended_id` is the membership that ended and `begun_id` the one that began.
    `written` holds as JSON every row that was written, with what its columns
    said before and after.
    """

    __tablename__ = "reversal"

    ended_id: Mapped[int | None] = mapped_column(ForeignKey("membership.id"), index=True)
    begun_id: Mapped[int | None] = mapped_column(ForeignKey("membership.id"), index=True)
    written: Mapped[str] = mapped_column(Text)
