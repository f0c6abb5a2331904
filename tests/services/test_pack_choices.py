"""The agenda alone, black and white, and copies with the members' names and passwords."""

# pikepdf is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import csv
from pathlib import Path

import pikepdf
import pytest

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.agenda_content import preview_agenda
from kkr_desktop.services.pack_content import PackChoices
from kkr_desktop.services.packs import export_pack, pack_file_name
from kkr_desktop.services.personal_packs import write_personal_packs
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.services.register import members_on
from kkr_desktop.storage.database import Database
from tests.pdf_reading import words_of


def no_step(_done: int, _total: int) -> None:
    pass


def coming(database: Database) -> tuple[int, int]:
    """Return the meeting and how many members it has."""
    row = next(row for row in list_meetings(database) if row.state is MeetingState.DRAFTING)
    return row.id, len(members_on(database, row.body_id, row.held_on))


def test_the_agenda_alone_is_the_agenda(demo: Database, tmp_path: Path) -> None:
    meeting, _ = coming(demo)
    choices = PackChoices(agenda_only=True)
    built = export_pack(demo, meeting, tmp_path / "dagsorden.pdf", choices).value
    assert words_of(built.path.read_bytes()) == words_of(preview_agenda(demo, meeting))
    assert built.remarks == ()
    assert "bilag" not in pack_file_name(demo, meeting, choices)
    public = PackChoices(agenda_only=True, public=True)
    export_pack(demo, meeting, tmp_path / "offentlig.pdf", public)
    assert "4.6 Fagsekretariatets rammer" in words_of((tmp_path / "offentlig.pdf").read_bytes())


def test_a_pack_tells_which_appendices_cannot_be_read_aloud_or_archived(
    demo: Database, tmp_path: Path
) -> None:
    meeting, _ = coming(demo)
    built = export_pack(demo, meeting, tmp_path / "pakke.pdf", PackChoices()).value
    assert built.remarks == ("Pakken er PDF/A-2b.",)


def test_a_black_and_white_pack_keeps_its_words_bookmarks_and_links(
    demo: Database, tmp_path: Path
) -> None:
    meeting, _ = coming(demo)
    whole = export_pack(demo, meeting, tmp_path / "farver.pdf", PackChoices()).value
    grey = export_pack(demo, meeting, tmp_path / "grå.pdf", PackChoices(greyscale=True)).value
    assert words_of(grey.path.read_bytes()) == words_of(whole.path.read_bytes())
    with pikepdf.open(grey.path) as document, pikepdf.open(whole.path) as before:
        assert len(document.pages) == len(before.pages)
        links = [len(page.obj.get("/Annots", [])) for page in document.pages]
        assert links == [len(page.obj.get("/Annots", [])) for page in before.pages]
        assert b" rg" not in document.pages[0].obj.Contents.read_bytes()
    assert not any("billeder" in remark for remark in grey.remarks)


def test_each_member_gets_a_copy_with_their_name_and_their_own_password(
    demo: Database, tmp_path: Path
) -> None:
    meeting, members = coming(demo)
    folder = tmp_path / "Personlige"
    choices = PackChoices(agenda_only=True)
    made = write_personal_packs(demo, meeting, folder, choices, no_step, with_passwords=True).value
    assert made.copies == members > 10
    assert made.passwords == tmp_path / "Personlige - adgangskoder.csv"
    assert made.passwords is not None
    rows = list(csv.DictReader(made.passwords.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert len({row["Adgangskode"] for row in rows}) == members
    assert {path.name for path in folder.iterdir()} == {row["Fil"] for row in rows}
    for row in rows[:2]:
        path = folder / row["Fil"]
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(path)
        with pikepdf.open(path, password=row["Adgangskode"]) as document:
            assert document.encryption.R == 6
            assert document.encryption.bits == 256
            document.save(tmp_path / "åben.pdf", encryption=False)
        words = words_of((tmp_path / "åben.pdf").read_bytes())
        assert words.count(f"Personligt eksemplar: {row['Navn']}") == made_pages(path, row)


def made_pages(path: Path, row: dict[str, str]) -> int:
    with pikepdf.open(path, password=row["Adgangskode"]) as document:
        return len(document.pages)


def test_copies_without_passwords_are_open_and_work_that_is_stopped_leaves_whole_files(
    demo: Database, tmp_path: Path
) -> None:
    meeting, members = coming(demo)
    folder = tmp_path / "åbne"

    class Stopped(Exception):
        pass

    def step(done: int, total: int) -> None:
        if total == members and done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        write_personal_packs(
            demo, meeting, folder, PackChoices(agenda_only=True), step, with_passwords=False
        )
    written = list(folder.iterdir())
    assert len(written) == 3
    for path in written:
        with pikepdf.open(path) as document:
            assert len(document.pages) > 10
    assert not (tmp_path / "åbne - adgangskoder.csv").exists()
