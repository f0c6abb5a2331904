"""Builds the pack of a meeting: the agenda with its appendices, in the form that was chosen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from kkr_desktop.documents.content import AgendaContent
from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.model.agenda import AgendaItem
from kkr_desktop.model.errors import FileProblem, KkrError
from kkr_desktop.model.meetings import Meeting
from kkr_desktop.services.agenda_content import agenda_content_in
from kkr_desktop.services.agenda_outline import AppendixRow, appendix_rows
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.public_agenda import public_agenda_in
from kkr_desktop.storage.atomic_file import copy_complete
from kkr_desktop.storage.database import Database

if TYPE_CHECKING:
    from kkr_desktop.documents.pack import PackItem

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PackChoices:
    """What a pack is to hold and how it is to be printed."""

    appendices_only: bool = False
    public: bool = False
    dividers: bool = True
    right_hand_starts: bool = False
    booklet: bool = False


@dataclass(frozen=True, slots=True)
class BuiltPack:
    """A pack that was written: its pages, and what the public version leaves out."""

    path: Path
    pages: int
    removed: tuple[str, ...]


class NoAppendices(KkrError):
    """A pack of appendices alone has nothing to hold."""

    def explain(self) -> str:
        """Return what happened and what to do about it, in Danish."""
        return "Dagsordenen har ingen bilag, der kan samles. Tilføj bilag, eller byg hele pakken."


def no_step(_done: int, _total: int) -> None:
    """Go on."""


def export_pack(
    database: Database,
    meeting_id: int,
    path: Path,
    choices: PackChoices,
    step: Step = no_step,
) -> BuiltPack:
    """Write a meeting's pack to a file, which is replaced only by a complete one.

    Raises NotFound, NoAppendices or FileProblem; what `step` raises ends the work with
    nothing written.
    """
    from kkr_desktop.documents.booklet import write_booklet
    from kkr_desktop.documents.pack import PackContent, PackParts
    from kkr_desktop.documents.pack_merge import write_pack

    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        agenda, removed = _agenda(session, meeting, public=choices.public)
        items = tuple(_items(database, session, agenda, public=choices.public))
    if choices.appendices_only and not items:
        raise NoAppendices
    content = PackContent(
        agenda=agenda,
        items=items,
        parts=PackParts.APPENDICES if choices.appendices_only else PackParts.EVERYTHING,
        dividers=choices.dividers,
        right_hand_starts=choices.right_hand_starts,
    )
    with TemporaryDirectory(prefix="kkr-pack-", ignore_cleanup_errors=True) as temporary:
        made = Path(temporary) / "pack.pdf"
        pages = write_pack(content, made, step)
        if choices.booklet:
            sheets = Path(temporary) / "booklet.pdf"
            write_booklet(made, sheets)
            made = sheets
        copy_complete(made, path)
    return BuiltPack(path, pages, removed)


def pack_file_name(database: Database, meeting_id: int, choices: PackChoices) -> str:
    """Return the usual name of a pack's file."""
    with database.read() as session:
        title = agenda_content_in(session, meeting_or_error(session, meeting_id)).title
    if choices.appendices_only:
        title = title.replace("Dagsorden", "Bilag til dagsorden", 1)
    else:
        title = f"{title} med bilag"
    kind = " (offentlig)" if choices.public else ""
    return pdf_file_name(f"{title}{kind}{' - hæfte' if choices.booklet else ''}")


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
