"""Appendices are taken in whole, or refused with what to do about it."""

from datetime import date, time
from pathlib import Path

import pytest

from kkr_desktop.model.agenda_terms import ItemKind
from kkr_desktop.model.errors import FileProblem
from kkr_desktop.model.meeting_terms import MeetingKind, MeetingState
from kkr_desktop.services.agenda_content import agenda_content
from kkr_desktop.services.agenda_outline import agenda_outline, read_item
from kkr_desktop.services.appendices import (
    add_appendix,
    appendix_path,
    change_appendix,
    remove_appendix,
    replace_appendix,
    restore_appendix,
)
from kkr_desktop.services.appendix_places import AppendixPlace, place_appendix
from kkr_desktop.services.dispatch_checklist import dispatch_findings
from kkr_desktop.services.drafting import ItemDraft, add_item, add_section
from kkr_desktop.services.planning import MeetingDraft, list_meetings, plan_meeting
from kkr_desktop.services.readability_check import agenda_findings
from kkr_desktop.storage.database import Database
from tests.appendix_files import pdf


@pytest.fixture
def meeting_id(database: Database, body_id: int) -> int:
    draft = MeetingDraft(MeetingKind.ORDINARY, date(2026, 12, 11), time(9, 30), time(12, 30))
    return plan_meeting(database, body_id, draft).value


@pytest.fixture
def item_id(database: Database, meeting_id: int) -> int:
    section = add_section(database, meeting_id, "Sager").value
    return add_item(database, section, ItemDraft("Sag", ItemKind.DECISION)).value


def test_a_file_that_is_gone_is_told_of(database: Database, item_id: int, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="findes ikke længere"):
        add_appendix(database, item_id, tmp_path / "væk.pdf")


def test_appendices_are_ordered_renamed_replaced_and_brought_back(
    database: Database, meeting_id: int, item_id: int, tmp_path: Path
) -> None:
    for number in range(1, 4):
        (tmp_path / f"Notat {number}.pdf").write_bytes(pdf(pages=number))
        add_appendix(database, item_id, tmp_path / f"Notat {number}.pdf")
    first, second, third = read_item(database, item_id).appendices
    assert [row.title for row in (first, second, third)] == ["Notat 1", "Notat 2", "Notat 3"]

    assert place_appendix(database, third.id, AppendixPlace(item_id, 0)).value.position == 2
    change_appendix(database, first.id, "Økonomi & drift", is_public=False, rev=first.rev + 1)
    remove_appendix(database, second.id)
    listed = agenda_content(database, meeting_id).sections[0].items[0].appendices
    assert [(row.label, row.title, row.pages, row.is_public) for row in listed] == [
        ("Bilag 1.1.1", "Notat 3", 3, True),
        ("Bilag 1.1.2", "Økonomi & drift", 1, False),
    ]
    restore_appendix(database, second.id)
    assert len(read_item(database, item_id).appendices) == 3

    old = appendix_path(database, first.id)
    (tmp_path / "ny.pdf").write_bytes(pdf(pages=7))
    replace_appendix(database, first.id, tmp_path / "ny.pdf")
    assert appendix_path(database, first.id).read_bytes() == (tmp_path / "ny.pdf").read_bytes()
    assert old.exists()


def test_an_appendix_that_no_screen_reader_can_follow_is_found(
    demo: Database, tmp_path: Path
) -> None:
    coming = next(row for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)
    assert agenda_findings(demo, coming.id) == ()
    item = agenda_outline(demo, coming.id).sections[0].items[0]
    (tmp_path / "Skannet brev.pdf").write_bytes(pdf())
    add_appendix(demo, item.id, tmp_path / "Skannet brev.pdf")
    (finding,) = agenda_findings(demo, coming.id)
    assert (finding.item_id, finding.place, finding.words) == (
        *(item.id, "1.1 · Bilag"),
        "Skannet brev",
    )
    assert "ikke opmærket" in finding.advice
    remarks = [row.words for row in dispatch_findings(demo, coming.id, date(2026, 12, 1))]
    count = sum(
        len(entry.appendices)
        for section in agenda_content(demo, coming.id).sections
        for entry in section.items
    )
    assert f"1 af {count} bilag er ikke tilgængelige." in remarks
