"""The numbers of appendices: anew for each item, or straight through the agenda."""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AgendaItem, AgendaSection
from kkr_desktop.model.bodies import AppendixNumbering, Body
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.services.agenda_outline import appendix_rows, numbered
from kkr_desktop.storage.database import Database


class Placed(Protocol):
    """What has a number among the appendices."""

    @property
    def id(self) -> int:
        """The appendix."""
        ...

    @property
    def number_frozen(self) -> str | None:
        """The place that members know it by."""
        ...


P = TypeVar("P", bound=Placed)


def numbered_appendices(
    items: Sequence[tuple[int, str]],
    appendices: Mapping[int, Sequence[P]],
    numbering: AppendixNumbering,
) -> list[tuple[P, int, str]]:
    """Return each appendix with its place and its number; what was dispatched keeps its place."""
    found: list[tuple[P, int, str]] = []
    last = 0
    for item_id, item_number in items:
        rows = appendices.get(item_id, ())
        through = numbering is AppendixNumbering.THROUGH
        frozen = [int(row.number_frozen) for row in rows if row.number_frozen]
        last = max([last if through else 0, *frozen])
        for row in rows:
            if row.number_frozen:
                place = int(row.number_frozen)
            else:
                last += 1
                place = last
            found.append((row, place, str(place) if through else f"{item_number}.{place}"))
    return found


def labels_of(
    items: Sequence[tuple[int, str]],
    appendices: Mapping[int, Sequence[Placed]],
    numbering: AppendixNumbering,
) -> dict[int, str]:
    """Return "Bilag 3.4.1" anew for each item, or "Bilag 7" straight through, by appendix."""
    return {
        row.id: f"Bilag {number}"
        for row, _, number in numbered_appendices(items, appendices, numbering)
    }


def appendix_labels(database: Database, item_id: int) -> dict[int, str]:
    """Return the same for the appendices of one item, as its agenda stands now."""
    with database.read() as session:
        section_id = session.get_one(AgendaItem, item_id).section_id
        meeting = session.get_one(Meeting, session.get_one(AgendaSection, section_id).meeting_id)
        return _labels_in(session, meeting)


def _labels_in(session: Session, meeting: Meeting) -> dict[int, str]:
    sections, items, numbers = numbered(session, meeting.id)
    in_order = [(item.id, numbers.items[item.id]) for s in sections for item in items[s.id]]
    appendices = appendix_rows(session, [item_id for item_id, _ in in_order])
    numbering = session.get_one(Body, meeting.body_id).appendix_numbering
    return labels_of(in_order, appendices, numbering)
