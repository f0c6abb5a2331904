"""Place cards (bordkort) for those who take part in a meeting, as they are on its day."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from pathlib import Path

from sqlalchemy.orm import Session

from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.label_content import CardSize, PlaceCard, PlaceCardsContent
from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import short_date
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.minutes_terms import AttendanceStatus
from kkr_desktop.model.participation import Answer
from kkr_desktop.model.text import one_line
from kkr_desktop.services.attendance import attendance_in
from kkr_desktop.services.guests import guests_in
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.register import attached_in
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.database import Database

_NOT_THERE = frozenset({AttendanceStatus.APOLOGY, AttendanceStatus.ABSENT, AttendanceStatus.ONLINE})
"""Who needs no card at the table."""


def place_cards(
    database: Database, meeting_id: int, others: Iterable[str] = ()
) -> PlaceCardsContent:
    """Return the cards of all who come to a meeting, in Danish order of the members' names.

    A substitute has a card in the member's place; observers, secretaries and the guests who
    are written down have theirs. `others` are more guests and staff, each as "name, title".
    Raises NotFound.
    """
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        body = session.get_one(Body, meeting.body_id)
        return PlaceCardsContent(
            document_uid=f"{meeting.uid}-place-cards",
            dated=datetime.combine(meeting.held_on, time(12), UTC),
            title=f"Bordkort – {body.name} {short_date(meeting.held_on)}",
            body_name=body.name,
            accent=body.accent,
            cards=(
                *_cards(session, meeting),
                *_attached(session, meeting),
                *_guests(session, meeting),
                *_cards_of(others),
            ),
        )


def _cards(session: Session, meeting: Meeting) -> Iterator[PlaceCard]:
    for row in attendance_in(session, meeting):
        other = row.substitute
        if other is not None:
            person = other.person
            town = person.official_municipality or row.official_municipality
            yield PlaceCard(person.name, _lines(person.title, person.party_letter, town))
        elif row.status not in _NOT_THERE and not (
            row.status is None and row.answer is Answer.NOT_COMING
        ):
            yield PlaceCard(
                row.name, _lines(row.title, row.party_letter, row.official_municipality)
            )


def _attached(session: Session, meeting: Meeting) -> Iterator[PlaceCard]:
    """Yield the cards of observers and secretaries, of whom no party is shown."""
    for row in attached_in(session, meeting.body_id, meeting.held_on):
        yield PlaceCard(row.name, _lines(row.title, "", row.official_municipality))


def _guests(session: Session, meeting: Meeting) -> Iterator[PlaceCard]:
    """Yield the cards of the guests who are written down, each once."""
    found = guests_in(session, meeting.id)
    for name, title in dict.fromkeys((guest.name, guest.title) for guest in found):
        yield PlaceCard(name, (title,) if title else ())


def _lines(title: str, party_letter: str, municipality: str) -> tuple[str, ...]:
    """Return for example "Borgmester (A), Ærø Kommune"."""
    party = f"({party_letter})" if party_letter else ""
    whole = ", ".join(part for part in (f"{title} {party}".strip(), municipality) if part)
    return (whole,) if whole else ()


def _cards_of(others: Iterable[str]) -> Iterator[PlaceCard]:
    for line in others:
        name, _, title = one_line(line).partition(",")
        if name.strip():
            yield PlaceCard(name.strip(), (title.strip(),) if title.strip() else ())


def export_place_cards(content: PlaceCardsContent, size: CardSize, path: Path) -> None:
    """Write the cards to a file, which is replaced only by a complete one."""
    write_complete(path, card_sheets(content, size))


def card_sheets(content: PlaceCardsContent, size: CardSize) -> bytes:
    """Return the cards as PDF."""
    from kkr_desktop.documents.place_cards import render_place_cards

    return render_place_cards(content, size)


def place_cards_file_name(content: PlaceCardsContent) -> str:
    """Return the usual name of the file."""
    return pdf_file_name(content.title)
