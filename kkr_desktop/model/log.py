"""What was done, by whom and why; and the settings of the secretariat."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from kkr_desktop.model.base import Base, Edited, now


class AuditEvent(Base):
    """Something that was done and may be asked about later; never changed."""

    __tablename__ = "audit_event"

    at: Mapped[datetime] = mapped_column(default=now)
    by: Mapped[str]
    entity: Mapped[str]
    uid: Mapped[str] = mapped_column(index=True)
    action: Mapped[str]
    before: Mapped[str] = mapped_column(Text, default="")
    after: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")


class Setting(Edited, Base):
    """A choice of the secretariat that belongs to the data, not to one PC's window."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str] = mapped_column(Text)
