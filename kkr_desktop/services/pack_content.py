"""What a pack is made from: the agenda in the version that was chosen, and its appendices."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import AgendaContent
from kkr_desktop.model.agenda import AgendaItem
from kkr_desktop.model.errors import FileProblem
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.services.agenda_content import agenda_content_in
from kkr_desktop.services.agenda_outline import AppendixRow, appendix_rows
from kkr_desktop.services.public_agenda import public_agenda_in
from kkr_desktop.storage.database import Database

if TYPE_CHECKING:
    from kkr_desktop.documents.pack import PackItem


@dataclass(frozen=True, slots=True)
class PackChoices:
    """What a pack is to hold and how it is to be printed."""

    appendices_only: bool = False
    public: bool = False
    dividers: bool = True
    right_hand_starts: bool = False
    booklet: bool = False


@dataclass(frozen=True, slots=True)
class PackPieces:
    """An agenda with the files of its appendices, and what the public version leaves out."""

    agenda: AgendaContent
    items: "tuple[PackItem, ...]"
    removed: tuple[str, ...]


def pack_pieces(
    database: Database, session: Session, meeting: Meeting, choices: PackChoices
) -> PackPieces:
    """Return what a pack of a meeting is made from now. Raises FileProblem."""
    agenda, removed = _agenda(session, meeting, public=choices.public)
    items = tuple(_items(database, session, agenda, public=choices.public))
    return PackPieces(agenda, items, removed)


def _agenda(
    session: Session, meeting: Meeting, *, public: bool
) -> tuple[AgendaContent, tuple[str, ...]]:
    complete = agenda_content_in(session, meeting)
    if not public:
        return complete, ()
    found = public_agenda_in(session, complete)
    return found.content, found.removed


def _items(
    database: Database, session: Session, agenda: AgendaContent, *, public: bool
) -> "Iterator[PackItem]":
    """Yield the items with appendices, each with the files of those that the agenda lists."""
    from kkr_desktop.documents.pack import PackAppendix, PackItem

    listed = [item for section in agenda.sections for item in section.items if item.appendices]
    found = session.execute(
        select(AgendaItem.uid, AgendaItem.id).where(
            AgendaItem.uid.in_([item.uid for item in listed])
        )
    )
    ids = {row.uid: row.id for row in found}
    rows = appendix_rows(session, list(ids.values()))
    for item in listed:
        files = [row for row in rows[ids[item.uid]] if row.is_public or not public]
        yield PackItem(
            item.uid,
            item.number,
            item.title,
            tuple(
                PackAppendix(
                    uid=f"{item.uid}-{place}",
                    item_number=item.number,
                    label=appendix.label,
                    title=appendix.title,
                    pages=row.pages,
                    pdf=_file(database, row),
                    free_edges=row.free_edges,
                )
                for place, (appendix, row) in enumerate(zip(item.appendices, files, strict=True))
            ),
        )


def _file(database: Database, row: AppendixRow) -> Path:
    path = database.files.path_of(row.sha256)
    if not path.is_file():
        raise FileProblem(path, "mangler i arkivet. Hent den fra en sikkerhedskopi.")
    return path
