"""What a new database begins with: the five KKRs, municipalities, parties, phrases, calendar.

All of it becomes ordinary rows that the secretariat can edit.
"""

import csv
from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import AgendaTemplateItem, AgendaTemplateSection
from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.bodies import (
    Body,
    BodyKind,
    Municipality,
    MunicipalityRegion,
    Party,
    PartyKind,
    Post,
    PostKind,
    Region,
    SeatTarget,
    Term,
    usual_numbering,
)
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.meetings import CalendarBlock, CalendarBlockKind, Severity
from kkr_desktop.model.milestones import MilestoneStep, MilestoneTemplate
from kkr_desktop.model.minutes import Phrase
from kkr_desktop.model.ordering import spread_keys
from kkr_desktop.resource_files import resource

MUNICIPALITY_REFORM = date(2007, 1, 1)
REGION_REFORM = date(2027, 1, 1)  # LOV 699/2025: Region Østdanmark replaces two regions
EASTERN_REGION = "Region Østdanmark"
_AFTER_THE_COUNCILS = 100
TERM = ("2026–2030", date(2026, 1, 1), date(2029, 12, 31))


def load_reference_data(session: Session) -> None:
    """Fill an empty database."""
    term = Term(name=TERM[0], starts_on=TERM[1], ends_on=TERM[2])
    session.add(term)
    bodies = _load_contact_councils(session, term)
    _load_municipalities(session, bodies, term)
    _load_supplementary_posts(session, bodies, term)
    _load_parties(session)
    _load_phrases(session)
    _load_calendar(session)
    _load_agenda_templates(session)
    _load_forums(session, bodies)
    _load_milestones(session)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with resource("reference", name).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _load_contact_councils(session: Session, term: Term) -> dict[str, tuple[Body, int]]:
    bodies: dict[str, tuple[Body, int]] = {}
    for position, row in enumerate(_rows("contact_councils.csv")):
        short_name = row["name"].removeprefix("KKR ")
        body = Body(
            kind=BodyKind.KKR,
            name=row["name"],
            short_name=short_name,
            sort_key=position,
            valid_from=MUNICIPALITY_REFORM,
        )
        session.add(body)
        session.flush()
        seats = int(row["seats"])
        session.add(SeatTarget(body_id=body.id, term_id=term.id, seats=seats))
        bodies[short_name] = (body, seats)
    return bodies


def _load_municipalities(session: Session, bodies: dict[str, tuple[Body, int]], term: Term) -> None:
    regions: dict[str, Region] = {}
    for position, row in enumerate(_rows("municipalities.csv")):
        body, _ = bodies[row["kkr"]]
        municipality = Municipality(
            code=row["code"],
            name=row["name"],
            official_name=row["official_name"],
            body_id=body.id,
            valid_from=MUNICIPALITY_REFORM,
        )
        session.add(municipality)
        session.flush()
        _place_in_regions(session, municipality, row, regions)
        session.add(
            Post(
                body_id=body.id,
                term_id=term.id,
                kind=PostKind.EX_OFFICIO,
                municipality_id=municipality.id,
                sort_key=position,
            )
        )


def _place_in_regions(
    session: Session,
    municipality: Municipality,
    row: dict[str, str],
    regions: dict[str, Region],
) -> None:
    """Tie a municipality to its region before and after the reform of 2027."""
    before, after = row["region_2007_2026"], row["region_from_2027"]
    if before not in regions:
        ends = REGION_REFORM if before != after else None
        regions[before] = Region(
            code=row["region_code_2007_2026"],
            name=before,
            valid_from=MUNICIPALITY_REFORM,
            valid_to=ends,
        )
    if after not in regions:
        regions[after] = Region(name=after, valid_from=REGION_REFORM)
    session.add_all([regions[before], regions[after]])
    session.flush()
    moves = before != after
    session.add(
        MunicipalityRegion(
            municipality_id=municipality.id,
            region_id=regions[before].id,
            valid_from=MUNICIPALITY_REFORM,
            valid_to=REGION_REFORM if moves else None,
        )
    )
    if moves:
        session.add(
            MunicipalityRegion(
                municipality_id=municipality.id,
                region_id=regions[after].id,
                valid_from=REGION_REFORM,
            )
        )


def _load_supplementary_posts(
    session: Session, bodies: dict[str, tuple[Body, int]], term: Term
) -> None:
    """Make the seats that the parties fill: those that the mayors leave."""
    for body, seats in bodies.values():
        mayors = session.query(Post).filter_by(body_id=body.id, term_id=term.id).count()
        session.add_all(
            Post(
                body_id=body.id,
                term_id=term.id,
                kind=PostKind.SUPPLEMENTARY,
                sort_key=1000 + position,
            )
            for position in range(seats - mayors)
        )


def _load_parties(session: Session) -> None:
    session.add_all(
        Party(
            letter=row["letter"],
            name=row["name"],
            short_name=row["short_name"],
            press_abbreviation=row["press_abbreviation"],
            kind=PartyKind(row["kind"]),
            valid_from=MUNICIPALITY_REFORM,
        )
        for row in _rows("parties.csv")
    )


def _load_phrases(session: Session) -> None:
    rows = list(_rows("decision_phrases.csv"))
    session.add_all(
        Phrase(
            item_kind=ItemKind(row["item_kind"]) if row["item_kind"] else None,
            text=row["text"],
            sort_key=key,
        )
        for row, key in zip(rows, spread_keys(len(rows)), strict=True)
    )


def _load_calendar(session: Session) -> None:
    session.add_all(
        CalendarBlock(
            kind=CalendarBlockKind(row["kind"]),
            severity=Severity(row["severity"]),
            name=row["name"],
            starts_on=date.fromisoformat(row["starts_on"]),
            ends_on=date.fromisoformat(row["ends_on"]),
        )
        for row in _rows("calendar.csv")
    )


def _load_agenda_templates(session: Session) -> None:
    sections: dict[tuple[str, str], AgendaTemplateSection] = {}
    rows = list(_rows("agenda_template.csv"))
    for row, key in zip(rows, spread_keys(len(rows)), strict=True):
        place = (row["meeting_kind"], row["section"])
        if place not in sections:
            sections[place] = AgendaTemplateSection(
                meeting_kind=MeetingKind(row["meeting_kind"]), title=row["section"], sort_key=key
            )
            session.add(sections[place])
            session.flush()
        if row["item_title"]:
            session.add(
                AgendaTemplateItem(
                    section_id=sections[place].id,
                    kind=ItemKind(row["item_kind"]),
                    title=row["item_title"],
                    sort_key=key,
                )
            )


def _load_forums(session: Session, bodies: dict[str, tuple[Body, int]]) -> None:
    """Add the forums that prepare the meetings of the KKRs, below the KKR of each."""
    for position, row in enumerate(_rows("forums.csv")):
        parent, kind = row["parent"].removeprefix("KKR "), BodyKind(row["kind"])
        session.add(
            Body(
                kind=kind,
                name=row["name"],
                short_name=row["short_name"],
                parent_id=bodies[parent][0].id if parent else None,
                appendix_numbering=usual_numbering(kind),
                sort_key=_AFTER_THE_COUNCILS + position,
            )
        )


def _load_milestones(session: Session) -> None:
    session.add_all(
        MilestoneTemplate(
            body_kind=BodyKind(row["body_kind"]),
            label=row["label"],
            responsible=row["responsible"],
            offset_days=int(row["offset_days"]),
            workday_before=row["step"] != MilestoneStep.MEETING,
            step=MilestoneStep(row["step"]),
            sort_key=position,
        )
        for position, row in enumerate(_rows("milestones.csv"))
    )
