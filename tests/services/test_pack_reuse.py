"""A pack is made again from what is ready, and is the same pack to the byte."""

import shutil
from datetime import date, time
from pathlib import Path

import pytest

from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.errors import AppendixUnreadable
from kkr_desktop.model.meeting_terms import MeetingKind
from kkr_desktop.services.agenda_outline import read_item
from kkr_desktop.services.appendices import add_appendix
from kkr_desktop.services.drafting import ItemDraft, add_item, add_section
from kkr_desktop.services.pack_building import Reuse
from kkr_desktop.services.pack_content import PackChoices
from kkr_desktop.services.packs import export_pack, no_step
from kkr_desktop.services.planning import MeetingDraft, plan_meeting
from kkr_desktop.storage.database import Database
from tests import appendix_files
from tests.documents.test_greyscale import colourful
from tests.layered_files import layered
from tests.pdf_reading import texts_of

KINDS = [
    PackChoices(),
    PackChoices(greyscale=True),
    PackChoices(public=True),
    PackChoices(public=True, greyscale=True, appendices_only=True),
    PackChoices(agenda_only=True),
]


class Agenda:
    """An agenda with four appendices: one in colours, one that becomes a picture, layers, notes."""

    def __init__(self, database: Database, body_id: int, folder: Path) -> None:
        draft = MeetingDraft(MeetingKind.ORDINARY, date(2026, 12, 11), time(9, 30), time(12, 30))
        self.database, self.folder = database, folder
        self.meeting = plan_meeting(database, body_id, draft).value
        section = add_section(database, self.meeting, "Sager").value
        self.item = add_item(database, section, ItemDraft("Sag", ItemKind.DECISION)).value
        self.add("Farver", colourful("jpeg"))
        self.add("Forløb", colourful("shading"))
        self.add("Lag", layered())
        self.add("Notat", appendix_files.pdf(pages=3))

    def add(self, title: str, data: bytes) -> int:
        path = self.folder / f"{title}.pdf"
        path.write_bytes(data)
        return add_appendix(self.database, self.item, path).value

    def built(self, choices: PackChoices, name: str = "pakke") -> tuple[bytes, Reuse]:
        heard: list[Reuse] = []
        path = self.folder / f"{name} æøå.pdf"
        export_pack(self.database, self.meeting, path, choices, no_step, heard.append)
        (reuse,) = heard
        return path.read_bytes(), reuse

    def forget(self) -> None:
        shutil.rmtree(self.database.path.with_name("prepared"))

    def kept(self) -> list[Path]:
        return sorted(self.database.path.with_name("prepared").iterdir())


@pytest.fixture
def agenda(database: Database, body_id: int, tmp_path: Path) -> Agenda:
    return Agenda(database, body_id, tmp_path)


def test_a_pack_has_the_same_bytes_whether_its_parts_were_ready_or_not(agenda: Agenda) -> None:
    for choices in KINDS:
        prepares = 4 if choices.public or choices.greyscale else 0
        cold, first = agenda.built(choices)
        warm, again = agenda.built(choices)
        assert warm == cold
        assert first == Reuse(False, 0, prepares)
        assert again == Reuse(True, prepares, prepares)
        agenda.forget()
        anew, _ = agenda.built(choices)
        assert anew == cold
        agenda.forget()


def test_after_a_late_appendix_only_that_one_is_prepared(agenda: Agenda) -> None:
    choices = PackChoices(greyscale=True)
    agenda.built(choices)
    before = {path.name: path.stat().st_mtime_ns for path in agenda.kept()}
    agenda.add("For sent", colourful("flate"))
    late, reuse = agenda.built(choices)
    assert reuse == Reuse(False, 4, 5)
    assert len([path for path in agenda.kept() if path.name not in before]) == 2  # and the frame
    agenda.forget()
    assert agenda.built(choices)[0] == late


def test_the_typeset_pages_serve_every_pack_of_one_list(agenda: Agenda) -> None:
    agenda.built(PackChoices())
    assert agenda.built(PackChoices(booklet=True))[1].typeset_pages
    assert not agenda.built(PackChoices(dividers=False))[1].typeset_pages
    save_title(agenda)
    assert not agenda.built(PackChoices())[1].typeset_pages


def save_title(agenda: Agenda) -> None:
    section = add_section(agenda.database, agenda.meeting, "Orientering").value
    add_item(agenda.database, section, ItemDraft("Nyt punkt", ItemKind.INFORMATION))


def test_a_damaged_part_is_made_anew(agenda: Agenda) -> None:
    choices = PackChoices(public=True)
    whole, _ = agenda.built(choices)
    for path in agenda.kept():
        path.write_bytes(path.read_bytes()[:-200])
    again, reuse = agenda.built(choices)
    assert again == whole
    assert reuse == Reuse(False, 0, 4)


def test_work_that_is_stopped_keeps_what_was_ready_and_nothing_half(agenda: Agenda) -> None:
    choices = PackChoices(greyscale=True)

    class Stopped(Exception):
        pass

    def step(done: int, _total: int) -> None:
        if done == 2:
            raise Stopped

    path = agenda.folder / "stoppet.pdf"
    with pytest.raises(Stopped):
        export_pack(agenda.database, agenda.meeting, path, choices, step)
    assert not path.exists()
    assert not [kept for kept in agenda.kept() if kept.suffix == ".part"]
    assert agenda.built(choices)[1] == Reuse(True, 2, 4)


def test_a_pack_is_made_although_nothing_can_be_kept(agenda: Agenda) -> None:
    choices = PackChoices(greyscale=True)
    whole, _ = agenda.built(choices)
    agenda.forget()
    agenda.database.path.with_name("prepared").write_text("ingen mappe", encoding="utf-8")
    assert agenda.built(choices)[0] == whole


def test_progress_goes_forward_to_its_end(agenda: Agenda) -> None:
    for choices, steps in ((PackChoices(), 4), (PackChoices(greyscale=True), 8)):
        told: list[tuple[int, int]] = []
        export_pack(
            agenda.database,
            agenda.meeting,
            agenda.folder / "pakke.pdf",
            choices,
            lambda done, total, told=told: told.append((done, total)),
        )
        assert told == sorted(told)
        assert told[-1] == (steps, steps)


def test_pages_that_became_pictures_are_told_of_by_their_number_in_the_pack(
    agenda: Agenda,
) -> None:
    path = agenda.folder / "grå.pdf"
    for _ in range(2):
        made = export_pack(agenda.database, agenda.meeting, path, PackChoices(greyscale=True)).value
        (said,) = (remark for remark in made.remarks if "billeder" in remark)
        texts = texts_of(path)
        (page,) = (at for at, text in enumerate(texts, start=1) if "Bilag 1.1.2 · side 1" in text)
        assert f"side {page} kunne ikke" in said


def test_an_appendix_that_was_mended_comes_into_packs_of_every_kind(agenda: Agenda) -> None:
    agenda.add("Afkortet", appendix_files.cut_off())
    for choices in KINDS[:3]:
        pack, _ = agenda.built(choices)
        assert any("Bilag 1.1.5 · side" in text for text in texts_of(pack))


def test_an_appendix_whose_pages_cannot_be_read_is_named(agenda: Agenda) -> None:
    row = read_item(agenda.database, agenda.item).appendices[1]
    agenda.database.files.path_of(row.sha256).write_bytes(b"%PDF-1.7\nikke mere")
    for choices in (PackChoices(), PackChoices(greyscale=True), PackChoices(public=True)):
        with pytest.raises(AppendixUnreadable, match=r"Bilag 1\.1\.2 »Forløb« kan ikke læses"):
            agenda.built(choices)
    assert not (agenda.folder / "pakke æøå.pdf").exists()
