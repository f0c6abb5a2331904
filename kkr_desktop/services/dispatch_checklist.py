"""What a careful secretary looks at before an agenda is sent.

Only two things stop a dispatch: an agenda without items, and an appendix whose file is gone.
What looks like a CPR number must be confirmed to be none. All the rest is a warning.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import AgendaContent, ItemContent
from kkr_desktop.model.agenda import AgendaItem, AgendaSection
from kkr_desktop.model.agenda_terms import PART_NAMES, ItemKind, PartType
from kkr_desktop.model.appendix_references import KnownAppendices, missing_references
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.leftovers import leftover_words, leftovers_in, words_of_block
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.milestones import NOTICE, Milestone, MilestoneStep
from kkr_desktop.model.personal_number import holds_personal_number
from kkr_desktop.services.agenda_content import agenda_content_in
from kkr_desktop.services.agenda_outline import appendix_rows
from kkr_desktop.services.item_work import without_author
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.pack_freshness import pack_state
from kkr_desktop.services.readability_check import Finding, agenda_findings
from kkr_desktop.storage.database import Database

_NEEDS_RECOMMENDATION = frozenset({ItemKind.DECISION, ItemKind.APPOINTMENT, ItemKind.APPROVAL})
_NOBODY = "Ingen er ansvarlig for punktet, og det har ingen oplægsholder."
_WHOLE, _PACK = "Dagsordenen", "Pakken"


class Weight(StrEnum):
    """What a finding means for the dispatch."""

    STOPS = "stops"
    TO_CONFIRM = "to_confirm"
    WARNS = "warns"


@dataclass(frozen=True, slots=True)
class DispatchFinding:
    """Something to look at, and where it is: an item, a part of it, a block counted from 0."""

    weight: Weight
    place: str
    words: str
    item_id: int | None = None
    part: PartType | None = None
    block: int = 0


def dispatch_findings(
    database: Database, meeting_id: int, today: date
) -> tuple[DispatchFinding, ...]:
    """Return what to look at before the agenda is sent: what stops it first, then in its order."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        content = agenda_content_in(session, meeting)
        facts = _facts(session, meeting)
        missing = _missing_files(database, session, facts)
        deadline = _deadline(session, meeting)
        nobody = {row.item_id for row in without_author(session, meeting)}
    found = [*_of_the_whole(content, deadline, today), *missing]
    known = _known_appendices(content)
    for section in content.sections:
        if not section.items:
            found.append(_warning(_WHOLE, f"Sektion {section.number} »{section.title}« er tom."))
        for item in section.items:
            if not item.withdrawn:
                own = facts[item.uid]
                if own.item_id in nobody:
                    found.append(_warning(f"Punkt {item.number}", _NOBODY, own.item_id))
                found += _of_item(item, own, known)
    if not missing:  # what is gone cannot be looked into
        found += _stale_pack(database, meeting_id)
        found += _accessibility(agenda_findings(database, meeting_id), content)
    weights = list(Weight)
    return tuple(sorted(found, key=lambda finding: weights.index(finding.weight)))


def amendment_findings(
    database: Database, meeting_id: int, today: date
) -> tuple[DispatchFinding, ...]:
    """Return the same for what comes after the dispatch, which is neither late nor out of date."""
    return tuple(
        finding
        for finding in dispatch_findings(database, meeting_id, today)
        if finding.place not in {_WHOLE, _PACK} or finding.weight is Weight.STOPS
    )


@dataclass(frozen=True, slots=True)
class _ItemFacts:
    """What the checklist knows of an item beside what documents print."""

    item_id: int
    public_title: str


def _facts(session: Session, meeting: Meeting) -> dict[str, _ItemFacts]:
    rows = session.execute(
        select(AgendaItem.uid, AgendaItem.id, AgendaItem.public_title)
        .join(AgendaSection, AgendaSection.id == AgendaItem.section_id)
        .where(AgendaSection.meeting_id == meeting.id)
    )
    return {uid: _ItemFacts(item_id, public_title) for uid, item_id, public_title in rows}


def _deadline(session: Session, meeting: Meeting) -> date:
    """Return when the agenda has to be out: its milestone, and never later than the notice."""
    due = session.scalar(
        select(Milestone.due_on).where(
            Milestone.meeting_id == meeting.id,
            Milestone.step == MilestoneStep.DISPATCH,
            Milestone.deleted_at.is_(None),
        )
    )
    latest = meeting.held_on - NOTICE
    return min(due, latest) if due is not None else latest


def _of_the_whole(content: AgendaContent, deadline: date, today: date) -> Iterator[DispatchFinding]:
    if not any(section.items for section in content.sections):
        yield DispatchFinding(Weight.STOPS, _WHOLE, "Dagsordenen har ingen punkter.")
    if today > deadline:
        yield _warning(_WHOLE, f"Dagsordenen skulle være sendt senest den {long_date(deadline)}.")


def _missing_files(
    database: Database, session: Session, facts: Mapping[str, _ItemFacts]
) -> list[DispatchFinding]:
    rows = appendix_rows(session, [known.item_id for known in facts.values()])
    return [
        DispatchFinding(
            Weight.STOPS,
            f"Bilag »{row.title}«",
            "Filen mangler i arkivet. Hent den fra en sikkerhedskopi, eller tilføj bilaget igen.",
            item_id,
        )
        for item_id, found in rows.items()
        for row in found
        if not database.files.path_of(row.sha256).is_file()
    ]


def _known_appendices(content: AgendaContent) -> KnownAppendices:
    items = [item for section in content.sections for item in section.items]
    return KnownAppendices(
        {row.label.removeprefix("Bilag ") for item in items for row in item.appendices},
        {item.number: len(item.appendices) for item in items},
    )


def _of_item(
    item: ItemContent, facts: _ItemFacts, known: KnownAppendices
) -> Iterator[DispatchFinding]:
    place, item_id = f"Punkt {item.number}", facts.item_id
    if not item.title:
        yield _warning(place, "Punktet har ingen overskrift.", item_id)
    has_recommendation = any(part.part_type is PartType.RECOMMENDATION for part in item.parts)
    if item.kind in _NEEDS_RECOMMENDATION and not has_recommendation:
        yield _warning(place, "Indstillingen mangler.", item_id, PartType.RECOMMENDATION)
    if not item.is_public and not facts.public_title:
        yield _warning(place, "Punktet er lukket og mangler en offentlig overskrift.", item_id)
    if item.is_public:
        for row in item.appendices:
            if not row.is_public:
                yield _warning(
                    place, f"{row.label} »{row.title}« er ikke offentligt, men punktet er.", item_id
                )
    lines = (item.title, facts.public_title, item.presenter, item.case_number)
    for words in (*lines, *(row.title for row in item.appendices)):
        yield from _of_words(words, leftover_words(words), place, item_id)
    for part in item.parts:
        yield from _of_part(item, part.part_type, item_id, known)


def _of_part(
    item: ItemContent, kind: PartType, item_id: int, known: KnownAppendices
) -> Iterator[DispatchFinding]:
    place = f"Punkt {item.number} · {PART_NAMES[kind]}"
    text = next(part.text for part in item.parts if part.part_type is kind)
    for left in leftovers_in(text):
        yield _warning(place, _left(left.words), item_id, kind, left.block)
    for block, words in enumerate(map(words_of_block, text.blocks)):
        if holds_personal_number(words):
            yield _personal_number(place, item_id, kind, block)
        for missing in missing_references(words, item.number, known):
            said = f"Teksten henviser til {missing}, som ikke findes."
            yield _warning(place, said, item_id, kind, block)


def _of_words(
    words: str, left: Sequence[str], place: str, item_id: int
) -> Iterator[DispatchFinding]:
    for leftover in left:
        yield _warning(place, _left(leftover), item_id)
    if holds_personal_number(words):
        yield _personal_number(place, item_id)


def _left(words: str) -> str:
    return f"»{words}« ser ud til at være glemt i teksten."


def _personal_number(
    place: str, item_id: int, part: PartType | None = None, block: int = 0
) -> DispatchFinding:
    said = "Her står noget, der ligner et CPR-nummer. Fjern det, eller bekræft, at det ikke er et."
    return DispatchFinding(Weight.TO_CONFIRM, place, said, item_id, part, block)


def _warning(
    place: str,
    words: str,
    item_id: int | None = None,
    part: PartType | None = None,
    block: int = 0,
) -> DispatchFinding:
    return DispatchFinding(Weight.WARNS, place, words, item_id, part, block)


def _stale_pack(database: Database, meeting_id: int) -> Iterator[DispatchFinding]:
    state = pack_state(database, meeting_id)
    if state is not None and state.reasons:
        why = " ".join(state.reasons[:3]) + (" …" if len(state.reasons) > 3 else "")
        yield _warning(_PACK, f"»{state.file_name}« er forældet: {why} Udsendelsen bygger en ny.")


def _accessibility(
    findings: Sequence[Finding], content: AgendaContent
) -> Iterator[DispatchFinding]:
    appendices = sum(len(item.appendices) for section in content.sections for item in section.items)
    untagged = [finding for finding in findings if finding.is_appendix]
    hard = [finding for finding in findings if not finding.is_appendix]
    if untagged:
        said = f"{len(untagged)} af {appendices} bilag er ikke tilgængelige."
        yield _warning("Tilgængelighed", said, untagged[0].item_id)
    if hard:
        places = "1 sted er svært" if len(hard) == 1 else f"{len(hard)} steder er svære"
        first = hard[0]
        yield _warning(
            "Tilgængelighed",
            f"{places} at læse op. F7 viser hvor.",
            first.item_id,
            first.part,
            first.block,
        )
