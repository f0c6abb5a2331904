"""Drafts "Siden sidst" from what was followed up on since the meeting before."""

from datetime import date

from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AgendaItem, AgendaSection
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.decision_draft import DecisionProposal
from kkr_desktop.model.follow_ups import FollowUpState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.richtext import (
    EMPTY,
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    rich_text,
)
from kkr_desktop.services.follow_up import FollowUpRow, follow_ups_of_body
from kkr_desktop.services.meeting_sequence import meeting_before
from kkr_desktop.storage.database import Database

_TITLE = "siden sidst"


def propose_since_last(database: Database, item_id: int) -> DecisionProposal | None:
    """Return what an item called "Siden sidst" could tell, or None for any other item.

    It has what the meeting before wanted done, and of earlier meetings what is
    still open or was done since. Tasks from closed items are left out, and that is said.
    """
    with database.read() as session:
        item = session.get(AgendaItem, item_id)
        if item is None or not item.title.casefold().startswith(_TITLE):
            return None
        section = session.get_one(AgendaSection, item.section_id)
        meeting = session.get_one(Meeting, section.meeting_id)
        earlier = meeting_before(session, meeting)
        if earlier is None:
            return None
        told = _told(session, earlier)
    closed = sum(not row.is_public for row in told)
    reasons: list[str] = []
    if closed:
        count = "En opgave" if closed == 1 else f"{closed} opgaver"
        reasons.append(f"{count} fra lukkede punkter er ikke taget med.")
    text = _text([row for row in told if row.is_public], earlier.held_on)
    return DecisionProposal(text, tuple(reasons))


def _told(session: Session, earlier: Meeting) -> list[FollowUpRow]:
    def is_told(row: FollowUpRow) -> bool:
        if row.draft.state is FollowUpState.DROPPED or row.held_on > earlier.held_on:
            return False
        closed = row.closed_at
        return row.meeting_id == earlier.id or closed is None or closed.date() > earlier.held_on

    return [row for row in follow_ups_of_body(session, earlier.body_id) if is_told(row)]


def _text(rows: list[FollowUpRow], held_on: date) -> RichText:
    blocks: list[Paragraph | ListItem] = []
    for heading, state in (
        ("Udført siden mødet den {day}:", FollowUpState.DONE),
        ("Stadig i gang:", FollowUpState.OPEN),
    ):
        group = [row for row in rows if row.draft.state is state]
        if group:
            words = heading.format(day=long_date(held_on))
            blocks.append(Paragraph((Run(words, bold=True),)))
            blocks += [ListItem(ListKind.BULLET, 0, _line(row, held_on)) for row in group]
    return rich_text(blocks) if blocks else EMPTY


def _line(row: FollowUpRow, held_on: date) -> tuple[Run, ...]:
    where = ""
    if row.item_number:
        when = "" if row.held_on == held_on else f", {long_date(row.held_on)}"
        where = f"{row.item_title} (punkt {row.item_number}{when}): "
    words = row.draft.text.rstrip(".")
    if row.is_open:
        facts = [row.owner_name] if row.owner_name else []
        if row.draft.due_on is not None:
            facts.append(f"frist {long_date(row.draft.due_on)}")
        return (Run(where + words + (f" – {', '.join(facts)}." if facts else ".")),)
    note = " ".join(row.draft.note.split())
    return (Run(f"{where}{words}. {note}".strip()),)
