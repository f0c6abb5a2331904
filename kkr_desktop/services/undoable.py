"""Remembers what a unit of work wrote, so that all of it can be taken back at once."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from kkr_desktop.model.base import Edited, now
from kkr_desktop.model.errors import ChangedElsewhere
from kkr_desktop.model.people import Membership, Person
from kkr_desktop.services.audit import record
from kkr_desktop.services.in_use import refuse_if_member, refuse_if_noted
from kkr_desktop.services.written import Change, T, Written
from kkr_desktop.storage.database import Database

_KEPT = frozenset({"id", "uid", "rev", "created_at", "updated_at", "updated_by"})


@dataclass(frozen=True, slots=True)
class _Touched:
    """A row as it was before, and the rev that it was left with; `before` is None for a new one."""

    kind: type[Edited]
    id: int
    rev: int
    before: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Undo:
    """What `take_back` needs: every row that was written, oldest first."""

    touched: tuple[_Touched, ...]
    changes: tuple[Change, ...]


class Recording:
    """Notes every row that a session writes; `keep` or `forget` ends each part of the work."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: dict[Edited, dict[str, Any] | None] = {}
        self._new: dict[Edited, dict[str, Any] | None] = {}
        event.listen(session, "before_flush", self._note)

    def _note(self, session: Session, _context: object, _instances: object) -> None:
        for row in session.new:
            if isinstance(row, Edited):
                self._new.setdefault(row, None)
        for row in session.dirty:
            if isinstance(row, Edited) and session.is_modified(row):
                self._new.setdefault(row, _before(row))

    def keep(self) -> None:
        """Hold on to what was written since the last part."""
        self._kept = self._new | self._kept
        self._new = {}

    def forget(self) -> None:
        """Let go of what was written since: it has been rolled back."""
        self._new = {}

    def written(self, value: T, changes: tuple[Change, ...]) -> Written[T]:
        """Return the result of a write, with the way back from all that its session wrote."""
        self._session.flush()
        self.keep()
        undo = self.undo(changes)
        return Written(value, changes, undo if undo.touched else None)

    def undo(self, changes: tuple[Change, ...]) -> Undo:
        """Return how to take back all that was kept."""
        return Undo(
            tuple(
                _Touched(type(row), inspect(row, raiseerr=True).identity[0], row.rev, before)
                for row, before in self._kept.items()
            ),
            changes,
        )


def _before(row: Edited) -> dict[str, Any]:
    """Return what the columns of a changed row held before."""
    attributes = inspect(row, raiseerr=True).attrs
    stored: dict[str, Any] = {}
    for attribute in attributes:
        if attribute.key not in _KEPT:
            gone = attribute.history.deleted
            stored[attribute.key] = gone[0] if gone else attribute.value
    return stored


def take_back(database: Database, undo: Undo) -> Written[int]:
    """Undo everything that was recorded, and return how many rows that were.

    Raises ChangedElsewhere, with nothing changed, when one of them was written again since,
    and InvalidValue when something else stands on it by now.
    """
    with database.write() as session:
        for touched in reversed(undo.touched):
            row = session.get(touched.kind, touched.id)
            if row is None or row.rev != touched.rev:
                raise ChangedElsewhere("Noget af det, der skal tages tilbage,")
            if touched.before is None:
                _refuse_if_in_use(session, row)
                row.deleted_at = now()
            else:
                for name, value in touched.before.items():
                    setattr(row, name, value)
            record(session, row, "undo")
        return Written(len(undo.touched), undo.changes)


def _refuse_if_in_use(session: Session, row: Edited) -> None:
    if isinstance(row, Membership):
        refuse_if_noted(session, row)
    elif isinstance(row, Person):
        refuse_if_member(session, row)
