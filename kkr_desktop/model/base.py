"""What every entity has in common."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, Enum, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator
from uuid6 import uuid7


class Instant(TypeDecorator[datetime]):
    """A moment, kept in UTC; naive datetimes are refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware datetime into the UTC one that is stored."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the stored UTC moment its time zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


def new_uid() -> str:
    """Return a UUIDv7: unique on any PC, and sorted by the time it was made."""
    return str(uuid7())


def now() -> datetime:
    """Return the present moment with its time zone."""
    return datetime.now(UTC)


def _values(kind: type[StrEnum]) -> list[str]:
    return [member.value for member in kind]


class Base(DeclarativeBase):
    """The registry of all entities."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant,
        StrEnum: Enum(StrEnum, native_enum=False, length=40, values_callable=_values),
    }

    id: Mapped[int] = mapped_column(primary_key=True)


class Edited:
    """A row that a person edits.

    `uid` stays the same over export and merge between PCs. `rev` is raised on
    each write and detects clashes. A row is never deleted, only marked.
    """

    uid: Mapped[str] = mapped_column(String(36), default=new_uid, unique=True)
    rev: Mapped[int] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)
    updated_by: Mapped[str] = mapped_column(default="")
    deleted_at: Mapped[datetime | None]

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        return {"version_id_col": cls.rev}


class Dated:
    """A fact that holds during the half-open interval [valid_from, valid_to).

    `None` as `valid_to` means that the end is not known.
    """

    valid_from: Mapped[date]
    valid_to: Mapped[date | None]

    def holds_on(self, day: date) -> bool:
        """Tell whether the fact holds on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)
