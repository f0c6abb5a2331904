"""What was done to a person and to what is known of them: when, and by whom."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.log import AuditEvent
from kkr_desktop.model.people import Membership, Office, PartyTie, Person

_WHAT_WAS_DONE = {
    ("Person", "contacts"): "Kontaktoplysninger ændret",
    ("Person", "anonymise"): "Kontaktoplysninger slettet",
    ("Membership", "add"): "Tilføjet som medlem",
    ("Membership", "change"): "Oplysninger om medlemmet rettet",
    ("Membership", "end"): "Medlemskabet afsluttet",
    ("Membership", "undo_end"): "Medlemskabets afslutning taget tilbage",
    ("Membership", "correct"): "Medlemskab rettet",
    ("Membership", "remove"): "Medlemskab fjernet",
    ("Membership", "role"): "Rolle givet",
    ("Membership", "follow"): "Med i formandskabet i kraft af rollen",
    ("Membership", "substitute"): "Blev stedfortræder for",
    ("Membership", "hand_over"): "Pladsen gik videre",
    ("Membership", "fill"): "Ledig plads besat",
    ("Office", "add"): "Titel tilføjet",
    ("Office", "change"): "Titel ændret",
    ("Office", "remove"): "Titel fjernet",
    ("PartyTie", "add"): "Parti tilføjet",
    ("PartyTie", "change"): "Parti ændret",
    ("PartyTie", "remove"): "Parti fjernet",
}
_OF_ANYTHING = {"undo": "Taget tilbage", "redo": "Gjort igen"}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What was done, when, and by whom."""

    at: datetime
    by: str
    what: str


def history_of(session: Session, person: Person) -> tuple[HistoryLine, ...]:
    """Return what was done to the person and to all facts about them, newest first.

    What was done to facts that are removed is told too.
    """
    uids = {person.uid}
    for fact in (Membership, Office, PartyTie):
        uids.update(session.scalars(select(fact.uid).where(fact.person_id == person.id)))
    events = session.scalars(
        select(AuditEvent)
        .where(AuditEvent.uid.in_(uids))
        .order_by(AuditEvent.at.desc(), AuditEvent.id.desc())
    )
    return tuple(HistoryLine(event.at, event.by, _told(event)) for event in events)


def _told(event: AuditEvent) -> str:
    done = _WHAT_WAS_DONE.get(
        (event.entity, event.action), _OF_ANYTHING.get(event.action, "Rettet")
    )
    if event.before and event.after and event.before != event.after:
        done += f": fra »{event.before}« til »{event.after}«"
    elif (event.entity, event.action) != ("Membership", "change") and (event.after or event.before):
        done += f": {event.after or event.before}"
    return f"{done} (begrundelse: {event.reason})" if event.reason else done
