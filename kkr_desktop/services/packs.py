"""Builds the pack of a meeting: the agenda with its appendices, in the form that was chosen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.agenda_content import agenda_content_in
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.pack_building import PackBuilding, Reuse, Tell
from kkr_desktop.services.pack_content import PackChoices, PackPieces, pack_pieces
from kkr_desktop.services.pack_freshness import inputs_of, note_build
from kkr_desktop.services.written import Written
from kkr_desktop.storage.atomic_file import copy_complete
from kkr_desktop.storage.database import Database

if TYPE_CHECKING:
    from kkr_desktop.documents.pack import PackContent
    from kkr_desktop.documents.pack_merge import MadePack

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class BuiltPack:
    """A pack that was written: its pages, what the public version leaves out, and remarks.

    The remarks say in Danish what is to know of it before it goes out.
    """

    path: Path
    pages: int
    removed: tuple[str, ...]
    remarks: tuple[str, ...]


class NoAppendices(KkrError):
    """A pack of appendices alone has nothing to hold."""

    def explain(self) -> str:
        """Return what happened and what to do about it, in Danish."""
        return "Dagsordenen har ingen bilag, der kan samles. Tilføj bilag, eller byg hele pakken."


def no_step(_done: int, _total: int) -> None:
    """Go on."""


def tell_nobody(_reuse: Reuse) -> None:
    """Go on."""


def export_pack(
    database: Database,
    meeting_id: int,
    path: Path,
    choices: PackChoices,
    step: Step = no_step,
    tell: Tell = tell_nobody,
) -> Written[BuiltPack]:
    """Write a meeting's pack to a file, which is replaced only by a complete one.

    What it was built from is kept, for `pack_freshness`. `tell` hears what is reused.
    Raises NotFound, NoAppendices or FileProblem; what `step` raises ends the work with
    nothing written.
    """
    built, inputs = build_pack(database, meeting_id, path, choices, step, tell)
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        changes = note_build(session, meeting, path.name, built.pages, choices, inputs)
    return Written(built, changes)


def preview_pack(
    database: Database,
    meeting_id: int,
    path: Path,
    choices: PackChoices,
    step: Step = no_step,
    tell: Tell = tell_nobody,
) -> BuiltPack:
    """Do the same for a file to look at only, which is no pack that anyone has."""
    built, _ = build_pack(database, meeting_id, path, choices, step, tell)
    return built


def build_pack(
    database: Database,
    meeting_id: int,
    path: Path,
    choices: PackChoices,
    step: Step,
    tell: Tell,
) -> tuple[BuiltPack, dict[str, str]]:
    """Write a pack, and return it with a hash of each thing that it was built from."""
    from kkr_desktop.documents.booklet import write_booklet

    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        pieces = pack_pieces(database, session, meeting, choices)
    if choices.appendices_only and not pieces.items:
        raise NoAppendices
    with TemporaryDirectory(prefix="kkr-pack-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        building = PackBuilding(
            database.prepared, folder, is_public=choices.public, is_grey=choices.greyscale
        )
        made = folder / "pack.pdf"
        told = building.write(_content(pieces, choices), made, step, tell)
        remarks = [*_remarks(told), *_pictures(told.pictures)]
        if choices.booklet:
            remarks = []  # it is for paper, whatever its pages were
            sheets = folder / "booklet.pdf"
            write_booklet(made, sheets)
            made = sheets
        copy_complete(made, path)
    inputs = inputs_of(pieces.agenda, pieces.items)
    return BuiltPack(path, told.pages, pieces.removed, tuple(remarks)), inputs


def _content(pieces: PackPieces, choices: PackChoices) -> "PackContent":
    from kkr_desktop.documents.pack import PackContent, PackParts

    parts = PackParts.APPENDICES if choices.appendices_only else PackParts.EVERYTHING
    return PackContent(
        agenda=pieces.agenda,
        items=pieces.items,
        parts=PackParts.AGENDA if choices.agenda_only else parts,
        dividers=choices.dividers,
        right_hand_starts=choices.right_hand_starts,
    )


def _remarks(made: "MadePack") -> Iterator[str]:
    """Yield what readers will meet: appendices that cannot be read aloud or kept for ever."""
    if not made.appendices:
        return
    if made.untagged:
        count = f"{len(made.untagged)} af {made.appendices}"
        yield f"{count} bilag er ikke tilgængelige: {', '.join(made.untagged)}."
    if made.not_archivable:
        count = f"{len(made.not_archivable)} af {made.appendices}"
        labels = ", ".join(made.not_archivable)
        yield f"Pakken er ikke PDF/A, fordi {count} bilag ikke er det: {labels}."
    else:
        yield "Pakken er PDF/A-2b."


def _pictures(pages: tuple[int, ...]) -> Iterator[str]:
    if pages:
        numbers = ", ".join(str(page) for page in pages)
        sides = f"side {numbers}" if len(pages) == 1 else f"siderne {numbers}"
        yield (
            f"Farverne på {sides} kunne ikke laves om til gråtoner hver for sig, så de er gjort "
            "til billeder og kan ikke læses op eller søges i."
        )


def pack_file_name(database: Database, meeting_id: int, choices: PackChoices) -> str:
    """Return the usual name of a pack's file."""
    with database.read() as session:
        title = agenda_content_in(session, meeting_or_error(session, meeting_id)).title
    if choices.appendices_only:
        title = title.replace("Dagsorden", "Bilag til dagsorden", 1)
    elif not choices.agenda_only:
        title = f"{title} med bilag"
    kind = " (offentlig)" if choices.public else ""
    kind += " - sort-hvid" if choices.greyscale else ""
    return pdf_file_name(f"{title}{kind}{' - hæfte' if choices.booklet else ''}")
