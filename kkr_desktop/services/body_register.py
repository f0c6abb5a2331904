"""The councils and forums over time: new ones, changed ones, and ones that close."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import Body, BodyKind, Post, SeatTarget, usual_numbering
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.people import Membership
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.chairmanships import seat_leaders
from kkr_desktop.services.membership_ends import end_membership_in
from kkr_desktop.services.register import SEAT_KINDS, live
from kkr_desktop.services.reversals import reversal_of, take_back_in
from kkr_desktop.services.seats import term_on
from kkr_desktop.services.terms import give_seats, seat_mayors
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

KIND_NAMES = {
    BodyKind.KKR: "KKR",
    BodyKind.CHAIRMANSHIP: "Formandskab",
    BodyKind.CHIEF_EXECUTIVE_FORUM: "Kommunaldirektørkreds",
    BodyKind.DIRECTORS_FORUM: "Fagdirektørforum",
    BodyKind.KL_CHAIRMANSHIP: "Møder med KL's formandskab",
    BodyKind.WORKING_GROUP: "Arbejdsgruppe",
    BodyKind.EXTERNAL: "Eksternt råd",
}
"""The kinds of bodies as lists name them."""

_CLOSED = "Rådet er nedlagt"
_STANDS = frozenset({MeetingState.CANCELLED})


@dataclass(frozen=True, slots=True)
class BodyDraft:
    """What the secretary writes of a body. `seats` are those of the term on its first day.

    `valid_from` is None while its first day is not known.
    """

    name: str
    short_name: str
    kind: BodyKind
    parent_id: int | None
    valid_from: date | None
    seats: int | None
    rev: int = 0


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body as a list shows it, with the draft to change it by; `last_day` closes it."""

    id: int
    draft: BodyDraft
    parent_name: str
    last_day: date | None
    successor_name: str


def body_lines(database: Database, day: date) -> tuple[BodyLine, ...]:
    """Return all bodies, closed ones too, with the seats of the term on `day`."""
    with database.read() as session:
        term = term_on(session, day)
        names = {row.id: row.name for row in session.execute(select(Body.id, Body.name))}
        seats = {
            target.body_id: target.seats
            for target in session.scalars(
                select(SeatTarget).where(SeatTarget.term_id == term.id, live(SeatTarget))
            )
        }
        found = session.scalars(select(Body).where(live(Body)).order_by(Body.sort_key, Body.id))
        return tuple(
            BodyLine(
                id=body.id,
                draft=BodyDraft(
                    body.name,
                    body.short_name,
                    body.kind,
                    body.parent_id,
                    body.valid_from,
                    seats.get(body.id),
                    body.rev,
                ),
                parent_name=names.get(body.parent_id, "") if body.parent_id else "",
                last_day=body.valid_to - timedelta(days=1) if body.valid_to else None,
                successor_name=names.get(body.successor_id, "") if body.successor_id else "",
            )
            for body in found
        )


def add_body(database: Database, draft: BodyDraft, day: date) -> Written[int]:
    """Add a council or a forum; return its id. `day` says which term has its seats."""
    with database.write() as session:
        _check(session, draft, None)
        last = session.scalar(select(func.max(Body.sort_key))) or 0
        body = Body(sort_key=last + 1, appendix_numbering=usual_numbering(draft.kind))
        _fill(body, draft)
        session.add(body)
        session.flush()
        _write_seats(session, body, draft, max(day, draft.valid_from or day))
        seat_leaders(session, body, min(day, draft.valid_from or day))
        record(session, body, "add", after=body.name)
        return Written(body.id, _changes(body.id))


def change_body(database: Database, body_id: int, draft: BodyDraft, day: date) -> Written[int]:
    """Write a body anew; what it has sent keeps the name of its day."""
    with database.write() as session:
        body = _body(session, body_id, draft.rev)
        _check(session, draft, body_id)
        before = body.name
        _fill(body, draft)
        _write_seats(session, body, draft, max(day, draft.valid_from or day))
        seat_leaders(session, body, min(day, draft.valid_from or day))
        record(session, body, "change", before=before, after=body.name)
        session.flush()
        return Written(body.rev, _changes(body_id))


def close_body(
    database: Database, body_id: int, last_day: date, successor_id: int | None, rev: int
) -> Written[int]:
    """Close a body after `last_day`, with the forums below it and all its memberships.

    A successor takes over its municipalities. Raises InvalidValue while it has
    meetings after that day.
    """
    with database.write() as session:
        body = _body(session, body_id, rev)
        if body.valid_from is not None and last_day < body.valid_from:
            raise InvalidValue("Sidste dag", "Den kan ikke ligge før rådets første dag.")
        if successor_id is not None:
            _check_successor(session, body, successor_id, last_day)
        end = last_day + timedelta(days=1)
        closing = [body, *_open_below(session, body, end)]
        _refuse_meetings_after(session, closing, last_day)
        for one in closing:
            one.valid_to = end
            _end_memberships(session, one, last_day)
            record(session, one, "close", after=f"sidste dag {long_date(last_day)}")
        body.successor_id = successor_id
        session.flush()
        if successor_id is not None:
            seat_mayors(session, successor_id, term_on(session, end), end)
        return Written(body_id, _changes(*(one.id for one in closing)))


def what_closes(database: Database, body_id: int, last_day: date) -> tuple[str, ...]:
    """Return the names of the forums that close with a body."""
    with database.read() as session:
        body = _body(session, body_id)
        below = _open_below(session, body, last_day + timedelta(days=1))
        return tuple(one.name for one in below)


def reopen_body(database: Database, body_id: int) -> Written[int]:
    """Take the closing of a body back, with what closed and ended with it."""
    with database.write() as session:
        body = _body(session, body_id)
        end = body.valid_to
        if end is None:
            raise InvalidValue("Råd", f"{body.name} er ikke nedlagt.")
        below = session.scalars(
            select(Body).where(live(Body), Body.parent_id == body_id, Body.valid_to == end)
        )
        opening = [body, *below]
        for one in opening:
            one.valid_to = None
            one.successor_id = None
            _let_memberships_go_on(session, one, end)
            record(session, one, "reopen", after=one.name)
        return Written(body_id, _changes(*(one.id for one in opening)))


def _check(session: Session, draft: BodyDraft, body_id: int | None) -> None:
    name, short_name = one_line(draft.name), one_line(draft.short_name)
    if not name:
        raise InvalidValue("Navn", "Skriv rådets eller forummets navn.")
    for other in session.scalars(select(Body).where(live(Body))):
        known = {other.name.casefold(), other.short_name.casefold()}
        if other.id != body_id and known & {name.casefold(), (short_name or name).casefold()}:
            raise InvalidValue("Navn", f"{other.name} hedder allerede sådan. Vælg et andet navn.")
    if draft.kind is BodyKind.CHAIRMANSHIP and draft.parent_id is None:
        raise InvalidValue("Hører til", "Vælg det råd, som formandskabet leder.")
    if draft.parent_id is not None and body_id in _above(session, draft.parent_id):
        raise InvalidValue("Hører til", "Et råd kan ikke høre til sig selv.")


def _above(session: Session, body_id: int) -> set[int]:
    """Return a body with all that it stands below."""
    found: set[int] = set()
    above: int | None = body_id
    while above is not None and above not in found:
        found.add(above)
        above = session.get_one(Body, above).parent_id
    return found


def _fill(body: Body, draft: BodyDraft) -> None:
    body.name = one_line(draft.name)
    body.short_name = one_line(draft.short_name) or body.name
    body.kind = draft.kind
    body.parent_id = draft.parent_id
    body.valid_from = draft.valid_from


def _write_seats(session: Session, body: Body, draft: BodyDraft, day: date) -> None:
    term = term_on(session, day)
    if draft.seats is not None:
        give_seats(session, body.id, term, draft.seats)
        return
    for target in session.scalars(
        select(SeatTarget).where(SeatTarget.body_id == body.id, SeatTarget.term_id == term.id)
    ):
        target.deleted_at = now()


def _check_successor(session: Session, body: Body, successor_id: int, last_day: date) -> None:
    if successor_id == body.id:
        raise InvalidValue("Afløser", f"{body.name} kan ikke afløse sig selv.")
    successor = _body(session, successor_id)
    if successor.valid_to is not None and successor.valid_to <= last_day:
        raise InvalidValue("Afløser", f"{successor.name} er selv nedlagt den dag.")


def _open_below(session: Session, body: Body, end: date) -> list[Body]:
    below = session.scalars(
        select(Body).where(
            live(Body),
            Body.parent_id == body.id,
            (Body.valid_to.is_(None)) | (Body.valid_to > end),
        )
    )
    return [one for child in below for one in (child, *_open_below(session, child, end))]


def _refuse_meetings_after(session: Session, closing: Sequence[Body], last_day: date) -> None:
    later = session.execute(
        select(Meeting.held_on, Body.name)
        .join(Body, Body.id == Meeting.body_id)
        .where(
            Meeting.body_id.in_([one.id for one in closing]),
            Meeting.deleted_at.is_(None),
            Meeting.held_on > last_day,
            Meeting.state.not_in(_STANDS),
        )
        .order_by(Meeting.held_on)
    ).all()
    if later:
        days = ", ".join(f"{long_date(day)} ({name})" for day, name in later[:4])
        more = f" og {len(later) - 4} til" if len(later) > 4 else ""
        raise InvalidValue(
            "Sidste dag",
            f"Der er møder efter den dag: {days}{more}. Flyt eller aflys dem først.",
        )


def _members(session: Session, body: Body) -> Sequence[Membership]:
    return session.scalars(
        select(Membership)
        .join(Post, Post.id == Membership.post_id)
        .where(
            Post.body_id == body.id,
            Post.kind.in_(SEAT_KINDS),
            Membership.substitute_for_id.is_(None),
            live(Membership),
        )
    ).all()


def _end_memberships(session: Session, body: Body, last_day: date) -> None:
    for membership in _members(session, body):
        goes_on = membership.valid_to is None or membership.valid_to > last_day + timedelta(days=1)
        if goes_on and membership.valid_from <= last_day:
            end_membership_in(session, membership.id, last_day, _CLOSED)


def _let_memberships_go_on(session: Session, body: Body, end: date) -> None:
    for membership in _members(session, body):
        if membership.valid_to == end and membership.end_reason == _CLOSED:
            reversal = reversal_of(session, membership.id)
            if reversal is not None and reversal.ended_id == membership.id:
                take_back_in(session, reversal)


def _body(session: Session, body_id: int, rev: int | None = None) -> Body:
    body = session.get(Body, body_id)
    if body is None or body.deleted_at is not None:
        raise NotFound("Rådet")
    if rev is not None and body.rev != rev:
        raise ChangedElsewhere("Rådet")
    return body


def _changes(*body_ids: int) -> tuple[Change, ...]:
    return tuple(
        Change(area, body_id=body_id)
        for body_id in body_ids
        for area in (Area.BODIES, Area.MEMBERS, Area.CALENDAR)
    )
