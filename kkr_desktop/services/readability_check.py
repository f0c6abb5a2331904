"""Finds what in an agenda or in minutes is hard to read, before they are published."""

from dataclasses import dataclass

from sqlalchemy import select

from kkr_desktop.model.agenda import ItemPart
from kkr_desktop.model.agenda_terms import PART_NAMES, PartType
from kkr_desktop.model.readability import PROBLEM_ADVICE, problems_in
from kkr_desktop.model.richtext import RichText
from kkr_desktop.services.agenda_outline import numbered
from kkr_desktop.services.appendix_accessibility import untagged_appendices
from kkr_desktop.services.minute_taking import decisions_of
from kkr_desktop.storage.database import Database

_UNTAGGED = (
    "Bilaget kan ikke læses op: Det er ikke opmærket. Bed afsenderen om en tilgængelig PDF, "
    "eller gem det igen fra Word som PDF med »Dokumentstrukturkoder til hjælp«."
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that is hard to read.

    `part` is None in a decision and for an appendix; `block` counts from 0.
    """

    item_id: int
    place: str
    part: PartType | None
    block: int
    words: str
    advice: str
    is_appendix: bool = False


def agenda_findings(database: Database, meeting_id: int) -> tuple[Finding, ...]:
    """Return what is hard to read in an agenda, its appendices included, in its order."""
    with database.read() as session:
        sections, items, numbers = numbered(session, meeting_id)
        in_order = [item for section in sections for item in items[section.id]]
        untagged = untagged_appendices(session, database.files, [item.id for item in in_order])
        found: list[Finding] = []
        for item in in_order:
            parts = session.scalars(select(ItemPart).where(ItemPart.item_id == item.id)).all()
            texts = {part.part_type: part.text for part in parts}
            for kind in PartType:
                if kind in texts:
                    place = f"{numbers.items[item.id]} · {PART_NAMES[kind]}"
                    found += _findings(item.id, place, kind, texts[kind])
            found += [
                Finding(
                    item.id,
                    f"{numbers.items[item.id]} · Bilag",
                    None,
                    0,
                    appendix.title,
                    _UNTAGGED,
                    is_appendix=True,
                )
                for appendix in untagged.get(item.id, ())
            ]
        return tuple(found)


def minutes_findings(database: Database, meeting_id: int) -> tuple[Finding, ...]:
    """Return what is hard to read in the decisions of a meeting, in the agenda's order."""
    with database.read() as session:
        sections, items, numbers = numbered(session, meeting_id)
        decisions = decisions_of(session, meeting_id)
        found: list[Finding] = []
        for item in (item for section in sections for item in items[section.id]):
            decision = decisions.get(item.id)
            if decision is not None:
                place = f"{numbers.items[item.id]} · Beslutning"
                found += _findings(item.id, place, None, decision.text)
        return tuple(found)


def _findings(item_id: int, place: str, part: PartType | None, text: RichText) -> list[Finding]:
    return [
        Finding(item_id, place, part, found.block, found.words, PROBLEM_ADVICE[found.problem])
        for found in problems_in(text)
    ]
