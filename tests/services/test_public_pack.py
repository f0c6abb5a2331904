"""What the public reads: its own query, redacted versions, and nothing that does not show."""

# pikepdf is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import io
import json
from datetime import date, time
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String
from sqlalchemy import text

from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.errors import NotFound
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.model.richtext import from_plain_text
from kkr_desktop.services.agenda_outline import AppendixRow, read_item
from kkr_desktop.services.appendices import add_appendix, change_appendix, replace_appendix
from kkr_desktop.services.drafting import ItemDraft, add_item, add_section, change_item, save_part
from kkr_desktop.services.pack_content import PackChoices, left_out
from kkr_desktop.services.packs import export_pack
from kkr_desktop.services.planning import MeetingDraft, plan_meeting
from kkr_desktop.services.redacted_appendices import (
    add_redacted_version,
    remove_redacted_version,
    rename_redacted_version,
    restore_redacted_version,
)
from kkr_desktop.storage.database import Database
from tests import appendix_files
from tests.layered_files import HIDDEN, SHOWN, layered
from tests.pdf_reading import everything_in, words_of


class Agenda:
    """A meeting with an open item 1.1, a closed item 1.2 and an appendix of the open one."""

    def __init__(self, database: Database, body_id: int, folder: Path) -> None:
        self.database, self.folder = database, folder
        draft = MeetingDraft(MeetingKind.ORDINARY, date(2026, 12, 11), time(9, 30), time(12, 30))
        self.meeting = plan_meeting(database, body_id, draft).value
        section = add_section(database, self.meeting, "Sager").value
        self.open = add_item(database, section, ItemDraft("Åben sag", ItemKind.DECISION)).value
        self.closed = add_item(database, section, ItemDraft("Lønsag", ItemKind.DECISION)).value
        rev = read_item(database, self.closed).draft.rev
        closed = ItemDraft("Lønsag", ItemKind.DECISION, is_public=False, rev=rev)
        change_item(database, self.closed, closed)

    def file(self, name: str, words: str) -> Path:
        path = self.folder / name
        path.write_bytes(appendix_files.saying(words))
        return path

    def row(self) -> AppendixRow:
        (row,) = read_item(self.database, self.open).appendices
        return row

    def pack(self, *, public: bool = True) -> bytes:
        path = self.folder / "pack.pdf"
        export_pack(self.database, self.meeting, path, PackChoices(public=public))
        return path.read_bytes()

    def left_out(self) -> str:
        return "\n".join(left_out(self.database, self.meeting))


@pytest.fixture
def agenda(database: Database, body_id: int, tmp_path: Path) -> Agenda:
    return Agenda(database, body_id, tmp_path)


def test_the_words_of_a_closed_item_are_not_even_read(agenda: Agenda) -> None:
    """Whoever reads them stumbles: they are made unreadable here."""
    database = agenda.database
    words = from_plain_text("Fortroligt")
    save_part(database, agenda.closed, PartType.CASE_PRESENTATION, words, 0)
    with database.write() as session:
        session.execute(text("UPDATE item_part SET text = 'ikke JSON'"))
    with pytest.raises(json.JSONDecodeError):
        agenda.pack(public=False)
    told = words_of(agenda.pack())
    assert "1.1 Åben sag" in told
    assert "1.2 Lukket punkt" in told
    assert "Lønsag" not in told


def test_the_public_reads_the_redacted_version_and_never_the_appendix(agenda: Agenda) -> None:
    database = agenda.database
    add_appendix(database, agenda.open, agenda.file("Notat.pdf", "Navn: Ida Dal"))
    row = agenda.row()
    add_redacted_version(database, row.id, agenda.file("Notat u navne.pdf", "Navn fjernet"))
    public, whole = agenda.pack(), agenda.pack(public=False)
    assert "Navn fjernet" in words_of(public)
    assert b"Ida Dal" not in everything_in(public)
    assert "Navn: Ida Dal" in words_of(whole)
    assert "Navn fjernet" not in words_of(whole)
    assert "offentlige udgave, »Notat u navne.pdf«" in agenda.left_out()
    redacted = agenda.row().redacted
    assert redacted is not None
    rename_redacted_version(database, redacted.id, "Notat uden navne")
    assert "Bilag 1.1.1 Notat uden navne" in words_of(agenda.pack())


def test_a_newer_file_is_not_public_until_it_has_a_redacted_version_of_its_own(
    agenda: Agenda,
) -> None:
    database = agenda.database
    add_appendix(database, agenda.open, agenda.file("Notat.pdf", "Navn: Ida Dal"))
    row = agenda.row()
    add_redacted_version(database, row.id, agenda.file("u.pdf", "Navn fjernet"))
    replace_appendix(database, row.id, agenda.file("Notat 2.pdf", "Navn: Ida Dal, nu rettet"))
    assert "Bilag 1.1.1" not in words_of(agenda.pack())
    assert "hører til en ældre fil" in agenda.left_out()
    add_redacted_version(database, row.id, agenda.file("u2.pdf", "Rettet, navn fjernet"))
    assert "Rettet, navn fjernet" in words_of(agenda.pack())


def test_taking_the_redacted_version_away_publishes_nothing(agenda: Agenda) -> None:
    database = agenda.database
    add_appendix(database, agenda.open, agenda.file("Notat.pdf", "Navn: Ida Dal"))
    row = agenda.row()
    made = add_redacted_version(database, row.id, agenda.file("u.pdf", "Navn fjernet")).value
    remove_redacted_version(database, made)
    assert "Bilag 1.1.1" not in words_of(agenda.pack())
    with pytest.raises(NotFound):
        remove_redacted_version(database, made)
    restore_redacted_version(database, made)
    assert "Navn fjernet" in words_of(agenda.pack())
    now = agenda.row()
    change_appendix(database, now.id, now.title, is_public=False, rev=now.rev)
    assert "Bilag 1.1.1" not in words_of(agenda.pack())


def test_hidden_layers_do_not_leak_into_the_public_pack(agenda: Agenda) -> None:
    path = agenda.folder / "Kort.pdf"
    path.write_bytes(layered())
    add_appendix(agenda.database, agenda.open, path)
    assert "skjulte lag" in agenda.left_out()
    public = agenda.pack()
    assert SHOWN in words_of(public)
    for words in HIDDEN:
        assert words.encode("latin-1") not in everything_in(public)
    assert public == agenda.pack()


def test_what_programs_wrote_about_the_appendices_is_not_published(agenda: Agenda) -> None:
    with pikepdf.open(io.BytesIO(appendix_files.pdf())) as document:
        page = document.pages[0].obj
        page.PieceInfo = Dictionary(Word=Dictionary(Private=String("Forfatter: Bo Lund")))
        image = document.make_stream(appendix_files.photo_telling("hos Bo Lund"))
        image.Type, image.Subtype, image.Filter = Name.XObject, Name.Image, Name.DCTDecode
        image.Width, image.Height, image.BitsPerComponent = 64, 48, 8
        image.ColorSpace = Name.DeviceRGB
        image.Metadata = document.make_stream(b"<x>Bo Lund</x>")
        page.Resources.XObject = Dictionary(Im=image)
        page.Contents = document.make_stream(b"q 64 0 0 48 90 500 cm /Im Do Q")
        document.docinfo["/Author"] = "Bo Lund"
        path = agenda.folder / "Foto.pdf"
        document.save(path)
    add_appendix(agenda.database, agenda.open, path)
    assert b"Bo Lund" in everything_in(agenda.pack(public=False))
    assert b"Bo Lund" not in everything_in(agenda.pack())
