"""Packs that were built, with what each was built from."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Edited


class PackBuild(Edited, Base):
    """A pack that was written to a file.

    `choices` and `inputs` are JSON: what was asked for, and a hash of each thing that
    went in by what it is called ("Punkt 3.2", "Bilag 3.2.1"), so that it can be told
    later whether the pack is out of date and why.
    """

    __tablename__ = "pack_build"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    file_name: Mapped[str]
    choices: Mapped[str] = mapped_column(Text)
    inputs: Mapped[str] = mapped_column(Text)
    pages: Mapped[int]
    built_at: Mapped[datetime]
