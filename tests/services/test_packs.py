"""What goes into a pack, and what the public never sees."""

# pikepdf is typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from pathlib import Path

import pikepdf
import pytest

from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.services.agenda_content import agenda_content
from kkr_desktop.services.pack_content import PackChoices
from kkr_desktop.services.packs import NoAppendices, export_pack
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database
from tests.pdf_reading import everything_in, words_of


def meeting_in(database: Database, state: MeetingState) -> int:
    return next(row.id for row in list_meetings(database) if row.state is state)


def test_the_pack_has_the_agenda_and_every_appendix(demo: Database, tmp_path: Path) -> None:
    meeting = meeting_in(demo, MeetingState.DRAFTING)
    built = export_pack(demo, meeting, tmp_path / "pack.pdf", PackChoices()).value
    words = words_of(built.path.read_bytes())
    rows = [
        row
        for section in agenda_content(demo, meeting).sections
        for item in section.items
        for row in item.appendices
    ]
    assert len(rows) > 10
    for row in rows:
        assert f"· {row.label} · side 1 af {row.pages} ·" in words
    assert f"Side {built.pages} af {built.pages}" in words
    assert built.removed == ()


def test_the_public_pack_holds_nothing_of_closed_items_and_says_what_it_left_out(
    demo: Database, tmp_path: Path
) -> None:
    meeting = meeting_in(demo, MeetingState.DRAFTING)
    built = export_pack(demo, meeting, tmp_path / "public.pdf", PackChoices(public=True)).value
    words = words_of(built.path.read_bytes())
    items = [item for part in agenda_content(demo, meeting).sections for item in part.items]
    closed = [item for item in items if not item.is_public]
    assert closed
    raw = everything_in(built.path.read_bytes())
    for item in closed:
        assert item.title not in words
        wide = item.title.encode("utf-16-be")
        assert wide not in raw
        assert wide.hex().encode() not in raw.lower()
        assert f"{item.number} Fagsekretariatets rammer i 2027" in words
        assert f"Punkt {item.number} ·" not in words
        for row in item.appendices:
            assert row.title not in words
    hidden = [
        row.title
        for item in items
        for row in item.appendices
        if item.is_public and not row.is_public
    ]
    assert hidden
    for title in hidden:
        assert title not in words
        assert any(f"»{title}«" in line for line in built.removed)
    assert len(built.removed) == len(closed) + sum(len(i.appendices) for i in closed) + len(hidden)


def test_appendices_alone_have_their_own_contents_and_none_is_told_of(
    demo: Database, tmp_path: Path
) -> None:
    meeting = meeting_in(demo, MeetingState.DRAFTING)
    choices = PackChoices(appendices_only=True)
    built = export_pack(demo, meeting, tmp_path / "bilag.pdf", choices).value
    with pikepdf.open(built.path) as document:
        assert str(document.docinfo.Title).startswith("Bilag til dagsorden")
    words = words_of(built.path.read_bytes())
    assert "Indhold" in words
    assert "godkender referatet fra mødet den 4. september 2026" not in words
    empty = meeting_in(demo, MeetingState.PLANNED)
    with pytest.raises(NoAppendices):
        export_pack(demo, empty, tmp_path / "ingen.pdf", choices)
    assert not (tmp_path / "ingen.pdf").exists()


def test_a_pack_that_is_cancelled_leaves_the_old_one(demo: Database, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"old")

    class Stopped(Exception):
        pass

    def step(done: int, total: int) -> None:
        assert total > 10
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        export_pack(demo, meeting_in(demo, MeetingState.DRAFTING), path, PackChoices(), step)
    assert path.read_bytes() == b"old"
