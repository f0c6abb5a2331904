"""Packs for each member by name: one file each in a folder, locked if that is wanted."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kkr_desktop.documents.file_names import pdf_file_name
from kkr_desktop.documents.spreadsheet import Sheet, SheetColumn, write_csv
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.services.pack_building import Tell
from kkr_desktop.services.pack_content import PackChoices
from kkr_desktop.services.pack_freshness import note_build
from kkr_desktop.services.packs import build_pack, tell_nobody
from kkr_desktop.services.register import MemberRow, members_in
from kkr_desktop.services.written import Written
from kkr_desktop.storage.atomic_file import copy_complete, make_folder, write_complete
from kkr_desktop.storage.database import Database

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PersonalPacks:
    """What was written: so many files in a folder, and beside it the passwords, if there are."""

    folder: Path
    copies: int
    passwords: Path | None


class NoMembers(KkrError):
    """There is nobody to make copies for."""

    def explain(self) -> str:
        """Return what happened and what to do about it, in Danish."""
        return "Rådet har ingen medlemmer på mødets dag, så der er ingen at lave eksemplarer til."


def write_personal_packs(
    database: Database,
    meeting_id: int,
    folder: Path,
    choices: PackChoices,
    step: Step,
    tell: Tell = tell_nobody,
    *,
    with_passwords: bool,
) -> Written[PersonalPacks]:
    """Write a pack for each member on the meeting's day, with their name on every page.

    Each file is replaced only by a complete one. The passwords, each member's own, stand in a
    file beside the folder and never in it, so that the folder can be passed on.
    Raises what `export_pack` raises, and NoMembers; what `step` raises ends the work.
    """
    from kkr_desktop.documents.personal_copies import PersonalCopies, new_password

    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        members = members_in(session, meeting.body_id, meeting.held_on)
    if not members:
        raise NoMembers
    make_folder(folder)
    rows: list[tuple[str, str, str]] = []
    with TemporaryDirectory(prefix="kkr-personal-", ignore_cleanup_errors=True) as temporary:
        pack = Path(temporary) / "pack.pdf"
        built, inputs = build_pack(database, meeting_id, pack, choices, step, tell)
        names = _file_names(members)
        with PersonalCopies(pack) as copies:
            for done, member in enumerate(members):
                step(done, len(members))
                password = new_password() if with_passwords else ""
                made = Path(temporary) / "copy.pdf"
                copies.write(made, member.name, password)
                copy_complete(made, folder / names[member.membership_id])
                rows.append((member.name, names[member.membership_id], password))
    passwords = _write_passwords(folder, rows) if with_passwords else None
    with database.write() as session:
        meeting = meeting_or_error(session, meeting_id)
        changes = note_build(session, meeting, folder.name, built.pages, choices, inputs)
    return Written(PersonalPacks(folder, len(members), passwords), changes)


def _file_names(members: tuple[MemberRow, ...]) -> dict[int, str]:
    """Return a file name for each membership; two of one name are told apart."""
    names: dict[int, str] = {}
    used: set[str] = set()
    for member in members:
        title = member.name
        if title.casefold() in used:
            title = f"{title}, {member.municipality} {member.membership_id}"
        used.add(title.casefold())
        names[member.membership_id] = pdf_file_name(title)
    return names


def _write_passwords(folder: Path, rows: list[tuple[str, str, str]]) -> Path:
    """Write the list that a secretary looks a password up in; Excel opens it as it is."""
    path = folder.with_name(f"{folder.name} - adgangskoder.csv")
    columns = tuple(SheetColumn(heading) for heading in ("Navn", "Fil", "Adgangskode"))
    write_complete(path, write_csv(Sheet("Adgangskoder", columns, tuple(rows))))
    return path
