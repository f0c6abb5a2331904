"""Who took part in a meeting, what it decided, and the minutes that were approved."""

from datetime import datetime, time
from enum import StrEnum

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.base import Base, Edited
from kkr_desktop.model.minutes_terms import AttendanceStatus, Outcome
from kkr_desktop.model.richtext import EMPTY, RichText
from kkr_desktop.model.richtext_column import RichTextColumn


class Attendance(Edited, Base):
    """That a person took part, or did not, over an interval of items.

    Who left and came back has a row for each interval. `from_item_uid` and `to_item_uid`
    are the first and the last item that the person sat in on; empty means from the start
    and to the end. The `_as_text` columns are filled when the minutes are approved, so that
    minutes keep the names and titles of their day.
    """

    __tablename__ = "attendance"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    membership_id: Mapped[int | None] = mapped_column(ForeignKey("membership.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    substitute_for_membership_id: Mapped[int | None] = mapped_column(ForeignKey("membership.id"))
    status: Mapped[AttendanceStatus]
    from_item_uid: Mapped[str | None]
    to_item_uid: Mapped[str | None]
    arrived_at: Mapped[time | None]
    left_at: Mapped[time | None]
    name_as_text: Mapped[str] = mapped_column(default="")
    title_as_text: Mapped[str] = mapped_column(default="")
    party_as_text: Mapped[str] = mapped_column(default="")
    municipality_as_text: Mapped[str] = mapped_column(default="")


class Treatment(Edited, Base):
    """That a meeting dealt with an item; a postponed item has one per meeting.

    An item that was not taken at its place `is_moved`: it came after another item, or
    first of all when `taken_after_item_id` is empty.
    """

    __tablename__ = "treatment"
    __table_args__ = (UniqueConstraint("item_id", "meeting_id"),)

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"))
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    is_moved: Mapped[bool] = mapped_column(default=False)
    taken_after_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))


class Decision(Edited, Base):
    """The decision on an item; `public_text` is the wording for the public of a closed one."""

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("treatment_id", "number"),)

    treatment_id: Mapped[int] = mapped_column(ForeignKey("treatment.id"))
    number: Mapped[int] = mapped_column(default=1)
    outcome: Mapped[Outcome | None]
    text: Mapped[RichText] = mapped_column(RichTextColumn, default=EMPTY)
    public_text: Mapped[RichText] = mapped_column(RichTextColumn, default=EMPTY)
    plain_text: Mapped[str] = mapped_column(Text, default="")


class MinutesStage(StrEnum):
    """On what occasion minutes were frozen."""

    WITH_CHAIR = "with_chair"
    SENT = "sent"
    APPROVED = "approved"
    PUBLISHED = "published"


class MinutesVersion(Edited, Base):
    """Minutes as they left the house on a step: frozen content and its PDF, never overwritten.

    What is published has the public content. `word_sha256` is the Word file that the
    chair was given, `approved_item_id` the item of the next meeting that approved them.
    """

    __tablename__ = "minutes_version"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    number: Mapped[int]
    content_json: Mapped[str] = mapped_column(Text)
    content_sha256: Mapped[str]
    pdf_sha256: Mapped[str] = mapped_column(ForeignKey("stored_file.sha256"))
    frozen_at: Mapped[datetime]
    note: Mapped[str] = mapped_column(default="")
    stage: Mapped[MinutesStage] = mapped_column(default=MinutesStage.APPROVED)
    word_sha256: Mapped[str | None] = mapped_column(ForeignKey("stored_file.sha256"))
    approved_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))


class Phrase(Edited, Base):
    """A ready-made sentence for a decision.

    Words in braces are places to fill in; {KKR} is the name of the body. An
    empty `item_kind` means that the phrase fits any item.
    """

    __tablename__ = "phrase"

    item_kind: Mapped[ItemKind | None]
    text: Mapped[str]
    sort_key: Mapped[int]
