"""Tells whether the last pack that was built is out of date, and why."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import AgendaContent
from kkr_desktop.documents.frozen import fingerprint
from kkr_desktop.model.base import now
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.packs import PackBuild
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.pack_content import PackChoices, pack_pieces
from kkr_desktop.services.written import Area, Change
from kkr_desktop.storage.database import Database

if TYPE_CHECKING:
    from kkr_desktop.documents.pack import PackItem

_MEETING, _ORDER = "Mødets oplysninger", "Rækkefølgen"
_WAS_A_DRAFT = "Dagsordenen er udsendt siden; pakken er mærket som udkast."


@dataclass(frozen=True, slots=True)
class PackState:
    """The last pack of a meeting; without reasons it is what would be built now."""

    file_name: str
    pages: int
    built_at: datetime
    reasons: tuple[str, ...]


def inputs_of(agenda: AgendaContent, items: "Sequence[PackItem]") -> dict[str, str]:
    """Return a hash of each thing that goes into a pack, by what it is called."""
    found = {
        _MEETING: fingerprint((agenda.meeting, agenda.is_draft)),
        _ORDER: fingerprint(
            tuple(
                (section.number, section.title, tuple(item.number for item in section.items))
                for section in agenda.sections
            )
        ),
    }
    for section in agenda.sections:
        for item in section.items:
            found[f"Punkt {item.number}"] = fingerprint(item)
    for pack_item in items:
        for row in pack_item.appendices:
            found[row.label] = fingerprint((row.title, row.pdf.name))
    return found


def note_build(
    session: Session,
    meeting: Meeting,
    file_name: str,
    pages: int,
    choices: PackChoices,
    inputs: Mapping[str, str],
) -> tuple[Change, ...]:
    """Keep what a pack was built from, in a unit of work that goes on."""
    session.add(
        PackBuild(
            meeting_id=meeting.id,
            file_name=file_name,
            choices=json.dumps(asdict(choices), sort_keys=True),
            inputs=json.dumps(inputs, ensure_ascii=False, sort_keys=True),
            pages=pages,
            built_at=now(),
        )
    )
    return (Change(Area.AGENDA, body_id=meeting.body_id, meeting_id=meeting.id),)


def pack_state(database: Database, meeting_id: int) -> PackState | None:
    """Return the last pack of a meeting and what has changed since; None before the first."""
    with database.read() as session:
        build = session.scalars(
            select(PackBuild)
            .where(PackBuild.meeting_id == meeting_id)
            .order_by(PackBuild.id.desc())
            .limit(1)
        ).one_or_none()
        if build is None:
            return None
        choices = PackChoices(**json.loads(build.choices))
        meeting = meeting_or_error(session, meeting_id)
        found = pack_pieces(database, session, meeting, choices)
        before: dict[str, str] = json.loads(build.inputs)
        after = inputs_of(found.agenda, found.items)
        told: list[str] = []
        as_draft = fingerprint((found.agenda.meeting, True))
        if not found.agenda.is_draft and before.get(_MEETING) == as_draft:
            told = [_WAS_A_DRAFT]
            before[_MEETING] = after[_MEETING]
        reasons = (*told, *_changes(before, after))
        return PackState(build.file_name, build.pages, build.built_at, reasons)


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return what differs, in the order of the pack, what went last."""
    told = [
        f"{name} er {'ændret' if name in before else 'kommet til'}."
        for name, value in after.items()
        if before.get(name) != value
    ]
    return told + [f"{name} er gået ud." for name in sorted(before.keys() - after.keys())]
