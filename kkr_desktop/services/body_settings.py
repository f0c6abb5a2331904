"""What a body's documents look like, and what stands on their front pages."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.bodies import AppendixNumbering, Body
from kkr_desktop.model.colours import can_be_read, is_colour
from kkr_desktop.model.errors import ChangedElsewhere, InvalidValue, NotFound
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.text import one_line
from kkr_desktop.services.audit import record
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class BodySettings:
    """What can be chosen. An empty `accent` is the program's own colour.

    `logo` is a PNG or JPEG, empty for none; `hyphenates` divides long words at line ends.
    """

    name: str
    mission: str
    group_meeting_note: str
    appendix_numbering: AppendixNumbering
    accent: str
    logo: bytes
    logo_alternate: str
    hyphenates: bool
    rev: int


def read_body_settings(database: Database, body_id: int) -> BodySettings:
    """Return a body's settings. Raises NotFound."""
    with database.read() as session:
        body = _body(session, body_id)
        return BodySettings(
            name=body.name,
            mission=body.mission,
            group_meeting_note=body.group_meeting_note,
            appendix_numbering=body.appendix_numbering,
            accent=body.accent,
            logo=body.logo or b"",
            logo_alternate=body.logo_alternate,
            hyphenates=body.hyphenates,
            rev=body.rev,
        )


def save_body_settings(database: Database, body_id: int, settings: BodySettings) -> Written[int]:
    """Write a body's settings but its name; return the new rev."""
    accent = settings.accent.strip().lower()
    if accent and not is_colour(accent):
        raise InvalidValue("Farve", "Skriv farven som # og seks tegn, fx #12485a.")
    if accent and not can_be_read(accent):
        raise InvalidValue("Farve", "Den er for lys til tekst på papir. Vælg en mørkere.")
    if settings.logo and not settings.logo_alternate.strip():
        raise InvalidValue("Logo", "Skriv, hvad logoet forestiller, fx Logo for KKR Sjælland.")
    with database.write() as session:
        body = _body(session, body_id)
        if body.rev != settings.rev:
            raise ChangedElsewhere("Rådet")
        body.mission = one_line(settings.mission)
        body.group_meeting_note = one_line(settings.group_meeting_note)
        body.appendix_numbering = settings.appendix_numbering
        body.accent = accent
        body.logo = settings.logo or None
        body.logo_alternate = one_line(settings.logo_alternate) if settings.logo else ""
        body.hyphenates = settings.hyphenates
        record(session, body, "settings", after=accent)
        session.flush()
        return Written(body.rev, _changes(session, body_id))


def _body(session: Session, body_id: int) -> Body:
    body = session.get(Body, body_id)
    if body is None or body.deleted_at is not None:
        raise NotFound("Rådet")
    return body


def _changes(session: Session, body_id: int) -> tuple[Change, ...]:
    """Return that the documents of all the body's meetings look different now."""
    meetings = session.scalars(select(Meeting.id).where(Meeting.body_id == body_id))
    return tuple(
        Change(area, body_id=body_id, meeting_id=meeting_id)
        for meeting_id in meetings
        for area in (Area.AGENDA, Area.MINUTES)
    )
