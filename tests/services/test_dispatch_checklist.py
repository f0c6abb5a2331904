"""The checklist names what a careful secretary would see, and where it is."""

from datetime import date

import pytest

from kkr_desktop.model.agenda_terms import ItemKind, PartType
from kkr_desktop.model.meeting_terms import MeetingState
from kkr_desktop.model.richtext import Paragraph, RichText, Run, from_plain_text, rich_text
from kkr_desktop.services.agenda_beginning import begin_agenda
from kkr_desktop.services.agenda_outline import agenda_outline, read_item
from kkr_desktop.services.appendices import appendix_path, change_appendix
from kkr_desktop.services.dispatch_checklist import DispatchFinding, Weight, dispatch_findings
from kkr_desktop.services.drafting import (
    ItemDraft,
    add_item,
    change_item,
    remove_item,
    save_part,
)
from kkr_desktop.services.item_work import WorkDraft, save_work
from kkr_desktop.services.planning import list_meetings
from kkr_desktop.storage.database import Database

IN_TIME = date(2026, 12, 1)


@pytest.fixture
def coming(demo: Database) -> int:
    """Return the demo's coming meeting, with nothing to remark."""
    meeting_id = next(row.id for row in list_meetings(demo) if row.state is MeetingState.DRAFTING)
    for row in read_item(demo, item_numbered(demo, meeting_id, "7.2")).appendices:
        change_appendix(demo, row.id, row.title, is_public=True, rev=row.rev)
    save_work(demo, item_numbered(demo, meeting_id, "8.2"), WorkDraft(owner="Sekretariatet"))
    assert dispatch_findings(demo, meeting_id, IN_TIME) == ()
    return meeting_id


def item_numbered(database: Database, meeting_id: int, number: str) -> int:
    outline = agenda_outline(database, meeting_id)
    return next(i.id for s in outline.sections for i in s.items if i.number == number)


def write(database: Database, item_id: int, kind: PartType, text: RichText) -> None:
    part = read_item(database, item_id).parts.get(kind)
    save_part(database, item_id, kind, text, part.rev if part else 0)


def only(database: Database, meeting_id: int, day: date = IN_TIME) -> DispatchFinding:
    (finding,) = dispatch_findings(database, meeting_id, day)
    return finding


def test_a_late_dispatch_is_told_and_stops_nothing(demo: Database, coming: int) -> None:
    assert dispatch_findings(demo, coming, date(2026, 12, 4)) == ()
    late = only(demo, coming, date(2026, 12, 5))
    assert late.words == "Dagsordenen skulle være sendt senest den 4. december 2026."
    assert late.weight is Weight.WARNS


def test_an_item_that_lacks_something_is_named_with_a_jump_to_it(
    demo: Database, coming: int
) -> None:
    section = agenda_outline(demo, coming).sections[1]
    item = add_item(demo, section.id, ItemDraft("", ItemKind.DECISION)).value
    found = dispatch_findings(demo, coming, IN_TIME)
    assert [(row.words, row.item_id, row.part) for row in found] == [
        ("Ingen er ansvarlig for punktet, og det har ingen oplægsholder.", item, None),
        ("Punktet har ingen overskrift.", item, None),
        ("Indstillingen mangler.", item, PartType.RECOMMENDATION),
    ]
    rev = read_item(demo, item).draft.rev
    draft = ItemDraft("Sag", ItemKind.INFORMATION, is_public=False, presenter="Bo", rev=rev)
    change_item(demo, item, draft)
    assert only(demo, coming).words == "Punktet er lukket og mangler en offentlig overskrift."


def test_help_text_and_placeholders_are_found_in_their_block(demo: Database, coming: int) -> None:
    item = item_numbered(demo, coming, "1.1")
    write(demo, item, PartType.ECONOMY, from_plain_text("Alt er godt.\nDer er afsat XX kr."))
    found = only(demo, coming)
    assert (found.item_id, found.part, found.block) == (item, PartType.ECONOMY, 1)
    assert "»XX«" in found.words


def test_what_looks_like_a_cpr_number_must_be_confirmed(demo: Database, coming: int) -> None:
    item = item_numbered(demo, coming, "1.1")
    write(demo, item, PartType.ECONOMY, from_plain_text("Borgeren 010190-1234 har søgt."))
    found = only(demo, coming)
    assert found.weight is Weight.TO_CONFIRM
    assert "CPR" in found.words


def test_an_appendix_that_a_text_refers_to_and_is_not_there_is_named(
    demo: Database, coming: int
) -> None:
    item = item_numbered(demo, coming, "3.1")
    write(demo, item, PartType.ECONOMY, from_plain_text("Se bilag 1 og 9."))
    assert only(demo, coming).words == "Teksten henviser til bilag 9, som ikke findes."


def test_an_appendix_that_the_public_does_not_get_is_told_on_a_public_item(
    demo: Database, coming: int
) -> None:
    row = read_item(demo, item_numbered(demo, coming, "3.1")).appendices[0]
    change_appendix(demo, row.id, row.title, is_public=False, rev=row.rev)
    assert "er ikke offentligt, men punktet er." in only(demo, coming).words


def test_an_appendix_whose_file_is_gone_stops_the_dispatch(demo: Database, coming: int) -> None:
    item = item_numbered(demo, coming, "3.1")
    appendix_path(demo, read_item(demo, item).appendices[0].id).unlink()
    found = only(demo, coming)
    assert (found.weight, found.item_id) == (Weight.STOPS, item)


def test_what_is_hard_to_read_is_counted(demo: Database, coming: int) -> None:
    item = item_numbered(demo, coming, "2.1")
    hard = rich_text([Paragraph((Run("Baggrund", bold=True),)), Paragraph((Run("Tekst"),))])
    write(demo, item, PartType.ECONOMY, hard)
    assert only(demo, coming).words == "1 sted er svært at læse op. F7 viser hvor."


def test_an_agenda_without_items_stops_first(demo: Database) -> None:
    planned = next(row.id for row in list_meetings(demo) if row.state is MeetingState.PLANNED)
    begin_agenda(demo, planned)
    for section in agenda_outline(demo, planned).sections:
        for item in section.items:
            remove_item(demo, item.id)
    first, *_ = dispatch_findings(demo, planned, IN_TIME)
    assert first.weight is Weight.STOPS
