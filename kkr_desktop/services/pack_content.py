"""What a pack is made from: the agenda in the version that was chosen, and its appendices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import AgendaContent
from kkr_desktop.model.agenda import AgendaItem
from kkr_desktop.model.errors import FileProblem
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.services.agenda_content import agenda_content_in
from kkr_desktop.services.agenda_outline import AppendixRow, appendix_rows
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.public_agenda import public_agenda_in
from kkr_desktop.services.public_appendices import left_out_in
from kkr_desktop.storage.database import Database
from kkr_desktop.storage.file_store import FileStore

if TYPE_CHECKING:
    from kkr_desktop.documents.pack import PackItem


@dataclass(frozen=True, slots=True)
class PackChoices:
    """What a pack is to hold and how it is to be printed."""

    agenda_only: bool = False
    appendices_only: bool = False
    public: bool = False
    dividers: bool = True
    right_hand_starts: bool = False
    booklet: bool = False
    greyscale: bool = False


@dataclass(frozen=True, slots=True)
class PackPieces:
    """An agenda with the files of its appendices, and what the public version leaves out."""

    agenda: AgendaContent
    items: "tuple[PackItem, ...]"
    removed: tuple[str, ...]


class PackFile(Protocol):
    """The pages of an appendix, wherever they were found."""

    @property
    def pages(self) -> int:
        """How many there are."""
        ...

    @property
    def sha256(self) -> str:
        """Where they are in the file store."""
        ...

    @property
    def free_edges(self) -> str:
        """Where each has room for a line, as intake found it."""
        ...


def pack_pieces(
    database: Database, session: Session, meeting: Meeting, choices: PackChoices
) -> PackPieces:
    """Return what a pack of a meeting is made from now. Raises FileProblem."""
    removed: tuple[str, ...] = ()
    if choices.public:
        found = public_agenda_in(session, meeting)
        agenda, removed = found.content, left_out_in(session, meeting)
        files: Mapping[str, Sequence[PackFile]] = found.appendices
    else:
        agenda = agenda_content_in(session, meeting)
        files = _files(session, agenda)
    items = () if choices.agenda_only else tuple(_items(database.files, agenda, files))
    return PackPieces(agenda, items, removed)


def left_out(database: Database, meeting_id: int) -> tuple[str, ...]:
    """Return in Danish what the public version of a meeting's pack would leave out now."""
    with database.read() as session:
        return left_out_in(session, meeting_or_error(session, meeting_id))


def _files(session: Session, agenda: AgendaContent) -> dict[str, tuple[AppendixRow, ...]]:
    """Return the files of all appendices by item's uid."""
    uids = [item.uid for section in agenda.sections for item in section.items]
    found = session.execute(select(AgendaItem.id, AgendaItem.uid).where(AgendaItem.uid.in_(uids)))
    ids = {row.id: row.uid for row in found}
    return {ids[item_id]: rows for item_id, rows in appendix_rows(session, list(ids)).items()}


def _items(
    store: FileStore, agenda: AgendaContent, files: Mapping[str, Sequence[PackFile]]
) -> "Iterator[PackItem]":
    """Yield the items with appendices, each with the files of those that the agenda lists."""
    from kkr_desktop.documents.pack import PackAppendix, PackItem

    listed = [
        item
        for section in agenda.sections
        for item in section.items
        if item.appendices and not item.withdrawn
    ]
    for item in listed:
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
                    pages=file.pages,
                    pdf=_path(store, file),
                    free_edges=file.free_edges,
                )
                for place, (appendix, file) in enumerate(
                    zip(item.appendices, files[item.uid], strict=True)
                )
            ),
        )


def _path(store: FileStore, file: PackFile) -> Path:
    path = store.path_of(file.sha256)
    if not path.is_file():
        raise FileProblem(path, "mangler i arkivet. Hent den fra en sikkerhedskopi.")
    return path
