"""Earlier versions of what was written."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base
from kkr_desktop.model.richtext import RichText
from kkr_desktop.model.richtext_column import RichTextColumn


class TextField(StrEnum):
    """Which text of a row it is: most rows have one, a decision one for the public too."""

    TEXT = "text"
    PUBLIC_TEXT = "public_text"


class TextVersion(Base):
    """A text as it once was; never changed, and thinned out as it grows old.

    `text_uid` is the uid of the part of an item, or of the decision, that had it;
    `written_at` and `written_by` say who had last written it then.
    """

    __tablename__ = "text_version"
    __table_args__ = (Index("ix_text_version_text_uid_field", "text_uid", "field"),)

    text_uid: Mapped[str] = mapped_column(String(36))
    field: Mapped[TextField]
    text: Mapped[RichText] = mapped_column(RichTextColumn)
    written_at: Mapped[datetime]
    written_by: Mapped[str]
