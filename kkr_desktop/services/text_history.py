"""Keeps earlier versions of texts, and gives them back to be compared and taken over.

What is typed is saved within a second; a version of it is kept when somebody pauses,
when five minutes have passed, when somebody else goes on, and before much of it goes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import ItemPart, PartType
from kkr_desktop.model.base import now
from kkr_desktop.model.minutes import Decision, Treatment
from kkr_desktop.model.richtext import RichText
from kkr_desktop.model.text_versions import TextField, TextVersion
from kkr_desktop.storage.database import Database

PAUSE = timedelta(minutes=2)
LONGEST_BETWEEN = timedelta(minutes=5)
_MUCH = 0.5

_ALL_KEPT_FOR = timedelta(days=1)
_HOURLY_KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A text as it once was, who had written it, and when."""

    text: RichText
    written_at: datetime
    written_by: str


def keep_version(
    session: Session, row: ItemPart | Decision, new: RichText, field: TextField = TextField.TEXT
) -> None:
    """Keep the text that `row` has before `new` is written over it, when it is worth keeping.

    Call it before the row is touched: its `updated_at` says when the text was last written.
    """
    old = row.text if field is TextField.TEXT or isinstance(row, ItemPart) else row.public_text
    if old == new or old.is_empty:
        return
    kept = _versions(session, row.uid, field)
    if kept and kept[0].text == old:
        return
    last = kept[0].written_at if kept else row.created_at
    at, user = now(), str(session.info["user"])
    is_worth_it = (
        at - row.updated_at >= PAUSE
        or row.updated_at - last >= LONGEST_BETWEEN
        or row.updated_by != user
        or _size(new) < _MUCH * _size(old)
    )
    if is_worth_it:
        session.add(
            TextVersion(
                text_uid=row.uid,
                field=field,
                text=old,
                written_at=row.updated_at,
                written_by=row.updated_by,
            )
        )
        _thin_out(session, kept, at)


def _size(text: RichText) -> int:
    return len(text.plain_text())


def _versions(session: Session, text_uid: str, field: TextField) -> list[TextVersion]:
    """Return the versions of a text, the newest first."""
    with session.no_autoflush:
        return list(
            session.scalars(
                select(TextVersion)
                .where(TextVersion.text_uid == text_uid, TextVersion.field == field)
                .order_by(TextVersion.written_at.desc(), TextVersion.id.desc())
            )
        )


def _thin_out(session: Session, kept: list[TextVersion], at: datetime) -> None:
    """Of versions older than a day keep the last of each hour, older than a month of each day."""
    seen: set[object] = set()
    for version in kept:
        age = at - version.written_at
        if age <= _ALL_KEPT_FOR:
            continue
        written = version.written_at
        bucket: object = (
            (written.date(), written.hour) if age <= _HOURLY_KEPT_FOR else written.date()
        )
        if bucket in seen:
            session.delete(version)
        seen.add(bucket)


def part_history(database: Database, item_id: int, part_type: PartType) -> tuple[EarlierText, ...]:
    """Return the earlier versions of a part of an item, the newest first."""
    query = select(ItemPart.uid).filter_by(item_id=item_id, part_type=part_type)
    return _history(database, lambda session: session.scalars(query).one_or_none(), TextField.TEXT)


def decision_history(
    database: Database, meeting_id: int, item_id: int, field: TextField = TextField.TEXT
) -> tuple[EarlierText, ...]:
    """Return the earlier versions of a decision, or of its public text, the newest first."""
    query = (
        select(Decision.uid)
        .join(Treatment, Treatment.id == Decision.treatment_id)
        .where(
            Treatment.meeting_id == meeting_id,
            Treatment.item_id == item_id,
            Decision.deleted_at.is_(None),
        )
    )
    return _history(database, lambda session: session.scalars(query).first(), field)


def _history(
    database: Database, uid_of: Callable[[Session], str | None], field: TextField
) -> tuple[EarlierText, ...]:
    with database.read() as session:
        uid = uid_of(session)
        found = _versions(session, uid, field) if uid is not None else []
        return tuple(EarlierText(row.text, row.written_at, row.written_by) for row in found)
