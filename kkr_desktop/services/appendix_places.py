"""Moves appendices among those of an item and from one item to another."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.model.agenda import Appendix
from kkr_desktop.model.ordering import spread_keys
from kkr_desktop.services.appendices import appendix_for_editing
from kkr_desktop.services.drafting import item_for_editing
from kkr_desktop.services.written import Area, Change, Written
from kkr_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class AppendixPlace:
    """Where an appendix stands. `number_frozen` is what members know it by there."""

    item_id: int
    position: int
    number_frozen: str | None = None


def place_appendix(
    database: Database, appendix_id: int, place: AppendixPlace
) -> Written[AppendixPlace]:
    """Move an appendix; return where it came from, which `place_appendix` takes it back to.

    At another item it is a new appendix to the members: its number there is not yet frozen.
    """
    with database.write() as session:
        appendix, changes = appendix_for_editing(session, appendix_id)
        _, meeting = item_for_editing(session, place.item_id)
        before = _siblings(session, appendix.item_id)
        came_from = AppendixPlace(appendix.item_id, before.index(appendix), appendix.number_frozen)
        if place.item_id != appendix.item_id:
            appendix.item_id = place.item_id
            appendix.number_frozen = place.number_frozen
            changes = (
                *changes,
                Change(Area.AGENDA, meeting.body_id, meeting.id, place.item_id),
            )
        siblings = [row for row in _siblings(session, place.item_id) if row is not appendix]
        siblings.insert(min(max(place.position, 0), len(siblings)), appendix)
        for sibling, key in zip(siblings, spread_keys(len(siblings)), strict=True):
            sibling.sort_key = key
        return Written(came_from, changes)


def _siblings(session: Session, item_id: int) -> list[Appendix]:
    return list(
        session.scalars(
            select(Appendix)
            .where(Appendix.item_id == item_id, Appendix.deleted_at.is_(None))
            .order_by(Appendix.sort_key, Appendix.id)
        )
    )
