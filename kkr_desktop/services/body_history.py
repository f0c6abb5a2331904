"""Which body does the work of another after it closed, and which did it before."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.services.register import live


def body_on(session: Session, body_id: int, day: date) -> int:
    """Return the body that does the work on `day`: itself, or its successor once it is closed."""
    return _Successions(session).on(body_id, day)


def with_predecessors(session: Session, body_id: int, day: date) -> frozenset[int]:
    """Return the bodies whose municipalities and work are this body's on `day`."""
    successions = _Successions(session)
    return frozenset(one for one in successions.ends if successions.on(one, day) == body_id)


def is_closed(session: Session, body_id: int, day: date) -> bool:
    """Tell whether a body is no more on `day`."""
    body = session.get_one(Body, body_id)
    return body.valid_to is not None and body.valid_to <= day


def refuse_closed(session: Session, body_id: int, day: date) -> None:
    """Raise InvalidValue when a body is no more on `day`, and name the one that follows."""
    body = session.get_one(Body, body_id)
    if body.valid_to is None or not is_closed(session, body_id, day):
        return
    last_day = long_date(body.valid_to - timedelta(days=1))
    words = f"{body.name} er nedlagt. Sidste dag var {last_day}."
    if body.successor_id is not None:
        words += f" Brug {session.get_one(Body, body.successor_id).name}."
    raise InvalidValue("Råd", words)


class _Successions:
    """When each body ends, and who follows it."""

    def __init__(self, session: Session) -> None:
        rows = session.execute(select(Body.id, Body.valid_to, Body.successor_id).where(live(Body)))
        self.ends: dict[int, tuple[date | None, int | None]] = {
            row.id: (row.valid_to, row.successor_id) for row in rows
        }

    def on(self, body_id: int, day: date) -> int:
        seen = {body_id}
        while True:
            end, successor = self.ends.get(body_id, (None, None))
            if end is None or day < end or successor is None or successor in seen:
                return body_id
            body_id = successor
            seen.add(successor)
