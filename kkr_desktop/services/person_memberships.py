"""The memberships of a person, each with its place and its own days, to read and to change."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import Body, Post, PostKind, post_name
from kkr_desktop.model.dates import interval_words, long_date
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.minutes import Attendance
from kkr_desktop.model.people import Membership, Person
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.chairmanships import follow
from kkr_desktop.services.leading import end_leader, other_leader
from kkr_desktop.services.membership_changes import members_changed, seat_or_error
from kkr_desktop.services.membership_ends import tied_to
from kkr_desktop.services.register import SEAT_KINDS, live
from kkr_desktop.services.seats import term_on
from kkr_desktop.services.titles_and_parties import end_on, party_on
from kkr_desktop.services.undoable import Recording
from kkr_desktop.services.written import Written
from kkr_desktop.storage.database import Database

_FIELD = "Medlemskab"
_LEADERS = frozenset({PostKind.CHAIR, PostKind.VICE_CHAIR})


@dataclass(frozen=True, slots=True)
class MembershipDraft:
    """A place on a body and the days it is held.

    `substitute_for_id` is the membership that a substitute stands in for, 0 while nobody
    is chosen. `municipality_id` is whose mayor an ex officio member is. `membership_id` is
    None for a new one; `last_day` is None while no end is known.
    """

    body_id: int
    kind: PostKind
    valid_from: date
    last_day: date | None = None
    substitute_for_id: int | None = None
    municipality_id: int | None = None
    end_reason: str = ""
    membership_id: int | None = None
    rev: int = 0

    @property
    def ends_before(self) -> date | None:
        """The first day on which it holds no longer, if there is one."""
        return None if self.last_day is None else self.last_day + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MembershipFact:
    """A seat, a role or a substitute's place as one reads it, with the draft to change it by."""

    name: str
    draft: MembershipDraft


def memberships_of(session: Session, person_id: int) -> tuple[MembershipFact, ...]:
    """Return a person's memberships, newest first."""
    found = session.execute(
        select(Membership, Post)
        .join(Post, Post.id == Membership.post_id)
        .where(Membership.person_id == person_id, live(Membership))
        .order_by(Membership.valid_from.desc(), Membership.id)
    )
    return tuple(
        MembershipFact(_name(session, membership), _draft(membership, post))
        for membership, post in found
    )


def _draft(membership: Membership, post: Post) -> MembershipDraft:
    ends = membership.valid_to
    return MembershipDraft(
        body_id=post.body_id,
        kind=post.kind,
        valid_from=membership.valid_from,
        last_day=None if ends is None else ends - timedelta(days=1),
        substitute_for_id=membership.substitute_for_id,
        municipality_id=post.municipality_id,
        end_reason=membership.end_reason,
        membership_id=membership.id,
        rev=membership.rev,
    )


def _name(session: Session, membership: Membership) -> str:
    """Return for example "KKR Hovedstaden: Formand"."""
    post = session.get_one(Post, membership.post_id)
    body = session.get_one(Body, post.body_id)
    if membership.substitute_for_id is None:
        return f"{body.name}: {post_name(body.kind, post.kind)}"
    member = _holder(session, membership.substitute_for_id)
    return f"{body.name}: Stedfortræder for {member.name}"


def _holder(session: Session, membership_id: int) -> Person:
    membership = session.get_one(Membership, membership_id)
    return session.get_one(Person, membership.person_id)


def _words(session: Session, membership: Membership) -> str:
    days = interval_words(membership.valid_from, membership.valid_to)
    return f"{_name(session, membership)} {days}"


def save_membership(
    database: Database, person_id: int, draft: MembershipDraft, *, takes_over: bool = False
) -> Written[int]:
    """Add or change a membership; return its id.

    `takes_over` ends the chair or vice-chair who is there. Raises InvalidValue where the days
    cannot be, and RoleTaken where somebody else leads the body.
    """
    if draft.last_day is not None and draft.last_day < draft.valid_from:
        raise InvalidValue("Sidste dag", "Den kan ikke ligge før den første dag.")
    with database.write() as session:
        recording = Recording(session)
        person = session.get(Person, person_id)
        if person is None or person.deleted_at is not None:
            raise NotFound("Personen")
        membership = _membership(session, draft, person_id)
        before = _words(session, membership) if draft.membership_id is not None else ""
        _refuse_two_places(session, person, draft)
        membership.post_id = _post(session, person, draft, membership, takes_over=takes_over).id
        membership.substitute_for_id = draft.substitute_for_id
        membership.valid_from = draft.valid_from
        membership.valid_to = draft.ends_before
        membership.end_reason = one_line(draft.end_reason) if draft.last_day else ""
        session.add(membership)
        session.flush()
        _end_what_follows(session, membership)
        follow(session, membership)
        after = _words(session, membership)
        if before != after:
            record(session, membership, "correct" if before else "add", before=before, after=after)
        return recording.written(membership.id, members_changed(draft.body_id))


def remove_membership(database: Database, membership_id: int, rev: int) -> Written[None]:
    """Remove a membership that was written by mistake.

    Raises InvalidValue for one that minutes or a substitute refer to: it can only end.
    """
    with database.write() as session:
        recording = Recording(session)
        membership, person, post = seat_or_error(session, membership_id)
        if membership.rev != rev:
            raise ChangedElsewhere(_FIELD)
        if session.scalars(
            select(Attendance.id).where(
                (Attendance.membership_id == membership_id)
                | (Attendance.substitute_for_membership_id == membership_id)
            )
        ).first():
            raise InvalidValue(
                _FIELD,
                f"{person.name} står på deltagerlisten til et møde i kraft af det. Det kan ikke "
                "fjernes, men det kan få en sidste dag.",
            )
        if session.scalars(
            select(Membership.id).where(
                Membership.substitute_for_id == membership_id, live(Membership)
            )
        ).first():
            raise InvalidValue(_FIELD, "Det har en stedfortræder. Fjern eller afslut først denne.")
        record(session, membership, "remove", before=_words(session, membership))
        membership.deleted_at = now()
        follow(session, membership)
        return recording.written(None, members_changed(post.body_id))


def _membership(session: Session, draft: MembershipDraft, person_id: int) -> Membership:
    if draft.membership_id is None:
        return Membership(person_id=person_id)
    membership, _, _ = seat_or_error(session, draft.membership_id)
    if membership.person_id != person_id:
        raise NotFound(_FIELD)
    if membership.rev != draft.rev:
        raise ChangedElsewhere(_FIELD)
    return membership


def _overlapping(draft: MembershipDraft) -> ColumnElement[bool]:
    """Return the condition that another membership holds on some of the draft's days."""
    meets = (Membership.valid_to.is_(None)) | (Membership.valid_to > draft.valid_from)
    if draft.last_day is not None:
        meets &= Membership.valid_from <= draft.last_day
    if draft.membership_id is not None:
        meets &= Membership.id != draft.membership_id
    return meets & live(Membership)


def _refuse_two_places(session: Session, person: Person, draft: MembershipDraft) -> None:
    """Let nobody have two seats on a body, or one role twice, on the same day."""
    kinds = SEAT_KINDS if draft.kind in SEAT_KINDS else (draft.kind,)
    is_substitute = draft.substitute_for_id is not None
    other = session.scalars(
        select(Membership)
        .join(Post, Post.id == Membership.post_id)
        .where(
            Membership.person_id == person.id,
            Post.body_id == draft.body_id,
            Post.kind.in_(kinds),
            Membership.substitute_for_id == draft.substitute_for_id
            if is_substitute
            else Membership.substitute_for_id.is_(None),
            _overlapping(draft),
        )
    ).first()
    if other is not None:
        raise InvalidValue(
            _FIELD,
            f"»{_words(session, other)}« gælder nogle af de samme dage. "
            "Afslut det først, eller vælg andre dage.",
        )


def _post(
    session: Session,
    person: Person,
    draft: MembershipDraft,
    membership: Membership,
    *,
    takes_over: bool,
) -> Post:
    """Return the post that the draft means: the one held already, a vacant one, or a new one."""
    if draft.substitute_for_id is not None:
        return _members_post(session, person, draft)
    if draft.kind is PostKind.EX_OFFICIO and draft.municipality_id is None:
        raise InvalidValue("Kommune", "Vælg den kommune, som borgmesteren kommer fra.")
    if draft.kind in _LEADERS:
        leader = other_leader(session, draft.body_id, draft.kind, _overlapping(draft))
        if leader is not None:
            end_leader(session, leader, draft.kind, draft.valid_from, takes_over=takes_over)
    term = term_on(session, draft.valid_from)
    is_supplementary = draft.kind is PostKind.SUPPLEMENTARY
    party_id = party_on(session, person.id, draft.valid_from) if is_supplementary else None
    is_mayor = draft.kind is PostKind.EX_OFFICIO
    wanted = Post(
        body_id=draft.body_id,
        term_id=term.id,
        kind=draft.kind,
        municipality_id=draft.municipality_id if is_mayor else None,
        party_id=party_id,
    )
    found = _vacant(session, wanted, draft, membership)
    if found is not None:
        found.party_id = found.party_id or party_id
        return found
    session.add(wanted)
    session.flush()
    return wanted


def _vacant(
    session: Session, wanted: Post, draft: MembershipDraft, membership: Membership
) -> Post | None:
    """Return a post like the wanted one that is free on the days, first the one held already.

    Raises InvalidValue where another mayor of the municipality sits.
    """
    posts = session.scalars(
        select(Post)
        .where(
            Post.body_id == wanted.body_id,
            Post.term_id == wanted.term_id,
            Post.kind == wanted.kind,
            Post.municipality_id == wanted.municipality_id
            if wanted.municipality_id is not None
            else Post.municipality_id.is_(None),
            (Post.party_id == wanted.party_id) | Post.party_id.is_(None),
            live(Post),
        )
        .order_by(Post.id != membership.post_id, Post.party_id.is_(None), Post.sort_key, Post.id)
    ).all()
    for post in posts:
        holder = _sitting(session, post, draft)
        if holder is None:
            return post
        if post.kind is PostKind.EX_OFFICIO:
            raise InvalidValue(
                "Kommune",
                f"{holder.name} har borgmesterens plads nogle af de samme dage. Afslut først det "
                "medlemskab, eller vælg andre dage.",
            )
    return None


def _sitting(session: Session, post: Post, draft: MembershipDraft) -> Person | None:
    return session.scalars(
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.post_id == post.id,
            Membership.substitute_for_id.is_(None),
            _overlapping(draft),
        )
    ).first()


def _members_post(session: Session, person: Person, draft: MembershipDraft) -> Post:
    """Return the post of the member whom a substitute stands in for, where the days fit."""
    if not draft.substitute_for_id:
        raise InvalidValue("Stedfortræder", "Vælg det medlem, som personen er stedfortræder for.")
    member, stood_in_for, post = seat_or_error(session, draft.substitute_for_id)
    name = stood_in_for.name
    if stood_in_for.id == person.id:
        raise InvalidValue("Stedfortræder", f"{name} kan ikke være sin egen stedfortræder.")
    if draft.valid_from < member.valid_from:
        raise InvalidValue("Fra", f"{name} er først medlem fra {long_date(member.valid_from)}.")
    if member.valid_to is not None and (draft.ends_before or date.max) > member.valid_to:
        last_day = long_date(member.valid_to - timedelta(days=1))
        raise InvalidValue("Sidste dag", f"{name} er kun medlem til og med {last_day}.")
    other = session.scalars(
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.substitute_for_id == member.id, _overlapping(draft))
    ).first()
    if other is not None:
        raise InvalidValue(
            "Stedfortræder",
            f"{other.name} er stedfortræder for {name} nogle af de samme dage. "
            "Afslut det først, eller vælg andre dage.",
        )
    return post


def _end_what_follows(session: Session, membership: Membership) -> None:
    """End the roles and the substitutes of a seat with the seat."""
    post = session.get_one(Post, membership.post_id)
    ends = membership.valid_to
    if ends is None or post.kind not in SEAT_KINDS or membership.substitute_for_id is not None:
        return
    for tied in tied_to(session, membership, post):
        if tied.valid_to is None or tied.valid_to > ends:
            end_on(tied, ends)
