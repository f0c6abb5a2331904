"""What was sent, as a folder that meeting portals take in: a subfolder for each item."""

import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from kkr_desktop.documents.content import AgendaContent, AppendixContent, ItemContent
from kkr_desktop.documents.file_names import file_name, pdf_file_name
from kkr_desktop.model.errors import FileProblem, KkrError
from kkr_desktop.services.sent_versions import sent_content, sent_versions
from kkr_desktop.storage.atomic_file import copy_complete, write_complete
from kkr_desktop.storage.database import Database

Step = Callable[[int, int], None]

_LONGEST = 70
"""How much of a title a name takes, so that the whole path stays below what Windows allows."""


class NothingSent(KkrError):
    """There is no version of the agenda that was sent."""

    def explain(self) -> str:
        """Return what happened and what to do about it, in Danish."""
        return "Dagsordenen er ikke sendt ud endnu, så der er intet at eksportere. Send den først."


def no_step(_done: int, _total: int) -> None:
    """Go on."""


def export_portal_folder(
    database: Database, meeting_id: int, folder: Path, step: Step = no_step
) -> Path:
    """Write what members have into `folder`, which is made, whole or not at all; return it.

    Each item has a subfolder with its text and its "Bilag n - titel.pdf". A folder that is
    there already is never written into. Raises NothingSent, FileProblem or DiskFull; what
    `step` raises ends the work with nothing left behind.
    """
    versions = sent_versions(database, meeting_id)
    if not versions:
        raise NothingSent
    require_free(folder)
    content = sent_content(database, versions[-1].id)
    agenda = database.files.read(versions[-1].agenda_sha256)
    building = folder.with_name(f".{folder.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        _write(database, content, agenda, building, step)
        building.rename(folder)
    except OSError as error:
        raise FileProblem(folder, f"kan ikke skrives: {error.strerror}.") from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return folder


def require_free(folder: Path) -> None:
    """Raise FileProblem when there is something where a new folder is to be."""
    if folder.exists():
        raise FileProblem(folder, "findes allerede. Vælg en mappe, der ikke er der endnu.")


def _write(
    database: Database, content: AgendaContent, agenda: bytes, folder: Path, step: Step
) -> None:
    from kkr_desktop.documents.item_document import render_item

    folder.mkdir(parents=True)
    write_complete(folder / pdf_file_name(content.title), agenda)
    items = [item for section in content.sections for item in section.items]
    for done, item in enumerate(items):
        step(done, len(items))
        own = folder / item_folder_name(item)
        own.mkdir()
        write_complete(
            own / file_name(f"Punkt {item.number}", ".pdf"),
            render_item(content, item),
        )
        for number, row in enumerate(item.appendices, start=1):
            copy_complete(_stored(database, row), own / appendix_file_name(number, row))
    step(len(items), len(items))


def item_folder_name(item: ItemContent) -> str:
    """Return for example "3.2 - Regional udviklingsplan" or "4.6 - Udpegning (lukket)"."""
    name = file_name(_short(f"{item.number} - {item.title}"), "")
    if item.withdrawn:
        return f"{name} (udgået)"
    return name if item.is_public else f"{name} (lukket)"


def appendix_file_name(number: int, row: AppendixContent) -> str:
    """Return for example "Bilag 2 - Udkast til aftale.pdf"; `number` when the label has none."""
    own = row.label.rpartition(".")[2].removeprefix("Bilag ").strip() or str(number)
    hidden = "" if row.is_public else " (ikke offentligt)"
    return file_name(_short(f"Bilag {own} - {row.title}") + hidden, ".pdf")


def _short(title: str) -> str:
    if len(title) <= _LONGEST:
        return title
    return title[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;–-")


def _stored(database: Database, row: AppendixContent) -> Path:
    path = database.files.path_of(row.sha256)
    if not row.sha256 or not path.is_file():
        raise FileProblem(path, f"({row.label}) mangler i arkivet. Hent en sikkerhedskopi.")
    return path
