"""Which appendices the public may read, in which file; and what is kept from it, for the secretary.

An appendix with a redacted version is public in that version only. When the appendix has got
a newer file since, nothing of it is public until there is a redacted version of that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.intake.report import LAYERS
from kkr_desktop.model.agenda import AgendaItem, Appendix, AppendixVersion
from kkr_desktop.model.bodies import AppendixNumbering, Body
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.model.redaction import RedactedVersion
from kkr_desktop.services.agenda_outline import (
    AppendixRow,
    appendix_rows,
    newest_versions,
    numbered,
)
from kkr_desktop.services.appendix_numbers import labels_of


@dataclass(frozen=True, slots=True)
class PublicAppendix:
    """The pages that the public may read of an appendix; `size` in bytes."""

    id: int
    label: str
    title: str
    pages: int
    size: int
    sha256: str
    free_edges: str


@dataclass(frozen=True, slots=True)
class _Numbered:
    """What may be known of any appendix."""

    id: int
    number_frozen: str | None


def public_appendices(
    session: Session, items: Sequence[tuple[int, str]], numbering: AppendixNumbering
) -> dict[int, tuple[PublicAppendix, ...]]:
    """Return those of items, given with their numbers in order; numbered as all of them are."""
    ids = [item for item, _ in items]
    every: dict[int, tuple[_Numbered, ...]] = {}
    for item, appendix, frozen in session.execute(
        select(Appendix.item_id, Appendix.id, Appendix.number_frozen)
        .where(Appendix.item_id.in_(ids), Appendix.deleted_at.is_(None))
        .order_by(Appendix.sort_key, Appendix.id)
    ):
        every[item] = (*every.get(item, ()), _Numbered(appendix, frozen))
    whole, redacted = _whole(session, ids), _redacted(session, ids)
    labels = labels_of(items, every, numbering)
    found: dict[int, tuple[PublicAppendix, ...]] = {}
    for item, rows in every.items():
        told = [whole.get(row.id) or redacted.get(row.id) for row in rows]
        found[item] = tuple(
            PublicAppendix(row.id, labels[row.id], *facts)
            for row, facts in zip(rows, told, strict=True)
            if facts is not None
        )
    return {item: rows for item, rows in found.items() if rows}


_Facts = tuple[str, int, int, str, str]


def _whole(session: Session, items: Sequence[int]) -> dict[int, _Facts]:
    """Return what is published as it is."""
    rows = session.execute(
        select(
            Appendix.id,
            Appendix.title,
            AppendixVersion.pages,
            AppendixVersion.size,
            AppendixVersion.file_sha256,
            AppendixVersion.free_edges,
        )
        .join(AgendaItem, AgendaItem.id == Appendix.item_id)
        .join(AppendixVersion, AppendixVersion.appendix_id == Appendix.id)
        .where(
            Appendix.item_id.in_(items),
            Appendix.is_public.is_(True),
            AgendaItem.is_public.is_(True),
            AppendixVersion.id.in_(newest_versions()),
            Appendix.id.not_in(
                select(RedactedVersion.appendix_id).where(RedactedVersion.deleted_at.is_(None))
            ),
        )
    )
    return {row[0]: (row[1], row[2], row[3], row[4], row[5]) for row in rows}


def _redacted(session: Session, items: Sequence[int]) -> dict[int, _Facts]:
    """Return what is published in a version of its own, which is that of the newest file."""
    rows = session.execute(
        select(
            Appendix.id,
            RedactedVersion.title,
            RedactedVersion.pages,
            RedactedVersion.size,
            RedactedVersion.file_sha256,
            RedactedVersion.free_edges,
        )
        .join(AgendaItem, AgendaItem.id == Appendix.item_id)
        .join(RedactedVersion, RedactedVersion.appendix_id == Appendix.id)
        .where(
            Appendix.item_id.in_(items),
            Appendix.is_public.is_(True),
            AgendaItem.is_public.is_(True),
            RedactedVersion.deleted_at.is_(None),
            RedactedVersion.version_id.in_(newest_versions()),
        )
        .order_by(RedactedVersion.id)
    )
    return {row[0]: (row[1], row[2], row[3], row[4], row[5]) for row in rows}


def left_out_in(session: Session, meeting: Meeting) -> tuple[str, ...]:
    """Return in Danish what the public does not read of a meeting, or not as it is."""
    sections, items, numbers = numbered(session, meeting.id)
    in_order = [item for section in sections for item in items[section.id]]
    rows = appendix_rows(session, [item.id for item in in_order])
    body = session.get_one(Body, meeting.body_id)
    labels = labels_of(
        [(item.id, numbers.items[item.id]) for item in in_order], rows, body.appendix_numbering
    )
    told: list[str] = []
    for item in in_order:
        number = numbers.items[item.id]
        own = rows.get(item.id, ())
        if item.is_public:
            told += _appendices(number, own, labels)
        else:
            shown = item.public_title or "Lukket punkt"
            told.append(f"Punkt {number} er lukket og vises som »{shown}«.")
            told += [f"{labels[row.id]} til punkt {number}." for row in own]
    return tuple(told)


def _appendices(item: str, rows: Sequence[AppendixRow], labels: Mapping[int, str]) -> Iterator[str]:
    for row in rows:
        name = f"{labels[row.id]} til punkt {item} »{row.title}«"
        if not row.is_public:
            yield f"{name} er ikke offentligt."
        elif row.redacted is not None and not row.redacted.is_current:
            yield f"{name} udgår: Den offentlige udgave hører til en ældre fil. Tilføj en ny."
        elif row.redacted is not None:
            yield f"{name} vises i sin offentlige udgave, »{row.redacted.original_name}«."
        elif LAYERS in row.notes:
            yield f"{name} vises uden sine skjulte lag."
