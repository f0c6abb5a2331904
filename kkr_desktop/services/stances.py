"""What is noted beside a decision: reservations, conflicts of interest, votes, changed order."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import Party
from kkr_desktop.model.errors import InvalidValue, NotFound
from kkr_desktop.model.meeting_terms import Activity
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Treatment
from kkr_desktop.model.text import one_line
from kkr_desktop.model.treatment import OF_PARTIES, VOTES, Stance, StanceKind, Vote
from kkr_desktop.services.attendance import members_at
from kkr_desktop.services.meeting_states import meeting_or_error, require
from kkr_desktop.services.minute_taking import treatment_of
from kkr_desktop.services.people_on import people_on
from kkr_desktop.services.register import live
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class StanceRow:
    """How a member or a party stood to a decision; `who` names them."""

    id: int
    kind: StanceKind
    membership_id: int | None
    party_id: int | None
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class VoteCount:
    """How many voted how; None where it was not counted."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted."""
        return self == VoteCount()


@dataclass(frozen=True, slots=True)
class Noted:
    """All that is noted beside the decision on an item."""

    stances: tuple[StanceRow, ...] = ()
    vote: VoteCount = VoteCount()
    is_moved: bool = False
    after_id: int | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """A member or a party that may have something noted; one of the ids is set."""

    name: str
    membership_id: int | None = None
    party_id: int | None = None


def voices(database: Database, meeting_id: int) -> tuple[Voice, ...]:
    """Return the parties of a meeting's members, then the members, as on its day."""
    with database.read() as session:
        return voices_in(session, meeting_or_error(session, meeting_id))


def voices_in(session: Session, meeting: Meeting) -> tuple[Voice, ...]:
    """Return the same in a unit of work that goes on."""
    members = members_at(session, meeting)
    people = people_on(session, [member.person_id for member in members], meeting.held_on)
    ids = {person.party_id for person in people.values() if person.party_id is not None}
    parties = session.scalars(select(Party).where(Party.id.in_(ids)).order_by(Party.letter)).all()
    return (
        *(Voice(f"{party.name} ({party.letter})", party_id=party.id) for party in parties),
        *(
            Voice(
                f"{member.name} ({member.party_letter})" if member.party_letter else member.name,
                membership_id=member.membership_id,
            )
            for member in members
        ),
    )


def noted(database: Database, meeting_id: int, item_id: int) -> Noted:
    """Return what is noted beside the decision on an item."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        names = {
            (voice.membership_id, voice.party_id): voice.name
            for voice in voices_in(session, meeting)
        }
        treatment = session.scalars(
            select(Treatment).filter_by(meeting_id=meeting_id, item_id=item_id)
        ).one_or_none()
        if treatment is None:
            return Noted()
        rows = session.scalars(
            select(Stance)
            .where(Stance.treatment_id == treatment.id, live(Stance))
            .order_by(Stance.id)
        ).all()
        return Noted(
            tuple(
                StanceRow(
                    row.id,
                    row.kind,
                    row.membership_id,
                    row.party_id,
                    names.get((row.membership_id, row.party_id), ""),
                    row.text,
                )
                for row in rows
            ),
            vote_of(session, treatment.id),
            treatment.is_moved,
            treatment.taken_after_item_id,
        )


def vote_of(session: Session, treatment_id: int) -> VoteCount:
    """Return how a vote on an item was counted."""
    row = session.scalars(select(Vote).filter_by(treatment_id=treatment_id)).one_or_none()
    return VoteCount(row.in_favour, row.against, row.abstained) if row else VoteCount()


def add_stances(
    database: Database,
    meeting_id: int,
    item_id: int,
    kind: StanceKind,
    named: Sequence[Voice],
    text: str = "",
) -> Written[None]:
    """Note how members or parties stood to a decision.

    Raises InvalidValue for a party with a conflict of interest: only people have them. Who
    votes twice has changed their vote; who is noted again without words keeps those said.
    """
    with database.write() as session:
        meeting = _open(session, meeting_id)
        treatment = treatment_of(session, meeting_id, item_id)
        for voice in named:
            if voice.party_id is not None and kind not in OF_PARTIES:
                raise InvalidValue(
                    "Inhabilitet", "Vælg et medlem: et parti kan ikke være inhabilt."
                )
            said = _forget_the_same(session, treatment.id, kind, voice)
            session.add(
                Stance(
                    treatment_id=treatment.id,
                    kind=kind,
                    membership_id=voice.membership_id,
                    party_id=voice.party_id,
                    text=one_line(text) or said,
                )
            )
        return Written(None, _changed(meeting, item_id))


def _forget_the_same(session: Session, treatment_id: int, kind: StanceKind, voice: Voice) -> str:
    """Remove what the same voice had noted that cannot stand beside the new; return its words."""
    said = ""
    other = VOTES if kind in VOTES else (kind,)
    for row in session.scalars(
        select(Stance).where(
            Stance.treatment_id == treatment_id,
            Stance.kind.in_(other),
            Stance.membership_id == voice.membership_id,
            Stance.party_id == voice.party_id,
        )
    ):
        said = row.text if row.kind is kind else said
        session.delete(row)
    return said


def remove_stance(
    database: Database, meeting_id: int, item_id: int, stance_id: int
) -> Written[None]:
    """Remove what was noted of a member or a party."""
    with database.write() as session:
        meeting = _open(session, meeting_id)
        row = session.get(Stance, stance_id)
        if row is None or row.treatment_id != treatment_of(session, meeting_id, item_id).id:
            raise NotFound("Bemærkningen")
        session.delete(row)
        return Written(None, _changed(meeting, item_id))


def save_vote(database: Database, meeting_id: int, item_id: int, count: VoteCount) -> Written[None]:
    """Note how a vote was counted; an empty count forgets it."""
    with database.write() as session:
        meeting = _open(session, meeting_id)
        treatment = treatment_of(session, meeting_id, item_id)
        row = session.scalars(select(Vote).filter_by(treatment_id=treatment.id)).one_or_none()
        if count.is_empty:
            if row is not None:
                session.delete(row)
        else:
            if row is None:
                row = Vote(treatment_id=treatment.id)
                session.add(row)
            row.in_favour, row.against = count.in_favour, count.against
            row.abstained = count.abstained
        return Written(None, _changed(meeting, item_id))


def take_after(
    database: Database, meeting_id: int, item_id: int, after_id: int | None
) -> Written[None]:
    """Note that an item was taken after another; None that it was taken first of all."""
    if after_id == item_id:
        raise InvalidValue("Rækkefølge", "Vælg et andet punkt.")
    return _move(database, meeting_id, item_id, is_moved=True, after_id=after_id)


def take_at_its_place(database: Database, meeting_id: int, item_id: int) -> Written[None]:
    """Note that an item was taken where the agenda has it."""
    return _move(database, meeting_id, item_id, is_moved=False, after_id=None)


def _move(
    database: Database, meeting_id: int, item_id: int, *, is_moved: bool, after_id: int | None
) -> Written[None]:
    with database.write() as session:
        meeting = _open(session, meeting_id)
        treatment = treatment_of(session, meeting_id, item_id)
        treatment.is_moved, treatment.taken_after_item_id = is_moved, after_id
        return Written(None, _changed(meeting, item_id))


def _open(session: Session, meeting_id: int) -> Meeting:
    meeting = meeting_or_error(session, meeting_id)
    require(
        meeting,
        Activity.EDIT_MINUTES,
        "At ændre referatet",
        "Gå først tilbage til referatet i udkast.",
    )
    return meeting


def _changed(meeting: Meeting, item_id: int) -> tuple[Change, ...]:
    return (Change(Area.MINUTES, body_id=meeting.body_id, meeting_id=meeting.id, item_id=item_id),)
