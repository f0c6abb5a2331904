"""How a meeting dealt with an item: when, and how members and parties stood to it."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Edited


class Sitting(Edited, Base):
    """A stretch of time in which an item was dealt with; an item that is resumed has several.

    `ended_at` is empty while it goes on. Breaks are the time between sittings.
    """

    __tablename__ = "sitting"

    treatment_id: Mapped[int] = mapped_column(ForeignKey("treatment.id"), index=True)
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class StanceKind(StrEnum):
    """How someone stood to a decision."""

    CONFLICT = "conflict"
    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    RESERVATION = "reservation"
    DISSENT = "dissent"


STANCE_NAMES: Mapping[StanceKind, str] = {
    StanceKind.CONFLICT: "Deltog ikke i behandlingen",
    StanceKind.FOR: "Stemte for",
    StanceKind.AGAINST: "Stemte imod",
    StanceKind.ABSTAINED: "Undlod at stemme",
    StanceKind.RESERVATION: "Forbehold",
    StanceKind.DISSENT: "Mindretalsudtalelse",
}
VOTES = (StanceKind.FOR, StanceKind.AGAINST, StanceKind.ABSTAINED)
OF_PARTIES = frozenset(StanceKind) - {StanceKind.CONFLICT}
"""What a whole party may do. Conflicts of interest are personal."""


class Stance(Edited, Base):
    """That a member, or a party, stood so to a decision; `text` is what they said about it.

    It belongs to the seat: whoever sat on it at the item, member or substitute, is named.
    """

    __tablename__ = "stance"

    treatment_id: Mapped[int] = mapped_column(ForeignKey("treatment.id"), index=True)
    kind: Mapped[StanceKind]
    membership_id: Mapped[int | None] = mapped_column(ForeignKey("membership.id"))
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    text: Mapped[str] = mapped_column(Text, default="")


class Vote(Edited, Base):
    """How many voted how; empty where it was not counted."""

    __tablename__ = "vote"

    treatment_id: Mapped[int] = mapped_column(ForeignKey("treatment.id"), unique=True)
    in_favour: Mapped[int | None]
    against: Mapped[int | None]
    abstained: Mapped[int | None]
