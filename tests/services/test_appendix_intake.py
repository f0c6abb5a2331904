"""Every file is taken in safely or refused with a reason; what came is kept as it came."""

# pikepdf is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import os
import stat
import sys
from datetime import date, time
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name
from sqlalchemy import select

from kkr_desktop.model.agenda import AppendixVersion
from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.errors import FileLocked, FileProblem, PdfNeeded
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.agenda_outline import AppendixRow, read_item
from kkr_desktop.services.appendices import add_appendix, appendix_path
from kkr_desktop.services.drafting import ItemDraft, add_item, add_section
from kkr_desktop.services.limited_process import no_step
from kkr_desktop.services.microsoft_office import microsoft_to_pdf
from kkr_desktop.services.planning import MeetingDraft, plan_meeting
from kkr_desktop.storage.database import Database
from tests import appendix_files


@pytest.fixture
def item_id(database: Database, body_id: int) -> int:
    draft = MeetingDraft(MeetingKind.ORDINARY, date(2026, 12, 11), time(9, 30), time(12, 30))
    meeting = plan_meeting(database, body_id, draft).value
    section = add_section(database, meeting, "Sager").value
    return add_item(database, section, ItemDraft("Sag", ItemKind.DECISION)).value


def taken_in(
    database: Database, item_id: int, path: Path, data: bytes, password: str = ""
) -> AppendixRow:
    path.write_bytes(data)
    added = add_appendix(database, item_id, path, password).value
    return next(row for row in read_item(database, item_id).appendices if row.id == added)


def original_of(database: Database, appendix_id: int) -> bytes:
    with database.read() as session:
        sha256 = session.scalars(
            select(AppendixVersion.original_sha256).filter_by(appendix_id=appendix_id)
        ).one()
    return database.files.read(sha256)


def test_files_that_cannot_be_used_are_refused_and_leave_nothing(
    database: Database, item_id: int, tmp_path: Path
) -> None:
    for name, (make, reason) in appendix_files.REFUSED.items():
        (tmp_path / name).write_bytes(make())
        with pytest.raises(FileProblem, match=reason) as refused:
            add_appendix(database, item_id, tmp_path / name)
        assert name in refused.value.explain()
    assert read_item(database, item_id).appendices == ()


def test_what_could_act_is_taken_out_of_the_pages_and_the_original_stays(
    database: Database, item_id: int, tmp_path: Path
) -> None:
    data = appendix_files.with_everything_active()
    row = taken_in(database, item_id, tmp_path / "aktiv.pdf", data)
    assert original_of(database, row.id) == data
    told = " ".join(row.notes)
    for word in ("Scripts", "Vedhæftede", "Formularfelter", "underskrift", "Kommentarer", "Lyd"):
        assert word in told
    pages = appendix_path(database, row.id)
    assert b"cmd.exe" not in pages.read_bytes()
    with pikepdf.open(pages) as document:
        for key in (Name.OpenAction, Name.AA, Name.AcroForm):
            assert key not in document.Root
        assert not document.attachments
        links = document.pages[0].obj.Annots
        assert [str(link.Subtype) for link in links] == ["/Link", "/Link"]
        assert [str(link.A.URI) for link in links if "/A" in link] == ["https://kl.dk"]
        everything = b"".join(
            bytes(entry.unparse(resolved=True))
            + (entry.read_bytes() if isinstance(entry, pikepdf.Stream) else b"")
            for entry in document.objects
        )
    assert "Udfyldt æøå".encode("latin-1").hex().encode() in everything
    for trace in (b"JavaScript", b"Launch", b"Intern!", b"EmbeddedFile"):
        assert trace not in everything


def test_a_harmless_pdf_is_kept_byte_for_byte_with_what_is_to_know(
    database: Database, item_id: int, tmp_path: Path
) -> None:
    data = appendix_files.pdf(pages=3)
    row = taken_in(database, item_id, tmp_path / "Notat om æøå.pdf", data)
    assert appendix_path(database, row.id).read_bytes() == data
    assert (row.title, row.pages, row.is_tagged, row.free_edges) == (
        *("Notat om æøå", 3, False),
        "bbb",
    )
    large = taken_in(
        database, item_id, tmp_path / "a3.pdf", appendix_files.pdf(size=(1191, 842), pages=2)
    )
    assert {"2 liggende sider.", "2 sider er større end A4."} <= set(large.notes)
    turned = taken_in(database, item_id, tmp_path / "t.pdf", appendix_files.pdf(rotate=90))
    assert "1 liggende side." in turned.notes


def test_a_damaged_pdf_is_repaired_and_says_so(
    database: Database, item_id: int, tmp_path: Path
) -> None:
    row = taken_in(database, item_id, tmp_path / "hentet.pdf", appendix_files.damaged())
    assert row.pages == 3
    assert any("repareret" in note for note in row.notes)
    with pikepdf.open(appendix_path(database, row.id)) as document:
        assert document.get_warnings() == []


def test_a_locked_pdf_opens_with_its_password_and_the_pages_are_without_it(
    database: Database, item_id: int, tmp_path: Path
) -> None:
    path, data = tmp_path / "låst.pdf", appendix_files.locked("æbler og pærer")
    path.write_bytes(data)
    for wrong in ("", "forkert"):
        with pytest.raises(FileLocked):
            add_appendix(database, item_id, path, wrong)
    row = taken_in(database, item_id, path, data, "æbler og pærer")
    assert original_of(database, row.id) == data
    with pikepdf.open(appendix_path(database, row.id)) as document:
        assert not document.is_encrypted


PICTURES = [
    ("foto.jpg", appendix_files.picture("JPEG"), 1),
    ("cmyk.jpg", appendix_files.picture("JPEG", mode="CMYK"), 1),
    ("skærm.png", appendix_files.picture("PNG", mode="RGBA"), 1),
    ("fax.tif", appendix_files.fax(3), 3),
    ("forkert navn.pdf", appendix_files.picture("PNG"), 1),
]


def test_pictures_become_pages_that_a_screen_reader_can_name(
    database: Database, item_id: int, tmp_path: Path
) -> None:
    for name, data, pages in PICTURES:
        row = taken_in(database, item_id, tmp_path / name, data)
        assert (row.pages, row.is_tagged) == (pages, True)
        assert original_of(database, row.id) == data
        with pikepdf.open(appendix_path(database, row.id)) as document:
            figures = document.Root.StructTreeRoot.K.K
            assert len(figures) == pages
            assert str(figures[0].Alt) == Path(name).stem


def test_a_photo_keeps_its_own_data(database: Database, item_id: int, tmp_path: Path) -> None:
    data = appendix_files.picture("JPEG", (800, 600))
    row = taken_in(database, item_id, tmp_path / "foto.jpg", data)
    with pikepdf.open(appendix_path(database, row.id)) as document:
        image = document.pages[0].obj.Resources.XObject.Picture
        assert image.read_raw_bytes() == data


def test_a_pdf_by_another_producer_is_taken_in(
    database: Database, item_id: int, tmp_path: Path
) -> None:
    row = taken_in(database, item_id, tmp_path / "mupdf.pdf", appendix_files.by_pymupdf())
    assert row.pages == 2


def test_work_that_is_cancelled_leaves_nothing(
    database: Database, item_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "stor.pdf"
    path.write_bytes(appendix_files.pdf(pages=50))

    class Stopped(Exception):
        pass

    asked: list[bool] = []

    def step() -> None:
        asked.append(True)
        if len(asked) > 2:
            raise Stopped

    with pytest.raises(Stopped):
        add_appendix(database, item_id, path, step=step)
    assert read_item(database, item_id).appendices == ()


def test_a_file_that_is_being_written_is_left_until_it_is_done(
    database: Database, item_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "eksport.pdf"
    path.write_bytes(appendix_files.pdf())

    def step() -> None:
        with path.open("ab") as stream:
            stream.write(b"mere")

    with pytest.raises(FileProblem, match="ved at blive skrevet"):
        add_appendix(database, item_id, path, step=step)


def test_folders_and_files_that_are_too_large_are_refused(
    database: Database, item_id: int, tmp_path: Path
) -> None:
    with pytest.raises(FileProblem, match="mappe"):
        add_appendix(database, item_id, tmp_path)
    path = tmp_path / "video.pdf"
    with path.open("wb") as stream:
        stream.truncate(2_000_000_000)
    with pytest.raises(FileProblem, match="er over 500 MB"):
        add_appendix(database, item_id, path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none in its folders")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(
    database: Database, item_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "rør.pdf"
    os.mkfifo(path)
    with pytest.raises(FileProblem, match="ikke en almindelig fil"):
        add_appendix(database, item_id, path)


def office_document(path: Path, folder: str = "word") -> Path:
    import zipfile

    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr(f"{folder}/document.xml", "<document/>")
    return path


def test_without_libre_office_a_word_document_asks_for_its_pdf(
    database: Database, item_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PdfNeeded, match="Gem det som PDF"):
        add_appendix(database, item_id, office_document(tmp_path / "notat.docx"))


@pytest.mark.skipif(sys.platform == "win32", reason="stands in for the program by a script")
def test_with_libre_office_a_word_document_becomes_pages_and_a_failure_is_told(
    database: Database, item_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script stands in for LibreOffice, which no test may depend on."""
    (tmp_path / "pages.pdf").write_bytes(appendix_files.pdf(pages=2))
    program = tmp_path / "soffice"
    script = '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\n'
    program.write_text(f'{script}cp "{tmp_path}/pages.pdf" "$2/document.pdf"\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    path = office_document(tmp_path / "Notat.docx")
    added = add_appendix(database, item_id, path).value
    (row,) = read_item(database, item_id).appendices
    assert (row.title, row.pages) == ("Notat", 2)
    assert original_of(database, added) == path.read_bytes()
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    with pytest.raises(FileProblem, match="kunne ikke laves om"):
        add_appendix(database, item_id, office_document(tmp_path / "regn.xlsx", "xl"))


@pytest.mark.skipif(sys.platform == "win32", reason="stands in for the program by a script")
def test_microsoft_office_is_driven_by_a_script_that_is_given_the_paths(tmp_path: Path) -> None:
    """A script stands in for PowerShell: Windows with Office is not where tests run."""
    program = tmp_path / "powershell"
    (tmp_path / "pages.pdf").write_bytes(appendix_files.pdf())
    program.write_text(
        '#!/bin/sh\nwhile [ "$1" != -File ]; do shift; done\n'
        'grep -q "AutomationSecurity = 3" "$2" || exit 1\n'
        f'[ "$3" = Word ] && cp "{tmp_path}/pages.pdf" "$6" && echo "$5" > "{tmp_path}/seen"\n',
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    source = office_document(tmp_path / "Notat 'æøå' $(1).docx")
    made = microsoft_to_pdf(str(program), source, tmp_path, 30, no_step)
    assert made is not None
    assert made.read_bytes() == (tmp_path / "pages.pdf").read_bytes()
    assert (tmp_path / "seen").read_text("utf-8").strip() == str(source)
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    assert microsoft_to_pdf(str(program), source, tmp_path, 30, no_step) is None
