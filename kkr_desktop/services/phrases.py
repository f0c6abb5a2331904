"""Ready-made sentences for decisions: which fit an item, and the secretariat's own."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AgendaItem, AgendaSection
from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.base import now
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes import Phrase
from kkr_desktop.model.ordering import spread_keys
from kkr_desktop.model.text import one_line
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database

PLACES: tuple[str, ...] = ("{KKR}", "{dato}", "{forrige møde}", "{næste møde}", "{sag}")
"""The places that the program fills in itself, where it knows what belongs there."""

_CHANGES = (Change(Area.MINUTES),)


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """A phrase as it is kept; `id` is 0 for a new one. No kind means any item."""

    id: int
    kind: ItemKind | None
    text: str
    rev: int = 0


def phrases_for(database: Database, item_id: int) -> tuple[str, ...]:
    """Return the phrases that fit an item, those for its kind first. Raises NotFound.

    What is known is filled in; other words in braces stay as places to fill.
    """
    with database.read() as session:
        item = session.get(AgendaItem, item_id)
        if item is None:
            raise NotFound("Punktet")
        rows = session.scalars(
            select(Phrase)
            .where(
                Phrase.deleted_at.is_(None),
                (Phrase.item_kind == item.kind) | Phrase.item_kind.is_(None),
            )
            .order_by(Phrase.item_kind.is_(None), Phrase.sort_key)
        )
        known = _known(session, item)
        return tuple(_filled(row.text, known) for row in rows)


def _known(session: Session, item: AgendaItem) -> dict[str, str]:
    section = session.get_one(AgendaSection, item.section_id)
    meeting = meeting_or_error(session, section.meeting_id)
    known = {"{KKR}": session.get_one(Body, meeting.body_id).name, "{sag}": item.title}
    before, after = _neighbours(session, meeting)
    if before is not None:
        known["{forrige møde}"] = long_date(before)
    if after is not None:
        known["{næste møde}"] = long_date(after)
    return {place: words for place, words in known.items() if words}


def _neighbours(session: Session, meeting: Meeting) -> tuple[date | None, date | None]:
    days = session.scalars(
        select(Meeting.held_on)
        .where(
            Meeting.body_id == meeting.body_id,
            Meeting.state != MeetingState.CANCELLED,
            Meeting.deleted_at.is_(None),
        )
        .order_by(Meeting.held_on)
    ).all()
    before = [day for day in days if day < meeting.held_on]
    after = [day for day in days if day > meeting.held_on]
    return (before[-1] if before else None, after[0] if after else None)


def _filled(text: str, known: dict[str, str]) -> str:
    """Fill in what is known; a plain {dato} is that of the meeting that the phrase speaks of."""
    other = "{forrige møde}" if "eferatet fra" in text else "{næste møde}"
    filled = text.replace("{dato}", known.get(other, "{dato}"))
    for place, words in known.items():
        filled = filled.replace(place, words)
    return filled


def phrase_rows(database: Database, kind: ItemKind | None) -> tuple[PhraseRow, ...]:
    """Return the phrases that are kept for a kind of item, or for any, in order."""
    with database.read() as session:
        return tuple(_row(phrase) for phrase in _of_kind(session, kind))


def _row(phrase: Phrase) -> PhraseRow:
    return PhraseRow(phrase.id, phrase.item_kind, phrase.text, phrase.rev)


def _of_kind(session: Session, kind: ItemKind | None) -> list[Phrase]:
    fits = Phrase.item_kind.is_(None) if kind is None else Phrase.item_kind == kind
    return list(
        session.scalars(
            select(Phrase).where(Phrase.deleted_at.is_(None), fits).order_by(Phrase.sort_key)
        )
    )


def save_phrase(database: Database, row: PhraseRow) -> Written[PhraseRow]:
    """Add a phrase after the others of its kind, or change one. Raises InvalidValue when empty."""
    text = one_line(row.text)
    if not text:
        raise InvalidValue("Formulering", "skriv dens ord, eller fjern den.")
    with database.write() as session:
        if row.id:
            phrase = _phrase(session, row)
            phrase.text = text
        else:
            phrase = Phrase(item_kind=row.kind, text=text, sort_key=0)
            _spread([*_of_kind(session, row.kind), phrase])
            session.add(phrase)
        session.flush()
        return Written(_row(phrase), _CHANGES)


def remove_phrase(database: Database, row: PhraseRow) -> Written[None]:
    """Take a phrase out of the list."""
    with database.write() as session:
        _phrase(session, row).deleted_at = now()
        return Written(None, _CHANGES)


def move_phrase(database: Database, row: PhraseRow, place: int) -> Written[PhraseRow]:
    """Move a phrase to a place among those of its kind, counted from 0."""
    with database.write() as session:
        phrase = _phrase(session, row)
        others = [other for other in _of_kind(session, row.kind) if other is not phrase]
        others.insert(place, phrase)
        _spread(others)
        session.flush()
        return Written(_row(phrase), _CHANGES)


def _spread(phrases: list[Phrase]) -> None:
    for phrase, key in zip(phrases, spread_keys(len(phrases)), strict=True):
        phrase.sort_key = key


def _phrase(session: Session, row: PhraseRow) -> Phrase:
    phrase = session.get(Phrase, row.id)
    if phrase is None or phrase.deleted_at is not None:
        raise NotFound("Formuleringen")
    if phrase.rev != row.rev:
        raise ChangedElsewhere("Formuleringen")
    return phrase
