"""Public, redacted versions of appendices: files of their own, never made from the others."""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Edited


class RedactedVersion(Edited, Base):
    """What the public reads in place of an appendix; the newest of an appendix is in use.

    `version_id` is the version of the appendix that it was made for: once that has been
    replaced by a newer file, nothing is public until there is a redacted version of it.
    The facts of the file are as in `AppendixVersion`.
    """

    __tablename__ = "redacted_version"

    appendix_id: Mapped[int] = mapped_column(ForeignKey("appendix.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("appendix_version.id"))
    title: Mapped[str]
    original_name: Mapped[str]
    file_sha256: Mapped[str] = mapped_column(ForeignKey("stored_file.sha256"))
    original_sha256: Mapped[str] = mapped_column(ForeignKey("stored_file.sha256"))
    size: Mapped[int]
    pages: Mapped[int]
    notes: Mapped[str] = mapped_column(Text, default="")
    is_tagged: Mapped[bool]
    free_edges: Mapped[str] = mapped_column(Text, default="")
