"""Keeps the way back from a change of who sits where, and goes it, today or next month."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import Edited, now
from kkr_desktop.model.bodies import Post
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue
from kkr_desktop.model.people import ContactPoint, Membership, Office, PartyTie, Person
from kkr_desktop.model.reversals import Reversal
from kkr_desktop.services.audit import record
from kkr_desktop.services.in_use import refuse_if_noted
from kkr_desktop.services.register import live
from kkr_desktop.services.undoable import Recording

_KINDS: dict[str, type[Edited]] = {
    kind.__name__: kind for kind in (Person, Membership, Office, PartyTie, ContactPoint, Post)
}


@dataclass(slots=True)
class WayBack:
    """The memberships that a change is about; set before the change is through."""

    ended: Membership | None = None
    begun: Membership | None = None


@contextmanager
def with_a_way_back(session: Session) -> Generator[WayBack]:
    """Keep what is written inside, so that `take_back_in` can undo all of it."""
    session.flush()
    recording = Recording(session)
    way = WayBack()
    yield way
    session.flush()
    recording.keep()
    written: list[dict[str, object]] = []
    for touched in recording.undo(()).touched:
        row = session.get(touched.kind, touched.id)
        if row is None or touched.kind.__name__ not in _KINDS:
            continue
        fields = touched.before or {}
        changed = {
            name: [_stored(old), _stored(getattr(row, name))]
            for name, old in fields.items()
            if _stored(old) != _stored(getattr(row, name))
        }
        written.append(
            {
                "kind": touched.kind.__name__,
                "id": touched.id,
                "changed": None if touched.before is None else changed,
            }
        )
    session.add(
        Reversal(
            ended_id=way.ended.id if way.ended else None,
            begun_id=way.begun.id if way.begun else None,
            written=json.dumps(written, ensure_ascii=False),
        )
    )
    session.flush()


def reversal_of(session: Session, membership_id: int) -> Reversal | None:
    """Return the latest change that a membership ended or began by and that still stands."""
    return session.scalars(
        select(Reversal)
        .where(
            live(Reversal),
            (Reversal.ended_id == membership_id) | (Reversal.begun_id == membership_id),
        )
        .order_by(Reversal.id.desc())
        .limit(1)
    ).one_or_none()


def take_back_in(session: Session, reversal: Reversal) -> None:
    """Undo all of a change in a unit of work that goes on.

    What was written again since stays as it is now. Raises ChangedElsewhere or
    InvalidValue when the seat itself was, or when somebody has met since.
    """
    if reversal.begun_id is not None:
        refuse_if_noted(session, session.get_one(Membership, reversal.begun_id))
    rows: list[tuple[Edited, dict[str, list[Any]] | None]] = []
    for entry in json.loads(reversal.written):
        row = session.get(_KINDS[entry["kind"]], entry["id"])
        if row is not None:
            rows.append((row, entry["changed"]))
    begun = [row for row, changed in rows if changed is None]
    for row in begun:
        if row.deleted_at is None and not _is_needed(session, row, begun):
            row.deleted_at = now()
            record(session, row, "undo")
    session.flush()
    for row, changed in rows:
        if changed is not None:
            _restore(session, row, changed, reversal.ended_id)
    reversal.deleted_at = now()
    session.flush()


def _restore(
    session: Session, row: Edited, changed: dict[str, list[Any]], ended_id: int | None
) -> None:
    """Give a row its former values where it still has those that the change gave it."""
    is_seat = isinstance(row, Membership) and row.id == ended_id
    standing = {name: old for name, (old, new) in changed.items() if _now(row, name) == new}
    if is_seat and "valid_to" in changed and "valid_to" not in standing:
        raise ChangedElsewhere("Medlemskabet")
    before = {name: getattr(row, name) for name in standing}
    for name, old in standing.items():
        setattr(row, name, _loaded(type(row), name, old))
    session.flush()
    rival = _rival(session, row)
    if rival and is_seat:
        raise InvalidValue("Medlemskab", f"Pladsen er besat af en anden nu: {rival}.")
    if rival:
        for name, value in before.items():
            setattr(row, name, value)


def _rival(session: Session, row: Edited) -> str:
    """Return whose row holds on the same days in the same place, empty for nobody's."""
    if isinstance(row, Membership) and row.deleted_at is None:
        same_place = (Membership.post_id == row.post_id) & (
            Membership.substitute_for_id.is_(None)
            if row.substitute_for_id is None
            else Membership.substitute_for_id == row.substitute_for_id
        )
        kind = Membership
    elif isinstance(row, Office | PartyTie) and row.deleted_at is None:
        kind = type(row)
        same_place = kind.person_id == row.person_id
    else:
        return ""
    others = select(Person).join(kind, kind.person_id == Person.id)
    others = others.where(
        same_place,
        kind.id != row.id,
        live(kind),
        (kind.valid_to.is_(None)) | (kind.valid_to > row.valid_from),
    )
    if row.valid_to is not None:
        others = others.where(kind.valid_from < row.valid_to)
    other = session.scalars(others).first()
    return other.name if other is not None else ""


def _is_needed(session: Session, row: Edited, begun: list[Edited]) -> bool:
    """Tell whether a person that the change added has become something else since."""
    if not isinstance(row, Person):
        return False
    known = {one.id for one in begun if isinstance(one, Membership)}
    others = session.scalars(
        select(Membership.id).where(Membership.person_id == row.id, live(Membership))
    )
    return bool(set(others) - known)


def _now(row: Edited, name: str) -> object:
    return _stored(getattr(row, name))


def _stored(value: object) -> object:
    """Return a value as JSON keeps it."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _loaded(kind: type[Edited], name: str, value: Any) -> object:  # noqa: ANN401
    """Return a kept value as the column takes it."""
    if not isinstance(value, str):
        return value
    python_type = inspect(kind).columns[name].type.python_type
    if python_type is date or python_type is datetime:
        return python_type.fromisoformat(value)
    return python_type(value)
