"""The board of an agenda: who writes each item, how far it is, and what was said of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.mail import is_address
from kkr_desktop.model.agenda import AgendaItem, AgendaSection
from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.base import now
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.item_work import ItemComment, ItemWork, Lateness, WorkStatus, lateness
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.text import one_line, without_unprintable
from kkr_desktop.services.agenda_outline import numbered
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.milestones import milestones_of
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

_AUTHORS = "Forfatterne"
"""Whom the usual milestones name as those who write."""

_WRITTEN_BY_SOMEBODY = frozenset(
    {
        ItemKind.DECISION,
        ItemKind.DISCUSSION,
        ItemKind.INFORMATION,
        ItemKind.THEME,
        ItemKind.APPOINTMENT,
    }
)


@dataclass(frozen=True, slots=True)
class WorkDraft:
    """What the secretary notes of an item's way; `rev` is 0 when nothing was noted yet."""

    owner: str = ""
    owner_email: str = ""
    status: WorkStatus = WorkStatus.ORDERED
    due_on: date | None = None
    whereabouts: str = ""
    rev: int = 0


@dataclass(frozen=True, slots=True)
class BoardItem:
    """An item on the board. `open_comments` are those that nobody dealt with yet."""

    item_id: int
    number: str
    title: str
    presenter: str
    needs_author: bool
    work: WorkDraft
    open_comments: int

    @property
    def lacks_deadline(self) -> bool:
        """Whether somebody writes it and was not told by when."""
        return self.needs_author and self.work.due_on is None

    def lateness(self, today: date) -> Lateness:
        """Tell how late the item is."""
        return lateness(self.work.status, self.work.due_on, today)


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment: who said what and when, and whether it was dealt with."""

    id: int
    author: str
    said_at: datetime
    text: str
    is_resolved: bool


def board_items(database: Database, meeting_id: int) -> tuple[BoardItem, ...]:
    """Return the items of a meeting's agenda in order, without what is withdrawn."""
    with database.read() as session:
        return board_items_in(session, meeting_or_error(session, meeting_id))


def board_items_in(session: Session, meeting: Meeting) -> tuple[BoardItem, ...]:
    """Return the same in a unit of work that goes on."""
    sections, items, numbers = numbered(session, meeting.id)
    in_order = [item for section in sections for item in items[section.id] if not item.withdrawn]
    ids = [item.id for item in in_order]
    works = {
        row.item_id: row
        for row in session.scalars(select(ItemWork).where(ItemWork.item_id.in_(ids)))
    }
    comments = Counter(
        session.scalars(
            select(ItemComment.item_id).where(
                ItemComment.item_id.in_(ids),
                ItemComment.resolved_at.is_(None),
                ItemComment.deleted_at.is_(None),
            )
        )
    )
    return tuple(
        BoardItem(
            item_id=item.id,
            number=numbers.items[item.id],
            title=item.title,
            presenter=item.presenter,
            needs_author=item.kind in _WRITTEN_BY_SOMEBODY,
            work=_draft(works.get(item.id)),
            open_comments=comments[item.id],
        )
        for item in in_order
    )


def without_author(session: Session, meeting: Meeting) -> tuple[BoardItem, ...]:
    """Return the items that somebody has to write and that have neither owner nor presenter."""
    return tuple(
        row
        for row in board_items_in(session, meeting)
        if row.needs_author and not row.work.owner and not row.presenter
    )


def _draft(work: ItemWork | None) -> WorkDraft:
    if work is None:
        return WorkDraft()
    return WorkDraft(
        work.owner, work.owner_email, work.status, work.due_on, work.whereabouts, work.rev
    )


def save_work(database: Database, item_id: int, draft: WorkDraft) -> Written[int]:
    """Write down how an item stands; return the new rev. Raises InvalidValue, ChangedElsewhere."""
    email = one_line(draft.owner_email)
    if email and not is_address(email):
        raise InvalidValue("E-mail", f"»{email}« er ikke en adresse, som en mailserver forstår.")
    with database.write() as session:
        meeting = _meeting_of(session, item_id)
        work = _work(session, item_id)
        if (work.rev or 0) != draft.rev:
            raise ChangedElsewhere("Punktets status")
        work.owner = one_line(draft.owner)
        work.owner_email = email
        work.status = draft.status
        work.due_on = draft.due_on
        work.whereabouts = one_line(draft.whereabouts)
        session.flush()
        return Written(work.rev, _changed(meeting, item_id))


def set_status(database: Database, item_id: int, status: WorkStatus) -> Written[WorkStatus]:
    """Move an item to a column of the board; return the one that it came from."""
    with database.write() as session:
        meeting = _meeting_of(session, item_id)
        work = _work(session, item_id)
        came_from = work.status or WorkStatus.ORDERED
        work.status = status
        return Written(came_from, _changed(meeting, item_id))


def set_due_where_missing(
    database: Database, meeting_id: int, due_on: date
) -> Written[tuple[int, ...]]:
    """Give all items that somebody writes and that have none a deadline; return which got it."""
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        missing = tuple(
            row.item_id for row in board_items_in(session, meeting) if row.lacks_deadline
        )
        for item_id in missing:
            _work(session, item_id).due_on = due_on
        return Written(missing, _changed(meeting))


def take_back_due(
    database: Database, meeting_id: int, due_on: date, item_ids: Sequence[int]
) -> Written[int]:
    """Take a deadline that items were given back, where it has not been changed since."""
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        rows = session.scalars(
            select(ItemWork).where(ItemWork.item_id.in_(item_ids), ItemWork.due_on == due_on)
        ).all()
        for row in rows:
            row.due_on = None
        return Written(len(rows), _changed(meeting))


def proposed_due(database: Database, meeting_id: int, today: date) -> date:
    """Return the next deadline of those who write, or the meeting's next one, or today."""
    coming = [row for row in milestones_of(database, meeting_id) if row.due_on >= today]
    of_authors = [row for row in coming if row.responsible == _AUTHORS]
    return next((row.due_on for row in (*of_authors, *coming)), today)


def comments_on(database: Database, item_id: int) -> tuple[CommentRow, ...]:
    """Return what was said of an item, oldest first."""
    with database.read() as session:
        rows = session.scalars(
            select(ItemComment)
            .where(ItemComment.item_id == item_id, ItemComment.deleted_at.is_(None))
            .order_by(ItemComment.id)
        )
        return tuple(
            CommentRow(row.id, row.author, row.created_at, row.text, row.resolved_at is not None)
            for row in rows
        )


def add_comment(database: Database, item_id: int, text: str, author: str = "") -> Written[int]:
    """Note what somebody said of an item; without an author it is the user."""
    words = without_unprintable(text).strip()
    if not words:
        raise InvalidValue("Kommentar", "Skriv, hvad der er sagt om punktet.")
    with database.write() as session:
        meeting = _meeting_of(session, item_id)
        name = one_line(author) or str(session.info["user"])
        comment = ItemComment(item_id=item_id, author=name, text=words)
        session.add(comment)
        session.flush()
        return Written(comment.id, _changed(meeting, item_id))


def resolve_comment(database: Database, comment_id: int, *, is_resolved: bool) -> Written[int]:
    """Note that a comment was dealt with, or that it was not after all."""
    with database.write() as session:
        comment = session.get(ItemComment, comment_id)
        if comment is None or comment.deleted_at is not None:
            raise NotFound("Kommentaren")
        meeting = _meeting_of(session, comment.item_id)
        comment.resolved_at = now() if is_resolved else None
        return Written(comment.id, _changed(meeting, comment.item_id))


def _work(session: Session, item_id: int) -> ItemWork:
    found = session.scalars(select(ItemWork).filter_by(item_id=item_id)).one_or_none()
    if found is None:
        found = ItemWork(item_id=item_id)
        session.add(found)
    return found


def _meeting_of(session: Session, item_id: int) -> Meeting:
    item = session.get(AgendaItem, item_id)
    if item is None or item.deleted_at is not None:
        raise NotFound("Punktet")
    section = session.get_one(AgendaSection, item.section_id)
    return meeting_or_error(session, section.meeting_id)


def _changed(meeting: Meeting, item_id: int | None = None) -> tuple[Change, ...]:
    return (Change(Area.WORK, body_id=meeting.body_id, meeting_id=meeting.id, item_id=item_id),)
