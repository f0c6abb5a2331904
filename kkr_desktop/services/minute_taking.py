"""Takes the minutes: what each item of a meeting was decided to be."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AgendaItem, ItemPart
from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.decision_draft import DecisionProposal, propose_decision
from kkr_desktop.model.errors import ChangedElsewhere, NotFound
from kkr_desktop.model.meeting_terms import ALLOWED, Activity, MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Decision, Treatment
from kkr_desktop.model.minutes_terms import Outcome
from kkr_desktop.model.richtext import EMPTY, RichText
from kkr_desktop.model.text_versions import TextField
from kkr_desktop.services.agenda_outline import numbered
from kkr_desktop.services.meeting_states import meeting_or_error, require
from kkr_desktop.services.text_history import keep_version
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """An item in the list of what is to be decided."""

    id: int
    uid: str
    number: str
    title: str
    kind: ItemKind
    is_public: bool
    presenter: str
    minutes_planned: int | None
    has_decision: bool
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class MinutesSection:
    """A section of the agenda with its items."""

    number: str
    title: str
    items: tuple[MinutesItem, ...]


@dataclass(frozen=True, slots=True)
class MinutesOutline:
    """A meeting's items in order, and how far its minutes are."""

    meeting_id: int
    body_name: str
    state: MeetingState
    sections: tuple[MinutesSection, ...]

    @property
    def can_be_edited(self) -> bool:
        """Whether the meeting's state lets its minutes be edited."""
        return Activity.EDIT_MINUTES in ALLOWED[self.state]

    @property
    def items(self) -> tuple[MinutesItem, ...]:
        """All items in order."""
        return tuple(item for section in self.sections for item in section.items)


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """The decision on an item. `rev` is the one it was read with, 0 when there is none yet."""

    text: RichText = EMPTY
    public_text: RichText = EMPTY
    outcome: Outcome | None = None
    rev: int = 0


@dataclass(frozen=True, slots=True)
class ItemToDecide:
    """An item with its recommendation, the decision as it stands, and one to propose."""

    recommendation: RichText
    decision: DecisionDraft
    proposal: DecisionProposal


def minutes_outline(database: Database, meeting_id: int) -> MinutesOutline:
    """Return the items of a meeting in order, with the numbers of its agenda. Raises NotFound."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        sections, items, numbers = numbered(session, meeting_id)
        decided = {
            item_id
            for item_id, decision in decisions_of(session, meeting_id).items()
            if decision.plain_text.strip() or decision.outcome is not None
        }
        return MinutesOutline(
            meeting_id,
            session.get_one(Body, meeting.body_id).name,
            meeting.state,
            tuple(
                MinutesSection(
                    numbers.sections[section.id],
                    section.title,
                    tuple(
                        MinutesItem(
                            item.id,
                            item.uid,
                            numbers.items[item.id],
                            item.title,
                            item.kind,
                            item.is_public,
                            item.presenter,
                            item.minutes_planned,
                            item.id in decided,
                            item.withdrawn,
                        )
                        for item in items[section.id]
                    ),
                )
                for section in sections
            ),
        )


def decisions_of(session: Session, meeting_id: int) -> dict[int, Decision]:
    """Return the decisions of a meeting by item."""
    rows = session.execute(
        select(Treatment.item_id, Decision)
        .join(Decision, Decision.treatment_id == Treatment.id)
        .where(Treatment.meeting_id == meeting_id, Decision.deleted_at.is_(None))
    )
    return {item_id: decision for item_id, decision in rows}  # noqa: C416


def read_decision(database: Database, meeting_id: int, item_id: int) -> ItemToDecide:
    """Return what an item's decision is written from. Raises NotFound."""
    with database.read() as session:
        if session.get(AgendaItem, item_id) is None:
            raise NotFound("Punktet")
        meeting = meeting_or_error(session, meeting_id)
        body_name = session.get_one(Body, meeting.body_id).name
        found = session.scalars(
            select(ItemPart.text).filter_by(item_id=item_id, part_type=PartType.RECOMMENDATION)
        ).one_or_none()
        recommendation = found or EMPTY
        decision = decisions_of(session, meeting_id).get(item_id)
        draft = (
            DecisionDraft()
            if decision is None
            else DecisionDraft(decision.text, decision.public_text, decision.outcome, decision.rev)
        )
        return ItemToDecide(recommendation, draft, propose_decision(recommendation, body_name))


def save_decision(
    database: Database, meeting_id: int, item_id: int, draft: DecisionDraft
) -> Written[int]:
    """Save the decision on an item as typed; return its new rev."""
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        require(
            meeting,
            Activity.EDIT_MINUTES,
            "At ændre referatet",
            "Gå først tilbage til referatet i udkast.",
        )
        decision = write_decision(session, meeting, item_id, draft)
        session.flush()
        change = Change(
            Area.MINUTES, body_id=meeting.body_id, meeting_id=meeting.id, item_id=item_id
        )
        return Written(decision.rev, (change,))


def write_decision(
    session: Session, meeting: Meeting, item_id: int, draft: DecisionDraft
) -> Decision:
    """Save a decision in a unit of work that goes on."""
    decision = decisions_of(session, meeting.id).get(item_id)
    if decision is None:
        decision = Decision(treatment_id=treatment_of(session, meeting.id, item_id).id, number=1)
        session.add(decision)
    elif decision.rev != draft.rev:
        raise ChangedElsewhere("Beslutningen")
    else:
        keep_version(session, decision, draft.text)
        keep_version(session, decision, draft.public_text, TextField.PUBLIC_TEXT)
    decision.text = draft.text
    decision.public_text = draft.public_text
    decision.outcome = draft.outcome
    decision.plain_text = draft.text.plain_text()
    return decision


def treatment_of(session: Session, meeting_id: int, item_id: int) -> Treatment:
    """Return the row that says that a meeting dealt with an item, made when there is none."""
    found = session.scalars(
        select(Treatment).filter_by(meeting_id=meeting_id, item_id=item_id)
    ).one_or_none()
    if found is None:
        found = Treatment(meeting_id=meeting_id, item_id=item_id)
        session.add(found)
        session.flush()
    return found
