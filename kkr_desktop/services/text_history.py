"""Keeps earlier versions of texts, and gives them back to be compared and taken over.

What is typed is saved within a second; a version of it is kept when somebody pauses,
when five minutes have passed, when somebody else goes on, and before much of it goes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import ItemPart
from kkr_desktop.model.agenda_terms import PartType
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
    session: Session,
    row: ItemPart | Decision,
    new: RichText,
    field: TextField = TextField.TEXT,
    *,
    always: bool = False,
) -> None:
    """Keep the text that `row` has before `new` is written over it, when it is worth keeping.

    Call it before the row is touched: its `updated_at` says when the text was last written.
    """
    old = row.text if field is TextField.TEXT or isinstance(row, ItemPart) else row.public_text
    if old == new or old.is_empty:
        return
    kept = _kept(session, row.uid, field)
    last = kept[0].written_at if kept else row.created_at
    at, user = now(), str(session.info["user"])
    is_worth_it = (
        always
        or at - row.updated_at >= PAUSE
        or row.updated_at - last >= LONGEST_BETWEEN
        or row.updated_by != user
        or _left_of(old.plain_text(), new.plain_text()) < _MUCH
    )
    if not is_worth_it or (kept and session.get_one(TextVersion, kept[0].id).text == old):
        return
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


def _left_of(old: str, new: str) -> float:
    """Return the share of `old` that `new` still begins or ends with."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    return (start + end) / max(len(old), 1)


def _alike(old: str, new: str) -> int:
    """Return with how many equal characters two texts begin."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(old), len(new)))


class _Kept(NamedTuple):
    """A version without its text, which may be long."""

    id: int
    written_at: datetime


def _kept(session: Session, text_uid: str, field: TextField) -> list[_Kept]:
    """Return the versions of a text, the newest first."""
    with session.no_autoflush:
        rows = session.execute(
            select(TextVersion.id, TextVersion.written_at)
            .where(TextVersion.text_uid == text_uid, TextVersion.field == field)
            .order_by(TextVersion.written_at.desc(), TextVersion.id.desc())
        )
        return [_Kept(version_id, written_at) for version_id, written_at in rows]


def _thin_out(session: Session, kept: list[_Kept], at: datetime) -> None:
    """Of versions older than a day keep the last of each hour, older than a month of each day."""
    seen: set[object] = set()
    superfluous: list[int] = []
    for version in kept:
        age = at - version.written_at
        if age <= _ALL_KEPT_FOR:
            continue
        written = version.written_at
        bucket: object = (
            (written.date(), written.hour) if age <= _HOURLY_KEPT_FOR else written.date()
        )
        if bucket in seen:
            superfluous.append(version.id)
        seen.add(bucket)
    if superfluous:
        session.execute(delete(TextVersion).where(TextVersion.id.in_(superfluous)))


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
        if uid is None:
            return ()
        rows = session.scalars(
            select(TextVersion)
            .where(TextVersion.text_uid == uid, TextVersion.field == field)
            .order_by(TextVersion.written_at.desc(), TextVersion.id.desc())
        )
        return tuple(EarlierText(row.text, row.written_at, row.written_by) for row in rows)
